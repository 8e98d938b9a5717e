package cn.fupin.household.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the notice knows of an objection that somebody was left out 漏评.
 *
 * @param householdId null for somebody without a file
 * @param on since when it stands so
 */
record Omission(@Nullable String householdId, State state, LocalDate on) {
    enum State {
        OPEN,
        DISMISSED,
        UPHELD,
        FOLLOWED_UP
    }

    Omission now(State changed, LocalDate day) {
        return new Omission(householdId, changed, day);
    }
}
