package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.PlainText;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.Household.Active;
import cn.fupin.household.household.Household.Candidate;
import cn.fupin.household.household.Household.Known;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.PoliciesHeld.Said;
import cn.fupin.household.household.PolicyCommand.*;
import cn.fupin.household.household.PolicyEvent.*;
import cn.fupin.household.household.StandingCommand.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * 享受政策: by members of the day, each the same once in its year, or at a time. A lasting one ends
 * with the membership; it may come in late, and then ends on the day the person left.
 */
final class Policies {
    private Policies() {}

    static List<HouseholdEvent> decide(PolicyCommand command, Household state) {
        return switch (command) {
            case ApplyForPolicy c -> List.of(apply(c, file(c, state)));
            case GrantPolicy c -> grant(c, file(c, state));
            case EndPolicy c -> List.copyOf(end(c, file(c, state)));
            case EndApplication c -> comesToNothing(c, file(c, state).policies());
            case TakeBackPolicy c -> List.of(takeBack(c, state));
        };
    }

    private static File file(PolicyCommand c, Household state) {
        if (!(state instanceof Active household)
                || state instanceof Candidate candidate && candidate.onFile() == null) {
            throw new Refused(NOT_ON_FILE);
        }
        Families.notBeforeOpening(household, c.on());
        return household.file();
    }

