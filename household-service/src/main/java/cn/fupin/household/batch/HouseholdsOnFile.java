package cn.fupin.household.batch;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Whom a meeting or a notice may speak of: who has applied, or is on file otherwise. */
public interface HouseholdsOnFile {
    /** One of them that nobody ever put on file, or null. */
    @Nullable String unknownOf(Collection<String> householdIds);

    record Later(String householdId, LocalDate onFileSince) {}

    /** One of them that applied, or was put on file otherwise, after that day; null when none. */
    @Nullable Later laterOf(Collection<String> householdIds, LocalDate day);
}
