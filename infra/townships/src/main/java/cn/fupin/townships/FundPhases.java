package cn.fupin.townships;

import cn.fupin.townships.LoadPlan.Clerk;
import cn.fupin.townships.LoadPlan.Target;
import cn.fupin.townships.Township.Appropriation;
import cn.fupin.townships.Township.Commitment;
import cn.fupin.townships.Township.Payment;
import cn.fupin.townships.Township.Project;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Money from the document that grants it to the bank's receipt. */
final class FundPhases {
    private final Phases phases;
    private final Township t;
    private final Ids ids;

    FundPhases(Phases phases) {
        this.phases = phases;
        this.t = phases.township;
        this.ids = phases.ids;
    }

    void add() {
        begin("资金指标", "appropriations", Clerk.FINANCE);
        t.appropriations().forEach(this::receive);
        begin("资金分解", "allocations", Clerk.FINANCE);
        t.appropriations().forEach(a -> a.allocations().forEach(line -> allocate(a, line)));
        begin("项目资金", "commitments", Clerk.FINANCE);
        eachCommitment(this::commit);
        begin("拨付申请", "payment requests", Clerk.TOWNSHIP);
        eachCommitment((project, c) -> c.payments().forEach(p -> request(c, p)));
        begin("拨付审批", "payment approvals", Clerk.FINANCE);
        eachPayment(p ->
                send(
                        p,
                        "approval",
                        new Requests.PaymentApproval(p.decidedBy(), p.assumed(), p.approvedOn())));
        begin("银行回执", "bank results", Clerk.FINANCE);
        eachPayment(p ->
                send(
                        p,
                        "bank-result",
                        new Requests.BankResult(
                                true, p.bankReference(), p.assumed(), p.settledOn())));
    }

    private void begin(String zh, String en, Clerk clerk) {
        phases.begin(zh, en, Target.FUNDING, clerk);
    }

    private void eachCommitment(BiConsumer<Project, Commitment> send) {
        t.projects().forEach(p -> p.commitments().forEach(c -> send.accept(p, c)));
    }

    private void eachPayment(Consumer<Payment> send) {
        eachCommitment((project, c) -> c.payments().forEach(send));
    }

    private void receive(Appropriation a) {
        phases.send(
                "/appropriations/",
                ids.of("appropriation", a.id()),
                "/receipt",
                new Requests.Receipt(
                        a.region(),
                        a.documentNo(),
                        a.sourceLevel(),
                        a.sourceType(),
                        a.purpose(),
                        a.amountFen(),
                        a.assumed(),
                        a.issuedOn()));
    }

    private void allocate(Appropriation a, Township.Allocation line) {
        phases.send(
                "/appropriations/",
                ids.of("appropriation", a.id()),
                "/allocations",
                new Requests.Allocation(
                        ids.of("allocation", line.id()),
                        line.region(),
                        line.purpose(),
                        line.amountFen(),
                        line.assumed(),
                        line.allocatedOn()));
    }

    private void commit(Project p, Commitment c) {
        phases.send(
                "/commitments/",
                ids.of("commitment", c.id()),
                "/commitment",
                new Requests.Commitment(
                        ids.of("project", p.id()),
                        Requests.lines(c.lines(), ids),
                        c.amountFen(),
                        c.assumed(),
                        c.committedOn()));
    }

    private void request(Commitment c, Payment p) {
        send(
                p,
                "request",
                new Requests.PaymentRequest(
                        ids.of("commitment", c.id()),
                        new Requests.Payee(p.payeeKind(), p.payeeName()),
                        Requests.lines(p.lines(), ids),
                        p.amountFen(),
                        p.assumed(),
                        p.requestedOn()));
    }

    private void send(Payment p, String step, Record body) {
        phases.send("/payments/", ids.of("payment", p.id()), "/" + step, body);
    }
}
