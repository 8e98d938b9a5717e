package cn.fupin.reporting.figure;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.Statements.Said;
import cn.fupin.reporting.regions.Casts;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works figures out, within the caller's snapshot; each is worked out once. */
public final class FigureBook {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Asking(String figure, Region region, Divisions divisions, AsOf asOf) {}

    private record Lying(Region region, Divisions divisions, AsOf asOf) {}

    private final JdbcClient db;
    private final @Nullable List<String> households;
    private final Map<Asking, Value> values = new HashMap<>();
    private final Map<Lying, Scope> scopes = new HashMap<>();

    public FigureBook(JdbcClient db) {
        this(db, null);
    }

    private FigureBook(JdbcClient db, @Nullable List<String> households) {
        this.db = db;
        this.households = households;
    }

    /** Of these households alone; {@link #isOfHouseholds} says which figures there are of them. */
    static FigureBook of(List<String> households, JdbcClient db) {
        return new FigureBook(db, households);
    }

    /** Whether each of its lines is about one household, so that it can be asked of some. */
    static boolean isOfHouseholds(Figure figure) {
        var ratio = figure.ratio();
        return ratio == null
                ? figure.kind() == Figure.Kind.HOUSEHOLD
                : isOfHouseholds(of(ratio.part())) && isOfHouseholds(of(ratio.whole()));
    }

    private String sql(Figure figure, Scope scope) {
        var lines = scope.sql(figure.sql());
        return households == null
                ? lines
                : scope.sql("select * from (%s) whole where {mine whole.subject}".formatted(lines));
    }

    public Value value(Figure figure, Region region, Divisions divisions, AsOf asOf) {
        var asking = new Asking(figure.id(), region, divisions, asOf);
        var before = values.get(asking);
        if (before != null) return before;
        var value = worked(figure, region, divisions, asOf);
        values.put(asking, value);
        return value;
    }

    private Value worked(Figure figure, Region region, Divisions divisions, AsOf asOf) {
        var ratio = figure.ratio();
        if (ratio != null) {
            return quotient(
                    value(of(ratio.part()), region, divisions, asOf),
                    value(of(ratio.whole()), region, divisions, asOf));
        }
        var scope = scope(region, divisions, asOf);
        return db.sql(
                        """
                        select coalesce(sum(value), 0) as value, count(*) as lines,
                            coalesce(bool_or(assumed), false) as assumed
                        from (%s) lines
                        """
                                .formatted(sql(figure, scope)))
                .paramSource(parameters(figure, scope, asOf))
                .query((row, _) ->
                        new Value(
                                Value.plain(row.getBigDecimal("value")),
                                row.getLong("lines"),
                                row.getBoolean("assumed")))
                .single();
    }

    private static Value quotient(Value part, Value whole) {
        if (whole.value().signum() == 0) return new Value(BigDecimal.ZERO, 0, false);
        return new Value(
                Value.plain(
                        part.value()
                                .multiply(HUNDRED)
                                .divide(whole.value(), 2, RoundingMode.HALF_UP)),
                part.lines() + whole.lines(),
                part.assumed() || whole.assumed());
    }

    /**
     * The lines from {@code offset} on, in a lasting order, with the names that may be shown. Those
     * of a quotient are the lines of its part and then those of its whole.
     */
    public List<Line> lines(
            Figure figure, Region region, Divisions divisions, AsOf asOf, int offset, int limit) {
        var ratio = figure.ratio();
        if (ratio == null) return lines(figure, null, region, divisions, asOf, offset, limit);
        if (value(figure, region, divisions, asOf).lines() == 0) return List.of();
        var part = of(ratio.part());
        var lines = new ArrayList<>(lines(part, part.id(), region, divisions, asOf, offset, limit));
        var whole = of(ratio.whole());
        var skipped = Math.max(0, offset - value(part, region, divisions, asOf).lines());
        if (lines.size() < limit) {
            lines.addAll(
                    lines(
                            whole,
                            whole.id(),
                            region,
                            divisions,
                            asOf,
                            (int) skipped,
                            limit - lines.size()));
        }
        return lines;
    }

    private List<Line> lines(
            Figure figure,
            @Nullable String name,
            Region region,
            Divisions divisions,
            AsOf asOf,
            int offset,
            int limit) {
        var scope = scope(region, divisions, asOf);
        var lines =
                db.sql(
                                """
                                select * from (%s) lines
                                order by region, subject, events[1]
                                offset :offset limit :limit
                                """
                                        .formatted(sql(figure, scope)))
                        .paramSource(
                                parameters(figure, scope, asOf)
                                        .addValue("offset", offset)
                                        .addValue("limit", limit))
                        .query((row, _) -> line(row, name, scope.places()))
                        .list();
        var labels = Labels.of(figure.kind(), lines.stream().map(Line::subject).toList(), asOf, db);
        var places = Labels.ofRegions(lines.stream().map(Line::region).toList(), asOf, db);
        return lines.stream().map(line -> named(line, labels, places)).toList();
    }

