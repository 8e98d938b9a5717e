package cn.fupin.household.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a helper has a household.
 *
 * @param until the first day without; null while nothing ended it
 */
public record HelpTime(String householdId, LocalDate since, @Nullable LocalDate until) {
    /**
     * How many households on the day, of those from the first one to that before the last, on which
     * there are most.
     *
     * @param until null where there is no last one
     */
    public static int mostAtOnce(
            Collection<HelpTime> times, LocalDate from, @Nullable LocalDate until) {
        return Stream.concat(Stream.of(from), times.stream().map(HelpTime::since))
                .filter(day -> !day.isBefore(from) && (until == null || day.isBefore(until)))
                .mapToInt(day -> (int) times.stream().filter(time -> time.holdsOn(day)).count())
                .max()
                .orElse(0);
    }

    private boolean holdsOn(LocalDate day) {
        return !since.isAfter(day) && (until == null || day.isBefore(until));
    }
}
