package cn.fupin.household.povertyline;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public sealed interface PovertyLineEvent extends Event {
    String povertyLineId();

    /**
     * 发布扶贫标准: The line of a division and year.
     *
     * @param region the division it is set for
     * @param year the year whose income is measured by it
     * @param lineFenPerYear per person, current prices
     */
    record PovertyLineSet(
            String povertyLineId,
            LocalDate occurredOn,
            String region,
            int year,
            long lineFenPerYear,
            IncomeConcept incomeConcept,
            @Nullable String documentNo)
            implements PovertyLineEvent {}
}
