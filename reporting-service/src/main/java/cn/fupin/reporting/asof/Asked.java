package cn.fupin.reporting.asof;

import cn.fupin.backbone.command.Malformed;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The two dates as a caller asks for them, before the database has been looked at. */
public record Asked(LocalDate effective, Known known) {
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    /**
     * @param today what {@code effective} is when nobody says
     * @throws Malformed naming the parameter
     */
    public static Asked of(@Nullable String effective, @Nullable String known, LocalDate today) {
        return new Asked(date(effective, today), Known.parse(known));
    }

    private static LocalDate date(@Nullable String text, LocalDate today) {
        if (text == null || text.isBlank()) return today;
        try {
            var date = LocalDate.parse(text);
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) throw notADate();
            return date;
        } catch (DateTimeException notADate) {
            throw notADate();
        }
    }

    private static Malformed notADate() {
        return new Malformed(
                "effective",
                "date",
                "应为 1949-10-01 至 2100-12-31 间的日期,如 2014-12-31",
                "must be a date from 1949-10-01 to 2100-12-31, such as 2014-12-31");
    }
}
