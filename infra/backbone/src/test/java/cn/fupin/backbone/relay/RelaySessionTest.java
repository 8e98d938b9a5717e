package cn.fupin.backbone.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.store.EventDigest;
import cn.fupin.backbone.store.PositionedEvent;
import cn.fupin.backbone.store.StoreDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelaySessionTest {
    private final StoreDatabase store = new StoreDatabase();
    private final KafkaSettings kafka = TestKafka.settings();
    private final StoreDatabase.Sequencing sequencing = store.sequencing();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void publishesTheStoredBytesWithTheHeadersOfACloudEvent() {
        store.append("household-1", 0, "HouseholdApplied", "{\"householdId\":\"household-1\"}");
        sequencing.settle();
        try (var session = RelaySession.open("headers", store.events, kafka)) {
            assertThat(session.publish(10)).isEqualTo(1);
        }
        var event = store.events.at(1).orElseThrow();
        var record = TestKafka.committed("fupin.headers", kafka).getFirst();
        assertThat(record.key()).isEqualTo("household-1");
        assertThat(record.value()).isEqualTo(event.payload());
        assertThat(headers(record))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("ce_specversion", "1.0"),
                                Map.entry("ce_id", "household-1/0"),
                                Map.entry("ce_source", "/fupin/headers"),
                                Map.entry("ce_type", "fupin.headers.HouseholdApplied.v1"),
                                Map.entry("ce_time", EventDigest.text(event.recordedAt())),
                                Map.entry("ce_subject", "household-1"),
                                Map.entry("content-type", "application/json"),
                                Map.entry("ce_sequence", "0"),
                                Map.entry("ce_position", "1"),
                                Map.entry("ce_region", "513423000000"),
                                Map.entry("ce_digest", EventDigest.hex(event.digest())),
                                Map.entry(
                                        "ce_metadata",
                                        new String(event.metadata(), StandardCharsets.UTF_8))));
    }

    @Test
    void goesOnWhereTheLastSessionEndedWithoutLossOrDuplicate() {
        appendRounds(3);
        try (var first = RelaySession.open("restart", store.events, kafka)) {
            first.publish(17);
            first.publish(5);
        }
        appendRounds(2);
        try (var second = RelaySession.open("restart", store.events, kafka)) {
            assertThat(second.published()).isEqualTo(22);
            while (second.publish(20) > 0) {
                // until everything is out
            }
        }
        assertEachOnceAndInOrder("fupin.restart", 100);
    }

    @Test
    void aCrashBetweenProduceAndCommitLeavesNoDuplicate() {
        appendRounds(2);
        try (var first = RelaySession.open("crash", store.events, kafka)) {
            first.publish(10);
        }
        produceWithoutCommit("crash", store.events.after(10, 20));
        try (var second = RelaySession.open("crash", store.events, kafka)) {
            assertThat(second.published()).isEqualTo(10);
            while (second.publish(20) > 0) {
                // until everything is out
            }
        }
        assertEachOnceAndInOrder("fupin.crash", 40);
    }

    @Test
    void findsItsEndBehindManyAbortedTransactions() {
        appendRounds(1);
        try (var first = RelaySession.open("aborted", store.events, kafka)) {
            first.publish(100);
        }
        try (var other = TestKafka.producer(Map.of("transactional.id", "somebody"))) {
            other.initTransactions();
            for (var n = 0; n < 60; n++) {
                other.beginTransaction();
                for (var partition = 0; partition < 2; partition++) {
                    other.send(
                            new ProducerRecord<>("fupin.aborted", partition, "x", new byte[] {1}));
                }
                other.flush();
                other.abortTransaction();
            }
        }
        try (var second = RelaySession.open("aborted", store.events, kafka)) {
            assertThat(second.published()).isEqualTo(20);
            assertThat(second.publish(10)).isZero();
        }
    }

    @Test
    void aLaterSessionFencesAnEarlierOne() {
        appendRounds(1);
        try (var first = RelaySession.open("fenced", store.events, kafka)) {
            first.publish(5);
            try (var second = RelaySession.open("fenced", store.events, kafka)) {
                assertThatThrownBy(() -> first.publish(5))
                        .isInstanceOfAny(
                                ProducerFencedException.class, InvalidProducerEpochException.class);
                second.publish(100);
            }
        }
        assertEachOnceAndInOrder("fupin.fenced", 20);
    }

    @Test
    void refusesATopicThatHoldsAnotherStoresEvents() {
        appendRounds(1);
        try (var session = RelaySession.open("foreign", store.events, kafka)) {
            session.publish(100);
        }
        try (var other = new StoreDatabase()) {
            other.append("stream-0", 0);
            other.sequencing().settle();
            assertThatThrownBy(() -> RelaySession.open("foreign", other.events, kafka))
                    .isInstanceOf(RelayRefused.class)
                    .hasMessageContaining("fupin.foreign");
        }
        assertEachOnceAndInOrder("fupin.foreign", 20);
    }

    @Test
    void refusesATopicWithAnotherNumberOfPartitions() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(
                            List.of(new NewTopic("fupin.narrow", Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        }
        assertThatThrownBy(() -> RelaySession.open("narrow", store.events, kafka))
                .isInstanceOf(RelayRefused.class)
                .hasMessageContaining("12");
    }

    /** Twenty streams get one more event each, twenty positions. */
    private void appendRounds(int rounds) {
        var first =
                store.db
                        .sql("select coalesce(max(sequence) + 1, 0) from events")
                        .query(Long.class)
                        .single();
        LongStream.range(first, first + rounds)
                .forEach(sequence -> {
                    for (var n = 0; n < 20; n++) store.append("stream-" + n, sequence);
                });
        sequencing.settle();
    }

    @SuppressWarnings("resource") // a crash closes nothing
    private static void produceWithoutCommit(String service, List<PositionedEvent> events) {
        KafkaProducer<String, byte[]> crashed =
                TestKafka.producer(Map.of("transactional.id", "fupin-relay-" + service));
        crashed.initTransactions();
        crashed.beginTransaction();
        for (var event : events) {
            crashed.send(
                    new ProducerRecord<>(
                            "fupin." + service,
                            null,
                            event.streamId(),
                            event.payload(),
                            CloudEventHeaders.of(event, service)));
        }
        crashed.flush();
    }

    private void assertEachOnceAndInOrder(String topic, int events) {
        var positions = new ArrayList<Long>();
        var sequences = new HashMap<String, Long>();
        for (var record : TestKafka.committed(topic, kafka)) {
            var headers = headers(record);
            positions.add(Long.parseLong(headers.get("ce_position")));
            var sequence = Long.parseLong(headers.get("ce_sequence"));
            var before = sequences.put(record.key(), sequence);
            assertThat(sequence).isEqualTo(before == null ? 0 : before + 1);
        }
        assertThat(positions)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, events).boxed().toList());
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
