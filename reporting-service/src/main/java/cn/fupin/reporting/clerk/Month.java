package cn.fupin.reporting.clerk;

import cn.fupin.backbone.command.Malformed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The month whose visits are counted.
 *
 * @param until its last day, or the effective day while it is not over
 */
public record Month(YearMonth month, LocalDate until) {
    /**
     * @param text {@code 2015-06}; if absent, the last that was over on that day
     * @throws Malformed naming the parameter
     */
    public static Month of(@Nullable String text, LocalDate effective) {
        var month =
                text == null || text.isBlank()
                        ? YearMonth.from(effective.plusDays(1)).minusMonths(1)
                        : parsed(text);
        var end = month.atEndOfMonth();
        return new Month(month, end.isAfter(effective) ? effective : end);
    }

    private static YearMonth parsed(String text) {
        try {
            var month = YearMonth.parse(text);
            if (month.getYear() < 1949 || month.getYear() > 2100) throw notAMonth();
            return month;
        } catch (DateTimeException notOne) {
            throw notAMonth();
        }
    }

    private static Malformed notAMonth() {
        return new Malformed(
                "month",
                "month",
                "应为 1949-10 至 2100-12 间的月份,如 2015-06",
                "must be a month from 1949-10 to 2100-12, such as 2015-06");
    }

    public MapSqlParameterSource addTo(MapSqlParameterSource parameters) {
        return parameters
                .addValue("from", month.atDay(1))
                .addValue("until", until)
                .addValue("monthEnd", month.atEndOfMonth());
    }
}
