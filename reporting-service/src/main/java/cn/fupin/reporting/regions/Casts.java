package cn.fupin.reporting.regions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where each code lies by the divisions that are asked for.
 *
 * <p>A code follows its successions to the end. Where there are several ends it lies in the
 * narrowest region that holds them all, since nobody knows in which of them; a code that is not
 * superseded itself goes where the division above it went. A code without a known successor stays
 * where it is and is marked.
 */
public final class Lineage {
    private static final int[] LEVELS = {12, 9, 6, 4, 2, 0};

    /** A place that ended as a division; {@code successors} is empty when none is known. */
    public record Succession(String region, LocalDate on, List<String> successors) {}

    private final Map<String, Succession> successions = new HashMap<>();
    private final Map<String, String> casts = new HashMap<>();

    private Lineage() {}

    /**
     * @param listed codes that may lie under a superseded division
     */
    public static Lineage of(List<Succession> happened, Collection<String> listed) {
        var lineage = new Lineage();
        for (var succession : happened)
            lineage.successions.putIfAbsent(succession.region(), succession);
        var codes = new LinkedHashSet<>(listed);
        codes.addAll(lineage.successions.keySet());
        for (var code : codes) {
            var place = lineage.resolve(code);
            if (!place.equals(code)) lineage.casts.put(code, place);
        }
        return lineage;
    }

    /** Where it lies now. */
    public String place(String code) {
        return casts.getOrDefault(code, code);
    }

    /** Every code that lies elsewhere, and where. */
    public Map<String, String> casts() {
        return Map.copyOf(casts);
    }

    /** Whether what lies there has ended as a division and nobody knows what came after it. */
    public boolean hasNoSuccessor(String code) {
        var place = place(code);
        var own = successions.get(place);
        return own == null ? above(place) != null : own.successors().isEmpty();
    }

    private String resolve(String code) {
        var ends = new LinkedHashSet<String>();
        follow(code, new HashSet<>(), ends);
        // going round in a circle leads nowhere else
        return ends.isEmpty() ? code : narrowest(ends);
    }

    private void follow(String code, Set<String> seen, Set<String> ends) {
        if (!seen.add(code)) return;
        var next = next(code);
        if (next.isEmpty()) ends.add(code);
        for (var successor : next) follow(successor, seen, ends);
    }

    private List<String> next(String code) {
        var own = successions.get(code);
        if (own == null) own = above(code);
        return own == null ? List.of() : own.successors();
    }

    /** The succession of the nearest division above it that has ended. */
    private @Nullable Succession above(String code) {
        for (var digits : LEVELS) {
            if (digits == 0) return null;
            var division = code.substring(0, digits) + "0".repeat(12 - digits);
            if (!division.equals(code) && successions.containsKey(division)) {
                return successions.get(division);
            }
        }
        return null;
    }

    private static String narrowest(Set<String> codes) {
        for (var digits : LEVELS) {
            var above = codes.stream().map(code -> code.substring(0, digits)).distinct().toList();
            if (above.size() == 1) return above.getFirst() + "0".repeat(12 - digits);
        }
        throw new IllegalStateException("no digits at all are the same digits");
    }
}
