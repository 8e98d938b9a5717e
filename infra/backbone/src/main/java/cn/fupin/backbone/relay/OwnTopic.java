package cn.fupin.backbone.relay;

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
            var partitions =
                    Objects.requireNonNull(
                                    admin.describeTopics(List.of(topic))
                                            .allTopicNames()
                                            .get()
                                            .get(topic))
                            .partitions()
                            .size();
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
