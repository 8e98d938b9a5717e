package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.DescriptionCommand.*;
import cn.fupin.household.household.DescriptionEvent.*;
import cn.fupin.household.household.Household.Active;
import cn.fupin.household.household.Household.Finding;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Standard;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a household and its members. It is no step: it may be of an earlier day, and
 * only what replaces something is not of a day before it.
 */
final class Descriptions {
    private Descriptions() {}

    static HouseholdEvent decide(DescriptionCommand command, Household state) {
        if (!(state instanceof Active household)) throw new Refused(HOUSEHOLD_ENDED);
        Families.notBeforeOpening(household, command.on());
        return switch (command) {
            case ReclassifyHousehold c -> reclassify(c, household);
            case DescribeHousehold c ->
                    new HouseholdDescribed(
                            c.householdId(), c.on(), c.details(), c.assumed(), c.evidence());
            case DescribeMember c -> describe(c, household);
            case IdentifyMember c -> identify(c, household);
            case NumberHousehold c -> number(c, household);
        };
    }

    /** That it is no other household's is guarded by {@link HouseholdNumbers}. */
    private static HouseholdNumbered number(NumberHousehold c, Active household) {
        numberless(household.file());
        return new HouseholdNumbered(
                c.householdId(), c.on(), c.householdNumber(), c.assumed(), c.evidence());
    }

    /** A file has one number: a wrong one is corrected, not given anew. */
    static void numberless(File file) {
        var has = file.number();
        if (has == null) return;
        throw new Refused(
                HOUSEHOLD_IS_NUMBERED,
                Map.of(
                        "householdNumber", has.householdNumber(),
                        "numberedOn", has.on().toString()));
    }

    private static HouseholdReclassified reclassify(ReclassifyHousehold c, Active household) {
        var registration = Household.registration(household);
        if (registration == null) throw new Refused(NEVER_REGISTERED);
        var was = registration.classification();
        if (c.on().isBefore(was.since())) throw Families.before(was.since());
        var asked = c.asked();
        var then = was.causesOn(c.on());
        var standard = Objects.requireNonNullElse(asked.standard(), was.standard());
        var type = Objects.requireNonNullElse(asked.householdType(), was.householdType());
        var main = Objects.requireNonNullElse(asked.mainCause(), then.main());
        var others = Objects.requireNonNullElse(asked.otherCauses(), then.others());
        Identification.causes(main, others);
        if (was.says(standard, type, main, others, c.on())) {
            throw new Refused(CLASSIFIED_SO_ALREADY);
        }
        if (standard != was.standard()) {
            belowItsLine(c, standard, registration.incomeOn(c.on()));
        }
        return new HouseholdReclassified(
                c.householdId(),
                c.on(),
                standard,
                type,
                main,
                others,
                asked.decidedBy(),
                asked.assumed(),
                asked.evidence());
    }

    /** It would have been let in by that standard too, with the income it was let in with last. */
    private static void belowItsLine(
            ReclassifyHousehold c, Standard standard, @Nullable Finding income) {
        if (income != null) Identification.belowTheLine(income, c.line(), standard);
    }

    private static MemberDescribed describe(DescribeMember c, Active household) {
        var family = household.file().family();
        var person = c.personId();
        if (person == null || !family.has(person, c.on())) throw new Refused(NOT_A_MEMBER);
        if (c.details().relation() != null && person.equals(family.head())) {
            throw new Refused(HEAD_HAS_NO_OTHER_RELATION);
        }
        return new MemberDescribed(
                c.householdId(),
                c.on(),
                person,
                c.details(),
                c.sealed(),
                c.assumed(),
                c.evidence(),
                c.numbers());
    }

    /**
     * That whoever it turns out to be belonged to no other household meanwhile is guarded by {@link
     * OneActiveHouseholdPerPerson}.
     */
    private static MemberIdentified identify(IdentifyMember c, Active household) {
        var family = household.file().family();
        var stay = family.now(c.personId());
        var recorded = c.recorded();
        if (stay == null || recorded == null) throw new Refused(NOT_A_MEMBER);
        if (!family.unnumbered().contains(c.personId())) throw new Refused(HAS_A_NUMBER);
        if (c.on().isBefore(stay.from())) throw Families.before(stay.from());
        var as = c.member().personId();
        if (family.overlap(c.personId(), as)) throw new Refused(ALREADY_A_MEMBER);
        return new MemberIdentified(
                c.householdId(),
                c.on(),
                c.personId(),
                as,
                c.member(),
                differsBecause(recorded, c.member(), c.differsBecause()),
                c.assumed(),
                c.evidence());
    }

    /** Why the number shows another sex or birth year than recorded; null when it does not. */
    static @Nullable String differsBecause(
            Member recorded, Member as, @Nullable String differsBecause) {
        if (recorded.sex() == as.sex() && recorded.birthYear() == as.birthYear()) return null;
        if (differsBecause != null) return differsBecause;
        throw new Refused(
                NUMBER_OF_SOMEBODY_ELSE,
                Map.of("sex", recorded.sex(), "birthYear", recorded.birthYear()));
    }
}
