package cn.fupin.reporting.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose places they are, where households were merged or split: the places of every year go with
 * the persons, a removal gives those of the latest year back. By the order of the steps, as
 * household-service counts them in its own transaction.
 */
final class HeldPlaces {
    /**
     * @param counted the region in whose quotas the places of {@code year} are, null with {@code
     *     year} where none are taken
     * @param persons who take places; of a split how many go over, null where all do
     * @param to the household they go over to
     */
    record Step(
            String householdId,
            String step,
            @Nullable String counted,
            @Nullable Integer year,
            @Nullable Long persons,
            @Nullable String to) {}

    /** Of one household in one year. */
    record Held(String householdId, String counted, long persons) {}

    private static final class Row {
        private final String counted;
        private long persons;
        private boolean released;

        Row(String counted) {
            this.counted = counted;
        }
    }

    private final Map<String, TreeMap<Integer, Row>> households = new HashMap<>();

    private HeldPlaces() {}

    /** Those of {@code year} after all the steps; nobody's places that were given back. */
    static List<Held> after(List<Step> steps, int year) {
        var places = new HeldPlaces();
        steps.forEach(places::take);
        return places.held(year);
    }

    private void take(Step s) {
        switch (s.step()) {
            case "HouseholdRegistered", "HouseholdRelapsed" -> taken(s);
            case "HouseholdRemoved" -> released(s);
            case "HouseholdMerged", "HouseholdSplit" -> handedOver(s);
            default -> {} // takes nothing and gives nothing
        }
    }

    private TreeMap<Integer, Row> of(String householdId) {
        return households.computeIfAbsent(householdId, _ -> new TreeMap<>());
    }

    /** A relapse in a year of which it has places takes none. */
    private void taken(Step s) {
        if (s.year() == null || s.counted() == null || s.persons() == null) return;
        var rows = of(s.householdId());
        if (rows.containsKey(s.year())) return;
        var row = new Row(s.counted());
        row.persons = s.persons();
        rows.put(s.year(), row);
    }

    private void released(Step s) {
        var latest = of(s.householdId()).lastEntry();
        if (latest != null) latest.getValue().released = true;
    }

    /** Where the other has places of that year they are counted where those are. */
    private void handedOver(Step s) {
        if (s.to() == null) return;
        var to = of(s.to());
        of(s.householdId())
                .forEach((year, from) -> {
                    if (from.released || from.persons == 0) return;
                    var over =
                            s.persons() == null
                                    ? from.persons
                                    : Math.min(from.persons, s.persons());
                    from.persons -= over;
                    to.computeIfAbsent(year, _ -> new Row(from.counted)).persons += over;
                });
    }

    private List<Held> held(int year) {
        var held = new ArrayList<Held>();
        households.forEach((householdId, rows) -> {
            var row = rows.get(year);
            if (row == null || row.released) return;
            held.add(new Held(householdId, row.counted, row.persons));
        });
        return held;
    }
}
