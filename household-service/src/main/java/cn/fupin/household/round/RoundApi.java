package cn.fupin.household.round;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.region.Regions;
import cn.fupin.household.round.RoundCommand.*;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoundApi {
    @Bean
    Endpoints roundEndpoints(Regions regions) {
        return Endpoints.of(
                Endpoint.post(
                        "/rounds/{roundId}/opening",
                        OpenRound.Asked.class,
                        OpenRound.class,
                        (asked, _) -> new OpenRound(asked, regions.isListed(asked.region()))),
                Endpoint.post("/rounds/{roundId}/closing", CloseRound.class));
    }
}