    /** What texts claim of the region, each claim as last stated by then. */
    public List<Claimed> claims(Region region, AsOf asOf) {
        var questions = questions(region, asOf);
        return db.sql(
                        """
                        select distinct on (claim_id) *
                        from figure_claims
                        where region = :region and position <= :reporting
                        order by claim_id, effective_on desc, sequence desc
                        """)
                .paramSource(asOf.parameters().addValue("region", region.code()))
                .query((row, _) -> claim(row, questions.get(row.getString("event_id"))))
                .list();
    }

    /** The regions of which texts claim anything. */
    public Set<String> claimedRegions(AsOf asOf) {
        return Set.copyOf(
                db.sql("select distinct region from figure_claims where position <= :reporting")
                        .paramSource(asOf.parameters())
                        .query(String.class)
                        .list());
    }

    private Map<String, OpenQuestion> questions(Region region, AsOf asOf) {
        var questions = new HashMap<String, OpenQuestion>();
        db.sql(
                        """
                        select q.event_id, q.line, q.zh, q.en
                        from figure_claims c join open_questions q using (event_id)
                        where c.region = :region and c.position <= :reporting
                        order by q.event_id, q.line
                        """)
                .paramSource(asOf.parameters().addValue("region", region.code()))
                .query((row, _) -> {
                    var zh = row.getString("zh");
                    var en = row.getString("en");
                    questions.compute(
                            row.getString("event_id"),
                            (_, question) ->
                                    question == null
                                            ? new OpenQuestion(zh, en, List.of())
                                            : question.or(zh, en));
                    return zh;
                })
                .list();
        return questions;
    }

    /** The figure by the places of its lines, each where it lies by those divisions. */
    public Map<String, Value> byPlace(
            Figure figure, Region region, Divisions divisions, AsOf asOf) {
        var scope = scope(region, divisions, asOf);
        var places = new HashMap<String, Value>();
        db.sql(
                        """
                        select region, sum(value) as value, count(*) as lines, bool_or(assumed) as assumed
                        from (%s) lines
                        group by region
                        """
                                .formatted(sql(figure, scope)))
                .paramSource(parameters(figure, scope, asOf))
                .query((row, _) ->
                        places.merge(
                                scope.places().place(row.getString("region")),
                                new Value(
                                        Value.plain(row.getBigDecimal("value")),
                                        row.getLong("lines"),
                                        row.getBoolean("assumed")),
                                Value::plus))
                .list();
        return places;
    }

    /** Whether the region is, or holds, a place that ended or that came after another. */
    public boolean isRedivided(Region region, AsOf asOf) {
        var today = scope(region, Divisions.TODAY, asOf);
        return today.isRedivided()
                || !new Lineages(db).withoutSuccessor(region, Divisions.TODAY, asOf).isEmpty();
    }

    /** The region with all that lies in it by those divisions. */
    public Scope scope(Region region, Divisions divisions, AsOf asOf) {
        return scopes.computeIfAbsent(
                new Lying(region, divisions, asOf),
                _ -> {
                    var whole = new Scope(region, new Lineages(db).of(divisions, asOf));
                    return households == null ? whole : whole.households(households);
                });
    }

    private static Figure of(String id) {
        return Objects.requireNonNull(Figures.find(id), id);
    }

    private MapSqlParameterSource parameters(Figure figure, Scope scope, AsOf asOf) {
        var parameters = scope.addTo(asOf.parameters()).addValues(figure.constants());
        if (figure.said() == null) return parameters;
        var said =
                db.sql(scope.sql(figure.said()))
                        .paramSource(parameters)
                        .query((row, _) ->
                                new Said(
                                        row.getString("event_id"),
                                        row.getString("region"),
                                        row.getObject("effective_on", LocalDate.class)))
                        .list();
        var counting = Statements.counting(said, scope.places().lineage());
        return parameters.addValue("counting", counting.toArray(String[]::new));
    }

    private static Line line(ResultSet row, @Nullable String figure, Casts places)
            throws SQLException {
        var recorded = row.getString("region");
        var place = places.place(recorded);
        var parts = places.lineage().partsOf(recorded);
        return new Line(
                figure,
                row.getString("subject"),
                null,
                place,
                null,
                place.equals(recorded) ? null : recorded,
                places.hasNoSuccessor(recorded) ? true : null,
                parts.isEmpty() ? null : parts,
                Value.plain(row.getBigDecimal("value")),
                row.getBoolean("assumed"),
                row.getObject("effective_on", LocalDate.class),
                // a correction of a day changes the persons of two
                Stream.of((String[]) row.getArray("events").getArray()).distinct().toList());
    }

    private static Line named(Line line, Map<String, String> labels, Map<String, String> places) {
        return new Line(
                line.figure(),
                line.subject(),
                labels.get(line.subject()),
                line.region(),
                places.get(line.region()),
                line.recordedRegion(),
                line.noSuccessor(),
                line.dividedInto(),
                line.value(),
                line.assumed(),
                line.effectiveOn(),
                line.events());
    }

    private static Claimed claim(ResultSet row, @Nullable OpenQuestion question)
            throws SQLException {
        var divisions = Divisions.parse(row.getString("divisions"));
        return new Claimed(
                row.getString("claim_id"),
                row.getString("figure"),
                row.getString("phrase_zh"),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getBoolean("approximate"),
                row.getObject("claimed_for", LocalDate.class),
                row.getString("text_source"),
                divisions == null ? Divisions.THEN : divisions,
                question);
    }
}
