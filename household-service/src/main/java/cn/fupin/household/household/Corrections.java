package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionCommand.*;
import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.Household.Enrolled;
import cn.fupin.household.household.Household.Finding;
import cn.fupin.household.household.Household.Known;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Nothing is edited: a correction names the fact it corrects, and two persons stand for it. */
final class Corrections {
    private static final Set<String> SURVEYS = Set.of("HouseholdSurveyed", "SurveyCorrected");
    private static final Set<String> CAUSES =
            Set.of("HouseholdRegistered", "HouseholdRelapsed", "CausesCorrected");
    private static final Set<String> NUMBERS =
            Set.of("HouseholdNumbered", "HouseholdNumberCorrected");
    private static final Set<String> RELAPSES =
            Set.of("HouseholdRelapsed", "RelapseIncomeCorrected");

    private static final Set<String> CAME_OR_WENT = Set.of("MemberJoined", "MemberLeft");

    private Corrections() {}

    static List<HouseholdEvent> decide(CorrectionCommand command, Household state) {
        return switch (command) {
            case CorrectSurvey c -> List.of(survey(c, state));
            case CorrectCauses c -> List.of(causes(c, state));
            case CorrectRelapseIncome c -> List.of(relapse(c, state));
            case CorrectHouseholdNumber c -> List.of(number(c, state));
            case OfMembers c -> MemberCorrections.decide(c, state);
            case TakeBack c -> List.of(WrongEntries.decide(c, state));
            case CorrectMemberDay c -> day(c, state);
        };
    }

    private static SurveyCorrected survey(CorrectSurvey c, Household state) {
        var household = check(c, state, SURVEYS);
        var asked = c.asked();
        Identification.notOfALaterYear(asked.incomeYear(), c.on());
        var registration = Household.registration(household);
        if (registration != null) registration.surveyMayBeOf(asked.incomeYear());
        var income = asked.income();
        return new SurveyCorrected(
                c.householdId(),
                c.on(),
                asked.correctsEventId(),
                asked.reason(),
                asked.approvedBy(),
                asked.incomeYear(),
                asked.wageFen(),
                asked.businessFen(),
                asked.transferFen(),
                asked.propertyFen(),
                asked.costFen(),
                income.netFen(),
                income.fenPerHead(household.file().family().personsOn(surveyedOn(c))),
                asked.evidence(),
                asked.waterSafe(),
                asked.housingSafe());
    }

    /** The income is divided by those who were members when it was asked for. */
    private static LocalDate surveyedOn(CorrectSurvey c) {
        return Objects.requireNonNull(c.corrected()).occurredOn();
    }

    private static CausesCorrected causes(CorrectCauses c, Household state) {
        check(c, state, CAUSES);
        var asked = c.asked();
        Identification.causes(asked.mainCause(), asked.otherCauses());
        return new CausesCorrected(
                c.householdId(),
                c.on(),
                asked.correctsEventId(),
                asked.reason(),
                asked.approvedBy(),
                asked.mainCause(),
                asked.otherCauses(),
                asked.evidence(),
                Objects.requireNonNull(c.corrected()).relapsedOn());
    }

    /** Of the number it has: one that was taken back is given anew. */
    private static HouseholdNumberCorrected number(CorrectHouseholdNumber c, Household state) {
        var was = check(c, state, NUMBERS).file().number();
        if (was == null) throw new Refused(HOUSEHOLD_IS_NOT_NUMBERED);
        if (!c.ofItsNumber()) throw new Refused(NUMBERED_ANEW_SINCE);
        var asked = c.asked();
        if (was.householdNumber().equals(asked.householdNumber())) {
            throw new Refused(RECORDED_SO_ALREADY);
        }
        return new HouseholdNumberCorrected(
                c.householdId(),
                c.on(),
                asked.correctsEventId(),
                asked.reason(),
                asked.approvedBy(),
                asked.householdNumber(),
                was.householdNumber(),
                was.on(),
                asked.evidence());
    }

    /** An income that would undo the relapse is no correction of it. */
    private static RelapseIncomeCorrected relapse(CorrectRelapseIncome c, Household state) {
        if (!(check(c, state, RELAPSES) instanceof Enrolled household)) {
            throw new Refused(HOUSEHOLD_ENDED);
        }
        var asked = c.asked();
        var relapsedOn = Objects.requireNonNull(Objects.requireNonNull(c.corrected()).relapsedOn());
        Identification.notOfALaterYear(asked.incomeYear(), relapsedOn);
        var registration = household.registration();
        if (!registration.relapsedOn(relapsedOn)) throw new Refused(CORRECTED_EVENT_UNKNOWN);
        registration.relapseMayBeOf(asked.incomeYear(), relapsedOn);
        var finding = new Finding(asked.incomeYear(), asked.incomeFenPerHead());
        var standard = registration.standardOn(relapsedOn);
        var line = Identification.belowTheLine(finding, c.line(), standard);
        return new RelapseIncomeCorrected(
                c.householdId(),
                c.on(),
                asked.correctsEventId(),
                asked.reason(),
                asked.approvedBy(),
                relapsedOn,
                asked.incomeYear(),
                asked.incomeFenPerHead(),
                line.povertyLineId(),
                line.lineFenPerYear(),
                asked.evidence());
    }

    private static List<HouseholdEvent> day(CorrectMemberDay c, Household state) {
        var household = check(c, state, CAME_OR_WENT);
        if (c.said() == null) throw new Refused(CORRECTS_ANOTHER_KIND);
        return MemberDays.decide(c, household);
    }

    /** Whoever enters a correction may not approve it. */
    static void fourEyes(CorrectionCommand c) {
        FourEyes.check(c.approvedBy(), c.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
    }

    /**
     * The fact a correction names: one of this very household, of a kind that is put right this way
     * and no later than the correction.
     *
     * @param named null when the household's stream has no such event
     */
    static <T> T fact(
            @Nullable T named, Predicate<T> kind, Function<T, LocalDate> day, LocalDate on) {
        if (named == null) throw new Refused(CORRECTED_EVENT_UNKNOWN);
        if (!kind.test(named)) throw new Refused(CORRECTS_ANOTHER_KIND);
        if (on.isBefore(day.apply(named))) throw new Refused(CORRECTION_BEFORE_FACT);
        return named;
    }

    private static Known check(OfAnEvent c, Household state, Set<String> kinds) {
        if (!(state instanceof Known household)) throw new Refused(NOT_APPLIED);
        fourEyes(c);
        fact(c.corrected(), e -> kinds.contains(e.type()), KnownEvent::occurredOn, c.on());
        return household;
    }
}
