package cn.fupin.townships;

import cn.fupin.townships.Township.Chosen;
import cn.fupin.townships.Township.Exit;
import cn.fupin.townships.Township.Helpers;
import cn.fupin.townships.Township.MemberChange;
import cn.fupin.townships.Township.PolicyPart;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens to households on the register: of batches there are, in the order of the steps. */
final class LifeChecks {
    private final Township t;
    private final Findings findings;

    LifeChecks(Findings findings) {
        this.t = findings.township;
        this.findings = findings;
    }

    void check() {
        leaders();
        for (int i = 0; i < t.reverifications().size(); i++) {
            chosen("/reverifications/" + i, t.reverifications().get(i).of());
        }
        for (int i = 0; i < t.measures().size(); i++) {
            chosen("/measures/" + i, t.measures().get(i).of());
        }
        for (int i = 0; i < t.policies().size(); i++) {
            policy("/policies/" + i, t.policies().get(i));
        }
        for (int i = 0; i < t.plans().size(); i++) {
            var plan = t.plans().get(i);
            chosen("/plans/" + i, plan.of());
            if (plan.toYear() < plan.fromYear()) {
                findings.find("/plans/" + i + "/toYear", "早于起始年", "is before fromYear");
            }
        }
        for (int i = 0; i < t.visits().size(); i++) {
            var visits = t.visits().get(i);
            chosen("/visits/" + i, visits.of());
            span("/visits/" + i, visits.from(), visits.to());
        }
        for (int i = 0; i < t.exits().size(); i++) {
            exit("/exits/" + i, t.exits().get(i));
        }
        for (int i = 0; i < t.exitPlans().size(); i++) {
            chosen("/exitPlans/" + i, t.exitPlans().get(i).of());
        }
        changes("/joinings/", t.joinings());
        changes("/leavings/", t.leavings());
    }

    private void leaders() {
        Map<String, Integer> households = new HashMap<>();
        for (int i = 0; i < t.leaders().size(); i++) {
            var leader = t.leaders().get(i);
            chosen("/leaders/" + i, leader.of());
            long most =
                    Rules.inForce(
                            t,
                            "helper-households-max",
                            leader.assignedOn(),
                            Rules.USUAL_HELPER_HOUSEHOLDS);
            if (households.merge(leader.name(), leader.of().households(), Integer::sum) > most) {
                findings.find(
                        "/leaders/" + i + "/of/households",
                        "多于规则所许的 " + most + " 户",
                        "is more than the rule's " + most);
            }
        }
    }

    private void chosen(String at, Chosen of) {
        findings.batches(at + "/of/batches", of.batches());
        for (int v = 0; v < of.villages().size(); v++) {
            findings.village(at + "/of/villages/" + v, of.villages().get(v));
        }
        Integer persons = of.persons();
        if (persons != null) {
            findings.possible(at + "/of/persons", of.households(), persons);
        }
    }

    private void policy(String at, PolicyPart part) {
        var of = part.of();
        if (of == null) {
            findings.batches(at + "/batches", part.batches());
        } else {
            chosen(at, of);
        }
        LocalDate appliedOn = part.appliedOn();
        LocalDate since = part.since();
        if (appliedOn != null && since != null) {
            findings.inOrder(at + "/", "appliedOn", appliedOn, "since", since);
        }
        String measure = part.measure();
        if (measure != null && t.measures().stream().noneMatch(m -> measure.equals(m.measure()))) {
            findings.find(at + "/measure", "没有列入此项措施的农户", "no household has this measure");
        }
        String among = part.among();
        if (among != null
                && t.policies().stream()
                        .takeWhile(earlier -> earlier != part)
                        .noneMatch(earlier -> among.equals(earlier.policy()))) {
            findings.find(at + "/among", "前面没有此项政策", "no part before this one is of it");
        }
    }

    private void exit(String at, Exit exit) {
        chosen(at, exit.of());
        var s = exit.stages();
        findings.inOrder(
                at + "/stages/",
                "proposedOn",
                s.proposedOn(),
                "verifiedOn",
                s.verifiedOn(),
                "agreedOn",
                s.agreedOn(),
                "noticePostedOn",
                s.noticePostedOn(),
                "noticeClosedOn",
                s.noticeClosedOn(),
                "exitedOn",
                s.exitedOn());
        findings.lasts(
                at + "/stages/noticeClosedOn",
                "exit-notice-days",
                s.noticePostedOn(),
                s.noticeClosedOn());
        var said = exit.announcement();
        if (said != null) {
            findings.inOrder(
                    at + "/announcement/",
                    "exitedOn",
                    s.exitedOn(),
                    "announcedOn",
                    said.announcedOn());
        }
        findings.lineOf(at + "/incomeYear", exit.incomeYear());
        if (exit.incomeYear() > s.verifiedOn().getYear()) {
            findings.find(at + "/incomeYear", "晚于核实年份", "is after the year of the verification");
        }
        for (var batch : t.identification()) {
            if (among(batch, exit) && exit.incomeYear() <= batch.incomeYear()) {
                findings.find(
                        at + "/incomeYear",
                        "不晚于批次 " + batch.id() + " 识别所用收入的年度 " + batch.incomeYear(),
                        "is not after "
                                + batch.incomeYear()
                                + ", by whose income batch "
                                + batch.id()
                                + " was identified");
            }
        }
        // Naming a helper is a step of the household's: none may be dated after a later one.
        for (Helpers helpers : t.helpers()) {
            if (share(helpers.batches(), exit.of().batches())) {
                findings.inOrder(
                        at + "/stages/",
                        "assignedOn",
                        helpers.assignedOn(),
                        "proposedOn",
                        s.proposedOn());
            }
        }
    }

    /** Whose households may be chosen: on the register by the day of the proposal. */
    private static boolean among(Township.Batch batch, Exit exit) {
        return share(List.of(batch.id()), exit.of().batches())
                && !batch.stages().announcedOn().isAfter(exit.stages().proposedOn());
    }

    private static boolean share(List<String> these, List<String> those) {
        return these.isEmpty() || those.isEmpty() || !Collections.disjoint(these, those);
    }

    private void changes(String at, List<MemberChange> changes) {
        for (int i = 0; i < changes.size(); i++) {
            findings.batches(at + i + "/batches", changes.get(i).batches());
            span(at + i, changes.get(i).from(), changes.get(i).to());
        }
    }

    private void span(String at, LocalDate from, LocalDate to) {
        findings.inOrder(at + "/", "from", from, "to", to);
    }
}
