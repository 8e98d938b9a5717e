package cn.fupin.household.region;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who came to lie in a place, asked by this package on which the register stands. */
public interface HouseholdsThere {
    record Came(String householdId, LocalDate on) {}

    /**
     * A succession by which households may have been recorded.
     *
     * @param ended what ended
     * @param heirs what came after it
     * @param founded those of the heirs that came to be with it
     * @param since the day of the succession
     * @param eventId the event that says so
     */
    record NewCodes(
            String ended,
            List<String> heirs,
            List<String> founded,
            LocalDate since,
            String eventId) {}

    /** The first that opened or moved in there on that day or later; null when none did. */
    @Nullable Came since(String village, LocalDate day);

    /** One of them that did not lie in the village on that day; null when all did. */
    @Nullable String elsewhere(Collection<String> householdIds, String village, LocalDate day);

    /**
     * The first that was recorded by a succession: in a place that came to be with it, or moved
     * over from the one that ended; null when none was.
     */
    @Nullable Came cameSince(NewCodes codes);

    /** One that lies in the ended place and has its places in a quota of an heir; or null. */
    @Nullable String countedIn(String ended, Collection<String> heirs);
}
