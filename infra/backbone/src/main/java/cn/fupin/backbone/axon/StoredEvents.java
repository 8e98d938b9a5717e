package cn.fupin.backbone.axon;

import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.EventTypes;
import cn.fupin.backbone.store.PositionedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events of streams, for whoever reads them beside the aggregates: doors, documents, lists. It
 * reads as the event store does, by the same names and through the same upcasters, so that an event
 * of an old version comes out here as it does there.
 *
 * <p>Which types are asked for is said in SQL, by their stored names: a reader takes of a long
 * stream what it needs and leaves the rest. So an upcaster may change an event's shape but neither
 * its name nor into how many events it reads.
 */
public final class StoredEvents {
    private static final String COLUMNS =
            """
            stream_id, sequence, event_id, stream_type, payload_type, payload_revision, payload, metadata,
            recorded_text
            """;

    private final JdbcClient db;
    private final EventTypes types;
    private final Serializer serializer;
    private final Supplier<? extends EventUpcaster> upcasters;
    private final @Nullable Long known;

    /**
     * @param upcasters the event store's; asked for at the first event, when all of them are there
     */
    public StoredEvents(
            JdbcClient db,
            EventTypes types,
            Serializer serializer,
            Supplier<? extends EventUpcaster> upcasters) {
        this(db, types, serializer, upcasters, null);
    }

