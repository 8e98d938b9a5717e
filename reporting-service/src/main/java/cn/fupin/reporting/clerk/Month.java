package cn.fupin.reporting.clerk;

import cn.fupin.backbone.command.Malformed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * The month whose visits are counted, and the quarter for what is done once a quarter.
 *
 * @param until the month's last day, or the effective day while it is not over
 * @param quarter its first month
 */
public record Month(YearMonth month, LocalDate until, YearMonth quarter, LocalDate quarterUntil) {
    /**
     * @param text {@code 2015-06}, and the quarter in which that lies; if absent, the last month
     *     and the last quarter that were over on that day
     * @throws Malformed naming the parameter
     */
    public static Month of(@Nullable String text, LocalDate effective) {
        var next = YearMonth.from(effective.plusDays(1));
        var said = text == null || text.isBlank() ? null : parsed(text);
        var month = said == null ? next.minusMonths(1) : said;
        var quarter = said == null ? firstOfQuarter(next).minusMonths(3) : firstOfQuarter(said);
        return new Month(
                month,
                earlier(month.atEndOfMonth(), effective),
                quarter,
                earlier(quarter.plusMonths(2).atEndOfMonth(), effective));
    }

    private static YearMonth firstOfQuarter(YearMonth month) {
        return month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** {@code 2015-3}: the year and which quarter of it. */
    public String quarterCode() {
        return quarter.getYear() + "-" + (quarter.getMonthValue() + 2) / 3;
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
                .addValue("monthEnd", month.atEndOfMonth())
                .addValue("quarter", quarterCode())
                .addValue("quarterFrom", quarter.atDay(1))
                .addValue("quarterUntil", quarterUntil)
                .addValue("quarterEnd", quarter.plusMonths(2).atEndOfMonth());
    }
}
