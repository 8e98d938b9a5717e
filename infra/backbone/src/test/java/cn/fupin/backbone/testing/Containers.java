package cn.fupin.backbone.testing;

import cn.fupin.local.PostgresServer.Database;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same servers from the images that docker-compose.yml names, gone with this JVM. */
final class Containers {
    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:4.2.2";
    private static final String PASSWORD = "test";

    private Containers() {}

    /** The superuser's database. */
    @SuppressWarnings("resource") // closed with this JVM
    static Database postgres() {
        requireEngine();
        var container =
                new PostgreSQLContainer(POSTGRES)
                        .withUsername("postgres")
                        .withPassword(PASSWORD)
                        .withDatabaseName("postgres")
                        .withEnv("POSTGRES_INITDB_ARGS", "--locale=C --encoding=UTF8")
                        .withCommand("postgres", "-c", "max_connections=200");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        var url =
                "jdbc:postgresql://%s:%d/postgres"
                        .formatted(
                                container.getHost(),
                                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
        return new Database("postgres", url, "postgres", PASSWORD);
    }

    /** The bootstrap servers. */
    @SuppressWarnings("resource") // closed with this JVM
    static String kafka() {
        requireEngine();
        var container =
                new KafkaContainer(KAFKA)
                        .withEnv(
                                Map.of(
                                        "KAFKA_AUTO_CREATE_TOPICS_ENABLE",
                                        "false",
                                        "KAFKA_LOG_RETENTION_MS",
                                        "-1",
                                        "KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS",
                                        "4",
                                        "KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS",
                                        "4"));
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return container.getBootstrapServers();
    }

    private static void requireEngine() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "没有可用的容器引擎；不加 -Pcontainers 即用本机程序测试 no container engine answers; without -Pcontainers the"
                            + " tests use programs of this machine");
        }
    }
}
