package cn.fupin.reporting.testing;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.relay.CloudEventHeaders;
import cn.fupin.backbone.store.EventDigest;
import cn.fupin.backbone.testing.RealServers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Messages on the topics of their services, as the relay of each would have put them there. */
public final class Published {
    private static final int PARTITIONS = 12;

    private Published() {}

    public static void on(List<Message> messages) throws ExecutionException, InterruptedException {
        var servers =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        RealServers.kafkaBootstrapServers(),
                        // one after the other, also while a new topic has no leader yet
                        "max.in.flight.requests.per.connection",
                        1);
        topics(servers, messages.stream().map(Message::source).collect(Collectors.toSet()));
        try (var producer =
                new KafkaProducer<String, byte[]>(
                        servers, new StringSerializer(), new ByteArraySerializer())) {
            var sent = messages.stream().map(m -> producer.send(record(m))).toList();
            for (var each : sent) each.get(); // none is lost without a word
        }
    }

    private static void topics(Map<String, Object> servers, Set<String> sources)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(servers)) {
            admin.createTopics(
                            sources.stream()
                                    .map(s -> new NewTopic("fupin." + s, PARTITIONS, (short) 1))
                                    .toList())
                    .all()
                    .get();
        }
    }

    private static ProducerRecord<String, byte[]> record(Message m) {
        var digest =
                EventDigest.of(
                        m.position(),
                        m.id(),
                        m.type(),
                        m.version(),
                        m.streamId(),
                        m.sequence(),
                        m.recordedAt(),
                        m.payload(),
                        m.metadata());
        var record = new ProducerRecord<>("fupin." + m.source(), m.streamId(), m.payload());
        Map.of(
                        CloudEventHeaders.SPECVERSION, "1.0",
                        CloudEventHeaders.ID, m.id(),
                        CloudEventHeaders.TYPE,
                                "fupin.%s.%s.v%d".formatted(m.source(), m.type(), m.version()),
                        CloudEventHeaders.TIME, EventDigest.text(m.recordedAt()),
                        CloudEventHeaders.SUBJECT, m.streamId(),
                        CloudEventHeaders.SEQUENCE, Long.toString(m.sequence()),
                        CloudEventHeaders.POSITION, Long.toString(m.position()),
                        CloudEventHeaders.REGION, m.region(),
                        CloudEventHeaders.DIGEST, EventDigest.hex(digest),
                        CloudEventHeaders.METADATA,
                                new String(m.metadata(), StandardCharsets.UTF_8))
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
