package cn.fupin.household.batch;

import cn.fupin.backbone.command.Check;
import cn.fupin.household.answer.NotThere;
import cn.fupin.household.batch.Batches.KnownBatch;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A batch as it stands: until when it takes applications, and who applied in it. */
@RestController
class BatchSheet {
    /**
     * @param lastDay the last day on which somebody may apply in it
     */
    record Shown(
            String batchId,
            String region,
            LocalDate appliesFrom,
            LocalDate appliesUntil,
            @Nullable LocalDate closedOn,
            LocalDate lastDay,
            List<Applied> applications) {}

    record Applied(String householdId, LocalDate appliedOn) {}

    private final JdbcClient db;
    private final Batches batches;

    BatchSheet(JdbcClient db, Batches batches) {
        this.db = db;
        this.batches = batches;
    }

    @GetMapping("/batches/{batchId}")
    Shown batch(@PathVariable String batchId) {
        Check.id("batch", "batchId", batchId);
        var batch = batches.find(batchId);
        if (batch == null) throw new NotThere();
        return shown(batch);
    }

    private Shown shown(KnownBatch batch) {
        return new Shown(
                batch.batchId(),
                batch.region(),
                batch.appliesFrom(),
                batch.appliesUntil(),
                batch.closedOn(),
                batch.lastDay(),
                db.sql(
                                """
                                select household_id, applied_on from batch_application
                                where batch_id = ? order by applied_on, household_id
                                """)
                        .param(batch.batchId())
                        .query(Applied.class)
                        .list());
    }
}
