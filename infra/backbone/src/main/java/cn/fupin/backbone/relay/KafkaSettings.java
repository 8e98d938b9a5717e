package cn.fupin.backbone.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param replicationFactor of a topic that the relay creates
 * @param answerWithin how long one request to the brokers may take before they count as away
 */
@ConfigurationProperties("fupin.kafka")
public record KafkaSettings(
        @DefaultValue("127.0.0.1:19092") String bootstrapServers,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue("5s") Duration answerWithin) {

    /** Every topic has as many, for ever: the partition of a key must not change. */
    public static final int PARTITIONS = 12;

    /** The largest event, on both sides. */
    public static final int MAX_RECORD_BYTES = 4_000_000;

    /** The same brokers, with another patience. */
    KafkaSettings answeringWithin(Duration patience) {
        return new KafkaSettings(bootstrapServers, replicationFactor, patience);
    }

    public static String topic(String service) {
        return "fupin." + service;
    }
}
