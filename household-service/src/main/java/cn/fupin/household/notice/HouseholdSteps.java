package cn.fupin.household.notice;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How far households had come by a day, asked by this package on which their steps stand. */
@FunctionalInterface
public interface HouseholdSteps {
    /**
     * @param step the last step it had taken by that day, as its event is called; null when it had
     *     taken none
     */
    record Elsewhere(String householdId, @Nullable String step) {}

    /** One of them that a notice of that kind does not speak of on that day; null when all are. */
    @Nullable Elsewhere notAt(NoticeKind kind, Collection<String> householdIds, LocalDate day);
}
