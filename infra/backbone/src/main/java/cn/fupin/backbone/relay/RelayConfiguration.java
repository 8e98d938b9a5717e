package cn.fupin.backbone.relay;

import cn.fupin.backbone.store.LeaseHolder;
import cn.fupin.backbone.store.PositionedEvents;
import cn.fupin.backbone.store.StoreConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;

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
            KafkaSettings kafka,
            RelaySettings settings) {
        return new Relay(service, events, lease, kafka, settings);
    }

    /** Lag is no illness; a relay that refuses to publish is one. */
    @Bean
    HealthIndicator relayHealth(Relay relay) {
        return () -> {
            var health = relay.state() == Relay.State.REFUSED ? Health.down() : Health.up();
            return health.withDetail("state", relay.state())
                    .withDetail("condition", relay.condition())
                    .build();
        };
    }

    @Bean
    MeterBinder relayMetrics(Relay relay, PositionedEvents events) {
        return registry ->
                Gauge.builder("fupin.relay.lag", () -> lag(relay, events))
                        .description(
                                "positions not yet published; NaN on an instance that stands by")
                        .register(registry);
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
