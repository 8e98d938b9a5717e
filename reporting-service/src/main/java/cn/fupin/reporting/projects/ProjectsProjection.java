package cn.fupin.reporting.projects;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import cn.fupin.reporting.fact.Fact;
import cn.fupin.reporting.fact.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ProjectsProjection implements Projection {
    private record Proposed(
            String projectId,
            String region,
            String name,
            String kind,
            @Nullable Long budgetFen,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Stepped(String projectId, @Nullable Boolean assumed, LocalDate occurredOn) {}

    private record Accepted(
            String projectId,
            List<Output> outputs,
            List<Served> served,
            boolean assumed,
            LocalDate occurredOn) {
        record Output(String measure, BigDecimal quantity, String unit) {}

        record Served(String region, long groups) {}
    }

    private record Named(
            String projectId, List<Share> households, boolean assumed, LocalDate occurredOn) {
        record Share(String householdId, int shareBasisPoints) {}
    }

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public Set<String> topics() {
        return Set.of("fupin.project");
    }

    @Override
    public String ddl() {
        return Sql.ofProjection(name());
    }

    @Override
    public void apply(Message message, Rows rows) {
        switch (message.type()) {
            case "ProjectProposed" -> {
                proposed(message, message.as(Proposed.class), rows);
                step("PROPOSED", message, rows);
            }
            case "ProjectApproved" -> step("APPROVED", message, rows);
            case "ProjectContracted" -> step("CONTRACTED", message, rows);
            case "ProgressReported" -> step("IN_PROGRESS", message, rows);
            case "ProjectAccepted" -> {
                accepted(message, message.as(Accepted.class), rows);
                step("ACCEPTED", message, rows);
            }
            case "BeneficiariesNamed" -> named(message, message.as(Named.class), rows);
            default -> {} // not told here
        }
    }

    private static void proposed(Message message, Proposed e, Rows rows) {
        Fact.of(message, e.occurredOn())
                .with("project_id", e.projectId())
                .with("region", e.region())
                .with("name", e.name())
                .with("kind", e.kind())
                .with("budget_fen", e.budgetFen())
                .with("assumed", e.assumed())
                .insertInto("projects_proposed", rows);
    }

    private static void step(String step, Message message, Rows rows) {
        var e = message.as(Stepped.class);
        Fact.of(message, e.occurredOn())
                .with("project_id", e.projectId())
                .with("step", step)
                .with("assumed", Boolean.TRUE.equals(e.assumed()))
                .insertInto("project_steps", rows);
    }

    private static void accepted(Message message, Accepted e, Rows rows) {
        var line = 0;
        for (var output : e.outputs()) {
            line(message, line++, e.projectId(), e.assumed(), e.occurredOn())
                    .with("measure", output.measure())
                    .with("quantity", output.quantity())
                    .with("unit", output.unit())
                    .insertInto("project_outputs", rows);
        }
        line = 0;
        for (var served : e.served()) {
            line(message, line++, e.projectId(), e.assumed(), e.occurredOn())
                    .with("region", served.region())
                    .with("groups", served.groups())
                    .insertInto("project_served", rows);
        }
    }

    private static void named(Message message, Named e, Rows rows) {
        var line = 0;
        for (var share : e.households()) {
            line(message, line++, e.projectId(), e.assumed(), e.occurredOn())
                    .with("sequence", message.sequence())
                    .with("household_id", share.householdId())
                    .with("share_basis_points", share.shareBasisPoints())
                    .insertInto("project_beneficiaries", rows);
        }
    }

    private static Fact line(
            Message message, int line, String projectId, boolean assumed, LocalDate on) {
        return Fact.row()
                .with("event_id", message.id())
                .with("line", line)
                .with("position", message.position())
                .with("effective_on", on)
                .with("project_id", projectId)
                .with("assumed", assumed);
    }
}
