package cn.fupin.backbone.testing;

import cn.fupin.local.KafkaBroker;
import cn.fupin.local.PostgresServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL and one Kafka for all tests of a module; each test takes a database of its own.
 */
public final class RealServers {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable PostgresServer postgres;
    private static @Nullable KafkaBroker kafka;

    private RealServers() {}

    public static synchronized PostgresServer postgres() {
        var server = postgres;
        if (server == null) {
            server = PostgresServer.temporary();
            postgres = server;
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        return server;
    }

    public static synchronized KafkaBroker kafka() {
        var broker = kafka;
        if (broker == null) {
            broker = KafkaBroker.temporary();
            kafka = broker;
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        }
        return broker;
    }

    public static PostgresServer.Database newDatabase(String prefix) {
        return postgres().ensureDatabase(prefix + "_" + DATABASES.incrementAndGet());
    }
}
