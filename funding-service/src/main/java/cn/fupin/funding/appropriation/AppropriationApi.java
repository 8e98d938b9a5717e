package cn.fupin.funding.appropriation;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.funding.appropriation.AppropriationCommand.AllocateFunds;
import cn.fupin.funding.appropriation.AppropriationCommand.ReceiveAppropriation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Receipt and allocation over HTTP. */
@Configuration
class AppropriationApi {
    @Bean
    Endpoints appropriationEndpoints() {
        return Endpoints.of(
                Endpoint.post(
                        "/appropriations/{appropriationId}/receipt", ReceiveAppropriation.class),
                Endpoint.post(
                        "/appropriations/{appropriationId}/allocations", AllocateFunds.class));
    }
}
