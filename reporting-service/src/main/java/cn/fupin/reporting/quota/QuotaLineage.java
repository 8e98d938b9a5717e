package cn.fupin.reporting.quota;

import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Lineage.Succession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In whose quotas places are counted: where the household lay when it took them, and where no quota
 * of that year was above it there, in the nearest successor that one is above. There they stay,
 * whatever becomes of the division.
 */
final class QuotaLineage {
    private final Map<String, List<String>> successors = new HashMap<>();
    private final Map<Integer, Set<String>> allocated;

    /**
     * @param allocated the regions with a quota, by year
     */
    QuotaLineage(List<Succession> successions, Map<Integer, Set<String>> allocated) {
        successions.forEach(s -> successors.putIfAbsent(s.region(), s.successors()));
        this.allocated = allocated;
    }

    /**
     * @param own whether a quota above the region itself was there when the places were taken
     */
    String counted(String region, int year, boolean own) {
        if (own) return region;
        var regions = allocated.getOrDefault(year, Set.of());
        for (var later : after(region)) {
            if (isUnder(later, regions)) return later;
        }
        return region;
    }

    /** Which divisions ended and have one of these after them. */
    List<String> before(Collection<String> regions) {
        return successors.keySet().stream()
                .filter(ended -> after(ended).stream().anyMatch(later -> isUnder(later, regions)))
                .sorted()
                .toList();
    }

    private static boolean isUnder(String code, Collection<String> regions) {
        return regions.contains("000000000000")
                || new Region(code).lineage().stream().anyMatch(regions::contains);
    }

    /** The nearest first, in the order in which the documents name them. */
    private List<String> after(String code) {
        var after = new LinkedHashSet<String>();
        for (var division : new Region(code).lineage()) {
            var next = new ArrayDeque<>(successors.getOrDefault(division, List.of()));
            while (!next.isEmpty()) {
                var later = next.removeFirst();
                if (after.add(later)) next.addAll(successors.getOrDefault(later, List.of()));
            }
        }
        return new ArrayList<>(after);
    }
}
