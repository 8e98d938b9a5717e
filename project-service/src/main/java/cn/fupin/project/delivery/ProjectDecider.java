package cn.fupin.project.delivery;

import static cn.fupin.project.delivery.ProjectReason.ALREADY_PROPOSED;
import static cn.fupin.project.delivery.ProjectReason.BEFORE_LAST_STEP;
import static cn.fupin.project.delivery.ProjectReason.BENEFICIARIES_ALREADY_NAMED;
import static cn.fupin.project.delivery.ProjectReason.CONTRACT_ABOVE_BUDGET;
import static cn.fupin.project.delivery.ProjectReason.HOUSEHOLD_NOT_KNOWN_YET;
import static cn.fupin.project.delivery.ProjectReason.HOUSEHOLD_NOT_REGISTERED_THEN;
import static cn.fupin.project.delivery.ProjectReason.IN_THE_FUTURE;
import static cn.fupin.project.delivery.ProjectReason.NOT_AWAITING_APPROVAL;
import static cn.fupin.project.delivery.ProjectReason.NOT_AWAITING_CONTRACT;
import static cn.fupin.project.delivery.ProjectReason.NOT_COMPLETE;
import static cn.fupin.project.delivery.ProjectReason.NOT_IN_LIBRARY;
import static cn.fupin.project.delivery.ProjectReason.NOT_UNDER_CONTRACT;
import static cn.fupin.project.delivery.ProjectReason.PROGRESS_DECREASES;
import static cn.fupin.project.delivery.ProjectReason.REGION_NOT_KNOWN_YET;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.project.delivery.Project.Approved;
import cn.fupin.project.delivery.Project.Begun;
import cn.fupin.project.delivery.Project.Contracted;
import cn.fupin.project.delivery.Project.InLibrary;
import cn.fupin.project.delivery.Project.None;
import cn.fupin.project.delivery.Project.Proposed;
import cn.fupin.project.delivery.ProjectCommand.AcceptProject;
import cn.fupin.project.delivery.ProjectCommand.ApproveProject;
import cn.fupin.project.delivery.ProjectCommand.NameBeneficiaries;
import cn.fupin.project.delivery.ProjectCommand.ProposeProject;
import cn.fupin.project.delivery.ProjectCommand.ReportProgress;
import cn.fupin.project.delivery.ProjectCommand.SignContract;
import cn.fupin.project.delivery.ProjectEvent.BeneficiariesNamed;
import cn.fupin.project.delivery.ProjectEvent.ProgressReported;
import cn.fupin.project.delivery.ProjectEvent.ProjectAccepted;
import cn.fupin.project.delivery.ProjectEvent.ProjectApproved;
import cn.fupin.project.delivery.ProjectEvent.ProjectContracted;
import cn.fupin.project.delivery.ProjectEvent.ProjectProposed;
import java.util.List;
import java.util.Map;

/**
 * Which step a project may take next. What is final is refused before what may only be late: a
 * client should not wait for a look-up that cannot help.
 */
enum ProjectDecider implements Decider<ProjectCommand, Project, ProjectEvent> {
    INSTANCE;

    private static final int MOST_FACTS = 10;

    @Override
    public Project initial() {
        return new None();
    }

    @Override
    public Project evolve(Project state, ProjectEvent event) {
        return Project.evolve(state, event);
    }

    @Override
    public String region(Project state) {
        return ((Begun) state).region();
    }

    @Override
    public List<ProjectEvent> decide(ProjectCommand command, Project state) {
        var today = Shanghai.dateOf(command.receivedAt());
        if (command.on().isAfter(today)) throw new Refused(IN_THE_FUTURE);
        var event =
                switch (command) {
                    case ProposeProject c -> propose(c, state);
                    case ApproveProject c -> approve(c, state);
                    case SignContract c -> contract(c, state);
                    case ReportProgress c -> report(c, state);
                    case AcceptProject c -> accept(c, state);
                    case NameBeneficiaries c -> name(c, state);
                };
        return List.of(event);
    }

