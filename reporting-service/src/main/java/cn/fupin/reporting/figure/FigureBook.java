package cn.fupin.reporting.figure;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works figures out, within the caller's snapshot. */
public final class FigureBook {
    private final JdbcClient db;

    public FigureBook(JdbcClient db) {
        this.db = db;
    }

    public Value value(Figure figure, Region region, AsOf asOf) {
        return db.sql(
                        """
                        select coalesce(sum(value), 0) as value, count(*) as lines,
                            coalesce(bool_or(assumed), false) as assumed
                        from (%s) lines
                        """
                                .formatted(figure.sql()))
                .paramSource(parameters(figure, region, asOf))
                .query((row, _) ->
                        new Value(
                                Value.plain(row.getBigDecimal("value")),
                                row.getLong("lines"),
                                row.getBoolean("assumed")))
                .single();
    }

    /** The lines from {@code offset} on, in a lasting order, with the names that may be shown. */
    public List<Line> lines(Figure figure, Region region, AsOf asOf, int offset, int limit) {
        var lines =
                db.sql(
                                """
                                select * from (%s) lines
                                order by region, subject, events[1]
                                offset :offset limit :limit
                                """
                                        .formatted(figure.sql()))
                        .paramSource(
                                parameters(figure, region, asOf)
                                        .addValue("offset", offset)
                                        .addValue("limit", limit))
                        .query((row, _) -> line(row))
                        .list();
        var labels = Labels.of(figure.kind(), lines.stream().map(Line::subject).toList(), asOf, db);
        var places = Labels.ofRegions(lines.stream().map(Line::region).toList(), asOf, db);
        return lines.stream().map(line -> named(line, labels, places)).toList();
    }

    /** What texts claim of the region, each claim as last stated by then. */
    public List<Claimed> claims(Region region, AsOf asOf) {
        return db.sql(
                        """
                        select distinct on (claim_id) *
                        from figure_claims
                        where region = :region and position <= :reporting
                        order by claim_id, effective_on desc, sequence desc
                        """)
                .paramSource(asOf.parameters().addValue("region", region.code()))
                .query((row, _) -> claim(row))
                .list();
    }

    private static MapSqlParameterSource parameters(Figure figure, Region region, AsOf asOf) {
        return asOf.parameters().addValue("region", region.pattern()).addValues(figure.constants());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("subject"),
                null,
                row.getString("region"),
                null,
                Value.plain(row.getBigDecimal("value")),
                row.getBoolean("assumed"),
                row.getObject("effective_on", LocalDate.class),
                List.of((String[]) row.getArray("events").getArray()));
    }

    private static Line named(Line line, Map<String, String> labels, Map<String, String> places) {
        return new Line(
                line.subject(),
                labels.get(line.subject()),
                line.region(),
                places.get(line.region()),
                line.value(),
                line.assumed(),
                line.effectiveOn(),
                line.events());
    }

    private static Claimed claim(ResultSet row) throws SQLException {
        return new Claimed(
                row.getString("claim_id"),
                row.getString("figure"),
                row.getString("phrase_zh"),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getBoolean("approximate"),
                row.getObject("claimed_for", LocalDate.class),
                row.getString("text_source"));
    }
}
