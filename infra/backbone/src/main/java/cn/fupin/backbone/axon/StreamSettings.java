package cn.fupin.backbone.axon;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param kept of how many streams the state is kept in memory, those decided last; 0 for none
 */
@ConfigurationProperties("fupin.streams")
record StreamSettings(@DefaultValue("5000") int kept) {}
