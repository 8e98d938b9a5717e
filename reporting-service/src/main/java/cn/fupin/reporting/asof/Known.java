package cn.fupin.reporting.asof;

import cn.fupin.backbone.command.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What had been recorded, as a caller says it: all of it, all by an instant, or by position. */
public sealed interface Known {
    // Beyond these no event is recorded, and far beyond the database has no such instant.
    Instant EARLIEST = Instant.parse("1949-01-01T00:00:00Z");
    Instant END = Instant.parse("2201-01-01T00:00:00Z");

    /** All that is there. */
    record Everything() implements Known {}

    /** All that was recorded at {@code instant} or before. */
    record By(Instant instant) implements Known {}

    /** Up to a position per source; a source that is not named is known wholly. */
    record Upto(Map<Source, Long> positions) implements Known {}

    /** {@code household:120,project:3}, {@code 2026-01-31T08:00:00Z}, or nothing for everything. */
    static Known parse(@Nullable String text) {
        if (text == null || text.isBlank()) return new Everything();
        return isVector(text) ? new Upto(vector(text)) : new By(instant(text));
    }

    private static boolean isVector(String text) {
        return Character.isLetter(text.charAt(0));
    }

    private static Instant instant(String text) {
        try {
            var instant = Instant.parse(text);
            if (instant.isBefore(EARLIEST) || !instant.isBefore(END)) throw malformed();
            return instant;
        } catch (DateTimeException notAnInstant) {
            throw malformed();
        }
    }

    private static Map<Source, Long> vector(String text) {
        var positions = new EnumMap<Source, Long>(Source.class);
        for (var part : text.split(",", -1)) {
            var colon = part.indexOf(':');
            if (colon < 0) throw malformed();
            var before =
                    positions.put(
                            source(part.substring(0, colon)), position(part.substring(colon + 1)));
            if (before != null) throw malformed();
        }
        return positions;
    }

    private static Source source(String code) {
        for (var source : Source.values()) {
            if (source.code().equals(code)) return source;
        }
        throw malformed();
    }

    private static long position(String digits) {
        if (!digits.matches("\\d{1,18}")) throw malformed();
        return Long.parseLong(digits);
    }

    private static Malformed malformed() {
        return new Malformed(
                "known",
                "instant-or-vector",
                "应为 1949 至 2200 年间的时刻(2026-01-31T08:00:00Z)或各服务的位置(household:120,project:3)",
                "must be an instant of 1949 to 2200 (2026-01-31T08:00:00Z) or positions (household:120,project:3)");
    }
}
