package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.File.Assigned;
import cn.fupin.household.household.FileCommand.*;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.FileEvent.ExitPlanDropped;
import cn.fupin.household.household.Household.Active;
import cn.fupin.household.household.Household.Candidate;
import cn.fupin.household.household.Household.Enrolled;
import cn.fupin.household.household.Household.Exited;
import cn.fupin.household.household.Household.OnRegister;
import cn.fupin.household.household.PlanDetails.PlannedMeasure;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** 一户一档: yearly income, visits, plans, measures, planned exits, re-verification. */
final class HouseholdFile {
    private HouseholdFile() {}

    static HouseholdEvent decide(FileCommand command, Household state) {
        return switch (command) {
            case RecordIncome c -> income(c, onFile(c, state));
            case VisitHousehold c -> visit(c, onFile(c, state));
            case AdoptPlan c -> plan(c, onFile(c, state));
            case DoPlannedMeasure c -> done(c, onFile(c, state));
            case AssignMeasure c -> assign(c, onFile(c, state));
            case PlanExit c -> planExit(c, onRegister(c, state));
            case DropExitPlan c -> drop(c, onRegister(c, state));
            case ReverifyHousehold c -> reverify(c, looked(c, state));
            case ClearExclusion c -> clear(c, state);
        };
    }

    private static IncomeRecorded income(RecordIncome c, Active household) {
        Identification.notOfALaterYear(c.incomeYear(), c.on());
        var income = c.income();
        return new IncomeRecorded(
                c.householdId(),
                c.on(),
                c.incomeYear(),
                c.wageFen(),
                c.businessFen(),
                c.transferFen(),
                c.propertyFen(),
                c.costFen(),
                income.netFen(),
                income.fenPerHead(persons(household, c.on())),
                c.assumed(),
                c.evidence());
    }

    private static HouseholdVisited visit(VisitHousehold c, Active household) {
        return new HouseholdVisited(
                c.householdId(),
                c.on(),
                c.visitedBy(),
                Objects.requireNonNullElse(c.purpose(), VisitPurpose.VISIT),
                c.assumed(),
                c.channel(),
                c.note(),
                c.evidence());
    }

    private static PlanAdopted plan(AdoptPlan c, Active household) {
        if (c.toYear() < c.on().getYear()) throw new Refused(YEAR_BEFORE_THE_STEP);
        partOfTheThreeYears(c, household.file().plans());
        return new PlanAdopted(
                c.householdId(),
                c.on(),
                c.kind(),
                c.fromYear(),
                c.toYear(),
                c.measures(),
                c.assumed(),
                c.evidence(),
                c.goals(),
                c.planned());
    }

    /** What a year's plan says it is part of stands in the plan of the three years. */
    private static void partOfTheThreeYears(AdoptPlan c, Plans plans) {
        if (c.planned() == null) return;
        var codes = plans.ofThreeYears(c.fromYear());
        for (var one : c.planned()) {
            if (one.ofCode() != null && !codes.contains(one.ofCode())) {
                throw new Refused(
                        NOT_IN_THE_THREE_YEAR_PLAN, Map.of("code", one.ofCode(), "codes", codes));
            }
        }
    }

    private static PlannedMeasureDone done(DoPlannedMeasure c, Active household) {
        var plan = household.file().plans().of(c.kind(), c.fromYear());
        if (plan == null) throw new Refused(NO_SUCH_PLAN);
        var measure = plan.of(c.code()).orElseThrow(() -> new Refused(NO_SUCH_PLANNED_MEASURE));
        if (household.file().plans().isDone(plan, measure)) {
            throw new Refused(PLANNED_MEASURE_DONE);
        }
        if ((measure.quantity() == null) != (c.quantity() == null)) {
            throw new Refused(
                    measure.quantity() == null ? NOT_COUNTED_IN_THE_PLAN : COUNTED_IN_THE_PLAN);
        }
        if (c.on().getYear() < c.fromYear()) {
            throw new Refused(BEFORE_THE_PLAN, Map.of("fromYear", c.fromYear()));
        }
        if (c.quantity() != null) noMoreThanPlanned(c, household.file().plans(), plan, measure);
        return new PlannedMeasureDone(
                c.householdId(),
                c.on(),
                c.kind(),
                c.fromYear(),
                c.code(),
                c.quantity(),
                c.amountFen(),
                c.note(),
                c.assumed(),
                c.evidence());
    }

