package cn.fupin.backbone.feed;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param history where each service's history is: {@code fupin.history.household=http://…}
 */
@ConfigurationProperties("fupin")
record HistorySettings(@DefaultValue Map<String, URI> history) {}
