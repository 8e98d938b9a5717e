package cn.fupin.backbone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.store.Sequencer.LeaseLost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.dao.DuplicateKeyException;

class SequencerTest {
    private final StoreDatabase store = new StoreDatabase();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theNaiveReaderLosesEventsUnderSixteenWritersAndOursDoesNot() throws Exception {
        var writing = new AtomicBoolean(true);
        var sequencing = store.sequencing();
        try (var threads = Executors.newFixedThreadPool(18)) {
            var naive = threads.submit(() -> readNaively(writing));
            var ours = threads.submit(() -> readByPosition(writing, sequencing));
            var writers = new ArrayList<Future<Integer>>();
            for (var writer = 0; writer < 16; writer++) {
                var number = writer;
                writers.add(threads.submit(() -> appendManyTransactions(number)));
            }
            var appended = 0;
            for (var writer : writers) appended += writer.get();
            writing.set(false);

            assertThat(naive.get()).as("the naive reader's events").hasSizeLessThan(appended);
            assertThat(ours.get())
                    .as("our reader's events")
                    .hasSize(appended)
                    .doesNotHaveDuplicates();
            assertThat(store.watermark()).isPositive();
            assertDense(appended);
            assertStreamsInOrder();
        }
    }

    @Test
    void concurrentAppendsToOneStreamKeepTheirOrder() throws Exception {
        var writing = new AtomicBoolean(true);
        var sequencing = store.sequencing();
        try (var threads = Executors.newFixedThreadPool(9)) {
            var reader = threads.submit(() -> readByPosition(writing, sequencing));
            var writers = new ArrayList<Future<Integer>>();
            for (var writer = 0; writer < 8; writer++) {
                writers.add(threads.submit(() -> appendToTheSameStream(60)));
            }
            var appended = 0;
            for (var writer : writers) appended += writer.get();
            writing.set(false);
            assertThat(reader.get()).hasSize(appended);
            assertStreamsInOrder();
        }
    }

    @Test
    void aRolledBackAppendLeavesAGapThatIsPassed() {
        var sequencing = store.sequencing();
        store.append("a", 0);
        store.transaction()
                .executeWithoutResult(status -> {
                    store.append("b", 0);
                    status.setRollbackOnly();
                });
        store.append("c", 0);
        sequencing.settle();
        assertThat(ids()).containsExactly("a/0", "c/0");
        sequencing.round();
        assertThat(store.watermark()).isEqualTo(3);
    }

