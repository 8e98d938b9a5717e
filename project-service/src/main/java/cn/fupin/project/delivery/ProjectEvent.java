package cn.fupin.project.delivery;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a project, from proposal to acceptance. Amounts in fen. */
public sealed interface ProjectEvent extends Event {
    String projectId();

    /** 项目申报: A place asks for a project. */
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

    /**
     * 项目入库: The county has taken it into the library 项目库 of a year: only now may money be
     * committed.
     */
    record ProjectApproved(
            String projectId,
            int libraryYear,
            Decision decidedBy,
            boolean assumed,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** 项目签订合同: Who builds or supplies it, and for how much. */
    record ProjectContracted(
            String projectId,
            String contractNo,
            String contractor,
            @Nullable Long contractFen,
            boolean assumed,
            LocalDate occurredOn)
            implements ProjectEvent {}

    /** 项目进度: How far it had come on that day, in percent. */
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

    /**
     * 确定项目受益户: The households it benefits, each with its share; later lists replace earlier ones.
     */
    record BeneficiariesNamed(
            String projectId, List<Beneficiary> households, boolean assumed, LocalDate occurredOn)
            implements ProjectEvent {}
}
