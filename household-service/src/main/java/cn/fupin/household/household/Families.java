package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.DescriptionEvent.MemberDescribed;
import cn.fupin.household.household.Household.Active;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.MemberCommand.*;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 自然增减: birth, death, marriage, moving, and the end of a household. A change of members is no step:
 * it may be of an earlier day, and only one person's own changes come in the order of time.
 */
final class Families {
    private Families() {}

    static List<HouseholdEvent> decide(MemberCommand command, Household state) {
        if (!(state instanceof Active household)) throw new Refused(HOUSEHOLD_ENDED);
        return switch (command) {
            case JoinHousehold c -> withDetails(c, join(c, household));
            case LeaveHousehold c -> List.of(leave(c, household));
            case DissolveHousehold c -> List.of(dissolve(c, household));
        };
    }

    private static List<HouseholdEvent> withDetails(JoinHousehold c, MemberJoined joined) {
        var details = c.details();
        if (details == null) return List.of(joined);
        var person = joined.member().personId();
        return List.of(
                joined,
                new MemberDescribed(
                        c.householdId(), c.on(), person, details, null, c.assumed(), null));
    }

    /**
     * That the person is in no other household is guarded by {@link OneActiveHouseholdPerPerson}.
     */
    private static MemberJoined join(JoinHousehold c, Active household) {
        notBeforeOpening(household, c.on());
        var family = household.file().family();
        mayJoin(c.member(), c.on(), family);
        return new MemberJoined(
                c.householdId(),
                c.on(),
                c.member(),
                c.reason(),
                c.fromHouseholdId(),
                family.joined(c.member(), c.on()).personsOn(c.on()),
                c.assumed(),
                c.evidence());
    }

    static void mayJoin(Member member, LocalDate on, Family family) {
        if (member.relation() == Relation.HEAD) throw new Refused(NOT_EXACTLY_ONE_HEAD);
        if (family.now(member.personId()) != null) throw new Refused(ALREADY_A_MEMBER);
        var left = family.left(member.personId());
        if (left != null && on.isBefore(left)) throw before(left);
        if (family.membersNow() >= Family.MOST_MEMBERS) throw new Refused(TOO_MANY_MEMBERS);
    }

    private static MemberLeft leave(LeaveHousehold c, Active household) {
        var family = household.file().family();
        var person = c.personId();
        var stay = person == null ? null : family.now(person);
        if (person == null || stay == null) throw new Refused(NOT_A_MEMBER);
        if (c.on().isBefore(stay.from())) throw before(stay.from());
        if (family.membersNow() == 1) throw new Refused(LAST_MEMBER);
        var isHead = person.equals(family.head());
        var newHead = c.newHead();
        if (isHead) nextHead(newHead, Set.of(person), c.on(), family);
        else if (c.namesNewHead()) throw new Refused(HEAD_STAYS);
        var after = family.left(person, c.on(), newHead);
        if (after.everEmpty()) throw new Refused(NOBODY_LEFT_THAT_DAY);
        return new MemberLeft(
                c.householdId(),
                c.on(),
                person,
                c.reason(),
                c.toHouseholdId(),
                newHead,
                after.personsOn(c.on()),
                c.assumed(),
                c.evidence());
    }

    /** One who stays, and who was there already on the day the head left. */
    static void nextHead(
            @Nullable String newHead, Collection<String> leaving, LocalDate on, Family family) {
        if (on.isBefore(family.headSince())) throw before(family.headSince());
        var stay = newHead == null ? null : family.now(newHead);
        if (stay == null || leaving.contains(stay.personId()) || on.isBefore(stay.from())) {
            throw new Refused(NEW_HEAD_NEEDED);
        }
    }

    private static HouseholdDissolved dissolve(DissolveHousehold c, Active household) {
        endsAfterEveryChange(household, c.on());
        return new HouseholdDissolved(
                c.householdId(),
                c.on(),
                c.cause(),
                household.file().family().personsOn(c.on()),
                c.assumed(),
                c.evidence());
    }

    /** What ends a life leaves nobody who comes or goes after it. */
    static void endsAfterEveryChange(Household.Known household, LocalDate on) {
        var last = household.file().family().lastChange();
        if (on.isBefore(last)) throw before(last);
    }

    static void notBeforeOpening(Household.Known household, LocalDate on) {
        var opened = household.file().family().openedOn();
        if (on.isBefore(opened)) {
            throw new Refused(BEFORE_THE_OPENING, Map.of("openedOn", opened.toString()));
        }
    }

    static Refused before(LocalDate previous) {
        return new Refused(BEFORE_PREVIOUS_STEP, Map.of("previous", previous.toString()));
    }
}
