package cn.fupin.household.region;

import cn.fupin.household.division.Division;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Where each code lies by the divisions of one day. It goes where its successors, or those of the
 * nearest division above it that has ended, are. Of several nobody knows in which it lies, but in
 * the narrowest division that holds them all; what no successor is known of stays where it was.
 */
public final class DivisionsOfDay {
    private final Map<String, List<String>> successors;

    /**
     * @param successors of each division that had ended by the day
     */
    DivisionsOfDay(Map<String, List<String>> successors) {
        this.successors = Map.copyOf(successors);
    }

    public String placeOf(String code) {
        var ends = new LinkedHashSet<String>();
        follow(code, new HashSet<>(), ends);
        // going round in a circle leads nowhere else
        return ends.isEmpty() ? code : narrowest(ends);
    }

    /**
     * In whose register its households stand; one of which only the township is known stays one.
     */
    public String villageOf(String code) {
        var place = placeOf(code);
        return Level.VILLAGE.fits(place) ? place : code;
    }

    /** Whether it lies in that township; what no one township has stays in the one it was of. */
    public boolean liesIn(String code, String township) {
        var place = placeOf(code);
        return Division.isWithin(place.endsWith("000000") ? code : place, township);
    }

    private void follow(String code, Set<String> seen, Set<String> ends) {
        if (!seen.add(code)) return;
        var next =
                Division.lineage(code).stream()
                        .map(successors::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(List.of());
        if (next.isEmpty()) ends.add(code);
        for (var successor : next) follow(successor, seen, ends);
    }

    private static String narrowest(Set<String> codes) {
        var common = new ArrayList<>(Division.lineage(codes.iterator().next()));
        for (var code : codes) common.retainAll(Division.lineage(code));
        return common.getFirst();
    }
}
