package cn.fupin.project;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.testing.ContractCheck;
import cn.fupin.project.delivery.Beneficiary;
import cn.fupin.project.delivery.Output;
import cn.fupin.project.delivery.ProjectEvent.BeneficiariesNamed;
import cn.fupin.project.delivery.ProjectEvent.ProgressReported;
import cn.fupin.project.delivery.ProjectEvent.ProjectAccepted;
import cn.fupin.project.delivery.ProjectEvent.ProjectApproved;
import cn.fupin.project.delivery.ProjectEvent.ProjectContracted;
import cn.fupin.project.delivery.ProjectEvent.ProjectProposed;
import cn.fupin.project.delivery.ProjectKind;
import cn.fupin.project.delivery.Served;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectContractTest {
    private static final String PROJECT = "project-018f0000-0000-7000-8000-000000000001";
    private static final Output PIPE = new Output("pipe-length", new BigDecimal("12.5"), "km");

    @Test
    void what_is_stored_and_published_keeps_its_shape() throws IOException {
        ContractCheck.check(
                new ProjectService().eventTypes(), Path.of("contract"), List.copyOf(examples()));
    }

    private static List<Event> examples() {
        return List.of(
                new ProjectProposed(
                        PROJECT,
                        "513423199000",
                        "安全饮水工程",
                        ProjectKind.WATER,
                        82_300_000L,
                        List.of(PIPE),
                        "镇人民政府",
                        true,
                        LocalDate.of(2014, 3, 1)),
                new ProjectApproved(
                        PROJECT,
                        2014,
                        new Decision("县扶贫开发领导小组", "县扶组〔2014〕3号"),
                        true,
                        LocalDate.of(2014, 4, 1)),
                new ProjectContracted(
                        PROJECT,
                        "HT-2014-7",
                        "县水利工程队",
                        82_300_000L,
                        true,
                        LocalDate.of(2014, 5, 1)),
                new ProgressReported(PROJECT, 60, true, LocalDate.of(2014, 8, 1)),
                new ProjectAccepted(
                        PROJECT,
                        "县水务局",
                        List.of(PIPE),
                        List.of(new Served("513423199201", 3)),
                        true,
                        LocalDate.of(2014, 11, 1)),
                new BeneficiariesNamed(
                        PROJECT,
                        List.of(
                                new Beneficiary(
                                        "household-018f0000-0000-7000-8000-000000000001", 6_000),
                                new Beneficiary(
                                        "household-018f0000-0000-7000-8000-000000000002", 4_000)),
                        true,
                        LocalDate.of(2014, 11, 2)));
    }
}
