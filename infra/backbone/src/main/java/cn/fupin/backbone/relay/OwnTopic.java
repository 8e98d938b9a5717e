package cn.fupin.backbone.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the service's topic when it is not there, and checks that it is as readers expect it. */
final class OwnTopic {
    private OwnTopic() {}

    /**
     * @throws RelayRefused if the topic has another number of partitions
     * @throws KafkaException if the brokers are away
     */
    static void ensure(String topic, KafkaSettings settings) {
        try (var admin = Admin.create(configuration(settings))) {
            // listing is quiet where describing an absent topic would warn
            if (!admin.listTopics().names().get().contains(topic)) create(admin, topic, settings);
            var partitions = partitions(admin, topic, settings.answerWithin());
            if (partitions != KafkaSettings.PARTITIONS) {
                throw new RelayRefused(
                        "主题 %s 有 %d 个分区，应为 %d 个，停止发布。"
                                .formatted(topic, partitions, KafkaSettings.PARTITIONS),
                        "The topic %s has %d partitions instead of %d; not publishing."
                                .formatted(topic, partitions, KafkaSettings.PARTITIONS));
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The controller has made the topic before every broker has heard of it. */
    private static int partitions(Admin admin, String topic, Duration patience)
            throws ExecutionException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
                return Objects.requireNonNull(described.get(topic)).partitions().size();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) throw e;
                if (System.nanoTime() > deadline) throw e;
                Thread.sleep(50);
            }
        }
    }

    private static void create(Admin admin, String topic, KafkaSettings settings)
            throws ExecutionException, InterruptedException {
        var forEver =
                new NewTopic(
                                topic,
                                Optional.of(KafkaSettings.PARTITIONS),
                                Optional.of(settings.replicationFactor()))
                        .configs(
                                Map.of(
                                        "cleanup.policy", "delete",
                                        "retention.ms", "-1",
                                        "retention.bytes", "-1",
                                        "max.message.bytes",
                                                Integer.toString(KafkaSettings.MAX_RECORD_BYTES)));
        try {
            admin.createTopics(List.of(forEver)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) throw e;
        }
    }

    private static Map<String, Object> configuration(KafkaSettings settings) {
        var millis = Math.toIntExact(settings.answerWithin().toMillis());
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                5000);
    }
}
