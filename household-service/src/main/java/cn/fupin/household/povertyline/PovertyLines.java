package cn.fupin.household.povertyline;

import cn.fupin.household.division.Division;
import cn.fupin.household.povertyline.PovertyLineEvent.PovertyLineSet;
import cn.fupin.household.region.Successions;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lines in force: looked up by the year the income is of, the nearest division first; where a
 * division has ended and none is set for it, by what came after it.
 */
@Component
public class PovertyLines {
    /** What a command is told of a line. */
    public record KnownLine(String povertyLineId, int year, long lineFenPerYear) {}

    private final JdbcClient db;
    private final Successions successions;

    PovertyLines(JdbcClient db, Successions successions) {
        this.db = db;
        this.successions = successions;
    }

    public @Nullable KnownLine of(String region, int year) {
        return successions.firstOf(region, code -> nearest(code, year));
    }

    private @Nullable KnownLine nearest(String region, int year) {
        return db.sql(
                        """
                        select poverty_line_id, year, line_fen_per_year from poverty_line
                        where year = :year and division in (:lineage)
                        order by division desc limit 1
                        """)
                .param("year", year)
                .param("lineage", Division.lineage(region))
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
