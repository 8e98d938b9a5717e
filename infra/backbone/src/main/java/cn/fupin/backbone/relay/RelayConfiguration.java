package cn.fupin.backbone.relay;

import cn.fupin.backbone.command.ConstraintReasons;
import cn.fupin.backbone.store.LeaseHolder;
import cn.fupin.backbone.store.PositionedEvents;
import cn.fupin.backbone.store.StoreConfiguration;
import cn.fupin.backbone.store.StoreGate;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay of a service. */
@AutoConfiguration(after = StoreConfiguration.class)
@ConditionalOnProperty("fupin.service")
@EnableConfigurationProperties({KafkaSettings.class, RelaySettings.class})
public class RelayConfiguration {

    @Bean
    Relay relay(
            @Value("${fupin.service}") String service,
            PositionedEvents events,
            LeaseHolder lease,
            StoreGate gate,
            KafkaSettings kafka,
            RelaySettings settings) {
        return new Relay(service, events, lease, gate, kafka, settings);
    }

    /**
     * @param reasons name the constraints that guard handlers rely on
     */
    @Bean
    TopicCheck topicCheck(
            @Value("${fupin.service}") String service,
            JdbcClient db,
            PlatformTransactionManager transactions,
            PositionedEvents events,
            StoreGate gate,
            KafkaSettings kafka,
            RelaySettings settings,
            ObjectProvider<ConstraintReasons> reasons,
            ObjectProvider<RecoveryWitness> witnesses) {
        var laws =
                reasons.stream()
                        .flatMap(each -> each.byConstraint().keySet().stream())
                        .distinct()
                        .toList();
        var all = witnesses.orderedStream().toList();
        var recovery =
                new Recovery(service, db, new TransactionTemplate(transactions), events, all, laws);
        return new TopicCheck(service, events, gate, kafka, settings, recovery, all);
    }

    /** Lag is no illness; a relay that refuses to publish is one. */
    @Bean
    HealthIndicator relayHealth(Relay relay, StoreGate gate) {
        return () -> {
            var closed = gate.why();
            var ill = relay.state() == Relay.State.REFUSED || closed != null;
            return (ill ? Health.down() : Health.up())
                    .withDetail("state", relay.state())
                    .withDetail("condition", closed == null ? relay.condition() : closed)
                    .build();
        };
    }

    @Bean
    MeterBinder relayMetrics(Relay relay, PositionedEvents events) {
        return registry -> {
            Gauge.builder("fupin.relay.lag", () -> lag(relay, events))
                    .description(
                            "positions not yet published; NaN on an instance that publishes none")
                    .register(registry);
            Gauge.builder("fupin.relay.silent", () -> relay.silentSeconds().orElse(Double.NaN))
                    .baseUnit("seconds")
                    .description(
                            "how long the holder of the lease has been unable to publish; NaN on an instance that stands by")
                    .register(registry);
        };
    }

    private static double lag(Relay relay, PositionedEvents events) {
        var published = relay.published();
        if (published.isEmpty()) return Double.NaN;
        try {
            return events.head() - published.getAsLong();
        } catch (DataAccessException e) {
            return Double.NaN; // unknown while the database is away; its own health says so
        }
    }
}
