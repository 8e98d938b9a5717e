package cn.fupin.funding.payment;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.funding.payment.PaymentFacts.APPROVED_ON;
import static cn.fupin.funding.payment.PaymentFacts.COMMITMENT;
import static cn.fupin.funding.payment.PaymentFacts.FAMILY;
import static cn.fupin.funding.payment.PaymentFacts.HOUSEHOLD;
import static cn.fupin.funding.payment.PaymentFacts.LINES;
import static cn.fupin.funding.payment.PaymentFacts.NOW;
import static cn.fupin.funding.payment.PaymentFacts.PAYMENT;
import static cn.fupin.funding.payment.PaymentFacts.SETTLED_ON;
import static cn.fupin.funding.payment.PaymentFacts.TODAY;
import static cn.fupin.funding.payment.PaymentFacts.approved;
import static cn.fupin.funding.payment.PaymentFacts.failed;
import static cn.fupin.funding.payment.PaymentFacts.made;
import static cn.fupin.funding.payment.PaymentFacts.requested;
import static cn.fupin.funding.payment.PaymentReason.BEFORE_LAST_STEP;
import static cn.fupin.funding.payment.PaymentReason.IN_THE_FUTURE;
import static cn.fupin.funding.payment.PaymentReason.NOT_AWAITING_BANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.funding.payment.PaymentCommand.RecordBankResult;
import cn.fupin.funding.payment.PaymentEvent.PaymentFailed;
import cn.fupin.funding.payment.PaymentEvent.PaymentMade;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordBankResultTest {
    private static final PaymentDecider RULES = PaymentDecider.INSTANCE;

    @Test
    void the_bank_has_paid_for_the_project() {
        given(RULES, requested(), approved()).when(paid(SETTLED_ON)).then(made());
    }

    @Test
    void the_bank_has_paid_a_household_which_is_another_measure() {
        given(RULES, requested(FAMILY), approved())
                .when(paid(SETTLED_ON))
                .then(made("paid:household:" + HOUSEHOLD));
    }

    @Test
    void the_bank_could_not_pay() {
        given(RULES, requested(), approved()).when(notPaid()).then(failed());
    }

    @Test
    void a_result_the_text_does_not_state_stays_marked() {
        given(RULES, requested(), approved())
                .when(
                        new RecordBankResult(
                                PAYMENT, true, "ICBC-0608-17", null, SETTLED_ON, true, NOW))
                .then(
                        new PaymentMade(
                                PAYMENT, "ICBC-0608-17", made().postings(), true, SETTLED_ON));
        given(RULES, requested(), approved())
                .when(new RecordBankResult(PAYMENT, false, null, "账户已销户", SETTLED_ON, true, NOW))
                .then(new PaymentFailed(PAYMENT, "账户已销户", COMMITMENT, LINES, true, SETTLED_ON));
    }

    @Test
    void only_what_was_approved_and_only_once() {
        given(RULES, requested()).when(paid(SETTLED_ON)).refused(NOT_AWAITING_BANK);
        given(RULES, requested(), approved(), made())
                .when(paid(SETTLED_ON))
                .refused(NOT_AWAITING_BANK);
        given(RULES, requested(), approved(), failed())
                .when(paid(SETTLED_ON))
                .refused(NOT_AWAITING_BANK);
    }

    @Test
    void dates_in_order_and_not_in_the_future() {
        given(RULES, requested(), approved())
                .when(paid(APPROVED_ON.minusDays(1)))
                .refused(BEFORE_LAST_STEP);
        given(RULES, requested(), approved()).when(paid(TODAY.plusDays(1))).refused(IN_THE_FUTURE);
    }

    @Test
    void a_reference_if_it_paid_a_reason_if_it_did_not() {
        assertMalformed(true, null, null, "bankReference");
        assertMalformed(true, "ICBC-0608-17", "账户已销户", "bankReason");
        assertMalformed(false, null, null, "bankReason");
        assertMalformed(false, "ICBC-0608-17", "账户已销户", "bankReference");
    }

    private static void assertMalformed(
            boolean succeeded, @Nullable String reference, @Nullable String reason, String field) {
        assertThatThrownBy(() ->
                        new RecordBankResult(
                                PAYMENT, succeeded, reference, reason, SETTLED_ON, false, NOW))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo(field));
    }

    private static RecordBankResult paid(LocalDate on) {
        return new RecordBankResult(PAYMENT, true, "ICBC-0608-17", null, on, false, NOW);
    }

    private static RecordBankResult notPaid() {
        return new RecordBankResult(PAYMENT, false, null, "账户已销户", SETTLED_ON, false, NOW);
    }
}
