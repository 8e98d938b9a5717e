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
import java.util.HashMap;
import java.util.HexFormat;
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
 * order already, so that only a few events of each have to be in memory. What does not have the
 * digest it travels with is none of ours and passed over, as is what came before under the same
 * position.
 */
final class PublishedFrom implements AutoCloseable {
    private static final Pattern TYPE =
            Pattern.compile("fupin\\.[a-z]+\\.(\\p{L}[\\p{L}\\p{N}]*)\\.v(\\d{1,6})");
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int RECORDS_A_POLL = 200;

    /** As many records of one partition wait in memory while another is read further. */
    private static final int ENOUGH_WAITING = RECORDS_A_POLL;

    private final Map<TopicPartition, Part> parts = new HashMap<>();
    private final PriorityQueue<Part> heads =
            new PriorityQueue<>(Comparator.comparingLong(Part::position));
    private final Consumer<String, byte[]> consumer;
    private final long from;
    private final Duration patience;

    /** One partition and what has been polled of it. */
    private final class Part {
        private final TopicPartition partition;
        private final long end;
        private final Deque<ConsumerRecord<String, byte[]>> polled = new ArrayDeque<>();
        private @Nullable PositionedEvent head;

        Part(TopicPartition partition, long end) {
            this.partition = partition;
            this.end = end;
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
                poll();
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
        ends(topic, settings).forEach((p, end) -> parts.put(p, new Part(p, end)));
        this.consumer = consumer(settings, "read_committed");
        try {
            consumer.assign(parts.keySet());
            consumer.seekToBeginning(parts.keySet());
            for (var part : parts.values()) {
                if (part.advance()) heads.add(part);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Whoever has enough waiting stands still, so that none runs far ahead of the others. */
    private void poll() {
        var enough = new ArrayList<TopicPartition>();
        for (var part : parts.values()) {
            if (part.polled.size() >= ENOUGH_WAITING) enough.add(part.partition);
        }
        consumer.resume(parts.keySet());
        consumer.pause(enough);
        for (var record : consumer.poll(POLL)) {
            var partition = new TopicPartition(record.topic(), record.partition());
            Objects.requireNonNull(parts.get(partition)).polled.add(record);
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
        consumer.close();
    }
}
