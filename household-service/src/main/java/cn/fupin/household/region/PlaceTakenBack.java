package cn.fupin.household.region;

import cn.fupin.household.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 撤销误登: What {@code correctsEventId} says of what a place is was entered wrongly: it never was, on
 * no day, and the place stands as it stood before it. What it said is said again, so that nobody
 * has to look it up to know what is gone.
 */
public sealed interface PlaceTakenBack extends RegionEvent {
    String correctsEventId();

    String reason();

    String approvedBy();

    @Nullable List<Evidence> evidence();

    /** 撤销误列的区划: No such place is on the register; it may be listed again as it is. */
    record ListingTakenBack(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate listedOn,
            String name,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements PlaceTakenBack {}

    /**
     * 撤销误登的区划撤并: The place did not end as a division that day, and nothing came after it.
     *
     * @param successors the codes that were said to follow it; empty when none was
     */
    record SuccessionTakenBack(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate supersededOn,
            List<String> successors,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements PlaceTakenBack {}

    /** 撤销误登的更名: The place is called as it was before. */
    record RenamingTakenBack(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate renamedOn,
            String name,
            String formerName,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements PlaceTakenBack {}

    /** 撤销误登的贫困村识别: The village was not identified as poor that day. */
    record PoorVillageIdentificationTakenBack(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate identifiedOn,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements PlaceTakenBack {}

    /** 撤销误登的贫困村退出: The village did not come out of poverty that day; it is a poor village. */
    record PoorVillageExitTakenBack(
            String region,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate exitedOn,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements PlaceTakenBack {}
}
