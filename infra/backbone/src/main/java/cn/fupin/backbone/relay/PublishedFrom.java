package cn.fupin.backbone.relay;

import cn.fupin.backbone.store.EventDigest;
import cn.fupin.backbone.store.PositionedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A topic's events from a position on, in the order of their positions. Each partition is in that
 * order already, so that only one event of each has to be in memory. What does not have the digest
 * it travels with is none of ours and passed over, as is what came before under the same position.
 */
final class PublishedFrom implements AutoCloseable {
    private static final Pattern TYPE =
            Pattern.compile("fupin\\.[a-z]+\\.(\\p{L}[\\p{L}\\p{N}]*)\\.v(\\d{1,6})");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int RECORDS_A_POLL = 200;

    private final List<Part> parts = new ArrayList<>();
    private final PriorityQueue<Part> heads =
            new PriorityQueue<>(Comparator.comparingLong(Part::position));
    private final long from;
    private final Duration patience;

    /** One partition, read by a client of its own, so that none has to run ahead of the others. */
    private final class Part {
        private final TopicPartition partition;
        private final Consumer<String, byte[]> consumer;
        private final long end;
        private final Deque<ConsumerRecord<String, byte[]>> polled = new ArrayDeque<>();
        private @Nullable PositionedEvent head;

        Part(TopicPartition partition, long end, Consumer<String, byte[]> consumer) {
            this.partition = partition;
            this.consumer = consumer;
            this.end = end;
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
        }

        long position() {
            return Objects.requireNonNull(head).position();
        }

        /** Moves on to the next event; false at the end. */
        boolean advance() {
            while (true) {
                var record = next();
                if (record == null) return false;
                var event = event(record);
                if (event.isPresent() && event.get().position() >= from) {
                    head = event.get();
                    return true;
                }
            }
        }

        private @Nullable ConsumerRecord<String, byte[]> next() {
            var deadline = System.nanoTime() + patience.toNanos();
            while (polled.isEmpty()) {
                if (consumer.position(partition) >= end) return null;
                for (var record : consumer.poll(POLL)) polled.add(record);
                if (polled.isEmpty() && System.nanoTime() > deadline) {
                    throw new TimeoutException("no answer while reading " + partition);
                }
            }
            return polled.poll();
        }
    }

    PublishedFrom(String topic, long from, KafkaSettings settings) {
        this.from = from;
        this.patience = settings.answerWithin().multipliedBy(4);
        for (var end : ends(topic, settings).entrySet()) {
            var part = new Part(end.getKey(), end.getValue(), consumer(settings, "read_committed"));
            parts.add(part);
            if (part.advance()) heads.add(part);
        }
    }

    /**
     * What anybody has written, committed or not: a commit is answered before its markers stand in
     * every partition, and what is committed but not marked yet is waited for.
     */
    private static Map<TopicPartition, Long> ends(String topic, KafkaSettings settings) {
        try (var consumer = consumer(settings, "read_uncommitted")) {
            var partitions =
                    IntStream.range(0, KafkaSettings.PARTITIONS)
                            .mapToObj(number -> new TopicPartition(topic, number))
                            .toList();
            consumer.assign(
                    partitions); // also keeps the client from warning about the ends it finds
            return consumer.endOffsets(partitions);
        }
    }

    /** The event with the lowest position that has not been handed out; empty at the end. */
    Optional<PositionedEvent> next() {
        var part = heads.poll();
        if (part == null) return Optional.empty();
        var event = Objects.requireNonNull(part.head);
        if (part.advance()) heads.add(part);
        return Optional.of(event);
    }

    private static Optional<PositionedEvent> event(ConsumerRecord<String, byte[]> record) {
        var type = TYPE.matcher(text(record, CloudEventHeaders.TYPE));
        var position = text(record, CloudEventHeaders.POSITION);
        var sequence = text(record, CloudEventHeaders.SEQUENCE);
        var digest = text(record, CloudEventHeaders.DIGEST);
        var metadata = record.headers().lastHeader(CloudEventHeaders.METADATA);
        if (!type.matches()
                || !position.matches("\\d{1,18}")
                || !sequence.matches("\\d{1,18}")
                || !digest.matches("[0-9a-f]{64}")
                || metadata == null
                || metadata.value() == null
                || record.value() == null) {
            return Optional.empty();
        }
        try {
            var event =
                    new PositionedEvent(
                            Long.parseLong(position),
                            text(record, CloudEventHeaders.ID),
                            type.group(1),
                            Integer.parseInt(type.group(2)),
                            text(record, CloudEventHeaders.SUBJECT),
                            Long.parseLong(sequence),
                            Instant.parse(text(record, CloudEventHeaders.TIME)),
                            text(record, CloudEventHeaders.REGION),
                            HexFormat.of().parseHex(digest),
                            metadata.value(),
                            record.value());
            var its = Arrays.equals(EventDigest.of(event), event.digest());
            return its && event.streamId().equals(record.key())
                    ? Optional.of(event)
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String text(ConsumerRecord<String, byte[]> record, String name) {
        return Objects.requireNonNullElse(CloudEventHeaders.text(record.headers(), name), "");
    }

    private static Consumer<String, byte[]> consumer(KafkaSettings settings, String isolation) {
        var millis = Math.toIntExact(settings.answerWithin().toMillis());
        return new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        RECORDS_A_POLL,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        KafkaSettings.MAX_RECORD_BYTES,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        millis,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        millis),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        parts.forEach(part -> part.consumer.close());
    }
}
