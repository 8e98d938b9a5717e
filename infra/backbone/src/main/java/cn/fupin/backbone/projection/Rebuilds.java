package cn.fupin.backbone.projection;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.projection.Catalogue.Definition;
import cn.fupin.backbone.projection.Rebuild.Phase;
import cn.fupin.backbone.projection.Rebuild.Source;
import cn.fupin.backbone.projection.Rebuild.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The rows that say how each rebuild stands: its only memory. */
final class Rebuilds {
    private static final TypeReference<Map<String, Long>> POSITIONS = new TypeReference<>() {};
    private static final TypeReference<List<Definition>> DEFINITIONS = new TypeReference<>() {};

    private final JdbcClient db;

    Rebuilds(JdbcClient db) {
        this.db = db;
    }

    /** Asks for one; false if one of this projection has not ended yet. */
    boolean request(ReadModel model, Source source, String actor) {
        var name = model.name();
        try {
            db.sql(
                            """
                            with asked as (
                            insert into projection_rebuild (projection, generation, schema_name, source, phase)
                            select :name, n, :name || '_' || n, :source, 'REQUESTED'
                            from (select 1 + greatest(
                                    (select max(generation) from projection_live where name = :name),
                                    (select max(generation) from projection_rebuild where projection = :name)) as n) as next
                            returning projection, generation)
                            insert into projection_order (projection, generation, act, actor)
                            select projection, generation, 'REBUILD', :actor from asked
                            """)
                    .param("actor", actor)
                    .param("name", name)
                    .param("source", source.name())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The newest one of a projection. */
    Optional<Rebuild> latest(String projection) {
        return db.sql(
                        "select * from projection_rebuild where projection = ? order by generation desc limit 1")
                .params(projection)
                .query((row, n) -> rebuild(row))
                .optional();
    }

    /** Those that have not ended, in the order they were asked for. */
    List<Rebuild> open() {
        return db.sql(
                        """
                        select * from projection_rebuild where phase not in ('DONE', 'CANCELLED', 'FAILED')
                        order by requested_at, projection
                        """)
                .query((row, n) -> rebuild(row))
                .list();
    }

    /** Says what is to happen; false if the rebuild is in none of these phases. */
    boolean want(
            Rebuild rebuild, Wanted wanted, List<Phase> in, @Nullable String reason, String actor) {
        return db.sql(
                                """
                                with told as (
                                update projection_rebuild
                                set wanted = :wanted, switch_reason = coalesce(cast(:reason as text), switch_reason)
                                where projection = :projection and generation = :generation and phase = any (:phases)
                                returning projection, generation)
                                insert into projection_order (projection, generation, act, actor)
                                select projection, generation, :wanted, :actor from told
                                """)
                        .param("actor", actor)
                        .param("wanted", wanted.name())
                        .param("reason", reason, Types.VARCHAR)
                        .param("projection", rebuild.projection())
                        .param("generation", rebuild.generation())
                        .param("phases", in.stream().map(Enum::name).toArray(String[]::new))
                        .update()
                == 1;
    }

    /** What one told a rebuild to do: REBUILD at its beginning, then what was wanted. */
    record Order(String act, String actor, Instant at) {}

    /** Who told it what, in the order of time. */
    List<Order> orders(Rebuild rebuild) {
        return db.sql(
                        "select act, actor, ordered_at from projection_order where projection = ? and generation = ? order by id")
                .params(rebuild.projection(), rebuild.generation())
                .query((row, n) ->
                        new Order(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    void enter(Generation generation, Phase phase) {
        db.sql(
                        """
                        update projection_rebuild
                        set phase = :phase, phase_since = clock_timestamp(), trouble = null, per_second = 0,
                            ended_at = case when :ended then clock_timestamp() end
                        where projection = :projection and generation = :generation
                        """)
                .param("phase", phase.name())
                .param("ended", phase.ended())
                .param("projection", generation.name())
                .param("generation", generation.number())
                .update();
    }

    /** False if somebody wants it paused or cancelled; from here on nobody is told so any more. */
    boolean enterSwitching(Generation generation) {
        return db.sql(
                                """
                                update projection_rebuild
                                set phase = 'SWITCHING', wanted = 'GO', phase_since = clock_timestamp(),
                                    trouble = null, per_second = 0
                                where projection = :projection and generation = :generation
                                  and wanted in ('GO', 'SWITCH')
                                """)
                        .param("projection", generation.name())
                        .param("generation", generation.number())
                        .update()
                == 1;
    }

    void made(Generation generation, List<Definition> waiting) {
        set(generation, "ddl_sha256 = ?", ProjectionSchemas.hash(generation.model()));
        set(generation, "definitions = ?::jsonb", EventJson.MAPPER.writeValueAsString(waiting));
    }

    List<Definition> definitions(Generation generation) {
        return EventJson.MAPPER.readValue(
                db.sql(
                                "select definitions::text from projection_rebuild where projection = ? and generation = ?")
                        .params(generation.name(), generation.number())
                        .query(String.class)
                        .single(),
                DEFINITIONS);
    }

    void progress(
            Generation generation,
            Map<String, Long> positions,
            long done,
            long total,
            double perSecond) {
        db.sql(
                        """
                        update projection_rebuild
                        set positions = ?::jsonb, done = ?, total = ?, per_second = ?, trouble = null
                        where projection = ? and generation = ?
                        """)
                .params(
                        EventJson.MAPPER.writeValueAsString(positions),
                        done,
                        total,
                        perSecond,
                        generation.name(),
                        generation.number())
                .update();
    }

    void trouble(Generation generation, String trouble) {
        set(generation, "trouble = ?", trouble);
    }

    void compared(Generation generation, JsonNode comparison) {
        set(generation, "comparison = ?::jsonb", EventJson.MAPPER.writeValueAsString(comparison));
    }

    void replaced(Generation generation, Generation before) {
        set(generation, "replaced_generation = ?", before.number());
    }

    /** Whether the phase began as long ago as this, by the database's clock. */
    boolean phaseIsOlderThan(Generation generation, Duration age) {
        return db.sql(
                        """
                        select phase_since + make_interval(secs => ?) <= clock_timestamp()
                        from projection_rebuild where projection = ? and generation = ?
                        """)
                .params(age.toMillis() / 1000.0, generation.name(), generation.number())
                .query(Boolean.class)
                .single();
    }

    private void set(Generation generation, String assignment, Object value) {
        db.sql(
                        "update projection_rebuild set %s where projection = ? and generation = ?"
                                .formatted(assignment))
                .params(value, generation.name(), generation.number())
                .update();
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        var comparison = row.getString("comparison");
        return new Rebuild(
                row.getString("projection"),
                row.getInt("generation"),
                row.getString("schema_name"),
                Source.valueOf(row.getString("source")),
                Phase.valueOf(row.getString("phase")),
                Wanted.valueOf(row.getString("wanted")),
                row.getString("ddl_sha256"),
                EventJson.MAPPER.readValue(row.getString("positions"), POSITIONS),
                row.getLong("done"),
                row.getLong("total"),
                row.getDouble("per_second"),
                row.getString("trouble"),
                comparison == null ? null : EventJson.MAPPER.readTree(comparison),
                row.getString("switch_reason"),
                row.getObject("replaced_generation", Integer.class),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("phase_since", OffsetDateTime.class).toInstant(),
                ended(row));
    }

    private static @Nullable Instant ended(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return ended == null ? null : ended.toInstant();
    }
}
