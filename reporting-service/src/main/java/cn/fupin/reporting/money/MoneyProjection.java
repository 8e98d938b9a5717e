package cn.fupin.reporting.money;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import cn.fupin.reporting.fact.Fact;
import cn.fupin.reporting.fact.Sql;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class MoneyProjection implements Projection {
    private record Line(String allocationId, long amountFen) {}

    private record Posting(String account, long amountFen) {}

    private record Postings(@Nullable List<Posting> postings, LocalDate occurredOn) {}

    private record Received(
            String appropriationId,
            String region,
            String documentNo,
            String sourceLevel,
            String sourceType,
            String purpose,
            long amountFen,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Allocated(
            String appropriationId,
            String allocationId,
            String region,
            String purpose,
            long amountFen,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Committed(
            String commitmentId,
            String projectId,
            String region,
            List<Line> lines,
            long amountFen,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Requested(
            String paymentId,
            String commitmentId,
            String projectId,
            String region,
            Payee payee,
            List<Line> lines,
            long amountFen,
            String enteredBy,
            boolean assumed,
            LocalDate occurredOn) {
        record Payee(
                String kind,
                @Nullable String name,
                @Nullable String householdId,
                // older requests do not say
                @Nullable String personId) {}
    }

    private record Step(
            String paymentId,
            @Nullable Long amountFen,
            @Nullable String bankReference,
            @Nullable List<Line> lines,
            // older steps do not say
            @Nullable Boolean assumed,
            LocalDate occurredOn) {}

    private record Lent(
            String loanId,
            String region,
            String householdId,
            @Nullable String personId,
            String lender,
            long amountFen,
            String usedBy,
            LocalDate dueOn,
            @Nullable LocalDate announcedOn,
            boolean assumed,
            LocalDate occurredOn) {}

    private record OfLoan(
            String loanId,
            @Nullable Long amountFen,
            @Nullable Boolean assumed,
            LocalDate occurredOn) {}

    @Override
    public String name() {
        return "money";
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.funding");
    }

    @Override
    public String ddl() {
        return Sql.ofProjection(name());
    }

    @Override
    public void apply(Message message, Rows rows) {
        switch (message.type()) {
            case "AppropriationReceived" -> received(message, message.as(Received.class), rows);
            case "FundsAllocated" -> allocated(message, message.as(Allocated.class), rows);
            case "FundsCommitted" -> committed(message, message.as(Committed.class), rows);
            case "PaymentRequested" -> requested(message, message.as(Requested.class), rows);
            case "PaymentApproved" -> step("APPROVED", message, rows);
            case "PaymentMade" -> step("PAID", message, rows);
            case "PaymentFailed" -> step("FAILED", message, rows);
            case "PaymentReturned" -> step("RETURNED", message, rows);
            case "MicroCreditLent" -> lent(message, message.as(Lent.class), rows);
            case "MicroCreditRepaid" -> ofLoan("REPAID", message, rows);
            case "MicroCreditTakenBack" -> ofLoan("TAKEN_BACK", message, rows);
            default -> {
                return; // no money told here
            }
        }
        postings(message, message.as(Postings.class), rows);
    }

    private static void received(Message message, Received e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("appropriation_id", e.appropriationId())
                .with("region", e.region())
                .with("document_no", e.documentNo())
                .with("source_level", e.sourceLevel())
                .with("source_type", e.sourceType())
                .with("purpose", e.purpose())
                .with("amount_fen", e.amountFen())
                .with("assumed", e.assumed())
                .insertInto("appropriations", rows);
    }

    private static void allocated(Message message, Allocated e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("allocation_id", e.allocationId())
                .with("appropriation_id", e.appropriationId())
                .with("region", e.region())
                .with("purpose", e.purpose())
                .with("amount_fen", e.amountFen())
                .with("assumed", e.assumed())
                .insertInto("allocations", rows);
    }

    private static void committed(Message message, Committed e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("commitment_id", e.commitmentId())
                .with("project_id", e.projectId())
                .with("region", e.region())
                .with("amount_fen", e.amountFen())
                .with("assumed", e.assumed())
                .insertInto("commitments", rows);
        lines("COMMITTED", message, e.occurredOn(), e.lines(), rows);
    }

    private static void requested(Message message, Requested e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("payment_id", e.paymentId())
                .with("commitment_id", e.commitmentId())
                .with("project_id", e.projectId())
                .with("region", e.region())
                .with("payee_kind", e.payee().kind())
                .with("payee_name", e.payee().name())
                .with("payee_household_id", e.payee().householdId())
                .with("payee_person_id", e.payee().personId())
                .with("amount_fen", e.amountFen())
                .with("entered_by", e.enteredBy())
                .with("assumed", e.assumed())
                .insertInto("payments", rows);
        lines("REQUESTED", message, e.occurredOn(), e.lines(), rows);
        step("REQUESTED", message, rows);
    }

    private static void step(String step, Message message, Rows rows) {
        var e = message.as(Step.class);
        var returned = step.equals("RETURNED");
        Fact.of(message, e.occurredOn())
                .with("payment_id", e.paymentId())
                .with("step", step)
                .with("returned_fen", returned && e.amountFen() != null ? e.amountFen() : 0)
                .with("bank_reference", e.bankReference())
                .with("assumed", Boolean.TRUE.equals(e.assumed()))
                .insertInto("payment_steps", rows);
        if (returned && e.lines() != null) {
            lines("RETURNED", message, e.occurredOn(), e.lines(), rows);
        }
    }

    private static void lent(Message message, Lent e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("loan_id", e.loanId())
                .with("region", e.region())
                .with("household_id", e.householdId())
                .with("person_id", e.personId())
                .with("lender", e.lender())
                .with("amount_fen", e.amountFen())
                .with("used_by", e.usedBy())
                .with("due_on", e.dueOn())
                .with("announced_on", e.announcedOn())
                .with("assumed", e.assumed())
                .insertInto("loans", rows);
    }

    private static void ofLoan(String step, Message message, Rows rows) {
        var e = message.as(OfLoan.class);
        Fact.of(message, e.occurredOn())
                .with("loan_id", e.loanId())
                .with("step", step)
                .with("amount_fen", e.amountFen() == null ? 0 : e.amountFen())
                .with("assumed", Boolean.TRUE.equals(e.assumed()))
                .insertInto("loan_steps", rows);
    }

    private static void lines(
            String what, Message message, LocalDate on, List<Line> lines, Rows rows) {
        for (var i = 0; i < lines.size(); i++) {
            Fact.row()
                    .with("event_id", message.id())
                    .with("line", i)
                    .with("stream_id", message.streamId())
                    .with("position", message.position())
                    .with("effective_on", on)
                    .with("what", what)
                    .with("allocation_id", lines.get(i).allocationId())
                    .with("amount_fen", lines.get(i).amountFen())
                    .insertInto("money_lines", rows);
        }
    }

    private static void postings(Message message, Postings e, Rows rows) {
        if (e.postings() == null) return;
        for (var i = 0; i < e.postings().size(); i++) {
            Fact.row()
                    .with("event_id", message.id())
                    .with("line", i)
                    .with("stream_id", message.streamId())
                    .with("position", message.position())
                    .with("effective_on", e.occurredOn())
                    .with("region", message.region())
                    .with("account", e.postings().get(i).account())
                    .with("amount_fen", e.postings().get(i).amountFen())
                    .insertInto("postings", rows);
        }
    }
}
