package cn.fupin.household.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who helps a household that was never registered, because it is or was monitored 监测帮扶; what a
 * registered one has is its {@link Help}.
 *
 * @param helperId the one responsible helper, null once released
 * @param since the day that is so from
 * @param watchedUntil the day its risk was eliminated, null while it is monitored
 */
record WatchHelp(@Nullable String helperId, LocalDate since, @Nullable LocalDate watchedUntil) {
    WatchHelp by(@Nullable String helper, LocalDate on) {
        return new WatchHelp(helper, on, watchedUntil);
    }

    WatchHelp watchedUntil(@Nullable LocalDate day) {
        return new WatchHelp(helperId, since, day);
    }
}
