package cn.fupin.backbone.store;

import cn.fupin.backbone.testing.RealServers;
import cn.fupin.local.PostgresServer;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh database with the backbone's tables on the module's PostgreSQL. */
public final class StoreDatabase implements AutoCloseable {
    public final PostgresServer.Database database;
    public final HikariDataSource dataSource = new HikariDataSource();
    public final JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    public final JdbcClient db = JdbcClient.create(dataSource);
    public final PositionedEvents events = new PositionedEvents(db);

    public StoreDatabase() {
        database = RealServers.newDatabase("store");
        dataSource.setJdbcUrl(database.url());
        dataSource.setUsername(database.user());
        dataSource.setPassword(database.password());
        dataSource.setMaximumPoolSize(24);
        dataSource.setMinimumIdle(0);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/backbone")
                .load()
                .migrate();
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    /** Appends one event within the caller's transaction, if there is one. */
    public void append(String stream, long sequence) {
        append(stream, sequence, "ThingHappened", "{\"n\":" + sequence + "}");
    }

    public void append(String stream, long sequence, String type, String payload) {
        db.sql(
                        """
                        insert into events (event_id, stream_id, sequence, payload_type, payload_revision, payload, metadata, recorded_text)
                        values (:id, :stream, :sequence, :type, '1', :payload, :metadata, '')
                        """)
                .param("id", stream + "/" + sequence)
                .param("stream", stream)
                .param("sequence", sequence)
                .param("type", type)
                .param("payload", payload.getBytes(StandardCharsets.UTF_8))
                .param(
                        "metadata",
                        "{\"commandId\":\"c\",\"region\":\"513423000000\"}"
                                .getBytes(StandardCharsets.UTF_8))
                .update();
    }

    public Lease lease(String owner) {
        return new Lease(db, "relay", owner, Duration.ofMinutes(1));
    }

    /** A sequencer with the lease, to be driven by hand. */
    public Sequencing sequencing() {
        return sequencing(2000);
    }

    public Sequencing sequencing(int batch) {
        var lease = lease("test");
        var held = lease.acquire().orElseThrow();
        return new Sequencing(new Sequencer(db, transactions, lease, batch), lease, held);
    }

    /** A sequencer and what it holds. */
    public record Sequencing(Sequencer sequencer, Lease lease, Lease.Held held) {
        /** Positions everything that can be positioned now. */
        public void settle() {
            while (round() > 0) {
                // until nothing is left
            }
        }

        int round() {
            return sequencer.round(held);
        }
    }

    /** An instance that competes for the lease and sequences while it has it. */
    public LeaseHolder instance(String owner) {
        var settings = new SequencerSettings(2000, Duration.ofSeconds(2), Duration.ofMillis(20));
        var lease = new Lease(db, "relay", owner, settings.lease());
        return new LeaseHolder(
                lease,
                new Sequencer(db, transactions, lease, settings.batch()),
                new StoreGate(),
                settings);
    }

    public long watermark() {
        return db.sql("select global_index from sequencer_watermark").query(Long.class).single();
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
