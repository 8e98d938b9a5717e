package cn.fupin.household.quota;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public sealed interface QuotaEvent extends Event {
    String quotaId();

    /**
     * 分解规模: A region got its places for a year.
     *
     * @param persons the number allocated 分解规模
     * @param ceilingPersons how far identification may go; at least {@code persons}
     */
    record QuotaAllocated(
            String quotaId,
            LocalDate occurredOn,
            String region,
            int year,
            int persons,
            int ceilingPersons,
            Decision decidedBy,
            boolean assumed)
            implements QuotaEvent {}

    /**
     * 调剂规模: From a day on a region has more places of a year, or fewer; what it had before stands
     * for the days before.
     *
     * @param persons how many it has from then on
     * @param counterpart the division the places come from or go to, null where none is named
     */
    record QuotaAdjusted(
            String quotaId,
            LocalDate occurredOn,
            String region,
            int year,
            int persons,
            int ceilingPersons,
            String reason,
            String documentNo,
            @Nullable String counterpart,
            Decision decidedBy,
            boolean assumed)
            implements QuotaEvent {}

    /**
     * 更正规模: How many places an allocation or an adjustment should have read; it counts from the day
     * of that one.
     *
     * @param occurredOn the day of the correction
     * @param correctsEventId the allocation or adjustment; the last correction of it holds
     * @param amountOn the day from which that one holds
     * @param ceilingPersonsBefore the ceiling as it read until then; null of corrections from
     *     before it was said
     */
    record QuotaCorrected(
            String quotaId,
            LocalDate occurredOn,
            String region,
            int year,
            String correctsEventId,
            LocalDate amountOn,
            int persons,
            int ceilingPersons,
            String reason,
            String approvedBy,
            @Nullable Integer ceilingPersonsBefore)
            implements QuotaEvent {}
}
