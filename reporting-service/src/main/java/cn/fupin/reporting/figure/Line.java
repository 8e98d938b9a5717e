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
 * @param label its name, as far as it may be shown
 * @param events the ids of the events it rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
        String subject,
        @Nullable String label,
        String region,
        @Nullable String regionName,
        BigDecimal value,
        boolean assumed,
        LocalDate effectiveOn,
        List<String> events) {}
