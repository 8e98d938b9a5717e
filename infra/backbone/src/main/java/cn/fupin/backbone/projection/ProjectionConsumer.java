package cn.fupin.backbone.projection;

import cn.fupin.backbone.relay.KafkaSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How topics are read: what is committed, and from no offset but the one that is asked for. */
final class ProjectionConsumer {
    private ProjectionConsumer() {}

    static KafkaConsumer<String, byte[]> open(KafkaSettings kafka, int batch) {
        return open(kafka, batch, Map.of());
    }

    static KafkaConsumer<String, byte[]> open(
            KafkaSettings kafka, int batch, Map<String, Object> more) {
        var millis = Math.toIntExact(kafka.answerWithin().toMillis());
        var configuration = new HashMap<String, Object>();
        configuration.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, KafkaSettings.MAX_RECORD_BYTES);
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        configuration.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        configuration.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5000);
        configuration.putAll(more);
        return new KafkaConsumer<>(
                configuration, new StringDeserializer(), new ByteArrayDeserializer());
    }

    static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
