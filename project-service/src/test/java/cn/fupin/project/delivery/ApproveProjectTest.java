package cn.fupin.project.delivery;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.project.delivery.Facts.COUNTY;
import static cn.fupin.project.delivery.Facts.NOW;
import static cn.fupin.project.delivery.Facts.PROJECT;
import static cn.fupin.project.delivery.Facts.TODAY;
import static cn.fupin.project.delivery.Facts.approved;
import static cn.fupin.project.delivery.Facts.on;
import static cn.fupin.project.delivery.Facts.proposed;
import static cn.fupin.project.delivery.ProjectReason.BEFORE_LAST_STEP;
import static cn.fupin.project.delivery.ProjectReason.IN_THE_FUTURE;
import static cn.fupin.project.delivery.ProjectReason.NOT_AWAITING_APPROVAL;

import cn.fupin.project.delivery.ProjectCommand.ApproveProject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ApproveProjectTest {
    private static final ProjectDecider PROJECT_RULES = ProjectDecider.INSTANCE;

    @Test
    void a_proposed_project_enters_the_library() {
        given(PROJECT_RULES, proposed()).when(approve(on(2, 10))).then(approved());
    }

    @Test
    void it_enters_once() {
        given(PROJECT_RULES, proposed(), approved())
                .when(approve(on(2, 11)))
                .refused(NOT_AWAITING_APPROVAL);
    }

    @Test
    void not_before_it_was_proposed() {
        given(PROJECT_RULES, proposed()).when(approve(on(1, 9))).refused(BEFORE_LAST_STEP);
        given(PROJECT_RULES, proposed()).when(approve(on(1, 10))).accepted();
    }

    @Test
    void not_in_the_future() {
        given(PROJECT_RULES, proposed()).when(approve(TODAY.plusDays(1))).refused(IN_THE_FUTURE);
    }

    private static ApproveProject approve(LocalDate on) {
        return new ApproveProject(PROJECT, 2015, COUNTY, on, false, NOW);
    }
}
