package cn.fupin.reporting.regions;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.backbone.division.Lineage.Succession;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Where each code lies by the divisions that are asked for, as SQL takes it. What no successor is
 * known of stays where it is and is marked; what was divided lies in what holds all its parts.
 */
public final class Casts {
    private final Lineage lineage;
    private final Map<String, String> casts = new HashMap<>();

    private Casts(Lineage lineage) {
        this.lineage = lineage;
    }

    /**
     * @param listed codes that may lie under a superseded division
     */
    public static Casts of(List<Succession> happened, Collection<String> listed) {
        var lineage = Lineage.of(happened);
        var casts = new Casts(lineage);
        var codes = new LinkedHashSet<>(listed);
        codes.addAll(lineage.ended());
        for (var code : codes) {
            var place = lineage.placeOf(code);
            if (!place.equals(code)) casts.casts.put(code, place);
        }
        return casts;
    }

    public Lineage lineage() {
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
        return lineage.endOf(place)
                .map(end -> !end.region().equals(place) || end.successors().isEmpty())
                .orElse(false);
    }
}
