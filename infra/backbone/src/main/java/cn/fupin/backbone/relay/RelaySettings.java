package cn.fupin.backbone.relay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param batch the most events in one Kafka transaction
 * @param idle how long to wait when everything is published
 * @param recoverFromTopic at the start, take back from the topic what a restored store lacks
 */
@ConfigurationProperties("fupin.relay")
record RelaySettings(
        @DefaultValue("1000") int batch,
        @DefaultValue("50ms") Duration idle,
        @DefaultValue("false") boolean recoverFromTopic) {}
