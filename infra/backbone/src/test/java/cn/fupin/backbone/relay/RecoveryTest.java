package cn.fupin.backbone.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.store.PositionedEvent;
import cn.fupin.backbone.store.StoreDatabase;
import cn.fupin.backbone.store.StoreGate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A store comes back from an older backup; its topic has what it lacks. */
@Execution(ExecutionMode.CONCURRENT)
class RecoveryTest {
    private static final int STREAMS = 7;

    private final StoreDatabase lost = new StoreDatabase();
    private final StoreDatabase restored = new StoreDatabase();
    private final StoreDatabase.Sequencing sequencing = lost.sequencing();
    private final KafkaSettings kafka = TestKafka.settings();
    private final List<PositionedEvent> witnessed = new ArrayList<>();
    private final RecoveryWitness witness = witnessed::add;

    @AfterEach
    void close() {
        lost.close();
        restored.close();
    }

    @Test
    void everyPublishedEventComesBackWithThePlaceAndDigestItHad() {
        publish("back", 8);
        backup(20, 0);

        var recovered = recovery("back").run(kafka);

        assertThat(recovered.first()).isEqualTo(21);
        assertThat(recovered.last()).isEqualTo(56);
        assertThat(recovered.events()).isEqualTo(36);
        assertThat(all(restored)).isEqualTo(all(lost));
        assertThat(witnessed).extracting(PositionedEvent::position).isSorted().hasSize(36);
        assertThat(
                        restored.db
                                .sql("select answer from commands where command_id = 'c'")
                                .query(byte[].class)
                                .single())
                .asString(StandardCharsets.UTF_8)
                .contains("\"events\":[{\"id\":\"")
                .contains("\"sequence\":7");
    }

    @Test
    void afterwardsItGoesOnAsIfNothingHadHappened() {
        publish("onwards", 4);
        backup(5, 0);
        recovery("onwards").run(kafka);

        restored.append("household-0", 4);
        restored.sequencing().settle();
        TestRelay.publishAll("onwards", restored.events, kafka);

        assertThat(restored.events.head()).isEqualTo(STREAMS * 4L + 1);
        assertThat(TestKafka.committed("fupin.onwards", kafka)).hasSize(STREAMS * 4 + 1);
    }

    /** The backup was taken between an append and its position. */
    @Test
    void anEventThatWaitedForItsPositionGetsTheOneItHad() {
        publish("waiting", 4);
        backup(10, 3);

        var recovered = recovery("waiting").run(kafka);

        assertThat(recovered.there()).isEqualTo(3);
        assertThat(witnessed).hasSize(STREAMS * 4 - 13);
        assertThat(all(restored)).isEqualTo(all(lost));
    }

    @Test
    void anEventThatWasAlteredMeanwhileIsNotTakenForTheOneThatIsPublished() {
        publish("altered", 2);
        backup(4, 0);
        restored.append(lost.events.at(5).orElseThrow().streamId(), 0, "ThingHappened", "{}");

        assertThatThrownBy(() -> recovery("altered").run(kafka))
                .isInstanceOf(RelayRefused.class)
                .hasMessageContaining("位置 5");

        assertThat(restored.events.head()).isEqualTo(4);
    }

    @Test
    void duplicatesAndForeignRecordsAreNotTakenBack() {
        publish("strays", 3);
        backup(4, 0);
        try (var producer = TestKafka.producer(Map.of())) {
            for (var record : TestKafka.committed("fupin.strays", kafka)) {
                producer.send(
                        new ProducerRecord<>(
                                record.topic(),
                                record.partition(),
                                record.key(),
                                record.value(),
                                record.headers()));
                producer.send(
                        new ProducerRecord<>(
                                record.topic(),
                                record.partition(),
                                record.key(),
                                new byte[] {'{', '}'},
                                record.headers()));
            }
            producer.send(new ProducerRecord<>("fupin.strays", 0, "x", new byte[] {1}));
            producer.flush();
        }

        recovery("strays").run(kafka);

        assertThat(all(restored)).isEqualTo(all(lost));
    }

