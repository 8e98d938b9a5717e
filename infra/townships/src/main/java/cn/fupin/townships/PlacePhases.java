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
        t.activities().trainings().forEach(this::train);
        t.activities().surveyRounds().forEach(r -> hold("survey-rounds", r));
        t.activities().inspections().forEach(r -> hold("inspections", r));
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
                        d.listedOn()));
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

    private void train(Township.Training x) {
        phases.region(
                x.region(),
                "training",
                new Requests.Training(x.classes(), x.personTimes(), x.assumed(), x.heldOn()));
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
