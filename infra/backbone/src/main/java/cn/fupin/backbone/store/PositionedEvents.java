package cn.fupin.backbone.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads events by position, a bounded page at a time. */
public final class PositionedEvents {

    /** A page ends when its payloads have this many bytes, but has at least one event. */
    private static final long PAGE_BYTES = 4_000_000;

    private static final String COLUMNS =
            """
            position, recorded_at, digest, event_id, payload_type, payload_revision, stream_id, sequence,
            metadata, payload, convert_from(metadata, 'UTF8')::json ->> 'region' as region
            """;

    /**
     * The event of each row of {@code n}, looked up one by one. Of a join the planner thinks the
     * limit is always reached, and reads the whole table for the few that have come.
     */
    static final String EVENT_OF_N =
            "cross join lateral (select * from events where global_index = n.global_index offset 0) e";

    private final JdbcClient db;

    public PositionedEvents(JdbcClient db) {
        this.db = db;
    }

    /** The events after a position, in order; empty when there are none yet. */
    public List<PositionedEvent> after(long position, int limit) {
        // Positions are dense, so the first event of the page is known: it goes in whatever its
        // size.
        return db.sql(
                        """
                        select %s
                        from (select page.*, sum(octet_length(payload)) over (order by position) as bytes
                              from (select n.position, n.recorded_at, n.digest, e.*
                                    from positions n %s
                                    where n.position > :after order by n.position limit :limit) page) sized
                        where bytes <= :bytes or position = :after + 1
                        order by position
                        """
                                .formatted(COLUMNS, EVENT_OF_N))
                .param("after", position)
                .param("limit", limit)
                .param("bytes", PAGE_BYTES)
                .query(PositionedEvents::event)
                .list();
    }

    /** The event at a position. */
    public Optional<PositionedEvent> at(long position) {
        return one("position = :key", position);
    }

    /** The event with this id, once it has its position. */
    public Optional<PositionedEvent> withId(String id) {
        return one("event_id = :key", id);
    }

    /** The highest position given so far; 0 when there is none. */
    public long head() {
        return db.sql("select coalesce(max(position), 0) from positions")
                .query(Long.class)
                .single();
    }

    private Optional<PositionedEvent> one(String condition, Object key) {
        return db.sql(
                        "select %s from positions join events using (global_index) where %s"
                                .formatted(COLUMNS, condition))
                .param("key", key)
                .query(PositionedEvents::event)
                .optional();
    }

    private static PositionedEvent event(ResultSet row, int number) throws SQLException {
        var region = row.getString("region");
        return new PositionedEvent(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("payload_type"),
                Integer.parseInt(row.getString("payload_revision")),
                row.getString("stream_id"),
                row.getLong("sequence"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                region == null ? "" : region,
                row.getBytes("digest"),
                row.getBytes("metadata"),
                row.getBytes("payload"));
    }
}
