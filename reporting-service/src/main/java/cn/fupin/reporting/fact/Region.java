package cn.fupin.reporting.fact;

import cn.fupin.backbone.command.Check;

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

    /** What SQL compares a code with, to see whether it lies in this region. */
    public String pattern() {
        return isCountry() ? "%" : prefix() + "%";
    }
}
