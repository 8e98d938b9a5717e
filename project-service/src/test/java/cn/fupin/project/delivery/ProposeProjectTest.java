package cn.fupin.project.delivery;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.project.delivery.Facts.NOW;
import static cn.fupin.project.delivery.Facts.PROJECT;
import static cn.fupin.project.delivery.Facts.TODAY;
import static cn.fupin.project.delivery.Facts.TOWNSHIP;
import static cn.fupin.project.delivery.Facts.on;
import static cn.fupin.project.delivery.Facts.pipe;
import static cn.fupin.project.delivery.Facts.proposed;
import static cn.fupin.project.delivery.ProjectReason.ALREADY_PROPOSED;
import static cn.fupin.project.delivery.ProjectReason.IN_THE_FUTURE;
import static cn.fupin.project.delivery.ProjectReason.REGION_NOT_KNOWN_YET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.project.delivery.ProjectCommand.Proposal;
import cn.fupin.project.delivery.ProjectCommand.ProposeProject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposeProjectTest {
    private static final ProjectDecider PROJECT_RULES = ProjectDecider.INSTANCE;

    @Test
    void a_project_is_proposed_for_a_listed_region() {
        given(PROJECT_RULES).when(propose(on(1, 10), true)).then(proposed());
    }

    @Test
    void a_budget_need_not_be_known() {
        given(PROJECT_RULES)
                .when(new ProposeProject(proposal(null, on(1, 10)), true))
                .then(proposed(null));
    }

    @Test
    void a_region_not_heard_of_yet_may_only_be_late() {
        given(PROJECT_RULES).when(propose(on(1, 10), false)).refused(REGION_NOT_KNOWN_YET);
        assertThat(REGION_NOT_KNOWN_YET.retryable()).isTrue();
    }

    @Test
    void a_project_is_proposed_once() {
        given(PROJECT_RULES, proposed()).when(propose(on(1, 11), true)).refused(ALREADY_PROPOSED);
    }

    @Test
    void nothing_happens_in_the_future() {
        given(PROJECT_RULES).when(propose(TODAY.plusDays(1), true)).refused(IN_THE_FUTURE);
        given(PROJECT_RULES).when(propose(TODAY, true)).accepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1E+999999999", "0.1234567", "1234567890123456"})
    void a_quantity_is_positive_and_bounded(String quantity) {
        assertThatThrownBy(() -> new Output("road-length", new BigDecimal(quantity), "km"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("quantity"));
    }

    private static ProposeProject propose(LocalDate on, boolean regionListed) {
        return new ProposeProject(proposal(100_000_00L, on), regionListed);
    }

    private static Proposal proposal(@Nullable Long budgetFen, LocalDate on) {
        return new Proposal(
                PROJECT,
                TOWNSHIP,
                "安全饮水工程",
                ProjectKind.WATER,
                budgetFen,
                List.of(pipe(12)),
                "镇人民政府",
                on,
                false,
                NOW);
    }
}
