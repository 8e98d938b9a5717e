package cn.fupin.funding.payment;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.funding.payment.PaymentFacts.COMMITMENT;
import static cn.fupin.funding.payment.PaymentFacts.NOW;
import static cn.fupin.funding.payment.PaymentFacts.ONE;
import static cn.fupin.funding.payment.PaymentFacts.PAYMENT;
import static cn.fupin.funding.payment.PaymentFacts.RETURNED_ON;
import static cn.fupin.funding.payment.PaymentFacts.SETTLED_ON;
import static cn.fupin.funding.payment.PaymentFacts.TODAY;
import static cn.fupin.funding.payment.PaymentFacts.TWO;
import static cn.fupin.funding.payment.PaymentFacts.approved;
import static cn.fupin.funding.payment.PaymentFacts.failed;
import static cn.fupin.funding.payment.PaymentFacts.made;
import static cn.fupin.funding.payment.PaymentFacts.requested;
import static cn.fupin.funding.payment.PaymentFacts.returned;
import static cn.fupin.funding.payment.PaymentReason.BEFORE_LAST_STEP;
import static cn.fupin.funding.payment.PaymentReason.IN_THE_FUTURE;
import static cn.fupin.funding.payment.PaymentReason.NOT_PAID;
import static cn.fupin.funding.payment.PaymentReason.RETURN_ABOVE_PAID;

import cn.fupin.funding.ledger.Line;
import cn.fupin.funding.payment.PaymentCommand.ReturnPayment;
import cn.fupin.funding.payment.PaymentEvent.PaymentReturned;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnPaymentTest {
    private static final PaymentDecider RULES = PaymentDecider.INSTANCE;

    @Test
    void a_part_comes_back_to_its_line() {
        given(RULES, requested(), approved(), made())
                .when(giveBack(ONE, 25_00L, RETURNED_ON))
                .then(returned(ONE, 25_00L));
    }

    @Test
    void a_return_the_text_does_not_state_stays_marked() {
        var lines = List.of(new Line(ONE, 25_00L));
        given(RULES, requested(), approved(), made())
                .when(new ReturnPayment(PAYMENT, lines, null, "多付", RETURNED_ON, true, NOW))
                .then(
                        new PaymentReturned(
                                PAYMENT,
                                25_00L,
                                lines,
                                "多付",
                                COMMITMENT,
                                returned(ONE, 25_00L).postings(),
                                true,
                                RETURNED_ON));
    }

    @Test
    void what_comes_back_in_parts_is_never_more_than_was_paid_out_of_the_line() {
        given(RULES, requested(), approved(), made(), returned(ONE, 25_00L))
                .when(giveBack(ONE, 35_00L, RETURNED_ON))
                .accepted();
        given(RULES, requested(), approved(), made(), returned(ONE, 25_00L))
                .when(giveBack(ONE, 35_01L, RETURNED_ON))
                .refused(RETURN_ABOVE_PAID);
        given(RULES, requested(), approved(), made(), returned(ONE, 25_00L))
                .when(giveBack(TWO, 40_01L, RETURNED_ON))
                .refused(RETURN_ABOVE_PAID);
    }

    @Test
    void nothing_comes_back_to_a_line_that_paid_nothing() {
        given(RULES, requested(), approved(), made())
                .when(giveBack(ONE.replace("0001", "0009"), 1L, RETURNED_ON))
                .refused(RETURN_ABOVE_PAID);
    }

    @Test
    void nothing_comes_back_that_was_not_paid() {
        given(RULES, requested(), approved())
                .when(giveBack(ONE, 1L, RETURNED_ON))
                .refused(NOT_PAID);
        given(RULES, requested(), approved(), failed())
                .when(giveBack(ONE, 1L, RETURNED_ON))
                .refused(NOT_PAID);
    }

    @Test
    void dates_in_order_and_not_in_the_future() {
        given(RULES, requested(), approved(), made())
                .when(giveBack(ONE, 1L, SETTLED_ON.minusDays(1)))
                .refused(BEFORE_LAST_STEP);
        given(RULES, requested(), approved(), made())
                .when(giveBack(ONE, 1L, TODAY.plusDays(1)))
                .refused(IN_THE_FUTURE);
    }

    private static ReturnPayment giveBack(String line, long amountFen, LocalDate on) {
        return new ReturnPayment(
                PAYMENT, List.of(new Line(line, amountFen)), amountFen, "多付", on, false, NOW);
    }
}