    /**
     * Nothing is edited: the grant stays and is found in the history, and two persons stand for it.
     */
    private static PolicyTakenBack takeBack(TakeBackPolicy c, Household state) {
        if (!(state instanceof Known household)) throw new Refused(NOT_APPLIED);
        FourEyes.check(c.approvedBy(), c.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        var granted =
                (PolicyGranted)
                        Corrections.fact(
                                c.corrected(),
                                PolicyGranted.class::isInstance,
                                HouseholdEvent::occurredOn,
                                c.on());
        var had = household.file().policies().grantedBy(granted, c.correctsEventId());
        if (had.isEmpty()) throw new Refused(TAKEN_BACK_ALREADY);
        var from =
                named(c.recipients(), had, GRANT_OF_OTHERS).stream().map(Said::calledThen).toList();
        return new PolicyTakenBack(
                c.householdId(),
                c.on(),
                c.correctsEventId(),
                granted.occurredOn(),
                granted.policy(),
                granted.details(),
                from,
                c.reason(),
                c.approvedBy(),
                c.evidence(),
                equalBefore(c, granted, from, household.file().policies()));
    }

    /** Granted, ended and granted anew on one day, it is one of several that read the same. */
    private static @Nullable List<Integer> equalBefore(
            TakeBackPolicy c, PolicyGranted granted, List<String> from, PoliciesHeld policies) {
        if (from.stream().allMatch(person -> policies.equalGrants(granted, person) == 1)) {
            return null;
        }
        return from.stream()
                .map(person ->
                        (int)
                                c.equalBefore().stream()
                                        .filter(one -> one.recipients().contains(person))
                                        .filter(one -> !policies.isTakenBack(one.eventId(), person))
                                        .count())
                .toList();
    }

    private static List<HouseholdEvent> comesToNothing(EndApplication c, PoliciesHeld policies) {
        var waiting =
                policies.waiting(c.on()).stream()
                        .filter(one -> one.policy() == c.policy())
                        .filter(one -> one.details().isOfTheOccasion(c.details()))
                        .toList();
        if (waiting.isEmpty()) throw new Refused(NO_APPLICATION_WAITS);
        return List.copyOf(
                onTheSameTerms(
                        named(c.recipients(), waiting, NO_APPLICATION_WAITS),
                        (details, persons) ->
                                switch (c) {
                                    case DeclinePolicy d ->
                                            new PolicyApplicationDeclined(
                                                    d.householdId(),
                                                    d.on(),
                                                    d.policy(),
                                                    details,
                                                    persons,
                                                    d.reason(),
                                                    d.decidedBy(),
                                                    d.assumed(),
                                                    d.evidence());
                                    case WithdrawPolicyApplication w ->
                                            new PolicyApplicationWithdrawn(
                                                    w.householdId(),
                                                    w.on(),
                                                    w.policy(),
                                                    details,
                                                    persons,
                                                    w.note(),
                                                    w.assumed(),
                                                    w.evidence());
                                }));
    }

    private static PolicyAppliedFor apply(ApplyForPolicy c, File file) {
        var recipients = recipients(c.recipients(), file.family(), c.on());
        for (var person : recipients) {
            notHadAlready(c.policy(), c.details(), person, c.on(), file.policies());
            appliedAlready(c, person, file.policies());
        }
        return new PolicyAppliedFor(
                c.householdId(),
                c.on(),
                c.policy(),
                c.details(),
                c.recipients() == null,
                recipients,
                c.assumed(),
                c.evidence());
    }

    /** For what lasts one may apply again once it ended or came to nothing. */
    private static void appliedAlready(ApplyForPolicy c, String person, PoliciesHeld policies) {
        if (c.policy().lasts()) return;
        policies.applied().stream()
                .filter(one -> one.isFor(c.policy(), c.details(), person))
                .findFirst()
                .ifPresent(one -> {
                    throw new Refused(ALREADY_APPLIED_FOR, told(one, "appliedOn"));
                });
    }

    private static List<HouseholdEvent> grant(GrantPolicy c, File file) {
        var year = c.details().ofYear();
        if (year != null) Identification.notOfALaterYear(year, c.on());
        var recipients = recipients(c.recipients(), file.family(), c.on());
        for (var person : recipients) {
            notHadAlready(c.policy(), c.details(), person, c.on(), file.policies());
        }
        var granted =
                new PolicyGranted(
                        c.householdId(),
                        c.on(),
                        c.policy(),
                        c.details(),
                        c.recipients() == null,
                        recipients,
                        c.decidedBy(),
                        c.assumed(),
                        c.evidence());
        var events = new ArrayList<HouseholdEvent>();
        events.add(granted);
        var policies = file.policies().with(granted);
        for (var person : recipients) {
            var left = file.family().until(person, c.on());
            if (left == null || !c.policy().lasts()) continue;
            var had = policies.had(c.policy(), c.details().occasion(), person, left);
            if (had != null) events.addAll(left(List.of(had), left, c.householdId(), c.assumed()));
        }
        return List.copyOf(events);
    }

    /** What lasts is had by nobody twice at a time; what comes by the year, once in it. */
    private static void notHadAlready(
            Policy policy,
            PolicyDetails details,
            String person,
            LocalDate on,
            PoliciesHeld policies) {
        var had = policies.had(policy, details, person, on);
        if (had != null) throw new Refused(HAS_THIS_POLICY, told(had, "since"));
    }

    private static List<PolicyEnded> end(EndPolicy c, File file) {
        return onTheSameTerms(
                those(c, file),
                (details, persons) ->
                        new PolicyEnded(
                                c.householdId(),
                                c.on(),
                                c.policy(),
                                details,
                                persons,
                                c.reason(),
                                c.note(),
                                c.decidedBy(),
                                c.assumed(),
                                c.evidence()));
    }

    private static List<Said> those(EndPolicy c, File file) {
        var had =
                file.policies().lasting(c.on()).stream()
                        .filter(one -> one.policy() == c.policy())
                        .filter(one -> PlainText.same(one.details().name(), c.name()))
                        .toList();
        if (had.isEmpty() && c.recipients() == null) throw new Refused(HAS_NOT_THIS_POLICY);
        return named(c.recipients(), had, HAS_NOT_THIS_POLICY);
    }

    /**
     * Of those it is said of, all where nobody is named.
     *
     * @param otherwise why, where somebody is named of whom it is not said
     */
    private static List<Said> named(
            @Nullable List<Optional<String>> named, List<Said> said, HouseholdReason otherwise) {
        if (named == null) return said;
        var those = new ArrayList<Said>();
        for (var i = 0; i < named.size(); i++) {
            var person = named.get(i).orElse("");
            var one = said.stream().filter(h -> h.personId().equals(person)).toList();
            if (one.isEmpty() || those.containsAll(one)) {
                throw new Refused(
                        one.isEmpty() ? otherwise : SAME_PERSON_TWICE,
                        Map.of("field", "recipients[%d]".formatted(i)));
            }
            those.addAll(one);
        }
        return those;
    }

    /**
     * Whoever leaves has nothing lasting in this household any more; what was granted from a later
     * day, when nobody knew yet, ends on that day.
     */
    static List<PolicyEnded> endedBy(
            Collection<String> leaving,
            LocalDate on,
            String householdId,
            PoliciesHeld policies,
            boolean assumed) {
        var events = new ArrayList<PolicyEnded>();
        var had =
                policies.lasting(on).stream()
                        .filter(one -> leaving.contains(one.personId()))
                        .toList();
        events.addAll(left(had, on, householdId, assumed));
        for (var person : leaving) {
            for (var one : policies.lastingAfter(person, on)) {
                events.addAll(left(List.of(one), one.on(), householdId, assumed));
            }
        }
        return events;
    }

    private static List<PolicyEnded> left(
            List<Said> those, LocalDate on, String householdId, boolean assumed) {
        var events = new ArrayList<PolicyEnded>();
        for (var policy : Policy.values()) {
            var of = those.stream().filter(one -> one.policy() == policy).toList();
            events.addAll(
                    onTheSameTerms(
                            of,
                            (details, persons) ->
                                    new PolicyEnded(
                                            householdId,
                                            on,
                                            policy,
                                            details,
                                            persons,
                                            PolicyEnd.LEFT_HOUSEHOLD,
                                            null,
                                            null,
                                            assumed,
                                            null)));
        }
        return events;
    }

    /**
     * A correction of how households were entered leaves nobody without what they have: from its
     * day on it is had where they are members now, and begins and ends there as it was said to.
     */
    static List<PolicyEvent> carriedOver(
            List<Said> lasting, List<Member> members, String householdId, Correction correction) {
        record Word(Policy policy, LocalDate on, @Nullable PolicyEnd end) {}
        var persons = members.stream().map(Member::personId).toList();
        var words = new LinkedHashMap<Word, List<Said>>();
        lasting.stream()
                .filter(one -> persons.contains(one.personId()))
                .sorted(Comparator.comparing(Said::on).thenComparing(Said::policy))
                .forEach(one ->
                        words.computeIfAbsent(
                                        new Word(one.policy(), one.on(), one.end()),
                                        _ -> new ArrayList<>())
                                .add(one));
        var events = new ArrayList<PolicyEvent>();
        words.forEach((word, those) ->
                events.addAll(
                        onTheSameTerms(
                                those,
                                (details, recipients) ->
                                        word.end() == null
                                                ? new PolicyGranted(
                                                        householdId,
                                                        word.on(),
                                                        word.policy(),
                                                        details,
                                                        false,
                                                        recipients,
                                                        correction.authority(),
                                                        correction.assumed(),
                                                        correction.evidence())
                                                : new PolicyEnded(
                                                        householdId,
                                                        word.on(),
                                                        word.policy(),
                                                        details,
                                                        recipients,
                                                        word.end(),
                                                        null,
                                                        correction.authority(),
                                                        correction.assumed(),
                                                        correction.evidence()))));
        return events;
    }

    /**
     * What was had once was had in the household of its day: of a day on which its persons are
     * another's, it is to be taken back here and granted there.
     */
    static void nothingOnceAfter(Collection<String> going, LocalDate on, Known household) {
        household.file().policies().onceAfter(going, on).stream()
                .findFirst()
                .ifPresent(one -> {
                    throw new Refused(
                            POLICY_AFTER_THAT_DAY,
                            Map.of(
                                    "personId",
                                    one.personId(),
                                    "policy",
                                    one.policy().name(),
                                    "since",
                                    one.on().toString()));
                });
    }

    /** One event for those who have it on the same terms. */
    private static <E> List<E> onTheSameTerms(
            List<Said> those, BiFunction<PolicyDetails, List<String>, E> event) {
        var persons = new LinkedHashMap<PolicyDetails, Set<String>>();
        for (var one : those) {
            persons.computeIfAbsent(one.details(), _ -> new LinkedHashSet<>()).add(one.personId());
        }
        return persons.entrySet().stream()
                .map(same -> event.apply(same.getKey(), List.copyOf(same.getValue())))
                .toList();
    }

    /** All members of the day where nobody is named. */
    private static List<String> recipients(
            @Nullable List<Optional<String>> named, Family family, LocalDate on) {
        if (named == null) return family.membersOn(on);
        var persons = new ArrayList<String>();
        for (var i = 0; i < named.size(); i++) {
            var person = named.get(i).orElse("");
            if (!family.has(person, on) || persons.contains(person)) {
                throw new Refused(
                        persons.contains(person) ? SAME_PERSON_TWICE : NOT_A_MEMBER,
                        Map.of("field", "recipients[%d]".formatted(i)));
            }
            persons.add(person);
        }
        return List.copyOf(persons);
    }

    private static Map<String, Object> told(Said one, String day) {
        return Map.of("personId", one.personId(), day, one.on().toString());
    }
}
