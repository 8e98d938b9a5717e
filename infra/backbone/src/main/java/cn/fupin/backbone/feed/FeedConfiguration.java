package cn.fupin.backbone.feed;

import cn.fupin.backbone.projection.History;
import cn.fupin.backbone.store.PositionedEvents;
import cn.fupin.backbone.store.StoreConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The history feed of a service, and those of the others as their readers know them. */
@AutoConfiguration(after = StoreConfiguration.class)
@ConditionalOnProperty("fupin.service")
@EnableConfigurationProperties(HistorySettings.class)
public class FeedConfiguration {

    @Bean(destroyMethod = "close")
    History history(HistorySettings settings) {
        return new HistoriesOverHttp(settings.history());
    }

    @Bean
    RouterFunction<ServerResponse> historyRoutes(PositionedEvents events) {
        return new HistoryHttp(events).routes();
    }
}
