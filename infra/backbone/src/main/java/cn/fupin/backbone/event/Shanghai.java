package cn.fupin.backbone.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The register's calendar: days are days of Asia/Shanghai, whatever zone a machine is set to. */
public final class Shanghai {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Shanghai() {}

    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The first instant after {@code date} has ended. */
    public static Instant endOf(LocalDate date) {
        return ZonedDateTime.of(date.plusDays(1).atStartOfDay(), ZONE).toInstant();
    }

    /**
     * The first day on which the step after a notice may happen. A legal duration excludes its
     * first day: seven days posted on the 21st are over with the 28th, so the answer is the 29th.
     */
    public static LocalDate dayAfterDuration(LocalDate from, int days) {
        return from.plusDays(days + 1L);
    }
}