    private StoredEvents(
            JdbcClient db,
            EventTypes types,
            Serializer serializer,
            Supplier<? extends EventUpcaster> upcasters,
            @Nullable Long known) {
        this.known = known;
        this.db = db;
        this.types = types;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** As they were when no event beyond that position was recorded. */
    public StoredEvents knownUpTo(long position) {
        return new StoredEvents(db, types, serializer, upcasters, position);
    }

    /** All there are, whatever was known when. */
    public StoredEvents whole() {
        return new StoredEvents(db, types, serializer, upcasters, null);
    }

    /** The last position that is known, null where all is. */
    public @Nullable Long known() {
        return known;
    }

    /** Null while the sequencer has not come to it. */
    public @Nullable Long positionOf(String eventId) {
        return db.sql(
                        """
                        select position from positions join events using (global_index)
                        where event_id = ?
                        """)
                .param(eventId)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /**
     * The last position that was recorded before that instant, 0 where none was: found by halves,
     * since positions have no gaps and their times never go back.
     */
    public long lastBefore(Instant instant) {
        var before = 0L;
        var from =
                1
                        + db.sql("select coalesce(max(position), 0) from positions")
                                .query(Long.class)
                                .single();
        while (from - before > 1) {
            var middle = before + (from - before) / 2;
            if (recordedAt(middle).isBefore(instant)) before = middle;
            else from = middle;
        }
        return before;
    }

    private Instant recordedAt(long position) {
        return db.sql("select recorded_at from positions where position = ?")
                .param(position)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** A whole stream in its order; empty when there is none. */
    public List<StoredEvent<Event>> of(String streamId) {
        return query("stream_id = ? order by sequence", streamId).toList();
    }

    /** Whole streams, each in its order; those there are not are left out. */
    public Map<String, List<StoredEvent<Event>>> of(Collection<String> streamIds) {
        return byStream(
                query(
                        "stream_id = any(?) order by stream_id, sequence",
                        (Object) streamIds.toArray(String[]::new)));
    }

    /** Of several streams the events of these types; those that have none are left out. */
    @SafeVarargs
    public final <E extends Event> Map<String, List<StoredEvent<E>>> of(
            Collection<String> streamIds, Class<? extends E>... asked) {
        return byStream(
                StoredEvents.<E>narrowed(
                        query(
                                """
                                stream_id = any(?) and payload_type = any(?) order by stream_id, sequence
                                """,
                                streamIds.toArray(String[]::new),
                                names(asked))));
    }

    /**
     * The events of these types in a stream, in its order.
     *
     * @param asked records, or the sealed interfaces of several
     */
    @SafeVarargs
    public final <E extends Event> List<StoredEvent<E>> of(
            String streamId, Class<? extends E>... asked) {
        return StoredEvents.<E>narrowed(
                        query(
                                "stream_id = ? and payload_type = any(?) order by sequence",
                                streamId,
                                names(asked)))
                .toList();
    }

    /** The latest event of these types in a stream. */
    @SafeVarargs
    public final <E extends Event> Optional<StoredEvent<E>> last(
            String streamId, Class<? extends E>... asked) {
        return StoredEvents.<E>narrowed(
                        query(
                                """
                                stream_id = ? and payload_type = any(?) order by sequence desc limit 1
                                """,
                                streamId,
                                names(asked)))
                .findFirst();
    }

    /** The latest event of these types that had happened by that day; none before it is parsed. */
    @SafeVarargs
    public final <E extends Event> Optional<StoredEvent<E>> lastBy(
            String streamId, LocalDate day, Class<? extends E>... asked) {
        return StoredEvents.<E>narrowed(
                        query(
                                "stream_id = ? and payload_type = any(?) order by sequence desc",
                                streamId,
                                names(asked)))
                .filter(stored -> !stored.event().occurredOn().isAfter(day))
                .findFirst();
    }

    /** The event with this id, when it is that stream's. */
    public Optional<StoredEvent<Event>> find(String streamId, String eventId) {
        return query("event_id = ? and stream_id = ?", eventId, streamId).findFirst();
    }

    /** An event that was read by its position. */
    public Event read(PositionedEvent stored) {
        return read(
                new GenericDomainEventEntry<>(
                        null,
                        stored.streamId(),
                        stored.sequence(),
                        stored.id(),
                        stored.recordedAt(),
                        stored.type(),
                        Integer.toString(stored.version()),
                        stored.payload(),
                        stored.metadata()));
    }

    @SafeVarargs
    private final String[] names(Class<? extends Event>... asked) {
        return Arrays.stream(asked)
                .flatMap(types::within)
                .map(EventTypes.Shape::name)
                .toArray(String[]::new);
    }

    /** One statement; an event is parsed when the answer comes to it. */
    private Stream<StoredEvent<Event>> query(String which, Object... params) {
        return db
                .sql("select " + COLUMNS + " from " + table() + " where " + which)
                .params(params)
                .query(StoredEvents::entry)
                .list()
                .stream()
                .map(this::stored);
    }

    private String table() {
        return known == null
                ? "events"
                : """
                (select e.* from events e join positions p using (global_index) where p.position <= %d) events\
                """
                        .formatted(known);
    }

    private static DomainEventData<byte[]> entry(ResultSet row, int number) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("stream_type"),
                row.getString("stream_id"),
                row.getLong("sequence"),
                row.getString("event_id"),
                row.getString("recorded_text"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }

    private StoredEvent<Event> stored(DomainEventData<byte[]> entry) {
        return new StoredEvent<>(
                entry.getAggregateIdentifier(),
                entry.getSequenceNumber(),
                entry.getEventIdentifier(),
                read(entry),
                entry.getPayload().getData(),
                entry.getMetaData().getData());
    }

    private Event read(DomainEventData<byte[]> entry) {
        var asStored = new InitialEventRepresentation(entry, serializer);
        var today = upcasters.get().upcast(Stream.of(asStored)).toList();
        if (today.size() == 1
                && serializer.deserialize(today.getFirst().getData()) instanceof Event event) {
            return event;
        }
        throw new IllegalStateException(
                "no one event of this service: %s %s"
                        .formatted(
                                entry.getPayload().getType().getName(),
                                entry.getEventIdentifier()));
    }

    private static <E extends Event> Map<String, List<StoredEvent<E>>> byStream(
            Stream<StoredEvent<E>> stored) {
        return stored.collect(
                Collectors.groupingBy(
                        StoredEvent::streamId, LinkedHashMap::new, Collectors.toList()));
    }

    @SuppressWarnings("unchecked") // the names asked for are those of its kinds
    private static <E extends Event> Stream<StoredEvent<E>> narrowed(
            Stream<StoredEvent<Event>> stored) {
        return stored.map(each -> (StoredEvent<E>) each);
    }
}
