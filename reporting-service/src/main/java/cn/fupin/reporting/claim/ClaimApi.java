package cn.fupin.reporting.claim;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.event.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ClaimApi {
    @Bean
    Endpoints claimEndpoints() {
        return Endpoints.of(
                Endpoint.post("/claims/{claimId}/statement", ClaimCommand.StateClaim.class));
    }

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of("reporting", ClaimEvent.class);
    }
}
