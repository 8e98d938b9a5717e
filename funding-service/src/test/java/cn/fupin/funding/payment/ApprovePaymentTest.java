package cn.fupin.funding.payment;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.funding.payment.PaymentFacts.APPROVED_ON;
import static cn.fupin.funding.payment.PaymentFacts.NOW;
import static cn.fupin.funding.payment.PaymentFacts.OFFICE;
import static cn.fupin.funding.payment.PaymentFacts.PAYMENT;
import static cn.fupin.funding.payment.PaymentFacts.REQUESTED_ON;
import static cn.fupin.funding.payment.PaymentFacts.TODAY;
import static cn.fupin.funding.payment.PaymentFacts.approved;
import static cn.fupin.funding.payment.PaymentFacts.requested;
import static cn.fupin.funding.payment.PaymentReason.BEFORE_LAST_STEP;
import static cn.fupin.funding.payment.PaymentReason.IN_THE_FUTURE;
import static cn.fupin.funding.payment.PaymentReason.MAKER_IS_CHECKER;
import static cn.fupin.funding.payment.PaymentReason.NOT_AWAITING_APPROVAL;

import cn.fupin.funding.payment.PaymentCommand.ApprovePayment;
import cn.fupin.funding.payment.PaymentEvent.PaymentApproved;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ApprovePaymentTest {
    private static final PaymentDecider RULES = PaymentDecider.INSTANCE;

    @Test
    void another_person_lets_it_go() {
        given(RULES, requested()).when(approve("wang", APPROVED_ON)).then(approved());
    }

    @Test
    void an_approval_the_text_does_not_state_stays_marked() {
        given(RULES, requested())
                .when(new ApprovePayment(PAYMENT, OFFICE, APPROVED_ON, true, "wang", NOW))
                .then(new PaymentApproved(PAYMENT, "wang", OFFICE, true, APPROVED_ON));
    }

    @Test
    void whoever_entered_it_may_not() {
        given(RULES, requested()).when(approve("li", APPROVED_ON)).refused(MAKER_IS_CHECKER);
    }

    @Test
    void it_is_approved_once() {
        given(RULES, requested(), approved())
                .when(approve("zhao", APPROVED_ON))
                .refused(NOT_AWAITING_APPROVAL);
    }

    @Test
    void dates_in_order_and_not_in_the_future() {
        given(RULES, requested())
                .when(approve("wang", REQUESTED_ON.minusDays(1)))
                .refused(BEFORE_LAST_STEP);
        given(RULES, requested()).when(approve("wang", TODAY.plusDays(1))).refused(IN_THE_FUTURE);
    }

    private static ApprovePayment approve(String actor, LocalDate on) {
        return new ApprovePayment(PAYMENT, OFFICE, on, false, actor, NOW);
    }
}
