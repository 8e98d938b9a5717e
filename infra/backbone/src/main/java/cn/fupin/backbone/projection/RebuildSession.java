package cn.fupin.backbone.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one connection that may write a rebuild: it holds the projection's advisory lock, and
 * everything is written through it. When its process dies, PostgreSQL undoes what was open and lets
 * the lock go at once; a process that lost it has no connection left to write with.
 */
final class RebuildSession implements AutoCloseable {
    private static final int TRANSACTION_SECONDS = 60;

    private final Connection connection;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final TransactionTemplate unhurried;
    private final Rebuilds rebuilds;
    private final ProjectionSchemas schemas;
    private final Catalogue catalogue;
    private final Offsets offsets;
    private final Parking parking;
    private final BatchWriter writer;

    private RebuildSession(Connection connection) {
        this.connection = connection;
        var single = new SingleConnectionDataSource(connection, true);
        var transactions = new JdbcTransactionManager(single);
        var plain = new JdbcTemplate(single);
        this.db = JdbcClient.create(plain);
        this.unhurried = new TransactionTemplate(transactions);
        unhurried.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        transaction.setTimeout(TRANSACTION_SECONDS);
        this.rebuilds = new Rebuilds(db);
        this.schemas = new ProjectionSchemas(db, plain, transaction);
        this.catalogue = new Catalogue(db);
        this.offsets = new Offsets(db);
        this.parking = new Parking(db);
        this.writer = new BatchWriter(plain, transaction, schemas, offsets, parking);
    }

    /** Empty if another instance carries on this projection's rebuild. */
    static Optional<RebuildSession> open(DataSource dataSource, String projection) {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("no connection for a rebuild", e);
        }
        var session = new RebuildSession(connection);
        try {
            if (session.lock(projection)) return Optional.of(session);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        session.close();
        return Optional.empty();
    }

    private boolean lock(String projection) {
        // A machine that vanishes without a word is noticed within half a minute.
        db.sql(
                        """
                        select set_config('tcp_keepalives_idle', '10', false),
                               set_config('tcp_keepalives_interval', '5', false),
                               set_config('tcp_keepalives_count', '3', false)
                        """)
                .query(row -> {});
        return db.sql("select pg_try_advisory_lock(hashtextextended('fupin-rebuild-' || ?, 0))")
                .params(projection)
                .query(Boolean.class)
                .single();
    }

    /** Chunks need not reach the disk before the next: what is lost is loaded again. */
    void hurry(boolean hurried) {
        db.sql("select set_config('synchronous_commit', ?, false)")
                .params(hurried ? "off" : "on")
                .query(row -> {});
    }

    Connection connection() {
        return connection;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    /** For what takes as long as it takes, like an index. */
    TransactionTemplate unhurried() {
        return unhurried;
    }

    Rebuilds rebuilds() {
        return rebuilds;
    }

    ProjectionSchemas schemas() {
        return schemas;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Offsets offsets() {
        return offsets;
    }

    Parking parking() {
        return parking;
    }

    BatchWriter writer() {
        return writer;
    }

    @Override
    public void close() {
        try (connection) {
            if (connection.isValid(1)) {
                db.sql("select pg_advisory_unlock_all()").query(row -> {});
                db.sql("reset all").update();
            }
        } catch (SQLException | RuntimeException e) {
            // The connection is gone, and with it everything that was to be tidied up.
        }
    }
}
