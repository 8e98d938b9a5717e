package cn.fupin.reporting.figure;

import cn.fupin.backbone.division.Division;
import cn.fupin.backbone.division.Lineage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of all that was said of divisions counts, so that nobody is counted twice: of each what was
 * said last, and of a division and what lay in it on that day only the wider. What was said of a
 * division that has ended counts whole until something is said of everything it became, since
 * nobody can divide it; meanwhile its parts count with what was said of them before.
 */
final class Statements {
    /** What one event says of a division on a day. */
    record Said(String eventId, String region, LocalDate on) {}

    private final Lineage lineage;
    // Of each region the last first.
    private final Map<String, List<Said>> said = new LinkedHashMap<>();
    private final Map<String, Boolean> replaced = new HashMap<>();

    private Statements(Collection<Said> said, Lineage lineage) {
        this.lineage = lineage;
        for (var one : said) {
            this.said.merge(
                    one.region(),
                    List.of(one),
                    (before, last) -> Stream.concat(before.stream(), last.stream()).toList());
        }
    }

    /**
     * @param said of each region the last first
     * @return the ids of their events
     */
    static List<String> counting(Collection<Said> said, Lineage lineage) {
        return new Statements(said, lineage).counting();
    }

    private List<String> counting() {
        var partial = partial();
        var chosen = new LinkedHashMap<String, Said>();
        said.forEach((region, all) -> {
            var until = partial.get(region);
            all.stream()
                    .filter(one -> until == null || one.on().isBefore(until))
                    .findFirst()
                    .filter(_ -> !isReplaced(region))
                    .ifPresent(one -> chosen.put(region, one));
        });
        return chosen.values().stream()
                .filter(one -> above(one.region(), chosen).noneMatch(wider -> takesIn(wider, one)))
                .map(Said::eventId)
                .toList();
    }

    private static Stream<Said> above(String region, Map<String, Said> chosen) {
        return Division.lineage(region).stream()
                .filter(code -> !code.equals(region))
                .map(chosen::get)
                .filter(Objects::nonNull);
    }

    /** Whether it lay there on the day of which the wider speaks, not yet in another division. */
    private boolean takesIn(Said wider, Said one) {
        return lineage.endOf(one.region())
                .filter(end -> !Division.isWithin(wider.region(), end.region()))
                .filter(end -> !end.on().isAfter(wider.on()))
                .map(end ->
                        end.successors().stream()
                                .allMatch(later -> Division.isWithin(later, wider.region())))
                .orElse(true);
    }

    /** Whether something was said since of everything that the region became. */
    private boolean isReplaced(String region) {
        return replaced.computeIfAbsent(region, _ -> isSpokenFor(region, null, new HashSet<>()));
    }

    private boolean isSpokenFor(String region, @Nullable LocalDate since, Set<String> seen) {
        if (!seen.add(region)) return false;
        if (since != null && isSaid(region, since)) return true;
        var end = lineage.endOf(region).orElse(null);
        if (end == null || end.successors().isEmpty()) return false;
        return end.successors().stream()
                .allMatch(later -> isSpokenFor(later, end.on(), new HashSet<>(seen)));
    }

    private boolean isSaid(String region, LocalDate since) {
        return Division.lineage(region).stream()
                .flatMap(code -> said.getOrDefault(code, List.of()).stream())
                .anyMatch(one -> !one.on().isBefore(since));
    }

    /** The regions that came after what still counts whole, and since when. */
    private Map<String, LocalDate> partial() {
        var partial = new HashMap<String, LocalDate>();
        var places = new HashSet<>(said.keySet());
        places.addAll(lineage.ended());
        for (var place : places) {
            if (!countsWhole(place)) continue;
            for (var later : lineage.successorsOf(place)) {
                var since = Objects.requireNonNull(lineage.followed(place, later));
                partial.merge(later, since, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return partial;
    }

    /** Itself, or with an ended division that it lay in. */
    private boolean countsWhole(String place) {
        return Division.lineage(place).stream()
                .anyMatch(code ->
                        said.containsKey(code)
                                && lineage.endOf(code).isPresent()
                                && !isReplaced(code));
    }
}
