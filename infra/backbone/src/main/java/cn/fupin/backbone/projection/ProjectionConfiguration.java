package cn.fupin.backbone.projection;

import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.relay.RelayConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The projections of a service, if it has any, and the reader of their rows. */
@AutoConfiguration(
        after = RelayConfiguration.class,
        afterName =
                "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnProperty("fupin.service")
@EnableConfigurationProperties({KafkaSettings.class, ProjectionSettings.class})
public class ProjectionConfiguration {

    @Bean
    ProjectionRunner projectionRunner(
            ObjectProvider<ReadModel> models,
            ProjectionSettings settings,
            KafkaSettings kafka,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        return new ProjectionRunner(
                models.stream().toList(), settings, kafka, dataSource, transactions, meters);
    }

    @Bean
    RebuildRunner rebuildRunner(
            ProjectionRunner projections,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            History history,
            KafkaSettings kafka,
            ProjectionSettings settings) {
        return new RebuildRunner(projections, dataSource, transactions, history, kafka, settings);
    }

    @Bean
    ProjectionReader projectionReader(
            DataSource dataSource, PlatformTransactionManager transactions) {
        return new ProjectionReader(dataSource, transactions);
    }

    @Bean
    RouterFunction<ServerResponse> projectionRoutes(
            ProjectionRunner runner,
            RebuildRunner rebuilds,
            JdbcClient db,
            ObjectProvider<Reads> reads) {
        var routes =
                new ProjectionHttp(runner, rebuilds, db)
                        .routes()
                        .and(new RebuildHttp(runner, rebuilds).routes());
        var asked = reads.getIfAvailable();
        return asked == null ? routes : routes.filter(asked.ordering("projections.order"));
    }

    /** Lag and parked keys are no illness of the service; a partition that can never go on is. */
    @Bean
    HealthIndicator projectionsHealth(ProjectionRunner runner) {
        return () -> {
            var health = Health.up();
            for (var name : runner.names()) {
                health.withDetail(name, runner.conditions(name));
                if (!runner.lost(name).isEmpty()) health.down();
            }
            return health.build();
        };
    }

    @Bean
    MeterBinder projectionMetrics(ProjectionRunner runner) {
        return registry -> runner.names().forEach(name -> measure(name, runner, registry));
    }

    private static void measure(String name, ProjectionRunner runner, MeterRegistry registry) {
        Gauge.builder("fupin.projection.lag", () -> runner.lag(name))
                .tag("projection", name)
                .description("records not yet applied")
                .register(registry);
        Gauge.builder("fupin.projection.parked.keys", () -> parkedKeys(name, runner))
                .tag("projection", name)
                .description("keys that wait for a person")
                .register(registry);
    }

    @Bean
    MeterBinder rebuildMetrics(ProjectionRunner runner, RebuildRunner rebuilds) {
        return registry ->
                runner.names()
                        .forEach(name -> {
                            gauge(
                                            "done",
                                            "records behind the rebuild",
                                            name,
                                            Rebuild::done,
                                            rebuilds)
                                    .register(registry);
                            gauge(
                                            "total",
                                            "records to be rebuilt from",
                                            name,
                                            Rebuild::total,
                                            rebuilds)
                                    .register(registry);
                            gauge("phase", "0 requested … 11 failed", name, phase(), rebuilds)
                                    .register(registry);
                        });
    }

    private static ToDoubleFunction<Rebuild> phase() {
        return rebuild -> rebuild.phase().ordinal();
    }

    private static Gauge.Builder<?> gauge(
            String what,
            String description,
            String name,
            ToDoubleFunction<Rebuild> value,
            RebuildRunner rebuilds) {
        return Gauge.builder(
                        "fupin.projection.rebuild." + what, () -> latest(name, value, rebuilds))
                .tag("projection", name)
                .description(description + "; NaN if there never was one");
    }

    private static double latest(
            String name, ToDoubleFunction<Rebuild> value, RebuildRunner rebuilds) {
        try {
            return rebuilds.latest(name).stream().mapToDouble(value).findFirst().orElse(Double.NaN);
        } catch (DataAccessException e) {
            return Double.NaN; // unknown while the database is away; its own health says so
        }
    }

    private static double parkedKeys(String name, ProjectionRunner runner) {
        try {
            return runner.parkedKeys(name);
        } catch (DataAccessException e) {
            return Double.NaN; // unknown while the database is away; its own health says so
        }
    }
}
