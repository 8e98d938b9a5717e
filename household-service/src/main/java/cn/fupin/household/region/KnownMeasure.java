package cn.fupin.household.region;

import cn.fupin.backbone.command.Malformed;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Measures that reports add up and compare: in two units their sum would be a false figure. */
final class KnownMeasure {
    private static final Map<String, String> UNITS =
            Map.ofEntries(
                    Map.entry("population", "person"),
                    Map.entry("households", "household"),
                    Map.entry("rural-households", "household"),
                    Map.entry("rural-population", "person"),
                    Map.entry("key-villages-of-county", "village"),
                    Map.entry("distance-to-county-seat", "km"),
                    Map.entry("village-groups", "group"),
                    Map.entry("area", "km2"),
                    Map.entry("arable-land", "mu"),
                    Map.entry("walnut-area", "mu"),
                    Map.entry("walnut-grafted-area", "mu"),
                    Map.entry("pepper-area", "mu"),
                    Map.entry("tobacco-area", "mu"),
                    Map.entry("tobacco-output", "dan"),
                    Map.entry("tobacco-villages", "village"));

    private static final Set<String> COUNTED = Set.of("person", "household", "village", "group");

    private KnownMeasure() {}

    /** A measure not known here may come in any unit. */
    static void checkUnit(String measure, String unit) {
        var right = UNITS.getOrDefault(measure, unit);
        if (!unit.equals(right)) {
            throw new Malformed("unit", "unit-of-measure", "应为 " + right, "must be " + right);
        }
    }

    /** There is no half a person. */
    static void checkWhole(BigDecimal value, String unit) {
        if (COUNTED.contains(unit) && value.stripTrailingZeros().scale() > 0) {
            throw new Malformed(
                    "value",
                    "whole-" + unit,
                    "按 " + unit + " 计数的须为整数",
                    "must be a whole number: it counts in " + unit);
        }
    }
}
