package cn.fupin.funding.appropriation;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.funding.appropriation.AppropriationFacts.ALLOCATION;
import static cn.fupin.funding.appropriation.AppropriationFacts.APPROPRIATION;
import static cn.fupin.funding.appropriation.AppropriationFacts.ISSUED;
import static cn.fupin.funding.appropriation.AppropriationFacts.NOW;
import static cn.fupin.funding.appropriation.AppropriationFacts.TODAY;
import static cn.fupin.funding.appropriation.AppropriationFacts.TOWNSHIP;
import static cn.fupin.funding.appropriation.AppropriationFacts.allocated;
import static cn.fupin.funding.appropriation.AppropriationFacts.received;
import static cn.fupin.funding.appropriation.AppropriationReason.APPROPRIATION_EXCEEDED;
import static cn.fupin.funding.appropriation.AppropriationReason.BEFORE_RECEIPT;
import static cn.fupin.funding.appropriation.AppropriationReason.IN_THE_FUTURE;
import static cn.fupin.funding.appropriation.AppropriationReason.NOT_RECEIVED;

import cn.fupin.funding.appropriation.AppropriationCommand.AllocateFunds;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AllocateFundsTest {
    private static final AppropriationDecider RULES = AppropriationDecider.INSTANCE;

    @Test
    void received_money_is_allocated_to_a_line() {
        given(RULES, received(1_000_00L))
                .when(allocate(600_00L, ISSUED.plusDays(10)))
                .then(allocated(600_00L));
    }

    @Test
    void all_lines_together_take_the_last_fen_and_no_more() {
        given(RULES, received(1_000_00L), allocated(600_00L))
                .when(allocate(400_00L, TODAY))
                .accepted();
        given(RULES, received(1_000_00L), allocated(600_00L))
                .when(allocate(400_01L, TODAY))
                .refused(APPROPRIATION_EXCEEDED);
    }

    @Test
    void not_before_the_document_and_not_in_the_future() {
        given(RULES, received(1_000_00L))
                .when(allocate(1L, ISSUED.minusDays(1)))
                .refused(BEFORE_RECEIPT);
        given(RULES, received(1_000_00L))
                .when(allocate(1L, TODAY.plusDays(1)))
                .refused(IN_THE_FUTURE);
    }

    @Test
    void nothing_is_allocated_of_what_was_not_received() {
        given(RULES).when(allocate(1L, TODAY)).refused(NOT_RECEIVED);
    }

    private static AllocateFunds allocate(long amountFen, LocalDate on) {
        return new AllocateFunds(
                APPROPRIATION, ALLOCATION, TOWNSHIP, "安全饮水", amountFen, on, false, NOW);
    }
}
