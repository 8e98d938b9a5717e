package cn.fupin.reporting.history;

import cn.fupin.backbone.division.Division;
import cn.fupin.backbone.division.Lineage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which divisions a household lay, and when: what became of these on a day is told in its
 * history. Its own events bear the code of their day, so where it lay later is asked of what came
 * after that code. Of a place that became several only the division that holds them all is known.
 */
final class DivisionTerms {
    /**
     * @param redivided whether the household stayed where it was, and the division changed
     */
    private record Place(String code, LocalDate since, boolean redivided) {}

    private static final Comparator<LifeEvent> ORDER =
            Comparator.comparing(LifeEvent::occurredOn).thenComparing(LifeEvent::sequence);

    private final List<Place> places;
    private final @Nullable LocalDate ended;
    private final Lineage lineage;

    private DivisionTerms(List<Place> places, @Nullable LocalDate ended, Lineage lineage) {
        this.places = places;
        this.ended = ended;
        this.lineage = lineage;
    }

    /**
     * @param lineage what is known to have come after what, whatever its day
     */
    static DivisionTerms of(String householdId, List<LifeEvent> events, Lineage lineage) {
        var places = new ArrayList<Place>();
        LocalDate ended = null;
        for (var e : events.stream().filter(e -> e.isOf(householdId)).sorted(ORDER).toList()) {
            switch (e.type()) {
                case "HouseholdApplied", "HouseholdRecorded", "HouseholdSplitOff" ->
                        places.add(new Place(e.region(), e.occurredOn(), false));
                case "HouseholdMoved" ->
                        places.add(
                                new Place(
                                        e.region(),
                                        e.occurredOn(),
                                        e.text("reason").equals("REDIVISION")));
                case "HouseholdRejected",
                        "HouseholdWithdrew",
                        "HouseholdRemoved",
                        "HouseholdDissolved",
                        "HouseholdMerged" ->
                        ended = e.occurredOn();
                case "EndRevoked" -> ended = null;
                default -> {} // leaves it where it is
            }
        }
        return new DivisionTerms(places, ended, lineage);
    }

    /** Every division in which it may ever have lain. */
    Set<String> codes() {
        var codes = new LinkedHashSet<String>();
        for (var place : places) {
            Stream.concat(Stream.of(place.code()), lineage.successorsOf(place.code()).stream())
                    .forEach(code -> codes.addAll(Division.lineage(code)));
        }
        return codes;
    }

    /** Whether it lay there when that division changed: until that day, or from it on. */
    boolean layThere(LifeEvent change) {
        var day = change.occurredOn();
        if (ended != null && day.isAfter(ended)) return false;
        var before = lineage.on(day.minusDays(1));
        var since = lineage.on(day);
        return codesOn(day).stream()
                .flatMap(code -> Stream.of(before.placeOf(code), since.placeOf(code)))
                .anyMatch(place -> Division.isWithin(place, change.region()));
    }

    /** Where it lay that day by its own events; when its division changed then, before it too. */
    private List<String> codesOn(LocalDate day) {
        var there = places.stream().filter(place -> !place.since().isAfter(day)).toList();
        if (there.isEmpty()) return List.of();
        var last = there.getLast();
        var codes = new ArrayList<String>(List.of(last.code()));
        if (last.redivided() && last.since().equals(day) && there.size() > 1) {
            codes.add(there.get(there.size() - 2).code());
        }
        return codes;
    }
}
