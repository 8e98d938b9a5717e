package cn.fupin.reporting.fact;

import cn.fupin.backbone.command.Check;
import java.util.ArrayList;
import java.util.List;

/** A 12-digit division code and what lies under it. */
public record Region(String code) {
    private static final int[] LEVELS = {2, 4, 6, 9, 12};

    public Region {
        Check.region("region", code);
    }

    /** The digits that say something at the code's level: 513423199 of the town 513423199000. */
    public String prefix() {
        for (var digits : LEVELS) {
            if (code.substring(digits).chars().allMatch(c -> c == '0')) {
                return code.substring(0, digits);
            }
        }
        return code;
    }

    /** The whole country has no digits of its own: 000000000000. */
    public boolean isCountry() {
        return code.chars().allMatch(c -> c == '0');
    }

    /** The region itself and all that it lies in, the nearest first. */
    public List<String> lineage() {
        var lineage = new ArrayList<String>();
        for (var i = LEVELS.length - 1; i >= 0; i--) {
            var above = code.substring(0, LEVELS[i]) + "0".repeat(12 - LEVELS[i]);
            if (!lineage.contains(above)) lineage.add(above);
        }
        return lineage;
    }

    /** Whether that code lies in this region. */
    public boolean holds(String other) {
        return isCountry() || other.startsWith(prefix());
    }

    /** What SQL compares a code with, to see whether it lies in this region. */
    public String pattern() {
        return isCountry() ? "%" : prefix() + "%";
    }
}
