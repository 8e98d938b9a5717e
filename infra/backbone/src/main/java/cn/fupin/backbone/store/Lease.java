package cn.fupin.backbone.store;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Elects one instance to sequence and relay. The lease only elects: what a late holder could spoil
 * is guarded by the row's lock ({@link #lock}) in PostgreSQL and by fencing in Kafka. All times are
 * the database's.
 */
public final class Lease {

    /** What a holder shows: the epoch alone tells an earlier holding from this one. */
    public record Held(String owner, long epoch) {}

    private final JdbcClient db;
    private final String name;
    private final String owner;
    private final double seconds;

    public Lease(JdbcClient db, String name, String owner, Duration length) {
        this.db = db;
        this.name = name;
        this.owner = owner;
        this.seconds = length.toMillis() / 1000.0;
    }

    /** Takes the lease if nobody holds it or its time is over. */
    public Optional<Held> acquire() {
        return db.sql(
                        """
                        insert into lease (name, owner, epoch, expires_at)
                        values (:name, :owner, 1, clock_timestamp() + make_interval(secs => :seconds))
                        on conflict (name) do update
                            set owner = excluded.owner, epoch = lease.epoch + 1, expires_at = excluded.expires_at
                            where lease.expires_at <= clock_timestamp()
                        returning epoch
                        """)
                .param("name", name)
                .param("owner", owner)
                .param("seconds", seconds)
                .query(Long.class)
                .optional()
                .map(epoch -> new Held(owner, epoch));
    }

    /** Prolongs the lease; false if another has taken it. */
    public boolean renew(Held held) {
        return expire(held, seconds);
    }

    /** Ends the lease at once, so that the next holder need not wait. */
    public void release(Held held) {
        expire(held, 0);
    }

    /** Within the caller's transaction: is it still ours, and does it stay so until the commit? */
    boolean lock(Held held) {
        return db.sql(
                        "select 1 from lease where name = :name and owner = :owner and epoch = :epoch for update")
                .param("name", name)
                .param("owner", held.owner())
                .param("epoch", held.epoch())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean expire(Held held, double seconds) {
        return db.sql(
                                """
                                update lease set expires_at = clock_timestamp() + make_interval(secs => :seconds)
                                where name = :name and owner = :owner and epoch = :epoch
                                """)
                        .param("seconds", seconds)
                        .param("name", name)
                        .param("owner", held.owner())
                        .param("epoch", held.epoch())
                        .update()
                == 1;
    }
}
