package cn.fupin.townships;

import cn.fupin.townships.Township.Project;
import cn.fupin.townships.Township.Removal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** A project's steps in their order; it serves villages and groups that there are. */
final class ProjectChecks {
    private final Township t;
    private final Findings findings;

    ProjectChecks(Findings findings) {
        this.t = findings.township;
        this.findings = findings;
    }

    void check() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < t.projects().size(); i++) {
            Project p = t.projects().get(i);
            String at = "/projects/" + i;
            findings.unique(ids, at + "/id", p.id());
            findings.known(at + "/region", p.region());
            findings.inOrder(
                    at + "/approval/",
                    "proposedOn",
                    p.proposedOn(),
                    "approvedOn",
                    p.approval().approvedOn());
            contract(at + "/contract/", p);
            acceptance(at + "/acceptance", p);
            beneficiaries(at + "/beneficiaries", p);
        }
    }

    private void contract(String at, Project p) {
        var contract = p.contract();
        if (contract == null) {
            return;
        }
        findings.inOrder(
                at, "approvedOn", p.approval().approvedOn(), "signedOn", contract.signedOn());
        Long budgetFen = p.budgetFen();
        Long contractFen = contract.contractFen();
        if (budgetFen != null && contractFen != null && contractFen > budgetFen) {
            findings.find(at + "contractFen", "合同金额超过预算", "the contract is above the budget");
        }
    }

    private void acceptance(String at, Project p) {
        var acceptance = p.acceptance();
        if (acceptance == null) {
            return;
        }
        var contract = p.contract();
        if (contract == null) {
            findings.find(at, "没有合同不能验收", "cannot be accepted without a contract");
        } else {
            findings.inOrder(
                    at + "/",
                    "signedOn",
                    contract.signedOn(),
                    "acceptedOn",
                    acceptance.acceptedOn());
        }
        Set<String> villages = new HashSet<>();
        for (int v = 0; v < acceptance.served().size(); v++) {
            var served = acceptance.served().get(v);
            String servedAt = at + "/served/" + v;
            var village = findings.village(servedAt + "/region", served.region());
            findings.unique(villages, servedAt + "/region", served.region());
            if (village != null && served.groups() > village.groups()) {
                findings.find(
                        servedAt + "/groups",
                        "该村只有 " + village.groups() + " 个组",
                        "the village has only " + village.groups() + " groups");
            }
        }
    }

    private void beneficiaries(String at, Project p) {
        var named = p.beneficiaries();
        if (named == null) {
            return;
        }
        findings.inOrder(at + "/", "project", lastStep(p), "namedOn", named.namedOn());
        int removed =
                t.removals().stream()
                        .filter(r -> r.batch().equals(named.batch()))
                        .mapToInt(Removal::households)
                        .sum();
        var batch =
                t.identification().stream().filter(b -> b.id().equals(named.batch())).findFirst();
        if (batch.isEmpty()) {
            findings.find(
                    at + "/batch", "没有这一批次:" + named.batch(), "no such batch: " + named.batch());
            return;
        }
        findings.inOrder(
                at + "/",
                "announcedOn",
                batch.get().stages().announcedOn(),
                "namedOn",
                named.namedOn());
        if (named.households() > batch.get().households() - removed) {
            findings.find(at + "/households", "多于在册户数", "more than the households on the register");
        }
    }

    private static LocalDate lastStep(Project p) {
        if (p.acceptance() != null) {
            return p.acceptance().acceptedOn();
        }
        return p.contract() != null ? p.contract().signedOn() : p.approval().approvedOn();
    }
}
