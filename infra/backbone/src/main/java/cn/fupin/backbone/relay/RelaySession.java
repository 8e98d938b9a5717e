package cn.fupin.backbone.relay;

import cn.fupin.backbone.store.EventDigest;
import cn.fupin.backbone.store.PositionedEvent;
import cn.fupin.backbone.store.PositionedEvents;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One producer from its fencing of all earlier ones to its first failure. After any failure a new
 * session reads from Kafka itself how far publishing got, so an unknown outcome does no harm.
 */
final class RelaySession implements AutoCloseable {
    private final String service;
    private final PositionedEvents events;
    private final Producer<String, byte[]> producer;
    private long published;

    private RelaySession(
            String service, PositionedEvents events, Producer<String, byte[]> producer) {
        this.service = service;
        this.events = events;
        this.producer = producer;
    }

    /**
     * Fences earlier producers, then finds the end of what is published and checks that it is ours.
     *
     * @throws RelayRefused if Kafka holds something else than this store
     * @throws KafkaException if the brokers are away
     */
    static RelaySession open(String service, PositionedEvents events, KafkaSettings settings) {
        var topic = KafkaSettings.topic(service);
        OwnTopic.ensure(topic, settings);
        var producer =
                new KafkaProducer<>(
                        configuration(service, settings),
                        new StringSerializer(),
                        new ByteArraySerializer());
        var session = new RelaySession(service, events, producer);
        try {
            producer.initTransactions();
            for (var last : PublishedTail.of(topic, settings)) session.startAfter(last);
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void startAfter(PublishedTail.Last last) {
        var head = events.head();
        if (last.position() > head) {
            throw new StoreBehindTopic(KafkaSettings.topic(service), head, last.position());
        }
        var stored = events.at(last.position());
        var same =
                stored.filter(event -> event.id().equals(last.id()))
                        .filter(event -> EventDigest.hex(event.digest()).equals(last.digest()));
        if (same.isEmpty()) {
            var topic = KafkaSettings.topic(service);
            throw new RelayRefused(
                    "主题 %s 第 %d 分区末尾的事件 %s（位置 %d）与本库不符，停止发布。"
                            .formatted(topic, last.partition(), last.id(), last.position()),
                    "The last event of %s-%d, %s at position %d, is not this store's: not publishing."
                            .formatted(topic, last.partition(), last.id(), last.position()));
        }
        published = Math.max(published, last.position());
    }

    /**
     * Publishes the next events, at most one batch, in one Kafka transaction.
     *
     * @return how many
     */
    int publish(int batch) {
        var next = events.after(published, batch);
        if (next.isEmpty()) return 0;
        producer.beginTransaction();
        next.forEach(event -> producer.send(message(event)));
        producer.commitTransaction(); // also says whether a record could not be sent
        published = next.getLast().position();
        return next.size();
    }

    long published() {
        return published;
    }

    private ProducerRecord<String, byte[]> message(PositionedEvent event) {
        return new ProducerRecord<>(
                KafkaSettings.topic(service),
                null,
                event.recordedAt().toEpochMilli(),
                event.streamId(),
                event.payload(),
                CloudEventHeaders.of(event, service));
    }

    /** Leaves an open transaction to the next session, whose fencing aborts it. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static Map<String, Object> configuration(String service, KafkaSettings settings) {
        var millis = Math.toIntExact(settings.answerWithin().toMillis());
        var configuration = new HashMap<String, Object>();
        configuration.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, List.of(settings.bootstrapServers()));
        configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "fupin-relay-" + service);
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaSettings.MAX_RECORD_BYTES);
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) millis);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * millis);
        configuration.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5000L);
        return configuration;
    }
}
