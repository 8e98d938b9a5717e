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

    /**
     * 更正扶贫标准: What its setting should have read. Whoever was measured by the other was; what is
     * decided from now on is measured by this.
     *
     * @param occurredOn the day of the correction
     * @param correctsEventId the setting; the last correction of it holds
     */
    record PovertyLineCorrected(
            String povertyLineId,
            LocalDate occurredOn,
            String region,
            int year,
            String correctsEventId,
            long lineFenPerYear,
            IncomeConcept incomeConcept,
            @Nullable String documentNo,
            String reason,
            String approvedBy)
            implements PovertyLineEvent {}
}
