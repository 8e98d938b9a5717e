package cn.fupin.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.fupin.local.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole service in this JVM, on a free port, a database of its own and the module's Kafka. */
public final class RunningService implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final PostgresServer.Database database;

    private RunningService(
            ConfigurableApplicationContext context, PostgresServer.Database database) {
        this.context = context;
        this.database = database;
    }

    /**
     * @param settings {@code name=value}, stronger than the service's own
     */
    public static RunningService start(Class<?> main, String... settings) {
        return start(main, RealServers.newDatabase("t"), settings);
    }

    public static RunningService start(
            Class<?> main, PostgresServer.Database database, String... settings) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--spring.datasource.url=" + database.url(),
                                "--spring.datasource.username=" + database.user(),
                                "--spring.datasource.password=" + database.password(),
                                "--fupin.kafka.bootstrap-servers="
                                        + RealServers.kafkaBootstrapServers(),
                                // a service's start sets logging anew, and the broker is in this
                                // JVM
                                "--logging.level.kafka=error",
                                "--logging.level.state.change.logger=error",
                                "--logging.level.org.apache.zookeeper=error",
                                "--logging.level.org.apache.kafka=error"));
        for (var setting : settings) arguments.add("--" + setting);
        return new RunningService(
                SpringApplication.run(main, arguments.toArray(String[]::new)), database);
    }

    public String url() {
        var web = (ServletWebServerApplicationContext) context;
        return "http://127.0.0.1:" + Objects.requireNonNull(web.getWebServer()).getPort();
    }

    public DoorClient door() {
        return new DoorClient(url());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** Puts a read model's tables together anew beside the live ones, and waits for the switch. */
    public void rebuild(String name) {
        var operator = door().as("operator-1", "operator", "000000000000");
        var rebuild = "/projections/" + name + "/rebuild";
        var ordered = operator.post(rebuild, Map.of("from", "topic"));
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> operator.get(rebuild).json().path("ended").asBoolean());
        assertThat(operator.get(rebuild).json().path("phase").asString()).isEqualTo("DONE");
    }

    public PostgresServer.Database database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
    }
}
