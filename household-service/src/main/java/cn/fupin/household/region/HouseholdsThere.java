package cn.fupin.household.region;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who came to lie in a place, asked by this package on which the register stands. */
@FunctionalInterface
public interface HouseholdsThere {
    record Came(String householdId, LocalDate on) {}

    /** The first that opened or moved in there on that day or later; null when none did. */
    @Nullable Came since(String village, LocalDate day);
}
