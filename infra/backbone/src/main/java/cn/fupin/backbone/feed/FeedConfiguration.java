package cn.fupin.backbone.feed;

import cn.fupin.backbone.store.PositionedEvents;
import cn.fupin.backbone.store.StoreConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The history feed of a service. */
@AutoConfiguration(after = StoreConfiguration.class)
@ConditionalOnProperty("fupin.service")
public class FeedConfiguration {

    @Bean
    RouterFunction<ServerResponse> historyRoutes(PositionedEvents events) {
        return new HistoryHttp(events).routes();
    }
}
