package cn.fupin.backbone.projection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param workers threads of each projection, which share its partitions
 * @param writers the most of all projections' workers that write at the same time
 * @param batch the most records in one transaction
 */
@ConfigurationProperties("fupin.projections")
record ProjectionSettings(
        @DefaultValue("2") int workers,
        @DefaultValue("2") int writers,
        @DefaultValue("500") int batch) {}
