package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionCommand.*;
import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.Household.Known;
import cn.fupin.household.household.IdentificationEvent.*;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/** Nothing is edited: a correction names the fact it corrects, and two persons stand for it. */
final class Corrections {
    private static final Set<String> SURVEYS = Set.of("HouseholdSurveyed", "SurveyCorrected");
    private static final Set<String> CAUSES =
            Set.of("HouseholdRegistered", "HouseholdRelapsed", "CausesCorrected");

    private Corrections() {}

    static HouseholdEvent decide(CorrectionCommand command, Household state) {
        return switch (command) {
            case CorrectSurvey c -> survey(c, state);
            case CorrectCauses c -> causes(c, state);
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
                asked.evidence());
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

    private static Known check(CorrectionCommand c, Household state, Set<String> kinds) {
        if (!(state instanceof Known household)) throw new Refused(NOT_APPLIED);
        // Four eyes: whoever enters a correction may not approve it.
        if (c.approvedBy().equals(c.enteredBy())) throw new Refused(APPROVED_BY_WHOEVER_ENTERED);
        var corrected = c.corrected();
        if (corrected == null) throw new Refused(CORRECTED_EVENT_UNKNOWN);
        if (!kinds.contains(corrected.type())) throw new Refused(CORRECTS_ANOTHER_KIND);
        if (c.on().isBefore(corrected.occurredOn())) throw new Refused(CORRECTION_BEFORE_FACT);
        return household;
    }
}
