package cn.fupin.backbone.store;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The sequencer of a service, and the reading of its events in their order. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnProperty("fupin.service")
@EnableConfigurationProperties(SequencerSettings.class)
public class StoreConfiguration {
    private static final AtomicInteger INSTANCES = new AtomicInteger();

    @Bean
    PositionedEvents positionedEvents(JdbcClient db) {
        return new PositionedEvents(db);
    }

    @Bean
    Lease lease(JdbcClient db, SequencerSettings settings) {
        // Only for a person who looks at the row: holdings are told apart by their epoch.
        var owner = ProcessHandle.current().pid() + "-" + INSTANCES.incrementAndGet();
        return new Lease(db, "relay", owner, settings.lease());
    }

    @Bean
    StoreGate storeGate() {
        return new StoreGate();
    }

    @Bean
    LeaseHolder leaseHolder(
            JdbcClient db,
            PlatformTransactionManager transactions,
            Lease lease,
            StoreGate gate,
            SequencerSettings settings) {
        var sequencer = new Sequencer(db, transactions, lease, settings.batch());
        return new LeaseHolder(lease, sequencer, gate, settings);
    }

    /** Standing by is no illness, nor is a database that is away; a fault of ours is one. */
    @Bean
    HealthIndicator sequencerHealth(LeaseHolder lease) {
        return () -> {
            var fault = lease.fault();
            var health = fault == null ? Health.up() : Health.down().withDetail("fault", fault);
            return health.withDetail("condition", lease.condition()).build();
        };
    }

    /** Asked for when metrics are read: committed events above the highest positioned one. */
    @Bean
    MeterBinder sequencerMetrics(JdbcClient db, PositionedEvents events) {
        return registry -> {
            Gauge.builder("fupin.events.unpositioned", () -> unpositioned(db))
                    .description("events that no reader can see yet")
                    .register(registry);
            FunctionCounter.builder("fupin.events.positioned", events, StoreConfiguration::head)
                    .description("all events with a position; its rate is the append rate")
                    .register(registry);
        };
    }

    private static double head(PositionedEvents events) {
        try {
            return events.head();
        } catch (DataAccessException e) {
            return Double.NaN; // unknown while the database is away; its own health says so
        }
    }

    private static double unpositioned(JdbcClient db) {
        try {
            return db.sql(
                            """
                            select count(*) from events e
                            where global_index > (select global_index from sequencer_watermark)
                              and not exists (select 1 from positions p where p.global_index = e.global_index)
                            """)
                    .query(Long.class)
                    .single();
        } catch (DataAccessException e) {
            return Double.NaN; // unknown while the database is away; its own health says so
        }
    }
}
