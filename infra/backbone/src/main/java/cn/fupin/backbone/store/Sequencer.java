package cn.fupin.backbone.store;

import cn.fupin.backbone.store.Lease.Held;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed events their position. A reader that asks for {@code global_index > n} loses what
 * commits late; this one remembers every index it passed over and looks there again, until no
 * transaction is left that could fill it. An open writer holds up nobody but itself.
 *
 * <p>One statement finds, numbers and stores a batch, so all of it is one snapshot taken in {@code
 * global_index} order: a stream's events are visible in the order of their indexes, hence numbered
 * in it. What was looked at is kept in memory and read again from the tables after any failure.
 */
final class Sequencer {
    private static final int TIMEOUT_SECONDS = 30;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Lease lease;
    private final int batch;
    private @Nullable Looked looked;
    private @Nullable Held lookedAs;

    /** Up to {@code high} every index has its position or stands among the gaps. */
    private static final class Looked {
        final OpenGaps gaps = new OpenGaps();
        long watermark;
        long high;
    }

    /** The lease went to another while we held it for ours. */
    static final class LeaseLost extends RuntimeException {
        LeaseLost() {
            super("the lease is another's", null, false, false);
        }
    }

    Sequencer(JdbcClient db, PlatformTransactionManager transactions, Lease lease, int batch) {
        this.db = db;
        this.lease = lease;
        this.batch = batch;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        transaction.setTimeout(TIMEOUT_SECONDS);
    }

    /**
     * Positions what can be positioned, at most one batch.
     *
     * @return how many events got a position
     * @throws LeaseLost if another holds the lease
     */
    int round(Held held) {
        if (!held.equals(lookedAs)) looked = null; // another may have positioned in between
        lookedAs = held;
        try {
            if (nothingToDo()) return 0;
            return Objects.requireNonNull(transaction.execute(status -> sequence(held)));
        } catch (RuntimeException e) {
            looked = null; // whether it was committed is not known: look again
            throw e;
        }
    }

    private boolean nothingToDo() {
        var known = looked;
        return known != null
                && known.gaps.isEmpty()
                && !db.sql("select exists (select 1 from events where global_index > :high)")
                        .param("high", known.high)
                        .query(Boolean.class)
                        .single();
    }

    private int sequence(Held held) {
        if (!lease.lock(held)) throw new LeaseLost();
        var known = looked == null ? look() : looked;
        looked = known;
        var arrived = position(known);
        arrived.forEach(known.gaps::filled);
        // A full batch has not seen what lies behind it, so it proves nothing about the gaps there.
        if (arrived.size() < batch) known.gaps.passDead();
        openGaps(known, arrived);
        moveWatermark(known);
        return arrived.size();
    }

    /** In global_index order, within one snapshot: what is new and what came late. */
    private List<Long> position(Looked known) {
        return db
                .sql(
                        """
                        with moment as materialized (
                            select greatest(clock_timestamp(), max(recorded_at)) as recorded_at, coalesce(max(position), 0) as last
                            from (select position, recorded_at from positions order by position desc limit 1) latest
                        ), unpositioned as (
                            select global_index from (
                                (select global_index from events where global_index > :high order by global_index limit :batch)
                                union all
                                (select late.global_index from unnest(:firsts::bigint[], :lasts::bigint[]) as gap (first, last)
                                 cross join lateral (select global_index from events
                                                     where global_index between gap.first and gap.last
                                                     order by global_index limit :batch) late
                                 order by global_index limit :batch)) found
                            order by global_index limit :batch
                        ), n as (
                            select global_index, moment.last + row_number() over (order by global_index) as position
                            from unpositioned, moment
                        )
                        insert into positions (position, global_index, recorded_at, digest)
                        select n.position, n.global_index, m.recorded_at,
                        """
                                + EventDigest.SQL
                                + """
                                from n
                                """
                                + PositionedEvents.EVENT_OF_N
                                + """
                                 cross join moment m
                                returning global_index
                                """)
                .param("high", known.high)
                .param("batch", batch)
                .param("firsts", known.gaps.firsts())
                .param("lasts", known.gaps.lasts())
                .query(Long.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private void openGaps(Looked known, List<Long> arrived) {
        var fresh = arrived.stream().filter(index -> index > known.high).toList();
        var end = fresh.isEmpty() ? known.high : fresh.getLast();
        var dense = end - known.high == fresh.size();
        if (!dense || !known.gaps.isEmpty()) {
            var writersNow = writers();
            known.gaps.keepAlive(writersNow);
            for (var index : fresh) {
                if (index > known.high + 1) known.gaps.open(known.high + 1, index, writersNow);
                known.high = index;
            }
        }
        known.high = end;
    }

    /** The transactions that may have taken an index of {@code events}; ours only reads there. */
    private Set<String> writers() {
        return db.sql(
                        """
                        select distinct virtualtransaction from pg_locks
                        where locktype = 'relation' and relation = 'events'::regclass
                          and database = (select oid from pg_database where datname = current_database())
                          and mode = 'RowExclusiveLock' and granted
                        """)
                .query(String.class)
                .set();
    }

    private void moveWatermark(Looked known) {
        var watermark = known.gaps.watermark(known.high);
        if (watermark == known.watermark) return;
        db.sql("update sequencer_watermark set global_index = :watermark")
                .param("watermark", watermark)
                .update();
        known.watermark = watermark;
    }

    /** What an earlier round left: the holes between the indexes above the watermark. */
    private Looked look() {
        var known = new Looked();
        known.watermark =
                db.sql("select global_index from sequencer_watermark").query(Long.class).single();
        known.high =
                db.sql("select greatest(:watermark, max(global_index)) from positions")
                        .param("watermark", known.watermark)
                        .query(Long.class)
                        .single();
        var holes =
                db.sql(
                                """
                                select before + 1 as first, global_index as end_
                                from (select global_index, lag(global_index, 1, :watermark) over (order by global_index) as before
                                      from positions where global_index > :watermark) taken
                                where global_index > before + 1
                                """)
                        .param("watermark", known.watermark)
                        .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                        .list();
        var writersNow = writers();
        holes.forEach(hole -> known.gaps.open(hole[0], hole[1], writersNow));
        return known;
    }
}