    @Test
    void aLongOpenWriterHoldsUpTheWatermarkButNoOtherEvent() throws Exception {
        var sequencing = store.sequencing();
        var opened = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var slow =
                    threads.submit(() ->
                            store.transaction()
                                    .executeWithoutResult(status -> {
                                        store.append("slow", 0);
                                        opened.countDown();
                                        await(mayCommit);
                                    }));
            opened.await();
            for (var n = 0; n < 5; n++) {
                store.append("quick", n);
                sequencing.settle();
            }
            assertThat(ids())
                    .containsExactly("quick/0", "quick/1", "quick/2", "quick/3", "quick/4");
            assertThat(store.watermark()).isZero();

            mayCommit.countDown();
            slow.get();
            sequencing.settle();
            assertThat(ids()).hasSize(6).endsWith("slow/0");
            assertThat(store.watermark()).isEqualTo(6);
        }
    }

    @Test
    void anotherHolderFindsTheOpenGapsAgain() throws Exception {
        var opened = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var first = store.sequencing();
            var slow =
                    threads.submit(() ->
                            store.transaction()
                                    .executeWithoutResult(status -> {
                                        store.append("slow", 0);
                                        opened.countDown();
                                        await(mayCommit);
                                    }));
            opened.await();
            store.append("quick", 0);
            first.settle();
            first.lease().release(first.held());

            var second = store.sequencing();
            second.settle();
            second.round();
            assertThat(store.watermark()).isZero();
            mayCommit.countDown();
            slow.get();
            store.append("quick", 1);
            second.settle();
            assertThat(ids()).containsExactly("quick/0", "slow/0", "quick/1");
            assertThat(store.watermark()).isEqualTo(3);
        }
    }

    @Test
    void aBatchThatIsFullProvesNothingAboutTheGapsBehindIt() {
        var sequencing = store.sequencing(2);
        for (var n = 0; n < 7; n++) {
            var number = n;
            store.transaction()
                    .executeWithoutResult(status -> {
                        store.append("s" + number, 0);
                        if (number % 3 == 1) status.setRollbackOnly();
                    });
        }
        sequencing.settle();
        sequencing.round();
        assertThat(ids()).containsExactly("s0/0", "s2/0", "s3/0", "s5/0", "s6/0");
        assertThat(store.watermark()).isEqualTo(7);
    }

    @Test
    void whoLostTheLeaseWritesNothing() {
        var first = store.sequencing();
        first.lease().release(first.held());
        var second = store.sequencing();
        store.append("a", 0);
        assertThatThrownBy(first::round).isInstanceOf(LeaseLost.class);
        assertThat(ids()).isEmpty();
        assertThat(second.held().epoch()).isEqualTo(first.held().epoch() + 1);
        second.settle();
        assertThat(ids()).containsExactly("a/0");
    }

    @Test
    void whoTakesTheLeaseAgainKnowsWhatTheOtherDidInBetween() {
        var first = store.sequencing();
        store.append("a", 0);
        first.settle();
        first.lease().release(first.held());
        var second = store.sequencing();
        store.append("a", 1);
        second.settle();
        second.lease().release(second.held());
        store.append("a", 2);
        var again =
                new StoreDatabase.Sequencing(
                        first.sequencer(), first.lease(), first.lease().acquire().orElseThrow());
        again.settle();
        assertThat(ids()).containsExactly("a/0", "a/1", "a/2");
    }

    @Test
    void aLeaseIsTakenByOneOnly() {
        assertThat(store.lease("one").acquire()).isPresent();
        assertThat(store.lease("two").acquire()).isEmpty();
    }

    @Test
    void aRestoredDumpGoesOnWhereItWasTaken() throws Exception {
        var sequencing = store.sequencing();
        store.append("a", 0);
        store.append("b", 0);
        sequencing.settle();
        store.append("committed-but-unpositioned", 0);
        store.transaction()
                .executeWithoutResult(status -> {
                    store.append("rolled-back", 0);
                    status.setRollbackOnly();
                });
        store.append("c", 0);

        try (var restored = new StoreDatabase()) {
            for (var table : List.of("events", "positions", "sequencer_watermark", "lease")) {
                copy(table, restored);
            }
            restored.db
                    .sql(
                            "select setval(pg_get_serial_sequence('events', 'global_index'), (select max(global_index) from events))")
                    .query(Long.class)
                    .single();
            restored.db.sql("update lease set expires_at = clock_timestamp()").update();

            restored.append("after", 0);
            var again = restored.sequencing();
            again.settle();
            again.round();
            assertThat(restored.events.after(0, 10).stream().map(PositionedEvent::id))
                    .containsExactly(
                            "a/0", "b/0", "committed-but-unpositioned/0", "c/0", "after/0");
            assertThat(restored.events.at(2).orElseThrow().digest())
                    .isEqualTo(store.events.at(2).orElseThrow().digest());
            assertThat(restored.watermark()).isEqualTo(6);
        }
    }

    @Test
    void thePositionsAndTheirDigestsCannotBeChanged() {
        store.append("a", 0, "乡镇Listed", "{\"名\":\"盐源县\"}");
        store.sequencing().settle();
        var event = store.events.at(1).orElseThrow();
        assertThat(event.digest()).isEqualTo(EventDigest.of(event));
        assertThat(event.region()).isEqualTo("513423000000");
        assertThat(store.events.withId("a/0")).isPresent();
        assertThatThrownBy(() -> store.db.sql("update positions set position = 7").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> store.db.sql("delete from positions").update())
                .hasMessageContaining("append-only");
    }

    private int appendManyTransactions(int writer) {
        var random = new Random(writer);
        var appended = 0;
        for (var transaction = 0; transaction < 60; transaction++) {
            var stream = "w" + writer + "-" + transaction;
            var events = 1 + random.nextInt(3);
            var rollsBack = random.nextInt(10) == 0;
            var waitNanos = random.nextInt(3_000_000);
            store.transaction()
                    .executeWithoutResult(status -> {
                        for (var n = 0; n < events; n++) store.append(stream, n);
                        LockSupport.parkNanos(waitNanos);
                        if (rollsBack) status.setRollbackOnly();
                    });
            if (!rollsBack) appended += events;
        }
        return appended;
    }

    private int appendToTheSameStream(int transactions) {
        var appended = 0;
        while (appended < transactions) {
            try {
                store.transaction()
                        .executeWithoutResult(status -> {
                            var next =
                                    store.db
                                            .sql(
                                                    "select coalesce(max(sequence) + 1, 0) from events where stream_id = 'one'")
                                            .query(Long.class)
                                            .single();
                            store.append("one", next);
                        });
                appended++;
            } catch (DuplicateKeyException e) {
                // another was first: again with the next sequence
            }
        }
        return appended;
    }

    private List<Long> readNaively(AtomicBoolean writing) {
        var seen = new ArrayList<Long>();
        while (true) {
            var last = !writing.get();
            var after = seen.isEmpty() ? 0 : seen.getLast();
            seen.addAll(
                    store.db
                            .sql(
                                    "select global_index from events where global_index > ? order by global_index")
                            .param(after)
                            .query(Long.class)
                            .list());
            if (last) return seen;
        }
    }

    private List<String> readByPosition(
            AtomicBoolean writing, StoreDatabase.Sequencing sequencing) {
        var seen = new ArrayList<String>();
        var after = 0L;
        while (true) {
            var last = !writing.get();
            if (last) sequencing.settle();
            else sequencing.round();
            for (var page = store.events.after(after, 500);
                    !page.isEmpty();
                    page = store.events.after(after, 500)) {
                page.forEach(event -> seen.add(event.id()));
                after = page.getLast().position();
            }
            if (last) return seen;
        }
    }

    private void assertDense(int events) {
        assertThat(
                        store.db
                                .sql("select position from positions order by position")
                                .query(Long.class)
                                .list())
                .hasSize(events)
                .last()
                .isEqualTo((long) events);
        assertThat(
                        store.db
                                .sql(
                                        """
                                        select count(*) from (select recorded_at < lag(recorded_at) over (order by position) as back
                                                              from positions) p where back
                                        """)
                                .query(Long.class)
                                .single())
                .as("recorded_at going back")
                .isZero();
    }

    private void assertStreamsInOrder() {
        assertThat(
                        store.db
                                .sql(
                                        """
                                        select count(*) from (select sequence <> row_number() over (partition by stream_id order by position) - 1 as wrong
                                                              from positions join events using (global_index)) p where wrong
                                        """)
                                .query(Long.class)
                                .single())
                .as("events out of their stream's order")
                .isZero();
    }

    private List<String> ids() {
        return store.events.after(0, 1000).stream().map(PositionedEvent::id).toList();
    }

    private void copy(String table, StoreDatabase target) throws Exception {
        var bytes = new ByteArrayOutputStream();
        onPostgres(store, c -> c.getCopyAPI().copyOut("copy " + table + " to stdout", bytes));
        if (table.equals("sequencer_watermark")) {
            target.db.sql("delete from sequencer_watermark").update();
        }
        onPostgres(
                target,
                c ->
                        c.getCopyAPI()
                                .copyIn(
                                        "copy " + table + " from stdin",
                                        new ByteArrayInputStream(bytes.toByteArray())));
    }

    private interface OnPostgres<T> {
        T apply(PGConnection connection) throws Exception;
    }

    private static <T> T onPostgres(StoreDatabase store, OnPostgres<T> action) throws Exception {
        try (var connection = store.dataSource.getConnection()) {
            return action.apply(connection.unwrap(PGConnection.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
