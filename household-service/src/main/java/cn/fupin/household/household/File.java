package cn.fupin.household.household;

import cn.fupin.backbone.command.PlainText;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.IdentificationEvent.HouseholdApplied;
import cn.fupin.household.household.IdentificationEvent.HouseholdRecorded;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every household with a life has.
 *
 * @param lastOn the day of the latest step: no later step may be dated before it
 * @param measures the batches it belongs to
 * @param cleared what was looked into of exclusion rules
 * @param places where it lay from which day on, by their days, the opening first
 * @param keptIn the rounds in which it was looked into and kept
 * @param policies which it applied for, has and had
 * @param entries the facts that are no steps and of no policy
 * @param plans what is planned for it, and done of that
 * @param watchHelp of one that was never registered, null until a helper is named while it is
 *     monitored
 * @param number 户编号, null while it has none
 * @param links 利益联结
 */
record File(
        Family family,
        LocalDate lastOn,
        Set<Assigned> measures,
        Set<Cleared> cleared,
        List<Place> places,
        Set<String> keptIn,
        PoliciesHeld policies,
        Entries entries,
        Plans plans,
        @Nullable WatchHelp watchHelp,
        @Nullable Numbered number,
        BenefitLinks links) {
    static File opened(HouseholdApplied e) {
        return opened(e.region(), e.group(), e.occurredOn(), e.head(), e.members());
    }

    static File opened(HouseholdRecorded e) {
        return opened(e.region(), e.group(), e.occurredOn(), e.head(), e.members());
    }

    static File opened(HouseholdSplitOff e) {
        return opened(e.region(), e.group(), e.occurredOn(), e.head(), e.members());
    }

    private static File opened(
            String region,
            @Nullable String group,
            LocalDate on,
            String head,
            List<Member> members) {
        return new File(
                Family.of(on, head, members),
                on,
                Set.of(),
                Set.of(),
                List.of(new Place(region, group, on)),
                Set.of(),
                PoliciesHeld.NONE,
                Entries.NONE,
                Plans.NONE,
                null,
                null,
                BenefitLinks.NONE);
    }

    /** Where it lies now. */
    String region() {
        return places.getLast().region();
    }

    /** Where it lay that day; before the opening, where it opened. */
    String regionOn(LocalDate day) {
        return placeOn(day).region();
    }

    Place placeOn(LocalDate day) {
        return places.reversed().stream()
                .filter(place -> !place.since().isAfter(day))
                .findFirst()
                .orElse(places.getFirst());
    }

    /** It may come to light later than where it went after that. */
    File in(Place place) {
        var more = new ArrayList<>(places);
        more.add(place);
        more.sort(Comparator.comparing(Place::since));
        return new File(
                family,
                lastOn,
                measures,
                cleared,
                List.copyOf(more),
                keptIn,
                policies,
                entries,
                plans,
                watchHelp,
                number,
                links);
    }

    File on(LocalDate date) {
        return new File(
                family, date, measures, cleared, places, keptIn, policies, entries, plans,
                watchHelp, number, links);
    }

    File with(Family changed) {
        return new File(
                changed, lastOn, measures, cleared, places, keptIn, policies, entries, plans,
                watchHelp, number, links);
    }

    File with(Assigned measure) {
        var more = new HashSet<>(measures);
        more.add(measure);
        return new File(
                family,
                lastOn,
                Set.copyOf(more),
                cleared,
                places,
                keptIn,
                policies,
                entries,
                plans,
                watchHelp,
                number,
                links);
    }

    File with(PoliciesHeld changed) {
        return new File(
                family, lastOn, measures, cleared, places, keptIn, changed, entries, plans,
                watchHelp, number, links);
    }

    File with(Cleared clearance) {
        var more = new HashSet<>(cleared);
        more.add(clearance);
        return new File(
                family,
                lastOn,
                measures,
                Set.copyOf(more),
                places,
                keptIn,
                policies,
                entries,
                plans,
                watchHelp,
                number,
                links);
    }

    File with(@Nullable WatchHelp help) {
        return new File(
                family, lastOn, measures, cleared, places, keptIn, policies, entries, plans, help,
                number, links);
    }

    File with(Plans changed) {
        return new File(
                family, lastOn, measures, cleared, places, keptIn, policies, entries, changed,
                watchHelp, number, links);
    }

    File keptIn(String roundId) {
        var more = new HashSet<>(keptIn);
        more.add(roundId);
        return new File(
                family,
                lastOn,
                measures,
                cleared,
                places,
                Set.copyOf(more),
                policies,
                entries,
                plans,
                watchHelp,
                number,
                links);
    }

    /** One person under another id, for all days and whatever was looked into. */
    File identified(String personId, String as) {
        var renamed =
                cleared.stream()
                        .map(c ->
                                c.personId().equals(personId)
                                        ? new Cleared(as, c.item(), c.on(), c.calledThen())
                                        : c)
                        .collect(Collectors.toUnmodifiableSet());
        return new File(
                family.identified(personId, as),
                lastOn,
                measures,
                renamed,
                places,
                keptIn,
                policies.identified(personId, as),
                entries,
                plans,
                watchHelp,
                number,
                links);
    }

    /** What the entry said is not so, on no day. */
    File without(Assigned measure) {
        var left = new HashSet<>(measures);
        left.remove(measure);
        return new File(
                family,
                lastOn,
                Set.copyOf(left),
                cleared,
                places,
                keptIn,
                policies,
                entries,
                plans,
                watchHelp,
                number,
                links);
    }

    /**
     * @param calledThen the id by which the person was named in it
     */
    File withoutClearance(String calledThen, String item, LocalDate on) {
        var left =
                cleared.stream()
                        .filter(c ->
                                !(c.calledThen().equals(calledThen)
                                        && c.item().equals(item)
                                        && c.on().equals(on)))
                        .collect(Collectors.toUnmodifiableSet());
        return new File(
                family, lastOn, measures, left, places, keptIn, policies, entries, plans, watchHelp,
                number, links);
    }

    File with(Entries changed) {
        return new File(
                family, lastOn, measures, cleared, places, keptIn, policies, changed, plans,
                watchHelp, number, links);
    }

    File with(@Nullable Numbered given) {
        return new File(
                family, lastOn, measures, cleared, places, keptIn, policies, entries, plans,
                watchHelp, given, links);
    }

    File with(BenefitLinks changed) {
        return new File(
                family, lastOn, measures, cleared, places, keptIn, policies, entries, plans,
                watchHelp, number, changed);
    }

    boolean isCleared(String personId, String item, LocalDate day) {
        return cleared.stream()
                .anyMatch(c ->
                        c.personId().equals(personId)
                                && c.item().equals(item)
                                && !c.on().isAfter(day));
    }

    /**
     * @param group of its villagers, null when nobody says
     */
    record Place(String region, @Nullable String group, LocalDate since) {}

    /** The household's number, and on which day it was given. */
    record Numbered(String householdNumber, LocalDate on) {}

    /**
     * @param fact the event's type
     */
    record Fact(String fact, LocalDate on) {}

    /**
     * What was entered in it, in the order recorded, without what was taken back since.
     *
     * @param takenBack the ids of the events that were
     */
    record Entries(List<Fact> facts, Set<String> takenBack) {
        static final Entries NONE = new Entries(List.of(), Set.of());

        Entries with(Fact fact) {
            var more = new ArrayList<>(facts);
            more.add(fact);
            return new Entries(List.copyOf(more), takenBack);
        }

        /** Of facts of one kind and day each is as good as another. */
        Entries without(Fact fact, String eventId) {
            var left = new ArrayList<>(facts);
            left.remove(fact);
            var back = new HashSet<>(takenBack);
            back.add(eventId);
            return new Entries(List.copyOf(left), Set.copyOf(back));
        }

        /** It is a fact of another day. */
        Entries moved(Fact wrong, Fact right) {
            var changed = new ArrayList<>(facts);
            changed.remove(wrong);
            changed.add(right);
            return new Entries(List.copyOf(changed), takenBack);
        }

        /** The one of the latest day, null before the first. */
        @Nullable Fact latest() {
            return latest(facts.stream());
        }

        /** The latest of those kinds. */
        @Nullable Fact latest(Set<String> kinds) {
            return latest(facts.stream().filter(fact -> kinds.contains(fact.fact())));
        }

        private static @Nullable Fact latest(Stream<Fact> those) {
            return those.reduce((one, next) -> next.on().isBefore(one.on()) ? one : next)
                    .orElse(null);
        }
    }

    /**
     * An exclusion rule does not stand in a member's way from that day on.
     *
     * @param calledThen the id by which the person was named when it was said
     */
    record Cleared(String personId, String item, LocalDate on, String calledThen) {
        Cleared(String personId, String item, LocalDate on) {
            this(personId, item, on, personId);
        }
    }

    /** A measure of a scheme. */
    record Assigned(String measure, String scheme) {
        boolean isTheSameAs(Assigned other) {
            return measure.equals(other.measure) && PlainText.same(scheme, other.scheme);
        }
    }
}
