package cn.fupin.backbone.projection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.projection.Rebuild.Phase;
import cn.fupin.backbone.projection.Rebuild.Source;
import cn.fupin.backbone.projection.RebuildRunner.Answer;
import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.relay.TestKafka;
import cn.fupin.backbone.relay.TestRelay;
import cn.fupin.backbone.store.EventDigest;
import cn.fupin.backbone.store.PositionedEvent;
import cn.fupin.backbone.store.StoreDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beside the live one, from the first event on, and equal to it in the end. */
@Execution(ExecutionMode.CONCURRENT)
class RebuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final StoreDatabase store = new StoreDatabase();
    private final StoreDatabase reading = new StoreDatabase();
    private final StoreDatabase.Sequencing sequencing = store.sequencing();
    private final KafkaSettings kafka = TestKafka.settings();
    private final ProjectionReader reader =
            new ProjectionReader(reading.dataSource, reading.transactions);
    private final List<Instance> instances = new ArrayList<>();
    private final Map<Integer, Long> sequences = new HashMap<>();

    @AfterEach
    void close() {
        instances.forEach(Instance::stop);
        store.close();
        reading.close();
    }

    @Test
    void fromTheTopicWhileEventsFlowAndReadersSeeOneGenerationOnly() throws InterruptedException {
        happen("flow", 40, 10);
        var one = start(new Things("flow"));
        waitFor(() -> rows() == 400);
        var reading = new Reading();
        var more = new AtomicBoolean(true);
        var writing =
                Thread.ofPlatform()
                        .start(() -> {
                            while (more.get()) happen("flow", 5, 1);
                        });
        assertThat(one.request(Source.TOPIC)).isEqualTo(Answer.ACCEPTED);
        assertThat(one.request(Source.TOPIC)).isEqualTo(Answer.RUNNING_ALREADY);
        waitFor(() -> one.latest().phase() == Phase.DONE);
        more.set(false);
        writing.join();
        reading.stop();

        assertThat(outcome(one)).isEqualTo("EQUAL");
        assertThat(reading.wrong).isEmpty();
        assertThat(reading.generations).containsExactlyInAnyOrder(1, 2);
        waitFor(() -> rows() == happened());
        assertThat(schemas()).containsExactly("things_2");
        assertThat(indexes("things_2"))
                .containsExactly("thing_line_pkey", "thing_n_idx", "thing_pkey");
        assertThat(
                        this.reading
                                .db
                                .sql("select distinct generation from projection_offset")
                                .query(Integer.class)
                                .list())
                .containsExactly(2);
    }

    @Test
    void fromTheHistoryAndOnFromThePlaceInTheTopic() {
        happen("past", 30, 10);
        var one = start(new Things("past"));
        waitFor(() -> rows() == 300);
        one.request(Source.HISTORY);
        happen("past", 30, 1);
        waitFor(() -> one.latest().phase() == Phase.DONE);
        assertThat(outcome(one)).isEqualTo("EQUAL");
        waitFor(() -> rows() == 330);
        happen("past", 30, 1);
        waitFor(() -> rows() == 360);
        assertThat(
                        reading.db
                                .sql(
                                        "select max(last_position) from projection_offset where generation = 2")
                                .query(Long.class)
                                .single())
                .isEqualTo(360);
    }

    @Test
    void theHistoryServesWhenTheBeginningOfTheTopicIsGone() {
        happen("short", 30, 10);
        var one = start(new Things("short"));
        waitFor(() -> rows() == 300 && one.runner.lag("things") == 0);
        deleteRecords("fupin.short", 5);
        one.request(Source.TOPIC);
        waitFor(() -> one.latest().phase() == Phase.FAILED);
        assertThat(one.latest().trouble()).contains("rebuild from history");
        assertThat(schemas()).containsExactly("things_1");

        one.request(Source.HISTORY);
        waitFor(() -> one.latest().phase() == Phase.DONE);
        assertThat(outcome(one)).isEqualTo("EQUAL");
        assertThat(schemas()).containsExactly("things_3");
        happen("short", 30, 1);
        waitFor(() -> rows() == 330);
    }

    @Test
    void aTopicMadeAnewIsNoticedThoughItsOffsetsFitAndTheHistoryHealsIt() {
        happen("anew", 20, 10);
        var before = start(new Things("anew"));
        waitFor(() -> rows() == 200);
        before.stop();
        administer(admin -> admin.deleteTopics(List.of("fupin.anew")).all().get());
        waitFor(() -> !topics().contains("fupin.anew"));
        happen("anew", 20, 1); // the relay finds an empty topic and publishes everything again
        var one = start(new Things("anew"));
        waitFor(() -> one.runner.lost("things").size() == KafkaSettings.PARTITIONS);
        waitFor(() ->
                one.runner.conditions("things").stream()
                        .allMatch(words -> words.contains("made anew")));
        assertThat(rows()).isEqualTo(200);

        one.request(Source.HISTORY);
        waitFor(() -> one.latest().phase() == Phase.DONE);
        assertThat(outcome(one)).isEqualTo("NOT_COMPARED");
        assertThat(comparison(one).get("reason").asString()).contains("made anew");
        happen("anew", 20, 1);
        waitFor(() -> rows() == 240);
        assertThat(one.runner.lost("things")).isEmpty();
    }

    @Test
    void whoeverIsKilledGoesOnFromWhatWasCommitted() {
        happen("killed", 60, 20);
        var slow = new Things("killed");
        var one = start(slow);
        waitFor(() -> rows() == 1200);
        one.request(Source.TOPIC);
        var random = new Random(7);
        var seen = ConcurrentHashMap.<Phase>newKeySet();
        var kills = 0;
        var deadline = System.nanoTime() + 2 * PATIENCE.toNanos();
        while (one.latest().phase() != Phase.DONE) {
            assertThat(System.nanoTime()).as(one.latest().toString()).isLessThan(deadline);
            seen.add(one.latest().phase());
            if (kills < 12) kills += killTheOneAtWork();
            LockSupport.parkNanos(random.nextLong(2_000_000, 120_000_000));
        }
        assertThat(kills).as("killed in " + seen).isPositive();
        assertThat(outcome(one)).isEqualTo("EQUAL");
        assertThat(rows()).isEqualTo(1200);
        assertThat(schemas()).containsExactly("things_2");
    }

    @Test
    void anotherInstanceTakesOverAndBothReadTheSameTopics() {
        happen("two", 40, 20);
        var gate = new CountDownLatch(1);
        var first = start(new Things("two"));
        waitFor(() -> rows() == 800);
        var stuck = new Things("two");
        stuck.gate = gate;
        first.stop();
        var broken = start(stuck); // loads until it waits at the gate
        broken.request(Source.TOPIC);
        waitFor(() -> stuck.waiting);
        var second = start(new Things("two"));
        killTheOneAtWork(); // the first one's connection; the second takes the lock
        waitFor(() -> second.latest().phase() == Phase.DONE);
        gate.countDown();
        assertThat(outcome(second)).isEqualTo("EQUAL");
        happen("two", 40, 5);
        waitFor(() -> rows() == 1000);
        waitFor(() -> broken.runner.lag("things") == 0 && second.runner.lag("things") == 0);
        assertThat(rows()).isEqualTo(1000);
        assertThat(lines()).isEqualTo(1000);
    }

    @Test
    void itCanBePausedResumedAndCancelled() {
        happen("paused", 40, 20);
        var things = new Things("paused");
        var one = start(things);
        waitFor(() -> rows() == 800);
        var gate = new CountDownLatch(1);
        things.waiting = false;
        things.gate = gate;
        one.request(Source.TOPIC);
        waitFor(() -> things.waiting);
        assertThat(one.rebuilds.pause(one.latest(), "clerk-1")).isEqualTo(Answer.ACCEPTED);
        gate.countDown();
        waitFor(() -> !isAnyoneAtWork());
        var paused = one.latest();
        // the order is seen after a moment, in which the loading may have come to its end
        assertThat(paused.phase()).isIn(Phase.LOADING, Phase.INDEXING);
        assertThat(schemas()).containsExactly("things_1", "things_2");
        one.stop();
        var restarted = start(new Things("paused"));
        assertThat(restarted.latest().paused()).isTrue();
        assertThat(restarted.rebuilds.resume(restarted.latest(), "clerk-1"))
                .isEqualTo(Answer.ACCEPTED);
        waitFor(() -> restarted.latest().phase() == Phase.DONE);
        assertThat(outcome(restarted)).isEqualTo("EQUAL");
        assertThat(restarted.rebuilds.cancel(restarted.latest(), "clerk-1"))
                .isEqualTo(Answer.NOT_NOW);

        restarted.request(Source.HISTORY);
        restarted.rebuilds.pause(restarted.latest(), "clerk-1");
        assertThat(restarted.rebuilds.cancel(restarted.latest(), "clerk-1"))
                .isEqualTo(Answer.ACCEPTED);
        waitFor(() -> restarted.latest().phase() == Phase.CANCELLED);
        assertThat(schemas()).containsExactly("things_2");
        assertThat(rows()).isEqualTo(800);
    }

    @Test
    void parkedKeysAreParkedAgainAndNamedAndDoublesAndForeignRecordsChangeNothing() {
        happen("sick", 20, 10);
        var things = new Things("sick");
        things.poison.add("stream-3/4");
        things.refused.add("stream-5/2");
        var one = start(things);
        waitFor(() -> rows() == 200 - 6 - 8);
        publishAgain("fupin.sick");
        waitFor(() -> one.runner.lag("things") == 0);
        for (var source : Source.values()) {
            one.request(source);
            waitFor(() -> one.latest().phase().ended());
            assertThat(one.latest().phase()).as(one.latest().toString()).isEqualTo(Phase.DONE);
            assertThat(outcome(one)).isEqualTo("EQUAL");
            assertThat(comparison(one).get("parkedInBoth").toString())
                    .isEqualTo("[\"fupin.sick stream-3\",\"fupin.sick stream-5\"]");
            assertThat(rows()).isEqualTo(186);
        }
        things.poison.clear();
        things.refused.clear();
        assertThat(one.runner.resume("things", "stream-3").orElseThrow().waiting()).isZero();
        assertThat(one.runner.resume("things", "stream-5").orElseThrow().waiting()).isZero();
        assertThat(rows()).isEqualTo(200);
    }

    @Test
    void aDifferenceStopsBeforeTheSwitchUntilAPersonSaysWhy() {
        happen("planted", 20, 5);
        var one = start(new Things("planted"));
        waitFor(() -> rows() == 100);
        reading.db.sql("update things_1.thing set n = n + 1 where id = 'stream-7/3'").update();
        one.request(Source.TOPIC);
        waitFor(() -> one.latest().phase() == Phase.DIFFERS);
        assertThat(outcome(one)).isEqualTo("DIFFERENT");
        var tables = comparison(one).get("tables");
        assertThat(tables.get(0).get("table").asString()).isEqualTo("thing");
        assertThat(tables.get(0).get("equal").asBoolean()).isFalse();
        assertThat(tables.get(0).get("liveSum")).isNotEqualTo(tables.get(0).get("rebuiltSum"));
        assertThat(tables.get(1).get("equal").asBoolean()).isTrue();
        happen("planted", 20, 1);
        waitFor(() -> rows() == 120);
        assertThat(one.rebuilds.switchAnyway(one.latest(), "第 7 户曾被手工改动", "clerk-1"))
                .isEqualTo(Answer.ACCEPTED);
        waitFor(() -> one.latest().phase() == Phase.DONE);
        assertThat(one.latest().switchReason()).isEqualTo("第 7 户曾被手工改动");
        assertThat(rows()).isEqualTo(120);
        assertThat(
                        reading.db
                                .sql("select n from things_2.thing where id = 'stream-7/3'")
                                .query(Long.class)
                                .single())
                .isEqualTo(3);
    }

    @Test
    void newTablesAreFilledAndWhatBothHaveIsCompared() {
        happen("grown", 10, 5);
        var before = start(new Things("grown"));
        waitFor(() -> rows() == 50);
        before.stop();
        var grown = new Things("grown");
        grown.more = "alter table thing add column twice bigint; create table news (id text);";
        var one = start(grown);
        assertThat(one.runner.tablesHaveChanged("things")).isTrue();
        one.request(Source.TOPIC);
        waitFor(() -> one.latest().phase() == Phase.DONE);
        assertThat(outcome(one)).isEqualTo("EQUAL");
        assertThat(comparison(one).get("onlyRebuilt").toString())
                .isEqualTo("[\"news\",\"thing.twice\"]");
        assertThat(one.runner.tablesHaveChanged("things")).isFalse();
        assertThat(
                        reading.db
                                .sql("select count(*) from things_2.thing where twice = 2 * n")
                                .query(Long.class)
                                .single())
                .isEqualTo(50);
    }

    @Test
    void tablesOfAnotherProgramTakeNothingUntilTheyAreRebuilt() {
        happen("standing", 10, 5);
        var before = start(new Things("standing"));
        waitFor(() -> rows() == 50);
        before.stop();
        var grown = new Things("standing");
        grown.more = "alter table thing add column twice bigint;";
        var one = start(grown);
        happen("standing", 10, 1);
        waitFor(() -> one.runner.conditions("things").toString().contains("stands still"));
        assertThat(one.runner.parkedKeys("things")).isZero();
        assertThat(rows()).isEqualTo(50);
        one.request(Source.TOPIC);
        waitFor(() -> one.latest().phase() == Phase.DONE);
        assertThat(outcome(one)).isEqualTo("NOT_COMPARED");
        assertThat(comparison(one).get("reason").asString()).contains("stands still");
        waitFor(() -> rows() == 60);
        happen("standing", 10, 1);
        waitFor(() -> rows() == 70);
        assertThat(one.runner.parkedKeys("things")).isZero();
    }

    @Test
    void aLookupIsRebuiltByTheOrdinaryWay() {
        happen("looked", 20, 10);
        var one = start(new Latest("looked"));
        waitFor(() -> total() == 180);
        for (var source : Source.values()) {
            one.request(source);
            waitFor(() -> one.latest().phase().ended());
            assertThat(one.latest().phase()).as(one.latest().toString()).isEqualTo(Phase.DONE);
            assertThat(outcome(one)).isEqualTo("EQUAL");
        }
        happen("looked", 20, 1);
        waitFor(() -> total() == 200);
    }

    private long total() {
        return reader.<Long>read(
                db -> db.sql("select coalesce(sum(n), 0) from latest").query(Long.class).single());
    }

    /** The highest number of each stream. */
    private static final class Latest implements Lookup {
        private final String service;

        Latest(String service) {
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
            return "create table latest (stream text primary key, n bigint not null)";
        }

        @Override
        public void apply(Message message, JdbcClient db) {
            db.sql(
                            "insert into latest as l values (?, ?) on conflict (stream) do update set n = greatest(l.n, excluded.n)")
                    .params(message.streamId(), message.as(Shape.class).n())
                    .update();
        }
    }

    /** Two tables with a row each, of every type that is copied. */
    private static final class Things implements Projection {
        final Set<String> poison = ConcurrentHashMap.newKeySet();
        final Set<String> refused = ConcurrentHashMap.newKeySet();
        volatile @Nullable CountDownLatch gate;
        volatile boolean waiting;
        String more = "";
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
            return """
            create table thing (
                id text primary key, stream text not null, n bigint not null check (n < 1000000), at timestamptz not null,
                exact numeric, day date, tags text[], surrogate bigint generated always as identity);
            create index on thing (n);
            create table thing_line (event_id text, line int, even boolean not null, primary key (event_id, line));
            """
                    + more;
        }

        @Override
        public void apply(Message message, Rows rows) {
            var closed = gate;
            if (closed != null && message.sequence() > 5) {
                waiting = true;
                await(closed);
            }
            var n = refused.contains(message.id()) ? 1_000_000L : message.as(Shape.class).n();
            var columns =
                    new ArrayList<>(List.of("id", "stream", "n", "at", "exact", "day", "tags"));
            var values =
                    new ArrayList<Object>(
                            List.of(
                                    message.id(),
                                    message.streamId(),
                                    n,
                                    message.recordedAt(),
                                    BigDecimal.valueOf(n, 2),
                                    LocalDate.ofEpochDay(n),
                                    new String[] {"盐源", message.source()}));
            if (!more.isEmpty()) {
                columns.add("twice");
                values.add(2 * n);
            }
            rows.add("thing", columns, values);
            if (poison.contains(message.id())) throw new IllegalStateException("poison");
            rows.add(
                    "thing_line",
                    List.of("event_id", "line", "even"),
                    List.of(message.id(), 0, n % 2 == 0));
        }

        private static void await(CountDownLatch gate) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Shape(long n) {}

    /** Reads over and over, and keeps what can not be. */
    private final class Reading {
        final List<String> wrong = new ArrayList<>();
        final Set<Integer> generations = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean on = new AtomicBoolean(true);
        private final Thread thread = Thread.ofPlatform().start(this::read);

        private void read() {
            var last = new AtomicLong();
            while (on.get()) {
                reader.<@Nullable Void>read(db -> {
                    var things = db.sql("select count(*) from thing").query(Long.class).single();
                    var lines =
                            db.sql("select count(*) from thing_line").query(Long.class).single();
                    if (!things.equals(lines)) wrong.add(things + " things, " + lines + " lines");
                    if (things < last.get()) wrong.add(last.get() + " became " + things);
                    last.set(things);
                    generations.add(
                            db.sql("select generation from projection_live")
                                    .query(Integer.class)
                                    .single());
                    return null;
                });
            }
        }

        void stop() throws InterruptedException {
            on.set(false);
            thread.join();
        }
    }

    /** One instance of a service. */
    private final class Instance {
        final ProjectionRunner runner;
        final RebuildRunner rebuilds;
        private final ReadModel model;
        private boolean stopped;

        Instance(ReadModel model) {
            this.model = model;
            var settings = new ProjectionSettings(2, 2, 25, 100, Duration.ZERO);
            runner =
                    new ProjectionRunner(
                            List.of(model),
                            settings,
                            kafka,
                            reading.dataSource,
                            reading.transactions,
                            new SimpleMeterRegistry());
            rebuilds =
                    new RebuildRunner(
                            runner,
                            reading.dataSource,
                            reading.transactions,
                            new StoreHistory(),
                            kafka,
                            settings);
            runner.start();
            rebuilds.start();
        }

        Answer request(Source source) {
            return rebuilds.request(model, source, "clerk-1");
        }

        Rebuild latest() {
            return rebuilds.latest("things").orElseThrow();
        }

        void stop() {
            if (stopped) return;
            stopped = true;
            if (model instanceof Things things && things.gate != null) things.gate.countDown();
            rebuilds.stop();
            runner.stop();
        }
    }

    private Instance start(ReadModel model) {
        var instance = new Instance(model);
        instances.add(instance);
        return instance;
    }

    /** The store's events as its HTTP feed would give them. */
    private final class StoreHistory implements History {
        @Override
        public boolean knows(String source) {
            return true;
        }

        @Override
        public long head(String source) {
            return store.events.head();
        }

        @Override
        public Stream<Message> after(String source, long position) {
            return store.events.after(position, 1_000_000).stream()
                    .map(event -> message(event, source));
        }

        private static Message message(PositionedEvent e, String source) {
            return new Message(
                    source,
                    e.type(),
                    e.version(),
                    e.id(),
                    e.streamId(),
                    e.sequence(),
                    e.position(),
                    e.recordedAt(),
                    e.region(),
                    EventDigest.hex(e.digest()),
                    e.metadata(),
                    e.payload());
        }
    }

    /** So many events in each of so many streams, published. */
    private synchronized void happen(String service, int streams, int events) {
        store.transaction()
                .executeWithoutResult(status -> {
                    for (var n = 0; n < streams; n++) {
                        for (var i = 0; i < events; i++) {
                            var sequence = sequences.merge(n, 1L, Long::sum) - 1;
                            store.append("stream-" + n, sequence);
                        }
                    }
                });
        sequencing.settle();
        TestRelay.publishAll(service, store.events, kafka);
    }

    private synchronized long happened() {
        return sequences.values().stream().mapToLong(Long::longValue).sum();
    }

    private long rows() {
        return reader.<Long>read(
                db -> db.sql("select count(*) from thing").query(Long.class).single());
    }

    private long lines() {
        return reader.<Long>read(
                db -> db.sql("select count(*) from thing_line").query(Long.class).single());
    }

    private List<String> schemas() {
        return reading.db
                .sql("select nspname from pg_namespace where nspname like 'things%' order by 1")
                .query(String.class)
                .list();
    }

    private List<String> indexes(String schema) {
        return reading.db
                .sql("select indexname from pg_indexes where schemaname = ? order by 1")
                .params(schema)
                .query(String.class)
                .list();
    }

    private static tools.jackson.databind.JsonNode comparison(Instance instance) {
        return Objects.requireNonNull(instance.latest().comparison());
    }

    private static String outcome(Instance instance) {
        return comparison(instance).get("outcome").asString();
    }

    /** As if its process had died: PostgreSQL ends the connection that holds the lock. */
    private int killTheOneAtWork() {
        return reading.db
                .sql(
                        """
                        select count(pg_terminate_backend(pid)) from pg_locks
                        where locktype = 'advisory' and granted
                          and database = (select oid from pg_database where datname = current_database())
                        """)
                .query(Integer.class)
                .single();
    }

    private boolean isAnyoneAtWork() {
        return reading.db
                .sql(
                        """
                        select exists (select 1 from pg_locks where locktype = 'advisory' and granted
                          and database = (select oid from pg_database where datname = current_database()))
                        """)
                .query(Boolean.class)
                .single();
    }

    /** Everything in the topic once more, and something of nobody's. */
    private void publishAgain(String topic) {
        try (var producer = TestKafka.producer(Map.of())) {
            for (var record : TestKafka.committed(topic, kafka)) {
                producer.send(
                        new ProducerRecord<>(
                                topic, null, record.key(), record.value(), record.headers()));
            }
            producer.send(new ProducerRecord<>(topic, "foreign", new byte[] {1}));
            producer.flush();
        }
    }

    private void deleteRecords(String topic, long before) {
        var all = new HashMap<TopicPartition, RecordsToDelete>();
        for (var n = 0; n < KafkaSettings.PARTITIONS; n++) {
            all.put(new TopicPartition(topic, n), RecordsToDelete.beforeOffset(before));
        }
        administer(admin -> admin.deleteRecords(all).all().get());
    }

    /** One that is about to go is found there, and what is sent to it then fails. */
    private Set<String> topics() {
        var names = new HashSet<String>();
        administer(admin -> names.addAll(admin.listTopics().names().get()));
        return names;
    }

    private interface Administration {
        Object with(Admin admin) throws ExecutionException, InterruptedException;
    }

    private void administer(Administration work) {
        try (var admin =
                Admin.create(
                        Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            work.with(admin);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitFor(BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
