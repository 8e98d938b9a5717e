package cn.fupin.funding.payment;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.funding.ledger.Line;
import cn.fupin.funding.ledger.Posting;
import cn.fupin.funding.payment.PaymentEvent.PaymentApproved;
import cn.fupin.funding.payment.PaymentEvent.PaymentFailed;
import cn.fupin.funding.payment.PaymentEvent.PaymentMade;
import cn.fupin.funding.payment.PaymentEvent.PaymentRequested;
import cn.fupin.funding.payment.PaymentEvent.PaymentReturned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One payment out of two lines: what the tests begin from. */
final class PaymentFacts {
    static final String PAYMENT = "payment-00000000-0000-7000-8000-000000000001";
    static final String COMMITMENT = "commitment-00000000-0000-7000-8000-000000000001";
    static final String PROJECT = "project-00000000-0000-7000-8000-000000000001";
    static final String HOUSEHOLD = "household-00000000-0000-7000-8000-000000000001";
    static final String ONE = "allocation-00000000-0000-7000-8000-000000000001";
    static final String TWO = "allocation-00000000-0000-7000-8000-000000000002";
    static final String TOWNSHIP = "513423199000";
    static final Decision OFFICE = new Decision("县扶贫办", "扶办〔2014〕9号");
    static final String PERSON = "person-00000000-0000-4000-8000-000000000001";
    static final Payee CONTRACTOR = new Payee(Payee.Kind.CONTRACTOR, "县水利工程队", null, null);
    static final Payee FAMILY = new Payee(Payee.Kind.HOUSEHOLD, null, HOUSEHOLD, null);
    static final List<Line> LINES = List.of(new Line(ONE, 60_00L), new Line(TWO, 40_00L));
    static final LocalDate COMMITTED_ON = LocalDate.of(2014, 5, 1);
    static final LocalDate REQUESTED_ON = LocalDate.of(2014, 6, 1);
    static final LocalDate APPROVED_ON = LocalDate.of(2014, 6, 5);
    static final LocalDate SETTLED_ON = LocalDate.of(2014, 6, 8);
    static final LocalDate RETURNED_ON = LocalDate.of(2014, 7, 1);

    /** The day on which everything in these tests comes in at the door. */
    static final LocalDate TODAY = LocalDate.of(2015, 12, 31);

    static final Instant NOW = TODAY.atTime(9, 0).atZone(Shanghai.ZONE).toInstant();

    private PaymentFacts() {}

    static PaymentRequested requested(Payee payee) {
        return new PaymentRequested(
                PAYMENT,
                COMMITMENT,
                PROJECT,
                TOWNSHIP,
                payee,
                LINES,
                100_00L,
                "li",
                false,
                REQUESTED_ON);
    }

    static PaymentRequested requested() {
        return requested(CONTRACTOR);
    }

    static PaymentApproved approved() {
        return new PaymentApproved(PAYMENT, "wang", OFFICE, false, APPROVED_ON);
    }

    static PaymentMade made(String paidAccount) {
        return new PaymentMade(
                PAYMENT,
                "ICBC-0608-17",
                List.of(
                        new Posting(paidAccount, 100_00L),
                        new Posting("commitment:" + COMMITMENT + ":" + ONE, -60_00L),
                        new Posting("commitment:" + COMMITMENT + ":" + TWO, -40_00L)),
                false,
                SETTLED_ON);
    }

    static PaymentMade made() {
        return made("paid:project:" + PROJECT);
    }

    static PaymentFailed failed() {
        return new PaymentFailed(PAYMENT, "账户已销户", COMMITMENT, LINES, false, SETTLED_ON);
    }

    static PaymentReturned returned(String line, long amountFen) {
        return new PaymentReturned(
                PAYMENT,
                amountFen,
                List.of(new Line(line, amountFen)),
                "多付",
                COMMITMENT,
                List.of(
                        new Posting("commitment:" + COMMITMENT + ":" + line, amountFen),
                        new Posting("paid:project:" + PROJECT, -amountFen)),
                false,
                RETURNED_ON);
    }
}
