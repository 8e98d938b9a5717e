package cn.fupin.backbone.division;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of divisions 区划调整, and so whether this place lies in that division. It is asked as of
 * today; {@link #on} is the same as of a day. A place goes with its own successors, and one that
 * has none with those of the nearest division above it that has.
 */
public final class Lineage {
    public static final Lineage UNDIVIDED = of(List.of());

    /** A place that ended as a division; {@code successors} is empty when none is known. */
    public record Succession(String region, LocalDate on, List<String> successors) {
        public Succession {
            successors = List.copyOf(successors);
        }

        /** A row of the region, the day and the successors, in this order. */
        public static Succession of(ResultSet row, int number) throws SQLException {
            return new Succession(
                    row.getString(1),
                    row.getObject(2, LocalDate.class),
                    List.of((String[]) row.getArray(3).getArray()));
        }
    }

    private final Map<String, Succession> ended;

    private Lineage(Map<String, Succession> ended) {
        this.ended = ended;
    }

    public static Lineage of(Collection<Succession> happened) {
        var ended = new LinkedHashMap<String, Succession>();
        for (var succession : happened) ended.putIfAbsent(succession.region(), succession);
        return new Lineage(ended);
    }

    /** By what had ended by that day. */
    public Lineage on(LocalDate day) {
        return of(ended.values().stream().filter(s -> !s.on().isAfter(day)).toList());
    }

    /**
     * Whether the place lies in the division, by its code or by what it became: then it lies in
     * what it was and in what it is, and where it has several successors in each, since nobody
     * knows better.
     */
    public boolean liesIn(String place, String division) {
        return Division.isWithin(place, division)
                || after(place).keySet().stream()
                        .anyMatch(later -> Division.isWithin(later, division));
    }

    /**
     * Whether what was held in the division (a meeting, a notice) on that day is good for a place
     * where a household lay then: one that lies in it, and of a division that has ended what its
     * places became, not all of its heir.
     */
    public boolean reaches(String division, String place, LocalDate day) {
        var then = on(day);
        return then.liesIn(place, division)
                || then.ended.keySet().stream()
                        .filter(code -> Division.isWithin(code, division))
                        .flatMap(code -> then.after(code).keySet().stream())
                        .anyMatch(later -> Division.isWithin(later, place));
    }

    /**
     * The one place where a code lies. Of several successors nobody knows in which it lies, but in
     * the narrowest division that holds them all; what no successor is known of stays where it was.
     */
    public String placeOf(String code) {
        var ends = ends(code);
        // going round in a circle leads nowhere else
        return ends.isEmpty() ? code : narrowest(ends);
    }

    /**
     * Where its successors went, when they are several and nobody knows in which of them it lies.
     */
    public List<String> partsOf(String code) {
        var ends = ends(code);
        return ends.size() > 1 ? List.copyOf(ends) : List.of();
    }

    /**
     * In whose register its households stand; one of which only the township is known stays one.
     */
    public String villageOf(String code) {
        var place = placeOf(code);
        return place.endsWith("000") ? code : place;
    }

    /** Whether that township has it alone; what no one township has stays in the one it was of. */
    public boolean isKeptIn(String code, String township) {
        var place = placeOf(code);
        return Division.isWithin(place.endsWith("000000") ? code : place, township);
    }

    /**
     * Whether one lies in the other, or in what came after it. Of a place that only lay in what
     * ended nobody knows what it became there, only that it lies in it still.
     */
    public boolean isOneLine(String one, String other) {
        return oneInTheOther(one, other) || cameTo(one, other) || cameTo(other, one);
    }

    /** Since when a place is, or lies in, what came after another; null when it is not. */
    public @Nullable LocalDate followed(String before, String after) {
        return after(before).entrySet().stream()
                .filter(later -> Division.isWithin(after, later.getKey()))
                .map(Map.Entry::getValue)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** How the place ended: by its own succession, or by that of the nearest division above it. */
    public Optional<Succession> endOf(String code) {
        return above(code).findFirst();
    }

    /** Every place that has ended as a division. */
    public Set<String> ended() {
        return Collections.unmodifiableSet(ended.keySet());
    }

    /** Everything that came after the place, the nearest first and as the documents name them. */
    public List<String> successorsOf(String code) {
        return List.copyOf(after(code).keySet());
    }

    /** Every ended division that the given one, or a place within it, came after. */
    public List<String> endedInto(String division) {
        return ended.keySet().stream()
                .filter(code ->
                        after(code).keySet().stream()
                                .anyMatch(later -> Division.isWithin(later, division)))
                .toList();
    }

    /** The digits that the codes within it begin with, those of what ended into it too. */
    public List<String> prefixes(String division) {
        return Stream.concat(Stream.of(division), endedInto(division).stream())
                .map(Division::prefix)
                .distinct()
                .toList();
    }

    /** What came after the place, and since when. */
    private Map<String, LocalDate> after(String code) {
        var after = new LinkedHashMap<String, LocalDate>();
        var open = new ArrayDeque<>(List.of(code));
        while (!open.isEmpty()) {
            var place = open.removeFirst();
            var since = after.getOrDefault(place, LocalDate.MIN);
            above(place)
                    .filter(end -> !end.successors().isEmpty())
                    .findFirst()
                    .ifPresent(end -> {
                        var day = end.on().isAfter(since) ? end.on() : since;
                        for (var successor : end.successors()) {
                            if (after.putIfAbsent(successor, day) == null) open.addLast(successor);
                        }
                    });
        }
        return after;
    }

    /** The place itself and what it lies in, as far as they have ended, the nearest first. */
    private Stream<Succession> above(String code) {
        return Division.lineage(code).stream().map(ended::get).filter(Objects::nonNull);
    }

    private Set<String> ends(String code) {
        var ends = new LinkedHashSet<String>();
        follow(code, new HashSet<>(), ends);
        return ends;
    }

    private void follow(String code, Set<String> seen, Set<String> ends) {
        if (!seen.add(code)) return;
        var next = endOf(code).map(Succession::successors).orElse(List.of());
        if (next.isEmpty()) ends.add(code);
        for (var successor : next) follow(successor, seen, ends);
    }

    private static String narrowest(Set<String> codes) {
        var common = new ArrayList<>(Division.lineage(codes.iterator().next()));
        for (var code : codes) common.retainAll(Division.lineage(code));
        return common.getFirst();
    }

    private boolean cameTo(String before, String place) {
        var seen = new HashSet<Later>();
        var open = new ArrayDeque<>(List.of(new Later(before, true)));
        while (!open.isEmpty()) {
            var from = open.pop();
            endOf(from.code()).stream()
                    .flatMap(end -> from.through(end).stream())
                    .filter(seen::add)
                    .forEach(open::push);
        }
        return seen.stream().anyMatch(later -> later.joins(place));
    }

    private static boolean oneInTheOther(String one, String other) {
        return Division.isWithin(one, other) || Division.isWithin(other, one);
    }

    /**
     * What came after a place.
     *
     * @param ownEnd whether it was always the place itself that ended, never only what it lay in
     */
    private record Later(String code, boolean ownEnd) {
        List<Later> through(Succession end) {
            var own = ownEnd && end.region().equals(code);
            return end.successors().stream().map(later -> new Later(later, own)).toList();
        }

        boolean joins(String place) {
            return ownEnd ? oneInTheOther(code, place) : Division.isWithin(code, place);
        }
    }
}
