package cn.fupin.backbone.relay;

import java.time.Duration;
import java.util.HashMap;
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
            consumer.assign(
                    partitions); // also keeps the client from warning about the ends it finds
            var firsts = consumer.beginningOffsets(partitions);
            var untils = new HashMap<>(consumer.endOffsets(partitions));
            var tails = new HashMap<TopicPartition, Last>();
            for (var step = FIRST_STEP; ; step *= 4) {
                untils.entrySet()
                        .removeIf(open ->
                                tails.containsKey(open.getKey())
                                        || open.getValue() <= at(firsts, open.getKey()));
                if (untils.isEmpty()) return List.copyOf(tails.values());
                var froms = new HashMap<TopicPartition, Long>();
                for (var open : untils.entrySet()) {
                    var from = Math.max(at(firsts, open.getKey()), open.getValue() - step);
                    froms.put(open.getKey(), from);
                }
                tails.putAll(read(consumer, froms, untils, settings.answerWithin()));
                untils.putAll(froms);
            }
        }
    }

    /** The last event of each partition from its offset until another. */
    private static Map<TopicPartition, Last> read(
            Consumer<String, byte[]> consumer,
            Map<TopicPartition, Long> froms,
            Map<TopicPartition, Long> untils,
            Duration patience) {
        var found = new HashMap<TopicPartition, Last>();
        consumer.assign(froms.keySet());
        froms.forEach(consumer::seek);
        var deadline = System.nanoTime() + patience.toNanos();
        while (froms.keySet().stream().anyMatch(p -> consumer.position(p) < at(untils, p))) {
            var records = consumer.poll(Duration.ofMillis(100));
            for (var record : records) {
                var partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < at(untils, partition)) {
                    event(record).ifPresent(last -> found.put(partition, last));
                }
            }
            if (!records.isEmpty()) deadline = System.nanoTime() + patience.toNanos();
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("no answer while reading the ends of " + froms.keySet());
            }
        }
        return found;
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition));
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
