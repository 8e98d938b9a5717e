package cn.fupin.backbone.projection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.relay.TestKafka;
import cn.fupin.backbone.relay.TestRelay;
import cn.fupin.backbone.store.StoreDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@Execution(ExecutionMode.CONCURRENT)
class ProjectionRunnerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StoreDatabase store = new StoreDatabase();
    private final StoreDatabase reading = new StoreDatabase();
    private final StoreDatabase.Sequencing sequencing = store.sequencing();
    private final KafkaSettings kafka = TestKafka.settings();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ProjectionReader reader =
            new ProjectionReader(reading.dataSource, reading.transactions);

    @AfterEach
    void close() {
        store.close();
        reading.close();
    }

    @Test
    void waitsForTheTopicAndAppliesEveryEventOnce() {
        var things = new Things("first");
        var runner = start(things);
        try {
            appendToStreams(20, 0, 3);
            publish("first");
            waitFor(() -> rows() == 60);
            waitFor(() -> runner.lag("things") == 0);
            assertThat(
                            reader.<Long>read(db ->
                                    db.sql("select sum(n) from thing").query(Long.class).single()))
                    .isEqualTo(60);
            assertThat(
                            reading.db
                                    .sql("select max(last_position) from projection_offset")
                                    .query(Long.class)
                                    .single())
                    .isEqualTo(60);
            assertThat(meters.get("fupin.projection.applied").counter().count()).isEqualTo(60);
        } finally {
            runner.stop();
        }
    }

    @Test
    void rowsAndOffsetsAreOneWhateverFailsAndWhoeverRestarts() {
        var things = new Things("atomic");
        things.databaseFailures.set(4);
        appendToStreams(30, 0, 4);
        publish("atomic");
        var first = start(things);
        waitFor(() -> rows() > 0);
        first.stop();
        appendToStreams(30, 4, 2);
        publish("atomic");
        var second = start(things);
        try {
            waitFor(() -> rows() == 180); // a second application would be a second row
            assertThat(reading.db.sql("select count(*) from parked_key").query(Long.class).single())
                    .isZero();
            assertThat(things.databaseFailures.get()).isNotPositive();
        } finally {
            second.stop();
        }
    }

    @Test
    void whoHasAStaleOffsetWritesNothing() {
        appendToStreams(1, 0, 3);
        publish("stale");
        var records = TestKafka.committed("fupin.stale", kafka);
        var partition = new TopicPartition("fupin.stale", records.getFirst().partition());
        var things = new Things("stale");
        var writing = new Writing(things);
        var begun = writing.offsets.of(writing.generation, List.of(partition), Map.of());
        var next = Map.of(partition, 3L);

        assertThat(writing.writer.write(writing.generation, records, begun, next).moved())
                .isEqualTo(next);
        var zombie =
                writing.writer.write(writing.generation, records, begun, Map.of(partition, 9L));
        assertThat(zombie.moved()).isEmpty();
        assertThat(zombie.applied()).isZero();
        assertThat(rows()).isEqualTo(3);
        assertThat(writing.offsets.of(writing.generation, List.of(partition), Map.of()))
                .isEqualTo(next);
    }

    @Test
    void poisonParksItsKeyOnlyAndResumingAppliesWhatWaitedInOrder() {
        var things = new Things("poison");
        things.poison.add("stream-3/1");
        var runner = start(things);
        try {
            appendToStreams(10, 0, 4);
            publish("poison");
            waitFor(() -> rows() == 37);
            assertThat(runner.parkedKeys("things")).isEqualTo(1);
            var stillPoison = runner.resume("things", "stream-3").orElseThrow();
            assertThat(stillPoison.applied()).isZero();
            assertThat(stillPoison.waiting()).isEqualTo(3);
            assertThat(stillPoison.reason()).contains("poison stream-3/1");

            things.poison.clear();
            appendToStreams(10, 4, 1); // waits behind the others, though it is no poison
            publish("poison");
            waitFor(() -> rows() == 46);
            var resumed = runner.resume("things", "stream-3").orElseThrow();
            assertThat(resumed.applied()).isEqualTo(4);
            assertThat(resumed.waiting()).isZero();
            assertThat(things.order)
                    .containsExactly("stream-3/1", "stream-3/2", "stream-3/3", "stream-3/4");
            assertThat(runner.parkedKeys("things")).isZero();
            assertThat(runner.resume("things", "stream-3")).isEmpty();

            appendToStreams(10, 5, 1);
            publish("poison");
            waitFor(() -> rows() == 60);
        } finally {
            runner.stop();
        }
    }

    @Test
    void aForeignRecordIsPassedOverAndABrokenEventParksItsKey() {
        appendToStreams(2, 0, 1);
        publish("mixed");
        var honest = TestKafka.committed("fupin.mixed", kafka).getFirst();
        try (var producer = TestKafka.producer(Map.of())) {
            producer.send(new ProducerRecord<>("fupin.mixed", "foreign", new byte[] {1, 2}));
            producer.send(tampered(honest));
            producer.flush();
        }
        appendToStreams(2, 1, 1);
        publish("mixed");
        var runner = start(new Things("mixed"));
        try {
            waitFor(() -> rows() == 4);
            waitFor(() -> runner.lag("things") == 0);
            assertThat(
                            reading.db
                                    .sql("select key || ' ' || reason from parked_key")
                                    .query(String.class)
                                    .list())
                    .containsExactly("tampered NotAnEvent: ce_digest");
            assertThat(
                            meters.get("fupin.projection.foreign").counters().stream()
                                    .mapToDouble(c -> c.count())
                                    .sum())
                    .isEqualTo(1);
        } finally {
            runner.stop();
        }
    }

    @Test
    void eachProjectionHasItsOwnTables() {
        var writing = new Writing(new Things("own"));
        assertThat(writing.generation.schema()).isEqualTo("things_1");
        assertThat(new Writing(new Things("own")).generation.number()).isEqualTo(1);
        assertThat(
                        reading.db
                                .sql(
                                        "select count(*) from pg_tables where schemaname = 'public' and tablename = 'thing'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    /** One row an event, and no key: a second application would be a second row. */
    private final class Things implements Projection {
        final Set<String> poison = ConcurrentHashMap.newKeySet();
        final List<String> order = new CopyOnWriteArrayList<>();
        final AtomicInteger databaseFailures = new AtomicInteger();
        private final String service;

        Things(String service) {
            this.service = service;
        }

        @Override
        public String name() {
            return "things";
        }

        @Override
        public Set<String> topics() {
            return Set.of("fupin." + service);
        }

        @Override
        public String ddl() {
            return "create table thing (id text not null, n bigint not null); create index on thing (n);";
        }

        @Override
        public void apply(Message message, Rows rows) {
            rows.add(
                    "thing",
                    List.of("id", "n"),
                    List.of(message.id(), message.as(Shape.class).n()));
            if (message.id().endsWith("/1") && databaseFailures.getAndDecrement() > 0) {
                throw new DataAccessResourceFailureException("the connection broke");
            }
            if (poison.contains(message.id())) {
                throw new IllegalStateException("poison " + message.id());
            }
            if (message.streamId().equals("stream-3") && message.sequence() > 0) {
                order.add(message.id());
            }
        }
    }

    private record Shape(long n) {}

    /** The parts under the runner, driven by hand. */
    private final class Writing {
        final Generation generation;
        final Offsets offsets = new Offsets(reading.db);
        final BatchWriter writer;

        Writing(Projection projection) {
            var transaction = new TransactionTemplate(reading.transactions);
            var schemas =
                    new ProjectionSchemas(
                            reading.db, new JdbcTemplate(reading.dataSource), transaction);
            generation = schemas.live(projection);
            writer =
                    new BatchWriter(
                            new JdbcTemplate(reading.dataSource),
                            transaction,
                            schemas,
                            offsets,
                            new Parking(reading.db));
        }
    }

    private ProjectionRunner start(Projection projection) {
        var runner =
                new ProjectionRunner(
                        List.of(projection),
                        new ProjectionSettings(2, 2, 25, 100, Duration.ZERO),
                        kafka,
                        reading.dataSource,
                        reading.transactions,
                        meters);
        runner.start();
        return runner;
    }

    private void appendToStreams(int streams, long first, int events) {
        for (var sequence = first; sequence < first + events; sequence++) {
            for (var n = 0; n < streams; n++) {
                store.append("stream-" + n, sequence, "ThingHappened", "{\"n\":1}");
            }
        }
        sequencing.settle();
    }

    private void publish(String service) {
        TestRelay.publishAll(service, store.events, kafka);
    }

    private long rows() {
        return reader.<Long>read(
                db -> db.sql("select count(*) from thing").query(Long.class).single());
    }

    private static ProducerRecord<String, byte[]> tampered(ConsumerRecord<String, byte[]> honest) {
        return new ProducerRecord<>(
                honest.topic(),
                null,
                "tampered",
                "{\"n\":1000000}".getBytes(StandardCharsets.UTF_8),
                honest.headers());
    }

    private static void waitFor(BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
