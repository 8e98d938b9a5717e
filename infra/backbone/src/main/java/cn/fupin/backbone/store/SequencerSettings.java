package cn.fupin.backbone.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param batch the most events positioned in one transaction
 * @param lease how long an instance that died stays the holder
 * @param idle how long to wait when there was nothing to do; a fifth of it after a busy round
 */
@ConfigurationProperties("fupin.sequencer")
record SequencerSettings(
        @DefaultValue("2000") int batch,
        @DefaultValue("6s") Duration lease,
        @DefaultValue("100ms") Duration idle) {}
