package cn.fupin.funding.appropriation;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.funding.appropriation.AppropriationFacts.APPROPRIATION;
import static cn.fupin.funding.appropriation.AppropriationFacts.COUNTY;
import static cn.fupin.funding.appropriation.AppropriationFacts.NOW;
import static cn.fupin.funding.appropriation.AppropriationFacts.TODAY;
import static cn.fupin.funding.appropriation.AppropriationFacts.received;
import static cn.fupin.funding.appropriation.AppropriationReason.ALREADY_RECEIVED;
import static cn.fupin.funding.appropriation.AppropriationReason.IN_THE_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.funding.appropriation.AppropriationCommand.ReceiveAppropriation;
import cn.fupin.funding.appropriation.AppropriationEvent.AppropriationReceived;
import cn.fupin.funding.ledger.Posting;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveAppropriationTest {
    private static final AppropriationDecider RULES = AppropriationDecider.INSTANCE;

    @Test
    void a_document_grants_money() {
        given(RULES).when(receive(1_000_00L, LocalDate.of(2014, 3, 1))).then(received(1_000_00L));
    }

    @Test
    void what_it_grants_is_a_debit_of_the_appropriation_and_a_credit_of_the_grant() {
        var event =
                (AppropriationReceived)
                        given(RULES).when(receive(1_000_00L, TODAY)).events().getFirst();
        assertThat(event.postings())
                .containsExactly(
                        new Posting("appropriation:" + APPROPRIATION, 1_000_00L),
                        new Posting("grant:PROVINCE", -1_000_00L));
    }

    @Test
    void it_is_received_once() {
        given(RULES, received(1_000_00L)).when(receive(1_000_00L, TODAY)).refused(ALREADY_RECEIVED);
    }

    @Test
    void not_in_the_future() {
        given(RULES).when(receive(1_000_00L, TODAY.plusDays(1))).refused(IN_THE_FUTURE);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Check.MOST_FEN + 1, Long.MAX_VALUE})
    void an_amount_is_above_zero_and_bounded(long amountFen) {
        assertThatThrownBy(() -> receive(amountFen, TODAY))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("amountFen"));
    }

    private static ReceiveAppropriation receive(long amountFen, LocalDate on) {
        return new ReceiveAppropriation(
                APPROPRIATION,
                COUNTY,
                "川财农〔2014〕12号",
                SourceLevel.PROVINCE,
                SourceType.SPECIAL_FUND,
                "安全饮水",
                amountFen,
                on,
                false,
                NOW);
    }
}
