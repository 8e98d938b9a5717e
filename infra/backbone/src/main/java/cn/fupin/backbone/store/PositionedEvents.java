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
            p.position, p.recorded_at, p.digest, e.event_id, e.payload_type, e.payload_revision, e.stream_id,
            e.sequence, e.metadata, e.payload, convert_from(e.metadata, 'UTF8')::json ->> 'region' as region
            """;

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
                        from (select i.position, i.recorded_at, i.digest, i.global_index,
                                     sum(octet_length(i.payload)) over (order by i.position) as bytes
                              from (select q.position, q.recorded_at, q.digest, q.global_index, x.payload
                                    from positions q join events x using (global_index)
                                    where q.position > :after order by q.position limit :limit) i) p
                        join events e using (global_index)
                        where p.bytes <= :bytes or p.position = :after + 1
                        order by p.position
                        """
                                .formatted(COLUMNS))
                .param("after", position)
                .param("limit", limit)
                .param("bytes", PAGE_BYTES)
                .query(PositionedEvents::event)
                .list();
    }

    /** The event at a position. */
    public Optional<PositionedEvent> at(long position) {
        return one("p.position = :key", position);
    }

    /** The event with this id, once it has its position. */
    public Optional<PositionedEvent> withId(String id) {
        return one("e.event_id = :key", id);
    }

    /** The highest position given so far; 0 when there is none. */
    public long head() {
        return db.sql("select coalesce(max(position), 0) from positions")
                .query(Long.class)
                .single();
    }

    private Optional<PositionedEvent> one(String condition, Object key) {
        return db.sql(
                        "select %s from positions p join events e using (global_index) where %s"
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
