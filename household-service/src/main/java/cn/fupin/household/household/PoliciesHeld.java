package cn.fupin.household.household;

import cn.fupin.household.household.PolicyDetails.Occasion;
import cn.fupin.household.household.PolicyEvent.PolicyApplicationDeclined;
import cn.fupin.household.household.PolicyEvent.PolicyApplicationWithdrawn;
import cn.fupin.household.household.PolicyEvent.PolicyAppliedFor;
import cn.fupin.household.household.PolicyEvent.PolicyEnd;
import cn.fupin.household.household.PolicyEvent.PolicyEnded;
import cn.fupin.household.household.PolicyEvent.PolicyGranted;
import cn.fupin.household.household.PolicyEvent.PolicyTakenBack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said of policies, person by person. It comes in late: of any day that holds which was
 * said last of it or of the nearest day before it.
 *
 * @param applied what did not come to nothing, in the order recorded
 * @param said granted and ended, in the order recorded
 * @param takenBack of which grant, and from whom
 */
public record PoliciesHeld(List<Said> applied, List<Said> said, Set<TakenBack> takenBack) {
    public static final PoliciesHeld NONE = new PoliciesHeld(List.of(), List.of(), Set.of());

    /**
     * @param from the id by which the person was named in the grant
     */
    public record TakenBack(String eventId, String from) {}

    /**
     * @param end why the person has it no more from that day on; null while it is had
     * @param calledThen the id by which the person was named when it was said
     */
    public record Said(
            Policy policy,
            PolicyDetails details,
            String personId,
            LocalDate on,
            @Nullable PolicyEnd end,
            String calledThen) {
        boolean has() {
            return end == null;
        }

        boolean isOf(Policy other, Occasion occasion, String person) {
            return policy == other
                    && personId.equals(person)
                    && details.occasion().equals(occasion);
        }

        boolean isFor(Policy other, PolicyDetails said, String person) {
            return policy == other && personId.equals(person) && details.isOfTheOccasion(said);
        }

        boolean isOfTheSameAs(Said other) {
            return isOf(other.policy, other.details.occasion(), other.personId);
        }

        private Said identified(String person, String as) {
            return personId.equals(person)
                    ? new Said(policy, details, as, on, end, calledThen)
                    : this;
        }

        private Said from(LocalDate day) {
            return new Said(policy, details, personId, day, end, calledThen);
        }

        private boolean isGranted(Policy of, PolicyDetails as, LocalDate since, String to) {
            return has()
                    && policy == of
                    && details.equals(as)
                    && on.equals(since)
                    && calledThen.equals(to);
        }
    }

    public PoliciesHeld with(PolicyAppliedFor e) {
        var more = said(e.policy(), e.details(), e.recipients(), e.occurredOn(), null);
        return new PoliciesHeld(Stream.concat(applied.stream(), more).toList(), said, takenBack);
    }

    public PoliciesHeld with(PolicyApplicationDeclined e) {
        return withoutApplications(e.policy(), e.details(), e.recipients(), e.occurredOn());
    }

    public PoliciesHeld with(PolicyApplicationWithdrawn e) {
        return withoutApplications(e.policy(), e.details(), e.recipients(), e.occurredOn());
    }

    private PoliciesHeld withoutApplications(
            Policy policy, PolicyDetails details, List<String> persons, LocalDate on) {
        var over =
                waiting(on).stream()
                        .filter(one ->
                                one.policy() == policy
                                        && one.details().equals(details)
                                        && persons.contains(one.personId()))
                        .toList();
        return new PoliciesHeld(
                applied.stream().filter(one -> !over.contains(one)).toList(), said, takenBack);
    }

    public PoliciesHeld with(PolicyGranted e) {
        return with(said(e.policy(), e.details(), e.recipients(), e.occurredOn(), null));
    }

    public PoliciesHeld with(PolicyEnded e) {
        return with(said(e.policy(), e.details(), e.recipients(), e.occurredOn(), e.reason()));
    }

