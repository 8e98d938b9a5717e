package cn.fupin.townships;

import cn.fupin.townships.LoadPlan.Clerk;
import cn.fupin.townships.LoadPlan.Target;
import cn.fupin.townships.Township.Rounds;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Regions, what rules hold in them, what is known of them and what was done there. */
final class PlacePhases {
    private final Phases phases;
    private final Township t;

    PlacePhases(Phases phases) {
        this.phases = phases;
        this.t = phases.township;
    }

    void add() {
        phases.begin("区划", "regions", Target.HOUSEHOLD, Clerk.COUNTY);
        t.divisions().forEach(this::list);
        phases.begin("扶贫标准、规则与指标", "poverty lines, rules, quotas", Target.HOUSEHOLD, Clerk.COUNTY);
        t.povertyLines().forEach(this::set);
        t.rules().forEach(this::enact);
        t.quotas().forEach(this::allocate);
        phases.begin("镇情与活动", "facts and activities", Target.HOUSEHOLD, Clerk.TOWNSHIP);
        t.facts().forEach(this::record);
        organise();
        t.activities().trainings().forEach(this::train);
        t.activities().surveyRounds().forEach(r -> hold("survey-rounds", r));
        t.activities().inspections().forEach(r -> hold("inspections", r));
        phases.begin("识别贫困村", "poor villages", Target.HOUSEHOLD, Clerk.COUNTY);
        t.activities().poorVillages().forEach(this::identify);
    }

    private void list(Township.Division d) {
        phases.region(
                d.code(),
                "listing",
                new Requests.Listing(
                        d.code(),
                        d.name(),
                        d.level().name(),
                        d.parent(),
                        d.sample(),
                        d.villageType(),
                        d.listedOn()));
    }

    /** After all that happened under the old codes: in a superseded village nobody applies. */
    void supersede() {
        phases.begin("区划变更", "changes of divisions", Target.HOUSEHOLD, Clerk.COUNTY);
        for (var s : t.successions()) {
            phases.region(
                    s.region(),
                    "succession",
                    new Requests.Succession(
                            s.successors(), s.documentNo(), s.assumed(), s.supersededOn()));
        }
    }

    private void set(Township.PovertyLine l) {
        phases.send(
                "/poverty-lines/",
                "povertyline-" + l.region() + "-" + l.year(),
                "/setting",
                new Requests.LineSetting(
                        l.region(),
                        l.year(),
                        l.lineFenPerYear(),
                        l.incomeConcept(),
                        l.documentNo(),
                        l.setOn()));
    }

    private void enact(Township.Rule r) {
        phases.send(
                "/rules/",
                "rule-" + r.region() + "-" + r.code(),
                "/enactment",
                new Requests.RuleEnactment(
                        r.region(),
                        r.code(),
                        r.value(),
                        r.unit(),
                        r.effectiveFrom(),
                        r.source(),
                        r.assumed()));
    }

    private void allocate(Township.Quota q) {
        phases.send(
                "/quotas/",
                "quota-" + q.region() + "-" + q.year(),
                "/allocation",
                new Requests.QuotaAllocation(
                        q.region(),
                        q.year(),
                        q.persons(),
                        q.ceilingPersons(),
                        q.decidedBy(),
                        q.assumed(),
                        q.allocatedOn()));
    }

    private void record(Township.RegionFact f) {
        phases.region(
                f.region(),
                "facts",
                new Requests.Fact(
                        f.measure(), f.value(), f.unit(), f.approximate(), f.assumed(), f.asOf()));
    }

    private void organise() {
        var a = t.activities();
        for (var m : a.meetings()) {
            phases.region(
                    m.region(),
                    "meeting",
                    new Requests.Meeting(m.kind(), m.title(), m.assumed(), m.heldOn()));
        }
        for (var d : a.documents()) {
            phases.region(
                    d.region(),
                    "policy-document",
                    new Requests.Document(
                            d.documentNo(), d.title(), d.issuedBy(), d.assumed(), d.issuedOn()));
        }
        for (var w : a.workTeams()) {
            phases.region(
                    w.region(),
                    "work-team",
                    new Requests.WorkTeam(
                            w.team(), w.kind(), w.level(), w.units(), w.assumed(), w.formedOn()));
        }
        for (var s : a.staff()) {
            phases.region(
                    s.region(),
                    "staff",
                    new Requests.Staff(s.kind(), s.persons(), s.assumed(), s.appointedOn()));
        }
        for (var u : a.unitContacts()) {
            phases.region(
                    u.region(),
                    "unit-contact",
                    new Requests.UnitContact(
                            u.unit(), u.households(), u.assumed(), u.assignedOn()));
        }
        for (var r : a.rechecks()) {
            for (String village : r.villages()) {
                phases.region(
                        village,
                        "village-exit-recheck",
                        new Requests.Recheck(r.decidedBy(), r.assumed(), r.recheckedOn()));
            }
        }
    }

    private void train(Township.Training x) {
        phases.region(
                x.region(),
                "training",
                new Requests.Training(
                        x.classes(), x.personTimes(), x.persons(), x.assumed(), x.heldOn()));
    }

    private void hold(String what, Rounds r) {
        long days = ChronoUnit.DAYS.between(r.from(), r.to());
        for (int i = 0; i < r.count(); i++) {
            LocalDate on = r.from().plusDays(r.count() == 1 ? 0 : days * i / (r.count() - 1));
            phases.region(r.region(), what, new Requests.Held(r.assumed(), on));
        }
    }

    private void identify(Township.PoorVillages poor) {
        for (String village : poor.villages()) {
            phases.region(
                    village,
                    "poor-village",
                    new Requests.PoorVillage(
                            poor.decidedBy(), poor.assumed(), poor.identifiedOn()));
        }
    }
}
