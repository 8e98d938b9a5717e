package cn.fupin.reporting.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the lines that a figure is the sum of.
 *
 * @param subject the id of the household, region, project, … it is about
 * @param figure of a quotient, which of its two figures the line belongs to
 * @param label its name, as far as it may be shown
 * @param region where it lies by the divisions asked for
 * @param recordedRegion the code in the events, where that is another
 * @param noSuccessor true where the region has ended as a division and none is known to follow it
 * @param dividedInto what the region in the events was divided into, where nobody can say how much
 *     of the line belongs to which
 * @param events the ids of the events it rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
        @Nullable String figure,
        String subject,
        @Nullable String label,
        String region,
        @Nullable String regionName,
        @Nullable String recordedRegion,
        @Nullable Boolean noSuccessor,
        @Nullable List<String> dividedInto,
        BigDecimal value,
        boolean assumed,
        LocalDate effectiveOn,
        List<String> events) {}