    /**
     * A slip of the pen, 500 for 5, would pass for done otherwise; who means to do more adopts a
     * plan that says so.
     */
    private static void noMoreThanPlanned(
            DoPlannedMeasure c, Plans plans, Plans.Plan plan, PlannedMeasure measure) {
        var planned = Objects.requireNonNull(measure.quantity());
        var left = plans.left(plan, measure, planned);
        if (Objects.requireNonNull(c.quantity()).compareTo(left) <= 0) return;
        throw new Refused(MORE_THAN_PLANNED, Map.of("planned", planned, "left", left));
    }

    private static MeasureAssigned assign(AssignMeasure c, Active household) {
        var assigned = new Assigned(c.measure(), c.scheme());
        if (household.file().measures().stream().anyMatch(assigned::isTheSameAs))
            throw new Refused(SAME_MEASURE);
        return new MeasureAssigned(
                c.householdId(),
                c.on(),
                c.measure(),
                c.scheme(),
                persons(household, c.on()),
                c.assumed(),
                c.evidence());
    }

    /** Never moves the household: only an exit does. */
    private static ExitPlanned planExit(PlanExit c, OnRegister household) {
        if (c.year() < c.on().getYear()) throw new Refused(YEAR_BEFORE_THE_STEP);
        return new ExitPlanned(
                c.householdId(),
                c.on(),
                c.year(),
                c.decidedBy(),
                persons(household, c.on()),
                c.assumed(),
                c.evidence());
    }

    private static ExitPlanDropped drop(DropExitPlan c, OnRegister household) {
        var planned = household.registration().help().exitPlannedOn();
        if (planned == null) throw new Refused(NO_EXIT_PLAN);
        if (c.on().isBefore(planned)) {
            throw new Refused(BEFORE_THE_EXIT_PLAN, Map.of("plannedOn", planned.toString()));
        }
        return new ExitPlanDropped(
                c.householdId(), c.on(), c.reason(), c.decidedBy(), c.assumed(), c.evidence());
    }

    private static HouseholdReverified reverify(ReverifyHousehold c, Enrolled household) {
        var asked = c.asked();
        InARound.check(asked.roundId(), c.known(), null, household.file(), c.on());
        if (asked.roundId() != null && household.file().keptIn().contains(asked.roundId())) {
            throw new Refused(KEPT_IN_THE_ROUND_ALREADY);
        }
        return new HouseholdReverified(
                c.householdId(),
                c.on(),
                asked.round(),
                asked.decidedBy(),
                persons(household, c.on()),
                asked.assumed(),
                asked.roundId(),
                asked.evidence());
    }

    /** A round looks at those too who exited 回头看; without one it is the register's alone. */
    private static Enrolled looked(ReverifyHousehold c, Household state) {
        if (c.asked().roundId() == null || !(state instanceof Exited household)) {
            return onRegister(c, state);
        }
        onRegisterSince(c, household);
        return household;
    }

    /** Whom it may stand in the way of: also of a household that only applied. */
    private static ExclusionCleared clear(ClearExclusion c, Household state) {
        if (!(state instanceof Active household)) throw new Refused(HOUSEHOLD_ENDED);
        Families.notBeforeOpening(household, c.on());
        var file = household.file();
        if (!file.family().has(c.personId(), c.on())) throw new Refused(NOT_A_MEMBER);
        if (file.isCleared(c.personId(), c.item(), c.on())) throw new Refused(ALREADY_CLEARED);
        return new ExclusionCleared(
                c.householdId(),
                c.on(),
                c.personId(),
                c.item(),
                c.grounds(),
                c.decidedBy(),
                c.evidence(),
                c.assumed());
    }

    /** On file, on the register or exited; what any other candidate has is in its survey. */
    private static Active onFile(FileCommand c, Household state) {
        if (!(state instanceof Active active)
                || state instanceof Candidate candidate && candidate.onFile() == null) {
            throw new Refused(NOT_ON_FILE);
        }
        Families.notBeforeOpening(active, c.on());
        return active;
    }

    private static OnRegister onRegister(FileCommand c, Household state) {
        if (!(state instanceof OnRegister household)) throw new Refused(NOT_ON_THE_REGISTER);
        onRegisterSince(c, household);
        return household;
    }

    private static void onRegisterSince(FileCommand c, Enrolled household) {
        var since = household.registration().since();
        if (c.on().isBefore(since)) {
            throw new Refused(NOT_YET_ON_THE_REGISTER, Map.of("registeredOn", since.toString()));
        }
        // one that was split off is registered since before there was a file of its own
        Families.notBeforeOpening(household, c.on());
    }

    private static int persons(Active household, LocalDate on) {
        return household.file().family().personsOn(on);
    }
}
