package cn.fupin.project.delivery;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a project, from proposal to acceptance. Amounts in fen. */
public sealed interface ProjectEvent extends Event {
    String projectId();

    record ProjectProposed(
            String projectId,
            String region,
            String name,
            ProjectKind kind,
            @Nullable Long budgetFen,
            List<Output> plannedOutputs,
            String proposedBy,
            boolean assumed,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** The county has taken it into the library 项目库 of a year: only now may money be committed. */
    record ProjectApproved(
            String projectId,
            int libraryYear,
            Decision decidedBy,
            boolean assumed,
            LocalDate occurredOn)
            implements ProjectEvent {}

    record ProjectContracted(
            String projectId,
            String contractNo,
            String contractor,
            @Nullable Long contractFen,
            boolean assumed,
            LocalDate occurredOn)
            implements ProjectEvent {}

    record ProgressReported(String projectId, int percent, boolean assumed, LocalDate occurredOn)
            implements ProjectEvent {}

    /** 验收: what was found on the spot, and which villages it serves. */
    record ProjectAccepted(
            String projectId,
            String acceptedBy,
            List<Output> outputs,
            List<Served> served,
            boolean assumed,
            LocalDate occurredOn)
            implements ProjectEvent {}

    record BeneficiariesNamed(
            String projectId, List<Beneficiary> households, boolean assumed, LocalDate occurredOn)
            implements ProjectEvent {}
}
