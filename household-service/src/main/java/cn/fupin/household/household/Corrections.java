package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionCommand.*;
import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.Family.Stay;
import cn.fupin.household.household.Household.Active;
import cn.fupin.household.household.Household.Enrolled;
import cn.fupin.household.household.Household.Finding;
import cn.fupin.household.household.Household.Known;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.IdentificationEvent.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Nothing is edited: a correction names the fact it corrects, and two persons stand for it. */
final class Corrections {
    private static final Set<String> SURVEYS = Set.of("HouseholdSurveyed", "SurveyCorrected");
    private static final Set<String> CAUSES =
            Set.of("HouseholdRegistered", "HouseholdRelapsed", "CausesCorrected");
    private static final Set<String> RELAPSES =
            Set.of("HouseholdRelapsed", "RelapseIncomeCorrected");

    private Corrections() {}

    static HouseholdEvent decide(CorrectionCommand command, Household state) {
        return switch (command) {
            case CorrectSurvey c -> survey(c, state);
            case CorrectCauses c -> causes(c, state);
            case CorrectRelapseIncome c -> relapse(c, state);
            case CorrectMember c -> member(c, state);
        };
    }

    /**
     * That whoever it turns out to be belonged to no other household meanwhile is guarded by {@link
     * OneActiveHouseholdPerPerson}.
     */
    private static CorrectionEvent member(CorrectMember c, Household state) {
        if (!(state instanceof Active household)) throw new Refused(HOUSEHOLD_ENDED);
        fourEyes(c);
        var family = household.file().family();
        var person = c.personId();
        var stay = person == null ? null : family.now(person);
        var recorded = c.recorded();
        var as = c.as();
        if (person == null || stay == null || recorded == null || as == null) {
            throw new Refused(NOT_A_MEMBER);
        }
        var enteredOn = c.enteredOn();
        if (c.on().isBefore(stay.from()) || (enteredOn != null && c.on().isBefore(enteredOn))) {
            throw new Refused(CORRECTION_BEFORE_FACT);
        }
        if (!c.says()) throw new Refused(RECORDED_SO_ALREADY);
        if (c.ofTheNumber()) return number(c, family, stay, recorded, as);
        return new MemberNameCorrected(
                c.householdId(),
                c.on(),
                related(as, person.equals(family.head()), recorded.relation()),
                recorded.maskedName(),
                stay.from(),
                c.reason(),
                c.approvedBy(),
                c.evidence());
    }

    private static MemberNumberCorrected number(
            CorrectMember c, Family family, Stay stay, Member recorded, Member as) {
        var person = stay.personId();
        if (family.unnumbered().contains(person)) throw new Refused(HAS_NO_NUMBER);
        if (family.overlap(person, as.personId())) {
            throw new Refused(NUMBER_OF_ANOTHER_MEMBER, Map.of("personId", as.personId()));
        }
        if (!c.sameElsewhere() && !c.elsewhere().isEmpty()) {
            throw new Refused(
                    NUMBER_ENTERED_ELSEWHERE,
                    Map.of("households", List.copyOf(c.elsewhere().keySet())));
        }
        var isHead = person.equals(family.head());
        return new MemberNumberCorrected(
                c.householdId(),
                c.on(),
                person,
                as.personId(),
                related(as, isHead, recorded.relation()),
                stay.from(),
                isHead ? family.headSince() : null,
                c.elsewhere().values().stream()
                        .min(LocalDate::compareTo)
                        .filter(family.firstDay(person)::isAfter)
                        .orElse(family.firstDay(person)),
                Descriptions.differsBecause(recorded, as, c.differsBecause()),
                c.reason(),
                c.approvedBy(),
                c.evidence());
    }

    private static Member related(Member member, boolean isHead, Relation recorded) {
        var other = recorded == Relation.HEAD ? Relation.OTHER : recorded;
        return new Member(
                member.personId(),
                member.maskedName(),
                isHead ? Relation.HEAD : other,
                member.sex(),
                member.birthYear(),
                member.sealed(),
                member.withoutNumber());
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

    /** Whoever enters a correction may not approve it. */
    private static void fourEyes(CorrectionCommand c) {
        if (c.approvedBy().equals(c.enteredBy())) throw new Refused(APPROVED_BY_WHOEVER_ENTERED);
    }

    private static Known check(OfAnEvent c, Household state, Set<String> kinds) {
        if (!(state instanceof Known household)) throw new Refused(NOT_APPLIED);
        fourEyes(c);
        var corrected = c.corrected();
        if (corrected == null) throw new Refused(CORRECTED_EVENT_UNKNOWN);
        if (!kinds.contains(corrected.type())) throw new Refused(CORRECTS_ANOTHER_KIND);
        if (c.on().isBefore(corrected.occurredOn())) throw new Refused(CORRECTION_BEFORE_FACT);
        return household;
    }
}
