package cn.fupin.project.delivery;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.project.delivery.Facts.NOW;
import static cn.fupin.project.delivery.Facts.OTHER_VILLAGE;
import static cn.fupin.project.delivery.Facts.PROJECT;
import static cn.fupin.project.delivery.Facts.TODAY;
import static cn.fupin.project.delivery.Facts.VILLAGE;
import static cn.fupin.project.delivery.Facts.accepted;
import static cn.fupin.project.delivery.Facts.approved;
import static cn.fupin.project.delivery.Facts.contracted;
import static cn.fupin.project.delivery.Facts.named;
import static cn.fupin.project.delivery.Facts.on;
import static cn.fupin.project.delivery.Facts.pipe;
import static cn.fupin.project.delivery.Facts.progress;
import static cn.fupin.project.delivery.Facts.proposed;
import static cn.fupin.project.delivery.ProjectReason.BEFORE_LAST_STEP;
import static cn.fupin.project.delivery.ProjectReason.IN_THE_FUTURE;
import static cn.fupin.project.delivery.ProjectReason.NOT_COMPLETE;
import static cn.fupin.project.delivery.ProjectReason.NOT_UNDER_CONTRACT;
import static cn.fupin.project.delivery.ProjectReason.REGION_NOT_KNOWN_YET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.project.delivery.ProjectCommand.AcceptProject;
import cn.fupin.project.delivery.ProjectCommand.Acceptance;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AcceptProjectTest {
    private static final ProjectDecider PROJECT_RULES = ProjectDecider.INSTANCE;
    private static final Set<String> BOTH = Set.of(VILLAGE, OTHER_VILLAGE);

    @Test
    void a_finished_project_is_accepted_with_the_villages_it_serves() {
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(100))
                .when(accept(on(9, 10), BOTH))
                .then(accepted());
    }

    @Test
    void naming_beneficiaries_before_does_not_matter() {
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(100), named())
                .when(accept(on(10, 11), BOTH))
                .accepted();
    }

    @Test
    void not_before_it_is_finished() {
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(99))
                .when(accept(on(9, 10), BOTH))
                .refused(NOT_COMPLETE);
    }

    @Test
    void not_without_a_contract_and_not_twice() {
        given(PROJECT_RULES, proposed(), approved())
                .when(accept(on(9, 10), BOTH))
                .refused(NOT_UNDER_CONTRACT);
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(100), accepted())
                .when(accept(on(9, 10), BOTH))
                .refused(NOT_UNDER_CONTRACT);
    }

    @Test
    void a_village_not_heard_of_yet_may_only_be_late() {
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(100))
                .when(accept(on(9, 10), Set.of(VILLAGE)))
                .refused(REGION_NOT_KNOWN_YET);
    }

    @Test
    void dates_in_order_and_not_in_the_future() {
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(100))
                .when(accept(on(6, 9), BOTH))
                .refused(BEFORE_LAST_STEP);
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(100))
                .when(accept(TODAY.plusDays(1), BOTH))
                .refused(IN_THE_FUTURE);
    }

    @Test
    void no_village_is_served_twice() {
        assertThatThrownBy(
                        () -> acceptance(on(9, 10), new Served(VILLAGE, 3), new Served(VILLAGE, 1)))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("served"));
    }

    private static AcceptProject accept(LocalDate on, Set<String> listed) {
        return new AcceptProject(
                acceptance(on, new Served(VILLAGE, 3), new Served(OTHER_VILLAGE, 2)), listed);
    }

    private static Acceptance acceptance(LocalDate on, Served... served) {
        return new Acceptance(PROJECT, "县水务局", List.of(pipe(12)), List.of(served), on, false, NOW);
    }
}
