package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionCommand.CameOrWent;
import cn.fupin.household.household.CorrectionCommand.CorrectMemberDay;
import cn.fupin.household.household.CorrectionEvent.MemberDayCorrected;
import cn.fupin.household.household.Family.Stay;
import cn.fupin.household.household.Household.Active;
import cn.fupin.household.household.Household.Known;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * 更正成员增减日期: of whoever is there the day of coming, of whoever left last the day of going. On every
 * day there is a member, nobody did anything for the household as one who was none, and no other
 * time of the person here is touched. That the person was in no other household on the days that
 * come to this one is guarded by {@link OneActiveHouseholdPerPerson}.
 */
final class MemberDays {
    private MemberDays() {}

    static List<HouseholdEvent> decide(CorrectMemberDay c, Known state) {
        if (!(state instanceof Active household)) throw new Refused(HOUSEHOLD_ENDED);
        var said = Objects.requireNonNull(c.said());
        if (said.ofAnother()) throw new Refused(DAY_OF_ANOTHER_ACT);
        var asked = c.asked();
        var right = asked.rightDay();
        if (right.isAfter(c.on())) {
            throw new Refused(CORRECTION_BEFORE_FACT, Map.of("field", "rightDay"));
        }
        Families.notBeforeOpening(household, right);
        var family = household.file().family();
        var stay = last(said, family);
        if (right.equals(said.on())) throw new Refused(RECORDED_SO_ALREADY);
        if (said.came()) mayCome(household, stay, said, right);
        else mayGo(household, stay, said, right);
        var after = family.moved(stay.personId(), said.came(), right);
        if (after.everEmpty()) throw new Refused(NOBODY_LEFT_THAT_DAY);
        var corrected =
                new MemberDayCorrected(
                        c.householdId(),
                        c.on(),
                        asked.correctsEventId(),
                        said.came(),
                        CorrectionEvent.Moved.of(said.member()),
                        said.on(),
                        right,
                        said.left(),
                        said.toHouseholdId(),
                        after.personsOn(right),
                        asked.reason(),
                        asked.approvedBy(),
                        asked.evidence());
        return said.came() ? List.of(corrected) : withWhatEnds(corrected, household);
    }

    /** At the door somebody else corrected it, or the person came or went again since. */
    private static Stay last(CameOrWent said, Family family) {
        var stay = family.last(said.member().personId());
        if (stay == null || said.came() != (stay.until() == null)) {
            throw new Refused(CAME_OR_WENT_SINCE);
        }
        if (!said.on().equals(said.came() ? stay.from() : stay.until())) {
            throw new Refused(CAME_OR_WENT_SINCE);
        }
        return stay;
    }

    /** What ended with the going ends with it on the earlier day too. */
    private static List<HouseholdEvent> withWhatEnds(MemberDayCorrected e, Active household) {
        var events = new ArrayList<HouseholdEvent>();
        events.add(e);
        if (e.rightDay().isBefore(e.wrongDay())) {
            events.addAll(
                    Policies.endedBy(
                            List.of(e.member().personId()),
                            e.rightDay(),
                            e.householdId(),
                            household.file().policies(),
                            false));
        }
        return List.copyOf(events);
    }

    private static void mayCome(Active household, Stay stay, CameOrWent said, LocalDate right) {
        if (right.getYear() < said.member().birthYear()) {
            throw new Refused(NOT_BORN_BY_THEN, Map.of("birthYear", said.member().birthYear()));
        }
        var family = household.file().family();
        var before = family.leftBefore(stay);
        if (before != null && right.isBefore(before)) throw conflict("MemberLeft", before);
        if (!right.isAfter(stay.from())) return;
        var person = stay.personId();
        if (person.equals(family.head()) && family.headSince().isBefore(right)) {
            throw conflict("HeadChanged", family.headSince());
        }
        // whoever was the head until a day was there before it
        var headUntil = family.headUntil(person);
        if (headUntil != null && headUntil.isAfter(stay.from())) {
            throw conflict("HeadChanged", headUntil);
        }
        family.signed().stream()
                .filter(one -> one.personId().equals(person))
                .map(Family.Signature::on)
                .filter(on -> isWithin(on, stay.from(), right))
                .min(LocalDate::compareTo)
                .ifPresent(on -> {
                    throw new Refused(SIGNED_AS_A_MEMBER, Map.of("signedOn", on.toString()));
                });
        notNamed(household, said, stay.from(), right);
    }

    private static void mayGo(Active household, Stay stay, CameOrWent said, LocalDate right) {
        Families.mayGo(stay, right, household.file().family());
        if (right.isBefore(said.on())) notNamed(household, said, right, said.on());
    }

    /** On the days on which the person turns out to be no member, nothing was said of one. */
    private static void notNamed(
            Active household, CameOrWent said, LocalDate from, LocalDate until) {
        var person = said.member().personId();
        var file = household.file();
        Stream.of(
                        said.named().stream(),
                        file.cleared().stream()
                                .filter(one -> one.personId().equals(person))
                                .map(one -> new File.Fact("ExclusionCleared", one.on())),
                        file.policies().firstOf(person, from, until).stream())
                .flatMap(facts -> facts)
                .filter(fact -> isWithin(fact.on(), from, until))
                .min(Comparator.comparing(File.Fact::on))
                .ifPresent(fact -> {
                    throw conflict(fact.fact(), fact.on());
                });
    }

    private static boolean isWithin(LocalDate on, LocalDate from, LocalDate until) {
        return !on.isBefore(from) && on.isBefore(until);
    }

    private static Refused conflict(String fact, LocalDate on) {
        return new Refused(DAY_AGAINST_A_FACT, Map.of("fact", fact, "on", on.toString()));
    }
}
