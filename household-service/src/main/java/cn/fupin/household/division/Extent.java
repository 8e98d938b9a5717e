package cn.fupin.household.division;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a division takes in: what lies beneath its code on any day, and from the day of a succession
 * on also what ended into it and, of a division that has ended itself, what its places became.
 *
 * @param before what ended into it or into something beneath it, each from that day on
 * @param after what it or something beneath it became, each from that day on
 */
public record Extent(String division, List<Since> before, List<Since> after) {
    /** A division from the day of its succession on. */
    public record Since(String code, LocalDate day) {
        boolean holdsOn(LocalDate on) {
            return !on.isBefore(day);
        }
    }

    public Extent {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Of a division that no succession speaks of. */
    public static Extent of(String division) {
        return new Extent(division, List.of(), List.of());
    }

    /** Whether a place of that day lies in it. */
    public boolean covers(String place, LocalDate on) {
        return Division.isWithin(place, division)
                || before.stream()
                        .anyMatch(b -> b.holdsOn(on) && Division.isWithin(place, b.code()))
                || after.stream()
                        .anyMatch(a -> a.holdsOn(on) && Division.isWithin(a.code(), place));
    }

    /** The digits that the codes within it begin with, those of what ended into it too. */
    public List<String> prefixes() {
        return Stream.concat(Stream.of(division), before.stream().map(Since::code))
                .map(Division::prefix)
                .distinct()
                .toList();
    }
}
