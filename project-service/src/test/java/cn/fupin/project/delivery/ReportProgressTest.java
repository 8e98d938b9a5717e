package cn.fupin.project.delivery;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.project.delivery.Facts.NOW;
import static cn.fupin.project.delivery.Facts.PROJECT;
import static cn.fupin.project.delivery.Facts.TODAY;
import static cn.fupin.project.delivery.Facts.accepted;
import static cn.fupin.project.delivery.Facts.approved;
import static cn.fupin.project.delivery.Facts.contracted;
import static cn.fupin.project.delivery.Facts.on;
import static cn.fupin.project.delivery.Facts.progress;
import static cn.fupin.project.delivery.Facts.proposed;
import static cn.fupin.project.delivery.ProjectReason.BEFORE_LAST_STEP;
import static cn.fupin.project.delivery.ProjectReason.IN_THE_FUTURE;
import static cn.fupin.project.delivery.ProjectReason.NOT_UNDER_CONTRACT;
import static cn.fupin.project.delivery.ProjectReason.PROGRESS_DECREASES;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.project.delivery.ProjectCommand.ReportProgress;
import cn.fupin.project.delivery.ProjectEvent.ProgressReported;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportProgressTest {
    private static final ProjectDecider PROJECT_RULES = ProjectDecider.INSTANCE;

    @Test
    void progress_is_reported_under_contract() {
        given(PROJECT_RULES, proposed(), approved(), contracted())
                .when(report(40, on(6, 10)))
                .then(progress(40));
    }

    @Test
    void progress_the_text_does_not_state_stays_marked() {
        given(PROJECT_RULES, proposed(), approved(), contracted())
                .when(new ReportProgress(PROJECT, 40, on(6, 10), true, NOW))
                .then(new ProgressReported(PROJECT, 40, true, on(6, 10)));
    }

    @Test
    void progress_stands_still_but_never_goes_back() {
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(40))
                .when(report(40, on(6, 11)))
                .accepted();
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(40))
                .when(report(39, on(6, 11)))
                .refused(PROGRESS_DECREASES);
    }

    @Test
    void not_without_a_contract_and_not_after_acceptance() {
        given(PROJECT_RULES, proposed(), approved())
                .when(report(1, on(6, 10)))
                .refused(NOT_UNDER_CONTRACT);
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(100), accepted())
                .when(report(100, on(9, 11)))
                .refused(NOT_UNDER_CONTRACT);
    }

    @Test
    void dates_in_order_and_not_in_the_future() {
        given(PROJECT_RULES, proposed(), approved(), contracted(), progress(40))
                .when(report(50, on(6, 9)))
                .refused(BEFORE_LAST_STEP);
        given(PROJECT_RULES, proposed(), approved(), contracted())
                .when(report(50, TODAY.plusDays(1)))
                .refused(IN_THE_FUTURE);
    }

    @Test
    void percent_is_between_0_and_100() {
        assertThatThrownBy(() -> report(101, on(6, 10))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> report(-1, on(6, 10))).isInstanceOf(Malformed.class);
    }

    private static ReportProgress report(int percent, LocalDate on) {
        return new ReportProgress(PROJECT, percent, on, false, NOW);
    }
}
