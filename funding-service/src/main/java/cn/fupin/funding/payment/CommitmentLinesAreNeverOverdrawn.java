package cn.fupin.funding.payment;

import static cn.fupin.funding.payment.PaymentReason.COMMITMENT_LINE_EXCEEDED;
import static cn.fupin.funding.payment.PaymentReason.LINE_NOT_IN_COMMITMENT;

import cn.fupin.backbone.command.ConstraintReasons;
import cn.fupin.backbone.command.Refused;
import cn.fupin.funding.commitment.CommitmentEvent.FundsCommitted;
import cn.fupin.funding.ledger.Line;
import cn.fupin.funding.payment.PaymentEvent.PaymentFailed;
import cn.fupin.funding.payment.PaymentEvent.PaymentRequested;
import cn.fupin.funding.payment.PaymentEvent.PaymentReturned;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All payments together take no more from a commitment's line than it was given. A payment draws
 * when it is requested; what failed or came back may be drawn again.
 */
@Component
class CommitmentLinesAreNeverOverdrawn {
    private final JdbcClient db;

    CommitmentLinesAreNeverOverdrawn(JdbcClient db) {
        this.db = db;
    }

    @Bean
    static ConstraintReasons commitmentLineReasons() {
        return ConstraintReasons.of(
                Map.of("commitment_line_is_not_overdrawn", COMMITMENT_LINE_EXCEEDED));
    }

    @EventHandler
    void on(FundsCommitted e) {
        db.sql(
                        """
                        insert into commitments (commitment_id, project_id, region, committed_on)
                        values (:id, :project, :region, :on)
                        """)
                .param("id", e.commitmentId())
                .param("project", e.projectId())
                .param("region", e.region())
                .param("on", e.occurredOn())
                .update();
        for (var line : e.lines()) {
            db.sql(
                            """
                            insert into commitment_lines (commitment_id, allocation_id, remaining_fen)
                            values (:id, :allocation, :fen)
                            """)
                    .param("id", e.commitmentId())
                    .param("allocation", line.allocationId())
                    .param("fen", line.amountFen())
                    .update();
        }
    }

    @EventHandler
    void on(PaymentRequested e) {
        change(e.commitmentId(), e.lines(), -1);
    }

    @EventHandler
    void on(PaymentFailed e) {
        change(e.commitmentId(), e.lines(), 1);
    }

    @EventHandler
    void on(PaymentReturned e) {
        change(e.commitmentId(), e.lines(), 1);
    }

    private void change(String commitmentId, List<Line> lines, int sign) {
        // In sorted order, so that two payments over the same lines wait instead of deadlocking.
        var sorted = lines.stream().sorted(Comparator.comparing(Line::allocationId)).toList();
        for (var line : sorted) {
            var changed =
                    db.sql(
                                    """
                                    update commitment_lines set remaining_fen = remaining_fen + :fen
                                    where commitment_id = :id and allocation_id = :allocation
                                    """)
                            .param("fen", sign * line.amountFen())
                            .param("id", commitmentId)
                            .param("allocation", line.allocationId())
                            .update();
            if (changed == 0) {
                throw new Refused(
                        LINE_NOT_IN_COMMITMENT, Map.of("allocationId", line.allocationId()));
            }
        }
    }
}
