package cn.fupin.household.quota;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.event.Event;
import java.time.LocalDate;

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
}
