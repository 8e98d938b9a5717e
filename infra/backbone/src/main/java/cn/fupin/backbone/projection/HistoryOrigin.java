package cn.fupin.backbone.projection;

import cn.fupin.backbone.relay.CloudEventHeaders;
import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.store.EventDigest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads every event of the sources from their stores, one source after the other, and hands them on
 * as the records that the relay would have made of them. Offsets stay at 0 until the place in the
 * topic is looked for.
 */
final class HistoryOrigin implements Origin {
    /** Orders a parked event of the history before everything from the topic, by its position. */
    private static final long BEFORE_ALL_OFFSETS = Long.MIN_VALUE / 2;

    /** A history comes slowly: what is read of it is written soon. */
    private static final int MOST_AT_ONCE = 1000;

    private final History history;
    private final Map<String, Long> positions;
    private final Deque<String> left;
    private final long total;
    private Iterator<Message> current = Collections.emptyIterator();

    private HistoryOrigin(
            History history, Map<String, Long> positions, List<String> sources, long total) {
        this.history = history;
        this.positions = new HashMap<>(positions);
        this.left = new ArrayDeque<>(sources);
        this.total = total;
        begin();
    }

    /**
     * @param read how far each history has been read already
     */
    static HistoryOrigin open(Generation generation, History history, Map<String, Long> read) {
        var sources = sources(generation.model());
        var total = sources.stream().mapToLong(history::head).sum();
        return new HistoryOrigin(history, read, sources, total);
    }

    static List<String> sources(ReadModel model) {
        return new TreeSet<>(model.topics())
                .stream().map(topic -> topic.substring(KafkaSettings.topic("").length())).toList();
    }

    @Override
    public Portion read(int atMost) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        var zero = new HashMap<TopicPartition, Long>();
        while (records.size() < Math.min(atMost, MOST_AT_ONCE) && !exhausted()) {
            if (!current.hasNext()) {
                left.remove();
                begin();
                continue;
            }
            var message = current.next();
            var record = record(message);
            records.add(record);
            zero.put(ProjectionConsumer.partition(record), 0L);
            positions.put(message.source(), message.position());
        }
        var done = positions.values().stream().mapToLong(Long::longValue).sum();
        return new Portion(records, zero, zero, Map.copyOf(positions), done);
    }

    private void begin() {
        var source = left.peek();
        if (source != null) {
            current = history.after(source, positions.getOrDefault(source, 0L)).iterator();
        }
    }

    @Override
    public boolean exhausted() {
        return left.isEmpty();
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public void close() {
        // the history's connections are not ours
    }

    private static ConsumerRecord<String, byte[]> record(Message message) {
        return new ConsumerRecord<>(
                KafkaSettings.topic(message.source()),
                partition(message.streamId()),
                BEFORE_ALL_OFFSETS + message.position(),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                message.streamId(),
                message.payload(),
                headers(message),
                Optional.empty());
    }

    /** As the producer's own partitioner has it. */
    static int partition(String key) {
        var hash = Utils.murmur2(key.getBytes(StandardCharsets.UTF_8));
        return Utils.toPositive(hash) % KafkaSettings.PARTITIONS;
    }

    private static Headers headers(Message m) {
        var headers = new RecordHeaders();
        add(headers, CloudEventHeaders.SPECVERSION, "1.0");
        add(headers, CloudEventHeaders.ID, m.id());
        add(headers, CloudEventHeaders.SOURCE, "/fupin/" + m.source());
        add(
                headers,
                CloudEventHeaders.TYPE,
                "fupin.%s.%s.v%d".formatted(m.source(), m.type(), m.version()));
        add(headers, CloudEventHeaders.TIME, EventDigest.text(m.recordedAt()));
        add(headers, CloudEventHeaders.SUBJECT, m.streamId());
        add(headers, CloudEventHeaders.SEQUENCE, Long.toString(m.sequence()));
        add(headers, CloudEventHeaders.POSITION, Long.toString(m.position()));
        add(headers, CloudEventHeaders.REGION, m.region());
        add(headers, CloudEventHeaders.DIGEST, m.digest());
        headers.add(CloudEventHeaders.METADATA, m.metadata());
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
