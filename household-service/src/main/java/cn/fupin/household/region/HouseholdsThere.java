package cn.fupin.household.region;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Who came to lie in a place, asked by this package on which the register stands. */
public interface HouseholdsThere {
    record Came(String householdId, LocalDate on) {}

    /** The first that opened or moved in there on that day or later; null when none did. */
    @Nullable Came since(String village, LocalDate day);

    /** One of them that did not lie in the village on that day; null when all did. */
    @Nullable String elsewhere(Collection<String> householdIds, String village, LocalDate day);
}
