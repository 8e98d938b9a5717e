package cn.fupin.reporting.quota;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.backbone.division.Lineage.Succession;
import cn.fupin.reporting.fact.Region;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In whose quotas places are counted: where the household lay when it took them, and where no quota
 * of that year was above it there, in the nearest successor that one is above. There they stay,
 * whatever becomes of the division.
 */
final class QuotaLineage {
    private final Lineage lineage;
    private final Map<Integer, Set<String>> allocated;

    /**
     * @param allocated the regions with a quota, by year
     */
    QuotaLineage(List<Succession> successions, Map<Integer, Set<String>> allocated) {
        this.lineage = Lineage.of(successions);
        this.allocated = allocated;
    }

    /**
     * @param own whether a quota above the region itself was there when the places were taken
     */
    String counted(String region, int year, boolean own) {
        if (own) return region;
        var regions = allocated.getOrDefault(year, Set.of());
        for (var later : lineage.successorsOf(region)) {
            if (isUnder(later, regions)) return later;
        }
        return region;
    }

    /** Which divisions ended and have one of these after them. */
    List<String> before(Collection<String> regions) {
        return lineage.ended().stream()
                .filter(ended ->
                        lineage.successorsOf(ended).stream()
                                .anyMatch(later -> isUnder(later, regions)))
                .sorted()
                .toList();
    }

    private static boolean isUnder(String code, Collection<String> regions) {
        return regions.contains("000000000000")
                || new Region(code).lineage().stream().anyMatch(regions::contains);
    }
}
