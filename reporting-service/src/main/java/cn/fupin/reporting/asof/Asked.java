package cn.fupin.reporting.asof;

import cn.fupin.backbone.command.Malformed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two dates as a caller asks for them, before the database has been looked at. */
public record Asked(LocalDate effective, Known known) {
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

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
                "effective", "date", "应为日期,如 2014-12-31", "must be a date such as 2014-12-31");
    }

    /** Turns the words into positions, within the caller's snapshot. */
    public AsOf resolve(JdbcClient db) {
        var positions =
                switch (known) {
                    case Known.Everything _ -> upTo(db, "infinity");
                    case Known.By by -> upTo(db, by.instant().atOffset(ZoneOffset.UTC).toString());
                    case Known.Upto upto -> {
                        var all = upTo(db, "infinity");
                        all.putAll(upto.positions());
                        yield all;
                    }
                };
        return new AsOf(
                effective,
                positions.getOrDefault(Source.HOUSEHOLD, 0L),
                positions.getOrDefault(Source.PROJECT, 0L),
                positions.getOrDefault(Source.FUNDING, 0L),
                positions.getOrDefault(Source.REPORTING, 0L));
    }

    private static Map<Source, Long> upTo(JdbcClient db, String instant) {
        var positions = new EnumMap<Source, Long>(Source.class);
        for (var source : Source.values()) {
            positions.put(
                    source,
                    db.sql(
                                    """
                                    select coalesce(max(position), 0) from recorded_positions
                                    where source = :source and recorded_at <= cast(:instant as timestamptz)
                                    """)
                            .param("source", source.code())
                            .param("instant", instant)
                            .query(Long.class)
                            .single());
        }
        return positions;
    }
}
