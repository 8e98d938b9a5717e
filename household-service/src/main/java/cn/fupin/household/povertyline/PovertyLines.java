package cn.fupin.household.povertyline;

import cn.fupin.backbone.division.Division;
import cn.fupin.household.povertyline.PovertyLineEvent.PovertyLineCorrected;
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
    /**
     * What a command is told of a line.
     *
     * @param whose whose line was asked for, whichever division's stood in for it
     */
    public record KnownLine(String povertyLineId, int year, long lineFenPerYear, Whose whose) {
        /** So many percent of it, in fen per year, rounded down. */
        public long share(int percent) {
            return Math.floorDiv(Math.multiplyExact(lineFenPerYear, percent), 100L);
        }
    }

    /** Whose line it is to be. */
    public enum Whose {
        NATION,
        PROVINCE,
        NEAREST
    }

    /** The nation, the province, the prefecture. */
    private static final int LEVELS_ABOVE_A_COUNTY = 3;

    private final JdbcClient db;
    private final Successions successions;

    PovertyLines(JdbcClient db, Successions successions) {
        this.db = db;
        this.successions = successions;
    }

    /**
     * The line of that level, or else of the nearest level above it. Where none of these has one,
     * the nearest of a county or below stands in: it writes down the nation's line as its own. A
     * province's or a city's does not: it is that of another standard.
     */
    public @Nullable KnownLine of(String region, int year, Whose whose) {
        return successions.firstOf(region, code -> first(inOrder(code, whose), year, whose));
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
        var standIns = Math.clamp(lineage.size() - LEVELS_ABOVE_A_COUNTY, 0, first);
        return Stream.concat(
                        lineage.subList(first, lineage.size()).stream(),
                        lineage.subList(0, standIns).stream())
                .toList();
    }

    private @Nullable KnownLine first(List<String> divisions, int year, Whose whose) {
        return db.sql(
                        """
                        select poverty_line_id, year, line_fen_per_year from poverty_line
                        where year = :year and division = any(:divisions)
                        order by array_position(:divisions, division) limit 1
                        """)
                .param("year", year)
                .param("divisions", divisions.toArray(String[]::new))
                .query((row, _) ->
                        new KnownLine(row.getString(1), row.getInt(2), row.getLong(3), whose))
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

    @EventHandler
    void on(PovertyLineCorrected e) {
        db.sql("update poverty_line set line_fen_per_year = ? where poverty_line_id = ?")
                .params(e.lineFenPerYear(), e.povertyLineId())
                .update();
    }
}
