package cn.fupin.backbone.testing;

import cn.fupin.local.KafkaBroker;
import cn.fupin.local.PostgresServer;
import cn.fupin.local.PostgresServer.Database;
import com.google.common.base.Suppliers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One PostgreSQL and one Kafka for all tests of a module; each test takes a database of its own.
 * They are programs of this machine, or containers with {@code mvn -Pcontainers}: the tests are the
 * same.
 */
public final class RealServers {
    private static final boolean CONTAINERS =
            "containers".equals(System.getProperty("fupin.test.servers"));
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Queue<Path> DIRECTORIES = new ConcurrentLinkedQueue<>();
    private static final Supplier<Database> POSTGRES =
            Suppliers.memoize(CONTAINERS ? Containers::postgres : RealServers::embeddedPostgres);
    private static final Supplier<String> KAFKA =
            Suppliers.memoize(CONTAINERS ? Containers::kafka : RealServers::embeddedKafka);

    private RealServers() {}

    public static Database newDatabase(String prefix) {
        return POSTGRES.get().ensureBeside(prefix + "_" + DATABASES.incrementAndGet());
    }

    public static String kafkaBootstrapServers() {
        return KAFKA.get();
    }

    /**
     * Where the servers' files lie, everything written so far in them; empty when they are in
     * containers.
     */
    public static List<Path> directories() throws SQLException {
        if (CONTAINERS) return List.of();
        try (var connection = POSTGRES.get().connect();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        var _ = KAFKA.get();
        return List.copyOf(DIRECTORIES);
    }

    private static Database embeddedPostgres() {
        var server = PostgresServer.temporary();
        DIRECTORIES.add(server.directory());
        return server.superuser("postgres");
    }

    private static String embeddedKafka() {
        var broker = KafkaBroker.temporary();
        DIRECTORIES.add(broker.directory());
        return broker.bootstrapServers();
    }
}
