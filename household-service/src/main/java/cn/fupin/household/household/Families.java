package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.BenefitLinkEvent.BenefitLinkEnded;
import cn.fupin.household.household.BenefitLinkEvent.BenefitLinkSigned;
import cn.fupin.household.household.BenefitLinkEvent.DividendReceived;
import cn.fupin.household.household.DescriptionEvent.MemberDescribed;
import cn.fupin.household.household.Family.Stay;
import cn.fupin.household.household.Household.Active;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.MemberCommand.*;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.MembersNow.Unnumbered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
            case LeaveHousehold c -> {
                var left = leave(c, household);
                yield withWhatEnds(left, List.of(left.personId()), household, left.assumed());
            }
            case ChangeHead c -> List.of(changeHead(c, household));
            case DissolveHousehold c -> List.of(dissolve(c, household));
        };
    }

    /** Those who go have nothing that lasts in this household any more. */
    static List<HouseholdEvent> withWhatEnds(
            HouseholdEvent left, Collection<String> leaving, Active household, boolean assumed) {
        var events = new ArrayList<HouseholdEvent>();
        events.add(left);
        events.addAll(
                Policies.endedBy(
                        leaving,
                        left.occurredOn(),
                        left.householdId(),
                        household.file().policies(),
                        assumed));
        return List.copyOf(events);
    }

    private static List<HouseholdEvent> withDetails(JoinHousehold c, MemberJoined joined) {
        var details = c.details();
        if (details == null) return List.of(joined);
        var person = joined.member().personId();
        return List.of(
                joined,
                new MemberDescribed(
                        c.householdId(), c.on(), person, details, null, c.assumed(), null, null));
    }

    /**
     * That the person is in no other household is guarded by {@link OneActiveHouseholdPerPerson}.
     */
    private static MemberJoined join(JoinHousehold c, Active household) {
        notBeforeOpening(household, c.on());
        if (c.notBornWithinDays() != null) {
            throw new Refused(
                    BORN_LONG_BEFORE, Map.of("field", "reason", "days", c.notBornWithinDays()));
        }
        var family = household.file().family();
        isAnother(c.withoutNumber(), family);
        mayJoin(c.member(), c.on(), family);
        var from = c.from();
        if (from != null) cameFrom(from, c.member().personId(), c.on());
        return new MemberJoined(
                c.householdId(),
                c.on(),
                c.member(),
                c.reason(),
                from == null ? null : from.householdId(),
                family.joined(c.member(), c.on()).personsOn(c.on()),
                c.assumed(),
                c.evidence());
    }

    /**
     * Names are sealed, so the door looks for one like it; whoever came since was not looked at.
     */
    private static void isAnother(@Nullable Unnumbered seen, Family family) {
        if (seen == null) return;
        if (seen.alike() != null) {
            throw new Refused(
                    ENTERED_WITHOUT_A_NUMBER, Map.of("field", "member", "personId", seen.alike()));
        }
        var unseen =
                family.unnumbered().stream()
                        .anyMatch(person ->
                                family.now(person) != null && !seen.looked().contains(person));
        if (unseen) throw new Refused(MEMBER_CAME_MEANWHILE);
    }

    /** The household named is the one the person was in last, and left by that day. */
    private static void cameFrom(Origin from, String person, LocalDate on) {
        var household = from.household();
        if (household == null) throw other(NO_SUCH_HOUSEHOLD, from.householdId());
        var left = leftOn(household, person, from.householdId());
        if (on.isBefore(left) && !(cameToNothing(household) && stayed(household, person))) {
            throw new Refused(IN_ANOTHER_HOUSEHOLD_THEN, Map.of("freeSince", left.toString()));
        }
        if (from.freeSince() != null && from.freeSince().isAfter(left)) {
            throw other(IN_A_THIRD_HOUSEHOLD_SINCE, from.householdId());
        }
    }

    /** Then its persons may be another's from before its end, as the guard lets them be. */
    static boolean cameToNothing(Household household) {
        return household instanceof Household.Rejected || household instanceof Household.Withdrawn;
    }

    private static boolean stayed(Household.Known household, String person) {
        return household.file().family().now(person) != null;
    }

    /** Whoever stayed to the end of a household left it with that. */
    private static LocalDate leftOn(Household.Known household, String person, String householdId) {
        var family = household.file().family();
        if (family.now(person) != null) {
            if (household instanceof Active) throw other(PERSON_IN_ANOTHER_HOUSEHOLD, householdId);
            return household.file().lastOn();
        }
        var left = family.left(person);
        if (left == null) throw other(NEVER_IN_THAT_HOUSEHOLD, householdId);
        return left;
    }

    /** That the person comes there is not known yet: it is where the person means to go. */
    private static void goesTo(Destination to, LocalDate on) {
        var household = to.household();
        if (household == null) throw other(NO_SUCH_HOUSEHOLD, to.householdId());
        if (!(household instanceof Active) && !household.file().lastOn().isAfter(on)) {
            throw other(THAT_HOUSEHOLD_HAS_ENDED, to.householdId());
        }
    }

    private static Refused other(HouseholdReason reason, String householdId) {
        return new Refused(reason, Map.of("householdId", householdId));
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
        mayGo(stay, c.on(), family);
        if (family.membersNow() == 1) throw new Refused(LAST_MEMBER);
        var isHead = person.equals(family.head());
        var newHead = c.newHead();
        if (isHead) nextHead(newHead, Set.of(person), c.on(), family);
        else if (c.namesNewHead()) throw new Refused(HEAD_STAYS);
        var after = family.left(person, c.on(), newHead);
        if (after.everEmpty()) throw new Refused(NOBODY_LEFT_THAT_DAY);
        var to = c.to();
        if (to != null) goesTo(to, c.on());
        return new MemberLeft(
                c.householdId(),
                c.on(),
                person,
                c.reason(),
                to == null ? null : to.householdId(),
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

    /**
     * Nobody goes before having come, no former head before the next one was, and whoever signed
     * for the household was a member that day.
     */
    static void mayGo(Stay stay, LocalDate on, Family family) {
        if (on.isBefore(stay.from())) throw before(stay.from());
        var headUntil = family.headUntil(stay.personId());
        if (headUntil != null && on.isBefore(headUntil)) throw before(headUntil);
        var signedOn = family.signedOn(stay.personId());
        if (signedOn != null && !on.isAfter(signedOn)) {
            throw new Refused(SIGNED_AS_A_MEMBER, Map.of("signedOn", signedOn.toString()));
        }
    }

    private static HeadChanged changeHead(ChangeHead c, Active household) {
        notBeforeOpening(household, c.on());
        var family = household.file().family();
        var former = family.head();
        var next = c.newHead();
        if (former.equals(next)) throw new Refused(HEAD_ALREADY);
        var stay = next == null ? null : family.now(next);
        if (next == null || stay == null || c.on().isBefore(stay.from())) {
            throw new Refused(NOT_A_MEMBER, Map.of("field", "newHead"));
        }
        if (c.on().isBefore(family.headSince())) throw before(family.headSince());
        return new HeadChanged(
                c.householdId(),
                c.on(),
                next,
                former,
                c.relationOfFormerHead(),
                related(c, Set.of(next, former), family),
                c.reason(),
                c.assumed(),
                c.evidence());
    }

    /** Each a member of that day, named once, and neither head. */
    private static @Nullable List<RelationToHead> related(
            ChangeHead c, Set<String> heads, Family family) {
        var asked = c.relations();
        if (asked == null || asked.isEmpty()) return null;
        var named = new HashSet<>(heads);
        var relations = new ArrayList<RelationToHead>();
        for (var each : asked) {
            var person = each.personId();
            if (person == null || !family.has(person, c.on())) {
                throw new Refused(NOT_A_MEMBER, Map.of("field", "relations"));
            }
            if (!named.add(person)) {
                throw new Refused(SAME_PERSON_TWICE, Map.of("field", "relations"));
            }
            relations.add(new RelationToHead(person, each.relation()));
        }
        return relations;
    }

    private static HouseholdDissolved dissolve(DissolveHousehold c, Active household) {
        endsAfterWhatItNeeds(household, c.on());
        endsAfterEverySignature(household, c.on());
        return new HouseholdDissolved(
                c.householdId(),
                c.on(),
                c.cause(),
                household.file().family().personsOn(c.on()),
                c.assumed(),
                c.evidence());
    }

    /**
     * 自然销户 and 清退 come to light later than what was entered meanwhile: a visit, an income, a helper
     * of a day after the end stays in the history and counts in nothing. Who came or went, what was
     * contracted or paid out, applied for or granted, there must have been a household for.
     */
    static void endsAfterWhatItNeeds(Household.Known household, LocalDate on) {
        var changed = household.file().entries().latest(NEEDED);
        if (changed != null) endsAfter(changed, on);
        household.file().policies().lastGiven().ifPresent(last -> endsAfter(last, on));
    }

    private static final Set<String> NEEDED =
            Set.of(
                    BenefitLinkSigned.class.getSimpleName(),
                    BenefitLinkEnded.class.getSimpleName(),
                    DividendReceived.class.getSimpleName(),
                    MemberJoined.class.getSimpleName(),
                    MemberLeft.class.getSimpleName(),
                    HeadChanged.class.getSimpleName());

    /** Of a household that is gone nobody signed after that. */
    private static void endsAfterEverySignature(Household.Known household, LocalDate on) {
        for (var signature : household.file().family().signed()) {
            if (on.isBefore(signature.on())) {
                throw new Refused(
                        SIGNED_AS_A_MEMBER, Map.of("signedOn", signature.on().toString()));
            }
        }
    }

    /** What ends a life leaves nobody who comes or goes after it, and nothing that is done. */
    static void endsAfterEveryFact(Household.Known household, LocalDate on) {
        endsAfterEveryFactButPolicies(household, on);
        household.file().policies().lastSaid().ifPresent(last -> endsAfter(last, on));
    }

    /** Those go with the persons to a household that goes on. */
    static void endsAfterEveryFactButPolicies(Household.Known household, LocalDate on) {
        var last = household.file().entries().latest();
        if (last != null) endsAfter(last, on);
    }

    private static void endsAfter(File.Fact last, LocalDate on) {
        if (!on.isBefore(last.on())) return;
        throw new Refused(
                ENDS_BEFORE_A_FACT, Map.of("fact", last.fact(), "on", last.on().toString()));
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
