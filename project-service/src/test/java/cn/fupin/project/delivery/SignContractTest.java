package cn.fupin.project.delivery;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.project.delivery.Facts.NOW;
import static cn.fupin.project.delivery.Facts.PROJECT;
import static cn.fupin.project.delivery.Facts.TODAY;
import static cn.fupin.project.delivery.Facts.approved;
import static cn.fupin.project.delivery.Facts.contracted;
import static cn.fupin.project.delivery.Facts.on;
import static cn.fupin.project.delivery.Facts.proposed;
import static cn.fupin.project.delivery.ProjectReason.BEFORE_LAST_STEP;
import static cn.fupin.project.delivery.ProjectReason.CONTRACT_ABOVE_BUDGET;
import static cn.fupin.project.delivery.ProjectReason.IN_THE_FUTURE;
import static cn.fupin.project.delivery.ProjectReason.NOT_AWAITING_CONTRACT;

import cn.fupin.project.delivery.ProjectCommand.SignContract;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignContractTest {
    private static final ProjectDecider PROJECT_RULES = ProjectDecider.INSTANCE;

    @Test
    void a_project_in_the_library_gets_its_contract() {
        given(PROJECT_RULES, proposed(), approved())
                .when(sign(90_000_00L, on(3, 10)))
                .then(contracted());
    }

    @Test
    void up_to_the_budget_and_no_fen_above() {
        given(PROJECT_RULES, proposed(100_000_00L), approved())
                .when(sign(100_000_00L, on(3, 10)))
                .accepted();
        given(PROJECT_RULES, proposed(100_000_00L), approved())
                .when(sign(100_000_01L, on(3, 10)))
                .refused(CONTRACT_ABOVE_BUDGET);
    }

    @Test
    void without_a_budget_nothing_bounds_the_contract() {
        given(PROJECT_RULES, proposed(null), approved())
                .when(sign(100_000_01L, on(3, 10)))
                .accepted();
    }

    @Test
    void the_amount_need_not_be_known() {
        given(PROJECT_RULES, proposed(), approved()).when(sign(null, on(3, 10))).accepted();
    }

    @Test
    void not_outside_the_library_and_not_twice() {
        given(PROJECT_RULES, proposed()).when(sign(1L, on(3, 10))).refused(NOT_AWAITING_CONTRACT);
        given(PROJECT_RULES, proposed(), approved(), contracted())
                .when(sign(1L, on(3, 11)))
                .refused(NOT_AWAITING_CONTRACT);
    }

    @Test
    void dates_in_order_and_not_in_the_future() {
        given(PROJECT_RULES, proposed(), approved())
                .when(sign(1L, on(2, 9)))
                .refused(BEFORE_LAST_STEP);
        given(PROJECT_RULES, proposed(), approved())
                .when(sign(1L, TODAY.plusDays(1)))
                .refused(IN_THE_FUTURE);
    }

    private static SignContract sign(@Nullable Long contractFen, LocalDate on) {
        return new SignContract(PROJECT, "HT-2015-7", "县水利工程队", contractFen, on, false, NOW);
    }
}