    /** Of a grant that is taken back nothing was ever had; what ended it, ended whatever else. */
    public PoliciesHeld with(PolicyTakenBack e) {
        var left = new ArrayList<>(said);
        var back = new HashSet<>(takenBack);
        for (var i = 0; i < e.recipients().size(); i++) {
            var person = e.recipients().get(i);
            back.add(new TakenBack(e.correctsEventId(), person));
            var equal =
                    IntStream.range(0, left.size())
                            .filter(at ->
                                    left.get(at)
                                            .isGranted(
                                                    e.policy(), e.details(), e.grantedOn(), person))
                            .boxed()
                            .toList();
            if (equal.isEmpty()) continue;
            var last = equal.size() - 1;
            var before = e.equalGrantsBefore() == null ? last : e.equalGrantsBefore().get(i);
            left.remove((int) equal.get(Math.min(before, last)));
        }
        return new PoliciesHeld(applied, List.copyOf(left), Set.copyOf(back));
    }

    /** How many grants to a person that say the same of the same day stand. */
    int equalGrants(PolicyGranted e, String person) {
        return (int)
                said.stream()
                        .filter(one ->
                                one.isGranted(e.policy(), e.details(), e.occurredOn(), person))
                        .count();
    }

    boolean isTakenBack(String eventId, String from) {
        return takenBack.contains(new TakenBack(eventId, from));
    }

    private PoliciesHeld with(Stream<Said> more) {
        return new PoliciesHeld(applied, Stream.concat(said.stream(), more).toList(), takenBack);
    }

    private static Stream<Said> said(
            Policy policy,
            PolicyDetails details,
            List<String> persons,
            LocalDate on,
            @Nullable PolicyEnd end) {
        return persons.stream().map(person -> new Said(policy, details, person, on, end, person));
    }

    /** What was said of the latest day. */
    Optional<File.Fact> lastSaid() {
        return Stream.concat(
                        applied.stream().map(one -> new File.Fact("PolicyAppliedFor", one.on())),
                        said.stream()
                                .map(one ->
                                        new File.Fact(
                                                one.has() ? "PolicyGranted" : "PolicyEnded",
                                                one.on())))
                .max(Comparator.comparing(File.Fact::on));
    }

    /** What was applied for or granted of the latest day. */
    Optional<File.Fact> lastGiven() {
        return Stream.concat(
                        applied.stream().map(one -> new File.Fact("PolicyAppliedFor", one.on())),
                        said.stream()
                                .filter(Said::has)
                                .map(one -> new File.Fact("PolicyGranted", one.on())))
                .max(Comparator.comparing(File.Fact::on));
    }

    /** The first that a person applied for or was granted from the one day on, before the other. */
    Optional<File.Fact> firstOf(String person, LocalDate from, LocalDate until) {
        return Stream.concat(
                        applied.stream()
                                .filter(one -> one.personId().equals(person))
                                .map(one -> new File.Fact("PolicyAppliedFor", one.on())),
                        said.stream()
                                .filter(one -> one.has() && one.personId().equals(person))
                                .map(one -> new File.Fact("PolicyGranted", one.on())))
                .filter(fact -> !fact.on().isBefore(from) && fact.on().isBefore(until))
                .min(Comparator.comparing(File.Fact::on));
    }

    /** One person under another id, for all days. */
    public PoliciesHeld identified(String person, String as) {
        return new PoliciesHeld(
                applied.stream().map(one -> one.identified(person, as)).toList(),
                said.stream().map(one -> one.identified(person, as)).toList(),
                takenBack);
    }

    /** Without what lasts. */
    public PoliciesHeld once() {
        return new PoliciesHeld(
                applied, said.stream().filter(one -> !one.policy().lasts()).toList(), takenBack);
    }

    /** What a person has that day; of what is had once, what was granted, of whatever day. */
    @Nullable Said had(Policy policy, Occasion occasion, String person, LocalDate day) {
        return said.stream()
                .filter(one -> one.isOf(policy, occasion, person))
                .filter(one -> !policy.lasts() || !one.on().isAfter(day))
                .reduce((one, next) -> next.on().isBefore(one.on()) ? one : next)
                .filter(Said::has)
                .orElse(null);
    }

