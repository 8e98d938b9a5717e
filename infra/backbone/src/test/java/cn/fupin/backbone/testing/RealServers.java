package cn.fupin.backbone.testing;

import cn.fupin.local.KafkaBroker;
import cn.fupin.local.PostgresServer;
import cn.fupin.local.PostgresServer.Database;
import com.google.common.base.Suppliers;
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

    private static Database embeddedPostgres() {
        return PostgresServer.temporary().superuser("postgres");
    }

    private static String embeddedKafka() {
        return KafkaBroker.temporary().bootstrapServers();
    }
}
