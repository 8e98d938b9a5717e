package cn.fupin.project.delivery;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.project.delivery.ProjectEvent.BeneficiariesNamed;
import cn.fupin.project.delivery.ProjectEvent.ProgressReported;
import cn.fupin.project.delivery.ProjectEvent.ProjectAccepted;
import cn.fupin.project.delivery.ProjectEvent.ProjectApproved;
import cn.fupin.project.delivery.ProjectEvent.ProjectContracted;
import cn.fupin.project.delivery.ProjectEvent.ProjectProposed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One water project of a sample township, step by step: what the tests begin from. */
final class Facts {
    static final String PROJECT = "project-00000000-0000-7000-8000-000000000001";
    static final String TOWNSHIP = "513423199000";
    static final String VILLAGE = "513423199201";
    static final String OTHER_VILLAGE = "513423199202";
    static final String WANG = "household-00000000-0000-7000-8000-000000000001";
    static final String LI = "household-00000000-0000-7000-8000-000000000002";
    static final Decision COUNTY = new Decision("县扶贫开发领导小组", "县扶组〔2014〕3号");

    /** The day on which everything in these tests comes in at the door. */
    static final LocalDate TODAY = LocalDate.of(2015, 12, 31);

    static final Instant NOW = TODAY.atTime(9, 0).atZone(Shanghai.ZONE).toInstant();

    private Facts() {}

    static LocalDate on(int month, int day) {
        return LocalDate.of(2015, month, day);
    }

    static Output pipe(int kilometres) {
        return new Output("pipe-length", BigDecimal.valueOf(kilometres), "km");
    }

    static ProjectProposed proposed() {
        return proposed(100_000_00L);
    }

    static ProjectProposed proposed(@Nullable Long budgetFen) {
        return new ProjectProposed(
                PROJECT,
                TOWNSHIP,
                "安全饮水工程",
                ProjectKind.WATER,
                budgetFen,
                List.of(pipe(12)),
                "镇人民政府",
                false,
                on(1, 10));
    }

    static ProjectApproved approved() {
        return new ProjectApproved(PROJECT, 2015, COUNTY, false, on(2, 10));
    }

    static ProjectContracted contracted() {
        return new ProjectContracted(PROJECT, "HT-2015-7", "县水利工程队", 90_000_00L, false, on(3, 10));
    }

    static ProgressReported progress(int percent) {
        return new ProgressReported(PROJECT, percent, false, on(6, 10));
    }

    static ProjectAccepted accepted() {
        return new ProjectAccepted(
                PROJECT,
                "县水务局",
                List.of(pipe(12)),
                List.of(new Served(VILLAGE, 3), new Served(OTHER_VILLAGE, 2)),
                false,
                on(9, 10));
    }

    static BeneficiariesNamed named() {
        return new BeneficiariesNamed(
                PROJECT,
                List.of(new Beneficiary(WANG, 6_000), new Beneficiary(LI, 4_000)),
                false,
                on(10, 10));
    }
}
