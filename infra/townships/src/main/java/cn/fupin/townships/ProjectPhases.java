package cn.fupin.townships;

import cn.fupin.townships.Households.Household;
import cn.fupin.townships.LoadPlan.Clerk;
import cn.fupin.townships.LoadPlan.Target;
import cn.fupin.townships.Township.Project;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Projects up to their contract, and after the money from completion to the households they help.
 */
final class ProjectPhases {
    private final Phases phases;
    private final Township t;

    ProjectPhases(Phases phases) {
        this.phases = phases;
        this.t = phases.township;
    }

    void addBeginnings() {
        each("项目申报", "project proposals", Clerk.TOWNSHIP, this::propose);
        each("项目入库", "project approvals", Clerk.COUNTY, this::approve);
        each("项目合同", "project contracts", Clerk.COUNTY, this::contract);
    }

    void addEnds(List<Households> batches) {
        each("项目完工", "projects complete", Clerk.TOWNSHIP, this::complete);
        each("项目验收", "project acceptances", Clerk.COUNTY, this::accept);
        each("项目受益户", "beneficiaries", Clerk.TOWNSHIP, p -> nameBeneficiaries(p, batches));
    }

    private void each(String zh, String en, Clerk clerk, Consumer<Project> send) {
        phases.begin(zh, en, Target.PROJECT, clerk);
        t.projects().forEach(send);
    }

    private void send(Project p, String step, Record body) {
        phases.send("/projects/", phases.ids.of("project", p.id()), "/" + step, body);
    }

    private void propose(Project p) {
        send(
                p,
                "proposal",
                new Requests.Proposal(
                        p.region(),
                        p.name(),
                        p.kind(),
                        p.budgetFen(),
                        p.plannedOutputs(),
                        p.proposedBy(),
                        p.assumed(),
                        p.proposedOn()));
    }

    private void approve(Project p) {
        var a = p.approval();
        send(
                p,
                "approval",
                new Requests.ProjectApproval(
                        a.libraryYear(), a.decidedBy(), a.assumed(), a.approvedOn()));
    }

    private void contract(Project p) {
        var c = p.contract();
        if (c != null) {
            send(
                    p,
                    "contract",
                    new Requests.Contract(
                            c.contractNo(),
                            c.contractor(),
                            c.contractFen(),
                            c.assumed(),
                            c.signedOn()));
        }
    }

    private void complete(Project p) {
        var a = p.acceptance();
        if (a != null) {
            send(p, "progress", new Requests.ProgressReport(100, a.assumed(), a.acceptedOn()));
        }
    }

    private void accept(Project p) {
        var a = p.acceptance();
        if (a != null) {
            send(
                    p,
                    "acceptance",
                    new Requests.Acceptance(
                            a.acceptedBy(), a.outputs(), a.served(), a.assumed(), a.acceptedOn()));
        }
    }

    private void nameBeneficiaries(Project p, List<Households> batches) {
        var named = p.beneficiaries();
        if (named != null) {
            send(
                    p,
                    "beneficiaries",
                    new Requests.Naming(shares(named, batches), named.assumed(), named.namedOn()));
        }
    }

    /** Households on the register of that batch, taken at even steps, in equal shares. */
    private static List<Requests.Share> shares(
            Township.Beneficiaries named, List<Households> batches) {
        List<Household> kept =
                batches.stream()
                        .filter(b -> b.batch().id().equals(named.batch()))
                        .flatMap(b -> b.kept().stream())
                        .toList();
        int step = kept.size() / named.households();
        long[] basisPoints =
                Shares.inProportion(10_000, Collections.nCopies(named.households(), 1));
        return IntStream.range(0, named.households())
                .mapToObj(i -> new Requests.Share(kept.get(i * step).id(), basisPoints[i]))
                .toList();
    }
}
