package cn.fupin.backbone.testing;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.relay.CloudEventHeaders;
import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.store.EventDigest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Another service as this one knows it: by the events on its topic. The module's Kafka is shared,
 * so one instance speaks for a service in all tests of a class.
 */
public final class OtherService implements AutoCloseable {
    private static final byte[] METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    private final String service;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> sequences = new HashMap<>();
    private long position;

    private OtherService(String service) {
        this.service = service;
        var servers =
                Map.<String, Object>of("bootstrap.servers", RealServers.kafkaBootstrapServers());
        this.producer =
                new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer());
        ensureTopic(servers);
    }

    public static OtherService named(String service) {
        return new OtherService(service);
    }

    private void ensureTopic(Map<String, Object> servers) {
        var topic =
                new NewTopic(
                        KafkaSettings.topic(service),
                        Optional.of(KafkaSettings.PARTITIONS),
                        Optional.empty());
        try (var admin = Admin.create(servers)) {
            await(admin.createTopics(List.of(topic)).all());
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof TopicExistsException)) throw e;
        }
    }

    /**
     * Publishes one event, as the service's relay would.
     *
     * @param payload what becomes its JSON
     */
    public synchronized void publish(String type, String streamId, String region, Object payload) {
        position++;
        var id = UUID.randomUUID().toString();
        var sequence = sequences.merge(streamId, 0L, (before, zero) -> before + 1);
        var recordedAt = Instant.parse("2016-01-01T00:00:00Z").plusSeconds(position);
        var json = EventJson.MAPPER.writeValueAsBytes(payload);
        var digest =
                EventDigest.of(
                        position, id, type, 1, streamId, sequence, recordedAt, json, METADATA);
        var event = new ProducerRecord<>(KafkaSettings.topic(service), streamId, json);
        Map.of(
                        CloudEventHeaders.SPECVERSION,
                        "1.0",
                        CloudEventHeaders.ID,
                        id,
                        CloudEventHeaders.SOURCE,
                        "/fupin/" + service,
                        CloudEventHeaders.TYPE,
                        "fupin.%s.%s.v1".formatted(service, type),
                        CloudEventHeaders.TIME,
                        EventDigest.text(recordedAt),
                        CloudEventHeaders.SUBJECT,
                        streamId,
                        CloudEventHeaders.SEQUENCE,
                        Long.toString(sequence),
                        CloudEventHeaders.POSITION,
                        Long.toString(position),
                        CloudEventHeaders.REGION,
                        region,
                        CloudEventHeaders.DIGEST,
                        EventDigest.hex(digest))
                .forEach((name, value) ->
                        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        event.headers().add(CloudEventHeaders.METADATA, METADATA);
        await(producer.send(event));
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