    /** A commit is answered before it is marked in every partition: until then it looks open. */
    @Test
    void whatIsCommittedButNotMarkedYetIsWaitedFor() throws Exception {
        publish("marked", 3);
        backup(4, 0);
        try (var producer = TestKafka.producer(Map.of("transactional.id", "marking"))) {
            OwnTopic.ensure("fupin.marking", kafka);
            producer.initTransactions();
            producer.beginTransaction();
            for (var record : TestKafka.committed("fupin.marked", kafka)) {
                producer.send(
                        new ProducerRecord<>(
                                "fupin.marking",
                                record.partition(),
                                record.key(),
                                record.value(),
                                record.headers()));
            }
            producer.flush();

            var recovered = CompletableFuture.supplyAsync(() -> recovery("marking").run(kafka));

            assertThatThrownBy(() -> recovered.get(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
            producer.commitTransaction();
            assertThat(recovered.get(30, TimeUnit.SECONDS).events()).isEqualTo(17);
        }
        assertThat(all(restored)).isEqualTo(all(lost));
    }

    @Test
    void aStoreOfAnotherHistoryIsLeftAsItIs() {
        publish("another", 3);
        restored.append("household-0", 0);
        restored.sequencing().settle();
        var before = all(restored);

        assertThatThrownBy(() -> recovery("another").run(kafka))
                .isInstanceOf(RelayRefused.class)
                .hasMessageContaining("与本库不符");

        assertThat(all(restored)).isEqualTo(before);
        assertThat(restored.db.sql("select count(*) from commands").query(Long.class).single())
                .isZero();
    }

    @Test
    void aStoreThatHasTakenACommandSinceIsLeftAsItIs() {
        publish("since", 3);
        backup(6, 0);
        restored.db
                .sql(
                        """
                        insert into events (event_id, stream_id, sequence, payload_type, payload_revision, payload, metadata, recorded_text)
                        values ('new', 'household-6', 0, 'ThingHappened', '1', '{}'::bytea, '{}'::bytea, '')
                        """)
                .update();
        var before = restored.events.head();

        assertThatThrownBy(() -> recovery("since").run(kafka))
                .isInstanceOf(RelayRefused.class)
                .hasMessageContaining("重新恢复备份");

        assertThat(restored.events.head()).isEqualTo(before);
    }

    @Test
    void untoldItClosesAndSaysWhatToDo() {
        publish("closed", 3);
        backup(6, 0);
        var gate = new StoreGate();

        check("closed", restored, gate, false).start();

        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.why())
                .contains("从较早的备份恢复")
                .contains("FUPIN_RELAY_RECOVERFROMTOPIC=true")
                .contains("position 21");
        assertThatThrownBy(() -> RelaySession.open("closed", restored.events, kafka))
                .isInstanceOf(StoreBehindTopic.class);
        assertThat(TestKafka.committed("fupin.closed", kafka)).hasSize(21);
    }

    @Test
    void toldToItRecoversAndStaysOpen() {
        publish("told", 3);
        backup(6, 0);
        var gate = new StoreGate();

        check("told", restored, gate, true).start();

        assertThat(gate.isOpen()).isTrue();
        assertThat(all(restored)).isEqualTo(all(lost));
    }

    @Test
    void aStoreThatHasAllOfItsTopicOrMoreIsOpen() {
        publish("whole", 2);
        lost.append("household-0", 2);
        sequencing.settle();
        var gate = new StoreGate();

        check("whole", lost, gate, false).start();
        check("never-published", lost, gate, false).start();

        assertThat(gate.isOpen()).isTrue();
    }

    /** Several streams, each with so many events, all of them published. */
    private void publish(String service, int eventsEach) {
        for (var n = 0; n < eventsEach; n++) {
            for (var stream = 0; stream < STREAMS; stream++) lost.append("household-" + stream, n);
        }
        sequencing.settle();
        TestRelay.publishAll(service, lost.events, kafka);
    }

    /**
     * What the lost store had at some time: so many events with their positions, then some without.
     */
    private void backup(int positioned, int waiting) {
        for (var event : lost.events.after(0, positioned + waiting)) {
            restored.db
                    .sql(
                            """
                            insert into events (event_id, stream_id, sequence, payload_type, payload_revision, payload, metadata, recorded_text)
                            values (:id, :stream, :sequence, :type, '1', :payload, :metadata, '')
                            """)
                    .param("id", event.id())
                    .param("stream", event.streamId())
                    .param("sequence", event.sequence())
                    .param("type", event.type())
                    .param("payload", event.payload())
                    .param("metadata", event.metadata())
                    .update();
            if (event.position() > positioned) continue;
            restored.db
                    .sql(
                            """
                            insert into positions (position, global_index, recorded_at, digest)
                            select :position, global_index, :recorded, :digest from events where event_id = :id
                            """)
                    .param("position", event.position())
                    .param("recorded", event.recordedAt().atOffset(ZoneOffset.UTC))
                    .param("digest", event.digest())
                    .param("id", event.id())
                    .update();
        }
    }

    private Recovery recovery(String service) {
        return recovery(service, restored);
    }

    private Recovery recovery(String service, StoreDatabase store) {
        return new Recovery(
                service, store.db, store.transaction(), store.events, List.of(witness), List.of());
    }

    private TopicCheck check(String service, StoreDatabase store, StoreGate gate, boolean recover) {
        var settings = new RelaySettings(1000, Duration.ofMillis(20), recover);
        return new TopicCheck(
                service,
                store.events,
                gate,
                kafka,
                settings,
                recovery(service, store),
                List.of(witness));
    }

    private static List<String> all(StoreDatabase store) {
        return store.events.after(0, 10_000).stream()
                .map(event ->
                        "%d %s %s %d %s"
                                .formatted(
                                        event.position(),
                                        event.id(),
                                        event.streamId(),
                                        event.sequence(),
                                        HexFormat.of().formatHex(event.digest())))
                .toList();
    }
}
