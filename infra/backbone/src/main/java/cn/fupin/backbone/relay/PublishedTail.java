package cn.fupin.backbone.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What stands last in each partition, read backwards from its end in growing steps: the ends of
 * transactions and what was aborted take offsets but are no records.
 */
final class PublishedTail {
    private static final long FIRST_STEP = 32;

    /** The last event of ours in a partition. */
    record Last(int partition, long position, String id, String digest) {}

    private PublishedTail() {}

    /** The last event of every partition that has one. */
    static List<Last> of(String topic, KafkaSettings settings) {
        try (var consumer =
                new KafkaConsumer<>(
                        configuration(settings),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    IntStream.range(0, KafkaSettings.PARTITIONS)
                            .mapToObj(partition -> new TopicPartition(topic, partition))
                            .toList();
            var first = consumer.beginningOffsets(partitions);
            var end = consumer.endOffsets(partitions);
            var tails = new ArrayList<Last>();
            for (var partition : partitions) {
                last(
                                consumer,
                                partition,
                                Objects.requireNonNull(first.get(partition)),
                                Objects.requireNonNull(end.get(partition)),
                                settings.answerWithin())
                        .ifPresent(tails::add);
            }
            return tails;
        }
    }

    private static Optional<Last> last(
            Consumer<String, byte[]> consumer,
            TopicPartition partition,
            long first,
            long end,
            Duration patience) {
        consumer.assign(List.of(partition));
        var until = end;
        for (var step = FIRST_STEP; until > first; step *= 2) {
            var from = Math.max(first, until - step);
            var found = lastBetween(consumer, partition, from, until, patience);
            if (found.isPresent()) return found;
            until = from;
        }
        return Optional.empty();
    }

    private static Optional<Last> lastBetween(
            Consumer<String, byte[]> consumer,
            TopicPartition partition,
            long from,
            long until,
            Duration patience) {
        Optional<Last> found = Optional.empty();
        consumer.seek(partition, from);
        var deadline = System.nanoTime() + patience.toNanos();
        while (consumer.position(partition) < until) {
            var records = consumer.poll(Duration.ofMillis(200));
            for (var record : records) {
                var event = record.offset() < until ? event(record) : Optional.<Last>empty();
                if (event.isPresent()) found = event;
            }
            if (!records.isEmpty()) deadline = System.nanoTime() + patience.toNanos();
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("no answer while reading the end of " + partition);
            }
        }
        return found;
    }

    private static Optional<Last> event(ConsumerRecord<String, byte[]> record) {
        var headers = record.headers();
        var position = CloudEventHeaders.text(headers, CloudEventHeaders.POSITION);
        var id = CloudEventHeaders.text(headers, CloudEventHeaders.ID);
        var digest = CloudEventHeaders.text(headers, CloudEventHeaders.DIGEST);
        if (position == null || !position.matches("\\d{1,18}") || id == null || digest == null) {
            return Optional.empty(); // somebody else's record
        }
        return Optional.of(new Last(record.partition(), Long.parseLong(position), id, digest));
    }

    private static Map<String, Object> configuration(KafkaSettings settings) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(settings.answerWithin().toMillis()),
                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(settings.answerWithin().toMillis()));
    }
}