    public boolean has(Policy policy, PolicyDetails details, String person, LocalDate day) {
        return had(policy, details.occasion(), person, day) != null;
    }

    /** The same in whatever spelling it was entered. */
    @Nullable Said had(Policy policy, PolicyDetails details, String person, LocalDate day) {
        return said.stream()
                .map(Said::details)
                .filter(details::isOfTheOccasion)
                .map(PolicyDetails::occasion)
                .distinct()
                .flatMap(occasion -> Stream.ofNullable(had(policy, occasion, person, day)))
                .findFirst()
                .orElse(null);
    }

    /** All that lasts and is had that day. */
    List<Said> lasting(LocalDate day) {
        var had = new ArrayList<Said>();
        for (var one : said) {
            if (had.stream().anyMatch(one::isOfTheSameAs) || !one.policy().lasts()) continue;
            var now = had(one.policy(), one.details().occasion(), one.personId(), day);
            if (now != null) had.add(now);
        }
        return List.copyOf(had);
    }

    /** All that is had that day, and what was granted once by then, in the order recorded. */
    public List<Said> present(LocalDate day) {
        var lasting = lasting(day);
        return Stream.concat(
                        said.stream()
                                .filter(one -> !one.policy().lasts() && !one.on().isAfter(day)),
                        lasting.stream())
                .toList();
    }

    /** Of a grant, what is not taken back; another one may have been the same since. */
    List<Said> grantedBy(PolicyGranted e, String eventId) {
        return e.recipients().stream()
                .filter(person -> !isTakenBack(eventId, person))
                .flatMap(person ->
                        said.stream()
                                .filter(one ->
                                        one.isGranted(
                                                e.policy(), e.details(), e.occurredOn(), person))
                                .limit(1))
                .toList();
    }

    /** What was applied for by that day and neither granted nor come to nothing. */
    List<Said> waiting(LocalDate day) {
        return applied.stream()
                .filter(one -> !one.on().isAfter(day))
                .filter(one ->
                        said.stream()
                                .noneMatch(other ->
                                        other.has()
                                                && other.isOfTheSameAs(one)
                                                && !(one.policy().lasts()
                                                        && other.on().isBefore(one.on()))))
                .toList();
    }

    /**
     * What lasts from that day on: what is had that day, and what is said of it from a later one;
     * of each day the last word.
     */
    List<Said> lastingFrom(LocalDate day) {
        record Word(Policy policy, Occasion occasion, String personId, LocalDate on) {}
        var last = new LinkedHashMap<Word, Said>();
        for (var one : lasting(day)) {
            last.put(
                    new Word(one.policy(), one.details().occasion(), one.personId(), day),
                    one.from(day));
        }
        for (var one : said) {
            if (!one.policy().lasts() || !one.on().isAfter(day)) continue;
            last.put(
                    new Word(one.policy(), one.details().occasion(), one.personId(), one.on()),
                    one);
        }
        return last.values().stream()
                .filter(one -> one.has() || hadBefore(one, last.values()))
                .toList();
    }

    private static boolean hadBefore(Said ending, Collection<Said> words) {
        return words.stream()
                .filter(one -> one.isOfTheSameAs(ending) && one.on().isBefore(ending.on()))
                .max(Comparator.comparing(Said::on))
                .filter(Said::has)
                .isPresent();
    }

    /** Of those persons, what is had once and was granted from a day after that one. */
    List<Said> onceAfter(Collection<String> persons, LocalDate day) {
        return said.stream()
                .filter(one -> !one.policy().lasts() && one.on().isAfter(day))
                .filter(one -> persons.contains(one.personId()))
                .toList();
    }

    /** What lasts and was granted to a person from a day after that one. */
    List<Said> lastingAfter(String person, LocalDate day) {
        return said.stream()
                .filter(one -> one.has() && one.policy().lasts())
                .filter(one -> one.personId().equals(person) && one.on().isAfter(day))
                .sorted(Comparator.comparing(Said::on))
                .toList();
    }
}
