package cn.fupin.backbone.relay;

import cn.fupin.backbone.testing.RealServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The module's Kafka, and plain ways to look into it. */
public final class TestKafka {
    private TestKafka() {}

    public static KafkaSettings settings() {
        return settings(RealServers.kafkaBootstrapServers());
    }

    public static KafkaSettings settings(String bootstrapServers) {
        return new KafkaSettings(bootstrapServers, (short) 1, Duration.ofSeconds(5));
    }

    /** Everything committed in a topic, in each partition's order. */
    public static List<ConsumerRecord<String, byte[]>> committed(
            String topic, KafkaSettings settings) {
        var partitions = partitions(topic);
        var ends = ends(partitions, settings);
        try (var consumer = consumer(settings, "read_committed")) {
            consumer.assign(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            for (var open : ends.entrySet()) {
                while (consumer.position(open.getKey()) < open.getValue()) {
                    consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                }
            }
            return records;
        }
    }

    /** Returns once every reader of a topic sees what anybody has written to it. */
    static void awaitCommitted(String topic, KafkaSettings settings) {
        var partitions = partitions(topic);
        var ends = ends(partitions, settings);
        try (var consumer = consumer(settings, "read_committed")) {
            consumer.assign(partitions); // the client warns of offsets of others
            while (!consumer.endOffsets(partitions).entrySet().stream()
                    .allMatch(seen -> seen.getValue() >= ends.getOrDefault(seen.getKey(), 0L))) {
                Thread.onSpinWait();
            }
        }
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, KafkaSettings.PARTITIONS)
                .mapToObj(n -> new TopicPartition(topic, n))
                .toList();
    }

    /** A commit returns before its markers are written: the end is what anybody has written. */
    private static Map<TopicPartition, Long> ends(
            List<TopicPartition> partitions, KafkaSettings settings) {
        try (var anything = consumer(settings, "read_uncommitted")) {
            anything.assign(partitions);
            return anything.endOffsets(partitions);
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(
            KafkaSettings settings, String isolation) {
        return new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        settings.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    public static KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        var configuration = new HashMap<String, Object>(more);
        configuration.put("bootstrap.servers", settings().bootstrapServers());
        return new KafkaProducer<>(
                configuration, new StringSerializer(), new ByteArraySerializer());
    }
}
