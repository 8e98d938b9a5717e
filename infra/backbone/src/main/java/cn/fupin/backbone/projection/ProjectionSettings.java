package cn.fupin.backbone.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param workers threads of each projection, which share its partitions
 * @param writers the most of all projections' workers that write at the same time
 * @param batch the most records in one transaction
 * @param rebuildChunk the most records in one transaction of a rebuild
 * @param drain how long rows stay after they have been replaced; longer than a reader may take
 */
@ConfigurationProperties("fupin.projections")
record ProjectionSettings(
        @DefaultValue("2") int workers,
        @DefaultValue("2") int writers,
        @DefaultValue("500") int batch,
        @DefaultValue("5000") int rebuildChunk,
        @DefaultValue("45s") Duration drain) {}
