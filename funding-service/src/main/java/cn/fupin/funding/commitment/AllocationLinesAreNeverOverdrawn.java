package cn.fupin.funding.commitment;

import static cn.fupin.funding.commitment.CommitmentReason.ALLOCATION_LINE_EXCEEDED;
import static cn.fupin.funding.commitment.CommitmentReason.ALLOCATION_NOT_KNOWN_YET;
import static cn.fupin.funding.commitment.CommitmentReason.BEFORE_ALLOCATION;

import cn.fupin.backbone.command.ConstraintReasons;
import cn.fupin.backbone.command.Refused;
import cn.fupin.funding.appropriation.AppropriationEvent.FundsAllocated;
import cn.fupin.funding.appropriation.AppropriationReason;
import cn.fupin.funding.commitment.CommitmentEvent.FundsCommitted;
import cn.fupin.funding.ledger.Line;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All commitments together take no more from an allocation line than it was given. */
@Component
class AllocationLinesAreNeverOverdrawn {
    private final JdbcClient db;

    AllocationLinesAreNeverOverdrawn(JdbcClient db) {
        this.db = db;
    }

    @Bean
    static ConstraintReasons allocationLineReasons() {
        return ConstraintReasons.of(
                Map.of(
                        "allocation_line_is_made_once",
                        AppropriationReason.ALLOCATION_ALREADY_MADE,
                        "allocation_line_is_not_overdrawn",
                        ALLOCATION_LINE_EXCEEDED));
    }

    @EventHandler
    void on(FundsAllocated e) {
        db.sql(
                        """
                        insert into allocation_lines (allocation_id, allocated_on, remaining_fen)
                        values (:id, :on, :fen)
                        """)
                .param("id", e.allocationId())
                .param("on", e.occurredOn())
                .param("fen", e.amountFen())
                .update();
    }

    @EventHandler
    void on(FundsCommitted e) {
        // In sorted order, so that two commitments over the same lines wait instead of deadlocking.
        e.lines().stream()
                .sorted(Comparator.comparing(Line::allocationId))
                .forEach(line -> draw(line, e.occurredOn()));
    }

    private void draw(Line line, LocalDate committedOn) {
        var allocatedOn =
                db.sql(
                                """
                                update allocation_lines set remaining_fen = remaining_fen - :fen
                                where allocation_id = :id
                                returning allocated_on
                                """)
                        .param("fen", line.amountFen())
                        .param("id", line.allocationId())
                        .query(LocalDate.class)
                        .optional()
                        .orElseThrow(() ->
                                new Refused(
                                        ALLOCATION_NOT_KNOWN_YET,
                                        Map.of("allocationId", line.allocationId())));
        if (committedOn.isBefore(allocatedOn)) {
            throw new Refused(BEFORE_ALLOCATION, Map.of("earliest", allocatedOn));
        }
    }
}
