package cn.fupin.household.batch;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.batch.BatchEvent.BatchClosed;
import cn.fupin.household.batch.BatchEvent.BatchOpened;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The batches and who applied in them. Nobody applies in a batch after the day it was closed,
 * whichever of the two is recorded first: both hold the batch's row while they look at the other.
 */
@Component
public class Batches {
    /**
     * What an application or a notice is told of a batch.
     *
     * @param closedOn null while it is open
     */
    public record KnownBatch(
            String batchId,
            String region,
            LocalDate appliesFrom,
            LocalDate appliesUntil,
            @Nullable LocalDate closedOn) {
        /** The last day on which somebody may apply in it. */
        public LocalDate lastDay() {
            return closedOn == null || appliesUntil.isBefore(closedOn) ? appliesUntil : closedOn;
        }
    }

    private final JdbcClient db;

    Batches(JdbcClient db) {
        this.db = db;
    }

    public @Nullable KnownBatch find(String batchId) {
        return find(batchId, "");
    }

    private @Nullable KnownBatch find(String batchId, String lock) {
        return db.sql(
                        """
                        select batch_id, region, applies_from, applies_until, closed_on
                        from batch where batch_id = ?
                        """
                                + lock)
                .param(batchId)
                .query(KnownBatch.class)
                .optional()
                .orElse(null);
    }

    /**
     * Enters an application in the transaction of its own event.
     *
     * @return the batch as it is while nobody can close it; null when there is none
     */
    public @Nullable KnownBatch enter(String batchId, String householdId, LocalDate appliedOn) {
        var batch = find(batchId, "for share");
        db.sql(
                        """
                        insert into batch_application (household_id, batch_id, applied_on)
                        values (?, ?, ?) on conflict do nothing
                        """)
                .params(householdId, batchId, appliedOn)
                .update();
        return batch;
    }

    @EventHandler
    void on(BatchOpened e) {
        db.sql(
                        """
                        insert into batch (batch_id, region, applies_from, applies_until)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(e.batchId(), e.region(), e.appliesFrom(), e.appliesUntil())
                .update();
    }

    @EventHandler
    void on(BatchClosed e) {
        db.sql("update batch set closed_on = ? where batch_id = ?")
                .params(e.occurredOn(), e.batchId())
                .update();
        db.sql("select max(applied_on) from batch_application where batch_id = ?")
                .param(e.batchId())
                .query(LocalDate.class)
                .optional()
                .filter(last -> last.isAfter(e.occurredOn()))
                .ifPresent(last -> {
                    throw new Refused(
                            BatchReason.APPLICATIONS_AFTER_THAT_DAY,
                            Map.of("lastAppliedOn", last.toString()));
                });
    }
}
