package cn.fupin.townships;

import java.time.LocalDate;
import java.util.Comparator;

/** The rules the file itself enacts, as of a date. */
final class Rules {
    private static final long DAYS_WHERE_NO_RULE_IS_GIVEN = 7;

    private Rules() {}

    static long days(Township t, String code, LocalDate on) {
        return t.rules().stream()
                .filter(r -> r.code().equals(code) && !r.effectiveFrom().isAfter(on))
                .max(Comparator.comparing(Township.Rule::effectiveFrom))
                .map(Township.Rule::value)
                .orElse(DAYS_WHERE_NO_RULE_IS_GIVEN);
    }
}
