package cn.fupin.household.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who helps a household that was never registered, because it is or was monitored 监测帮扶; what a
 * registered one has is its {@link Help}.
 *
 * @param watchedUntil the day its risk was eliminated, null while it is monitored
 */
record WatchHelp(Helpers helpers, @Nullable LocalDate watchedUntil) {
    /** The one responsible helper, null once released. */
    @Nullable String helperId() {
        return helpers.now();
    }

    /** The day that is so from. */
    LocalDate since() {
        return helpers.since();
    }

    WatchHelp by(@Nullable String helper, LocalDate on) {
        return new WatchHelp(helpers.by(helper, on), watchedUntil);
    }

    WatchHelp watchedUntil(@Nullable LocalDate day) {
        return new WatchHelp(helpers, day);
    }
}
