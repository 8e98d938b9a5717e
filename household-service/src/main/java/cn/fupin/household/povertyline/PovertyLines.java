package cn.fupin.household.povertyline;

import cn.fupin.household.division.Division;
import cn.fupin.household.povertyline.PovertyLineEvent.PovertyLineSet;
import cn.fupin.household.region.Successions;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lines in force: looked up by the year the income is of; where a division has ended and none
 * is set for it, by what came after it.
 */
@Component
public class PovertyLines {
    /** What a command is told of a line. */
    public record KnownLine(String povertyLineId, int year, long lineFenPerYear) {}

    /** Whose line it is to be. */
    public enum Whose {
        NATION,
        PROVINCE,
        NEAREST
    }

    private final JdbcClient db;
    private final Successions successions;

    PovertyLines(JdbcClient db, Successions successions) {
        this.db = db;
        this.successions = successions;
    }

    /** The line of the nearest division that has one. */
    public @Nullable KnownLine of(String region, int year) {
        return of(region, year, Whose.NEAREST);
    }

    /**
     * The line of that level, or else of the nearest level above it. Where none of these has one,
     * the nearest there is stands in: a county writes down the nation's line as its own.
     */
    public @Nullable KnownLine of(String region, int year, Whose whose) {
        return successions.firstOf(region, code -> first(inOrder(code, whose), year));
    }

    /** The divisions above a place and itself, in the order in which their lines are taken. */
    static List<String> inOrder(String region, Whose whose) {
        var lineage = Division.lineage(region);
        var first =
                switch (whose) {
                    case NATION -> lineage.size() - 1;
                    case PROVINCE -> Math.max(0, lineage.size() - 2);
                    case NEAREST -> 0;
                };
        return Stream.concat(
                        lineage.subList(first, lineage.size()).stream(),
                        lineage.subList(0, first).stream())
                .toList();
    }

    private @Nullable KnownLine first(List<String> divisions, int year) {
        return db.sql(
                        """
                        select poverty_line_id, year, line_fen_per_year from poverty_line
                        where year = :year and division = any(:divisions)
                        order by array_position(:divisions, division) limit 1
                        """)
                .param("year", year)
                .param("divisions", divisions.toArray(String[]::new))
                .query(KnownLine.class)
                .optional()
                .orElse(null);
    }

    @EventHandler
    void on(PovertyLineSet e) {
        db.sql(
                        """
                        insert into poverty_line (poverty_line_id, division, year, line_fen_per_year)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(e.povertyLineId(), e.region(), e.year(), e.lineFenPerYear())
                .update();
    }
}
