package cn.fupin.funding.payment;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.funding.payment.PaymentFacts.COMMITMENT;
import static cn.fupin.funding.payment.PaymentFacts.COMMITTED_ON;
import static cn.fupin.funding.payment.PaymentFacts.CONTRACTOR;
import static cn.fupin.funding.payment.PaymentFacts.FAMILY;
import static cn.fupin.funding.payment.PaymentFacts.HOUSEHOLD;
import static cn.fupin.funding.payment.PaymentFacts.LINES;
import static cn.fupin.funding.payment.PaymentFacts.NOW;
import static cn.fupin.funding.payment.PaymentFacts.PAYMENT;
import static cn.fupin.funding.payment.PaymentFacts.PERSON;
import static cn.fupin.funding.payment.PaymentFacts.PROJECT;
import static cn.fupin.funding.payment.PaymentFacts.REQUESTED_ON;
import static cn.fupin.funding.payment.PaymentFacts.TODAY;
import static cn.fupin.funding.payment.PaymentFacts.TOWNSHIP;
import static cn.fupin.funding.payment.PaymentFacts.requested;
import static cn.fupin.funding.payment.PaymentReason.ALREADY_REQUESTED;
import static cn.fupin.funding.payment.PaymentReason.BEFORE_COMMITMENT;
import static cn.fupin.funding.payment.PaymentReason.COMMITMENT_NOT_KNOWN_YET;
import static cn.fupin.funding.payment.PaymentReason.HOUSEHOLD_NOT_KNOWN_YET;
import static cn.fupin.funding.payment.PaymentReason.HOUSEHOLD_NOT_REGISTERED_THEN;
import static cn.fupin.funding.payment.PaymentReason.IN_THE_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.funding.lookup.RegisteredHousehold;
import cn.fupin.funding.payment.PaymentCommand.Order;
import cn.fupin.funding.payment.PaymentCommand.RequestPayment;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RequestPaymentTest {
    private static final PaymentDecider RULES = PaymentDecider.INSTANCE;
    private static final Committed COMMITTED = new Committed(PROJECT, TOWNSHIP, COMMITTED_ON);
    private static final RegisteredHousehold REGISTERED =
            new RegisteredHousehold(COMMITTED_ON, null);

    @Test
    void a_contractor_is_to_be_paid_out_of_a_commitment() {
        given(RULES)
                .when(new RequestPayment(order(CONTRACTOR, REQUESTED_ON), COMMITTED, null))
                .then(requested());
    }

    @Test
    void a_registered_household_is_to_be_paid() {
        given(RULES)
                .when(new RequestPayment(order(FAMILY, REQUESTED_ON), COMMITTED, REGISTERED))
                .then(requested(FAMILY));
    }

    @Test
    void a_household_not_heard_of_yet_may_only_be_late() {
        given(RULES)
                .when(new RequestPayment(order(FAMILY, REQUESTED_ON), COMMITTED, null))
                .refused(HOUSEHOLD_NOT_KNOWN_YET);
        assertThat(HOUSEHOLD_NOT_KNOWN_YET.retryable()).isTrue();
    }

    @Test
    void a_household_removed_by_then_is_not_paid() {
        var removed = new RegisteredHousehold(COMMITTED_ON, REQUESTED_ON);
        given(RULES)
                .when(new RequestPayment(order(FAMILY, REQUESTED_ON), COMMITTED, removed))
                .refused(HOUSEHOLD_NOT_REGISTERED_THEN);
        given(RULES)
                .when(
                        new RequestPayment(
                                order(FAMILY, REQUESTED_ON.minusDays(1)), COMMITTED, removed))
                .accepted();
    }

    @Test
    void a_commitment_not_made_yet_may_only_be_late() {
        given(RULES)
                .when(new RequestPayment(order(CONTRACTOR, REQUESTED_ON), null, null))
                .refused(COMMITMENT_NOT_KNOWN_YET);
    }

    @Test
    void it_is_requested_once() {
        given(RULES, requested())
                .when(new RequestPayment(order(CONTRACTOR, TODAY), COMMITTED, null))
                .refused(ALREADY_REQUESTED);
    }

    @Test
    void not_before_the_commitment_and_not_in_the_future() {
        given(RULES)
                .when(
                        new RequestPayment(
                                order(CONTRACTOR, COMMITTED_ON.minusDays(1)), COMMITTED, null))
                .refused(BEFORE_COMMITMENT);
        given(RULES)
                .when(new RequestPayment(order(CONTRACTOR, TODAY.plusDays(1)), COMMITTED, null))
                .refused(IN_THE_FUTURE);
    }

    @Test
    void a_household_goes_by_its_id_and_a_firm_by_its_name() {
        assertThatThrownBy(() -> new Payee(Payee.Kind.HOUSEHOLD, "某户", HOUSEHOLD, null))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Payee(Payee.Kind.HOUSEHOLD, null, null, null))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Payee(Payee.Kind.SUPPLIER, null, null, null))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Payee(Payee.Kind.SUPPLIER, "种猪场", HOUSEHOLD, null))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Payee(Payee.Kind.SUPPLIER, "种猪场", null, PERSON))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Payee(Payee.Kind.HOUSEHOLD, null, HOUSEHOLD, "李大山"))
                .isInstanceOf(Malformed.class);
        assertThat(new Payee(Payee.Kind.HOUSEHOLD, null, HOUSEHOLD, PERSON).personId())
                .isEqualTo(PERSON);
    }

    private static Order order(Payee payee, LocalDate on) {
        return new Order(PAYMENT, COMMITMENT, payee, LINES, 100_00L, on, false, "li", NOW);
    }
}
