package cn.fupin.household.povertyline;

import cn.fupin.household.division.Division;
import cn.fupin.household.povertyline.PovertyLineEvent.PovertyLineSet;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines in force: looked up by the year the income is of, the nearest division first. */
@Component
public class PovertyLines {
    /** What a command is told of a line. */
    public record KnownLine(String povertyLineId, int year, long lineFenPerYear) {}

    private final JdbcClient db;

    PovertyLines(JdbcClient db) {
        this.db = db;
    }

    public @Nullable KnownLine of(String region, int year) {
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
