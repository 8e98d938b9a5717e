package cn.fupin.townships;

import java.time.LocalDate;
import java.util.Comparator;

/** The rules the file itself enacts, as of a date. */
final class Rules {
    /** Where a file gives none, another file may have: what is usual is assumed for the checks. */
    static final long USUAL_NOTICE_DAYS = 7;

    static final long USUAL_HELPER_HOUSEHOLDS = 5;

    private Rules() {}

    static long inForce(Township t, String code, LocalDate on, long otherwise) {
        return t.rules().stream()
                .filter(r -> r.code().equals(code) && !r.effectiveFrom().isAfter(on))
                .max(Comparator.comparing(Township.Rule::effectiveFrom))
                .map(Township.Rule::value)
                .orElse(otherwise);
    }
}
