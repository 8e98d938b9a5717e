package cn.fupin.funding.payment;

import static cn.fupin.funding.payment.PaymentReason.ALREADY_REQUESTED;
import static cn.fupin.funding.payment.PaymentReason.BEFORE_COMMITMENT;
import static cn.fupin.funding.payment.PaymentReason.BEFORE_LAST_STEP;
import static cn.fupin.funding.payment.PaymentReason.COMMITMENT_NOT_KNOWN_YET;
import static cn.fupin.funding.payment.PaymentReason.HOUSEHOLD_NOT_KNOWN_YET;
import static cn.fupin.funding.payment.PaymentReason.HOUSEHOLD_NOT_REGISTERED_THEN;
import static cn.fupin.funding.payment.PaymentReason.IN_THE_FUTURE;
import static cn.fupin.funding.payment.PaymentReason.MAKER_IS_CHECKER;
import static cn.fupin.funding.payment.PaymentReason.NOT_AWAITING_APPROVAL;
import static cn.fupin.funding.payment.PaymentReason.NOT_AWAITING_BANK;
import static cn.fupin.funding.payment.PaymentReason.NOT_PAID;
import static cn.fupin.funding.payment.PaymentReason.RETURN_ABOVE_PAID;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.funding.ledger.Account;
import cn.fupin.funding.ledger.DoubleEntry;
import cn.fupin.funding.ledger.Line;
import cn.fupin.funding.payment.Payment.Approved;
import cn.fupin.funding.payment.Payment.Made;
import cn.fupin.funding.payment.Payment.None;
import cn.fupin.funding.payment.Payment.Ordered;
import cn.fupin.funding.payment.Payment.Requested;
import cn.fupin.funding.payment.Payment.Terms;
import cn.fupin.funding.payment.PaymentCommand.ApprovePayment;
import cn.fupin.funding.payment.PaymentCommand.RecordBankResult;
import cn.fupin.funding.payment.PaymentCommand.RequestPayment;
import cn.fupin.funding.payment.PaymentCommand.ReturnPayment;
import cn.fupin.funding.payment.PaymentEvent.PaymentApproved;
import cn.fupin.funding.payment.PaymentEvent.PaymentFailed;
import cn.fupin.funding.payment.PaymentEvent.PaymentMade;
import cn.fupin.funding.payment.PaymentEvent.PaymentRequested;
import cn.fupin.funding.payment.PaymentEvent.PaymentReturned;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Four eyes, in order, and never more back than was paid. That no commitment's line is overdrawn is
 * not known to one payment: see {@link CommitmentLinesAreNeverOverdrawn}.
 */
enum PaymentDecider implements Decider<PaymentCommand, Payment, PaymentEvent> {
    INSTANCE;

    @Override
    public Payment initial() {
        return new None();
    }

    @Override
    public Payment evolve(Payment state, PaymentEvent event) {
        return Payment.evolve(state, event);
    }

    @Override
    public String region(Payment state) {
        return ((Ordered) state).terms().region();
    }

    @Override
    public List<PaymentEvent> decide(PaymentCommand command, Payment state) {
        if (command.on().isAfter(Shanghai.dateOf(command.receivedAt()))) {
            throw new Refused(IN_THE_FUTURE);
        }
        return List.of(
                switch (command) {
                    case RequestPayment c -> request(c, state);
                    case ApprovePayment c -> approve(c, state);
                    case RecordBankResult c -> settle(c, state);
                    case ReturnPayment c -> giveBack(c, state);
                });
    }

    private static PaymentEvent request(RequestPayment c, Payment state) {
        if (!(state instanceof None)) throw new Refused(ALREADY_REQUESTED);
        var order = c.order();
        var commitment = c.commitment();
        if (commitment == null) throw new Refused(COMMITMENT_NOT_KNOWN_YET);
        if (order.requestedOn().isBefore(commitment.committedOn())) {
            throw new Refused(BEFORE_COMMITMENT, Map.of("earliest", commitment.committedOn()));
        }
        var householdId = order.payee().householdId();
        if (householdId != null) {
            var household = c.household();
            var facts = Map.<String, Object>of("householdId", householdId);
            if (household == null) throw new Refused(HOUSEHOLD_NOT_KNOWN_YET, facts);
            if (!household.on(order.requestedOn())) {
                throw new Refused(HOUSEHOLD_NOT_REGISTERED_THEN, facts);
            }
        }
        return new PaymentRequested(
                order.paymentId(),
                order.commitmentId(),
                commitment.projectId(),
                commitment.region(),
                order.payee(),
                order.lines(),
                Line.sum(order.lines()),
                order.enteredBy(),
                order.assumed(),
                order.requestedOn());
    }

    private static PaymentEvent approve(ApprovePayment c, Payment state) {
        if (!(state instanceof Requested requested)) throw new Refused(NOT_AWAITING_APPROVAL);
        FourEyes.check(c.enteredBy(), requested.terms().enteredBy(), MAKER_IS_CHECKER);
        inOrder(c, requested);
        return new PaymentApproved(
                c.paymentId(), c.enteredBy(), c.decidedBy(), c.assumed(), c.approvedOn());
    }

    private static PaymentEvent settle(RecordBankResult c, Payment state) {
        if (!(state instanceof Approved approved)) throw new Refused(NOT_AWAITING_BANK);
        inOrder(c, approved);
        var terms = approved.terms();
        if (!c.succeeded()) {
            return new PaymentFailed(
                    c.paymentId(),
                    given(c.bankReason()),
                    terms.commitmentId(),
                    terms.lines(),
                    c.assumed(),
                    c.settledOn());
        }
        var entry = new DoubleEntry().debit(paidAccount(terms), terms.amountFen());
        for (var line : terms.lines()) {
            entry.credit(
                    Account.commitment(terms.commitmentId(), line.allocationId()),
                    line.amountFen());
        }
        return new PaymentMade(
                c.paymentId(),
                given(c.bankReference()),
                entry.balanced(),
                c.assumed(),
                c.settledOn());
    }

    private static PaymentEvent giveBack(ReturnPayment c, Payment state) {
        if (!(state instanceof Made made)) throw new Refused(NOT_PAID);
        inOrder(c, made);
        var terms = made.terms();
        var entry = new DoubleEntry();
        for (var line : c.lines()) {
            var keptFen = made.keptFen().getOrDefault(line.allocationId(), 0L);
            if (line.amountFen() > keptFen) {
                throw new Refused(
                        RETURN_ABOVE_PAID,
                        Map.of("allocationId", line.allocationId(), "paidFen", keptFen));
            }
            entry.debit(
                    Account.commitment(terms.commitmentId(), line.allocationId()),
                    line.amountFen());
        }
        var amountFen = Line.sum(c.lines());
        entry.credit(paidAccount(terms), amountFen);
        return new PaymentReturned(
                c.paymentId(),
                amountFen,
                c.lines(),
                c.reason(),
                terms.commitmentId(),
                entry.balanced(),
                c.assumed(),
                c.returnedOn());
    }

    private static String paidAccount(Terms terms) {
        var householdId = terms.payee().householdId();
        return householdId == null
                ? Account.paidForProject(terms.projectId())
                : Account.paidToHousehold(householdId);
    }

    private static void inOrder(PaymentCommand c, Ordered payment) {
        if (c.on().isBefore(payment.lastOn())) {
            throw new Refused(BEFORE_LAST_STEP, Map.of("earliest", payment.lastOn()));
        }
    }

    /** The command's constructor has seen to it that it is there. */
    private static String given(@Nullable String value) {
        return Objects.requireNonNull(value);
    }
}
