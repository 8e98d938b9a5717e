package cn.fupin.acceptance.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything an audit looks at, as it was read. Services are named {@code household, project,
 * funding, reporting}.
 *
 * @param answered what the clients were told, in any order
 */
public record Evidence(
        List<Store> stores,
        List<Topic> topics,
        List<Tables> projections,
        List<GuardRow> guards,
        List<Answered> answered) {

    public Evidence {
        stores = List.copyOf(stores);
        topics = List.copyOf(topics);
        projections = List.copyOf(projections);
        guards = List.copyOf(guards);
        answered = List.copyOf(answered);
    }

    public Evidence withAnswered(List<Answered> list) {
        return new Evidence(stores, topics, projections, guards, list);
    }

    /** A service's own tables of events, positions and commands. */
    public record Store(
            String service,
            List<StoredEvent> events,
            List<Position> positions,
            List<CommandRow> commands) {}

    @SuppressWarnings("ArrayRecordComponent") // the stored bytes
    public record StoredEvent(
            long globalIndex,
            String id,
            String stream,
            long sequence,
            String type,
            String revision,
            byte[] payload,
            byte[] metadata) {}

    @SuppressWarnings("ArrayRecordComponent") // the stored bytes
    public record Position(long position, long globalIndex, Instant recordedAt, byte[] digest) {}

    /**
     * @param answer the stored answer's text; null if there is none
     */
    public record CommandRow(String id, int status, @Nullable String answer) {}

    /**
     * @param partitions how many the topic has
     * @param ends the first offset behind each partition's last committed record
     */
    public record Topic(
            String service, int partitions, List<Published> records, Map<Integer, Long> ends) {}

    /** A committed record; {@code headers} are the last of each name. */
    @SuppressWarnings("ArrayRecordComponent") // the record's bytes
    public record Published(
            int partition,
            long offset,
            long timestampMillis,
            @Nullable String key,
            Map<String, byte[]> headers,
            byte @Nullable [] value) {}

    /** What a service's live projections hold: rows by {@code projection.table}. */
    public record Tables(
            String service,
            Map<String, List<Row>> rows,
            List<Offset> offsets,
            List<ParkedKey> parked) {}

    /** A row as text by column: numbers plain, dates ISO, instants UTC. */
    public record Row(Map<String, @Nullable String> columns) {
        public @Nullable String get(String column) {
            return columns.get(column);
        }
    }

    public record Offset(
            String projection, String topic, int partition, long nextOffset, long lastPosition) {}

    public record ParkedKey(String projection, String topic, String key, String reason) {}

    /** What funding-service keeps of a line: how much may still be taken from it. */
    public record GuardRow(String table, String key, long remainingFen) {}

    /** What a client asked and was told: final, so it must be so for ever. */
    public record Answered(String service, String key, int status, String answer) {}
}
