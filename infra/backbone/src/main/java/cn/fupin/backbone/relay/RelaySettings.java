package cn.fupin.backbone.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param batch the most events in one Kafka transaction
 * @param gather how long events may gather once everything is published: each transaction costs the
 *     brokers and every reader the same, however little is in it
 * @param recoverFromTopic at the start, take back from the topic what a restored store lacks
 */
@ConfigurationProperties("fupin.relay")
record RelaySettings(
        @DefaultValue("1000") int batch,
        @DefaultValue("100ms") Duration gather,
        @DefaultValue("false") boolean recoverFromTopic) {}