    private static ProjectEvent propose(ProposeProject c, Project state) {
        if (!(state instanceof None)) throw new Refused(ALREADY_PROPOSED);
        var p = c.proposal();
        if (!c.regionListed()) {
            throw new Refused(REGION_NOT_KNOWN_YET, Map.of("regions", List.of(p.region())));
        }
        return new ProjectProposed(
                p.projectId(),
                p.region(),
                p.name(),
                p.kind(),
                p.budgetFen(),
                p.plannedOutputs(),
                p.proposedBy(),
                p.assumed(),
                p.proposedOn());
    }

    private static ProjectEvent approve(ApproveProject c, Project state) {
        if (!(state instanceof Proposed proposed)) throw new Refused(NOT_AWAITING_APPROVAL);
        inOrder(c, proposed);
        return new ProjectApproved(
                c.projectId(), c.libraryYear(), c.decidedBy(), c.assumed(), c.approvedOn());
    }

    private static ProjectEvent contract(SignContract c, Project state) {
        if (!(state instanceof Approved approved)) throw new Refused(NOT_AWAITING_CONTRACT);
        inOrder(c, approved);
        var budgetFen = approved.budgetFen();
        var contractFen = c.contractFen();
        if (budgetFen != null && contractFen != null && contractFen > budgetFen) {
            throw new Refused(CONTRACT_ABOVE_BUDGET, Map.of("budgetFen", budgetFen));
        }
        return new ProjectContracted(
                c.projectId(),
                c.contractNo(),
                c.contractor(),
                contractFen,
                c.assumed(),
                c.signedOn());
    }

    private static ProjectEvent report(ReportProgress c, Project state) {
        if (!(state instanceof Contracted contracted)) throw new Refused(NOT_UNDER_CONTRACT);
        inOrder(c, contracted);
        if (c.percent() < contracted.percent()) {
            throw new Refused(PROGRESS_DECREASES, Map.of("reached", contracted.percent()));
        }
        return new ProgressReported(c.projectId(), c.percent(), c.assumed(), c.reportedOn());
    }

    private static ProjectEvent accept(AcceptProject c, Project state) {
        if (!(state instanceof Contracted contracted)) throw new Refused(NOT_UNDER_CONTRACT);
        inOrder(c, contracted);
        if (contracted.percent() < 100) {
            throw new Refused(NOT_COMPLETE, Map.of("reached", contracted.percent()));
        }
        var a = c.acceptance();
        var unknown =
                a.served().stream()
                        .map(Served::region)
                        .filter(region -> !c.listedRegions().contains(region))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new Refused(REGION_NOT_KNOWN_YET, Map.of("regions", firstOf(unknown)));
        }
        return new ProjectAccepted(
                a.projectId(),
                a.acceptedBy(),
                a.outputs(),
                a.served(),
                a.assumed(),
                a.acceptedOn());
    }

    private static ProjectEvent name(NameBeneficiaries c, Project state) {
        if (!(state instanceof InLibrary project)) throw new Refused(NOT_IN_LIBRARY);
        if (project.named()) throw new Refused(BENEFICIARIES_ALREADY_NAMED);
        inOrder(c, project);
        var n = c.naming();
        var ids = n.households().stream().map(Beneficiary::householdId).toList();
        var known = c.registered();
        var outside =
                ids.stream()
                        .filter(id -> known.containsKey(id) && !known.get(id).on(n.namedOn()))
                        .toList();
        if (!outside.isEmpty()) {
            throw new Refused(
                    HOUSEHOLD_NOT_REGISTERED_THEN, Map.of("householdIds", firstOf(outside)));
        }
        var unknown = ids.stream().filter(id -> !known.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            throw new Refused(HOUSEHOLD_NOT_KNOWN_YET, Map.of("householdIds", firstOf(unknown)));
        }
        return new BeneficiariesNamed(n.projectId(), n.households(), n.assumed(), n.namedOn());
    }

    private static void inOrder(ProjectCommand c, Begun project) {
        if (c.on().isBefore(project.lastOn())) {
            throw new Refused(BEFORE_LAST_STEP, Map.of("earliest", project.lastOn()));
        }
    }

    /** An answer names a few, not two thousand. */
    private static List<String> firstOf(List<String> all) {
        return all.stream().limit(MOST_FACTS).toList();
    }
}
