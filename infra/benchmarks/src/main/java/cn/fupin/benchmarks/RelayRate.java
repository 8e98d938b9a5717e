package cn.fupin.benchmarks;

import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.relay.TestRelay;
import cn.fupin.backbone.store.StoreDatabase;
import cn.fupin.backbone.testing.RealServers;
import com.google.common.collect.Lists;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The relay, from the store into a fresh topic, against a producer that has the very same records
 * in memory and sends them in transactions of the same size.
 */
final class RelayRate {
    private static final int IN_A_TRANSACTION = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger TOPICS = new AtomicInteger();

    private RelayRate() {}

    static List<Measured> measure() {
        try (var store = new StoreDatabase()) {
            long events = Volume.events();
            Volume.fill(store, events);
            var kafka = new KafkaSettings(RealServers.kafkaBootstrapServers(), (short) 1, PATIENCE);
            String first = service();
            TestRelay.publishAll(first, store.events, kafka);
            var records = records(KafkaSettings.topic(first), events);
            var medians =
                    Measured.medians(
                            new Measured.Pair() {
                                @Override
                                public double ours() {
                                    String service = service();
                                    return Measured.seconds(() ->
                                            TestRelay.publishAll(service, store.events, kafka));
                                }

                                @Override
                                public double beside() {
                                    String topic = KafkaSettings.topic(service());
                                    return Measured.seconds(() -> produce(topic, records));
                                }
                            });
            return List.of(
                    new Measured(
                            "发布器，自库至主题，共 %,d 条".formatted(events),
                            "relay against a raw transactional producer of the same bytes",
                            Measured.perSecond(events, medians.ours()),
                            Measured.perSecond(events, medians.beside()),
                            Measured.times(medians.ratio()),
                            "–"));
        }
    }

    /** A service nobody else publishes for, with its empty topic: making it is not measured. */
    private static String service() {
        String service = "measured" + TOPICS.incrementAndGet();
        String topic = KafkaSettings.topic(service);
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", RealServers.kafkaBootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, KafkaSettings.PARTITIONS, (short) 1)))
                    .all()
                    .get();
            return service;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void produce(String topic, List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        RealServers.kafkaBootstrapServers(),
                        "transactional.id",
                        topic,
                        "acks",
                        "all");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (var batch : Lists.partition(records, IN_A_TRANSACTION)) {
                producer.beginTransaction();
                batch.forEach(record -> producer.send(copy(topic, record)));
                producer.commitTransaction();
            }
        }
    }

    private static ProducerRecord<String, byte[]> copy(
            String topic, ConsumerRecord<String, byte[]> record) {
        return new ProducerRecord<>(
                topic, null, record.timestamp(), record.key(), record.value(), record.headers());
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic, long events) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                RealServers.kafkaBootstrapServers(),
                                "isolation.level",
                                "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (records.size() < events) {
                consumer.poll(PATIENCE).forEach(records::add);
            }
        }
        return records;
    }
}
