package cn.fupin.household.povertyline;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PovertyLineApi {
    @Bean
    Endpoints povertyLineEndpoints() {
        return Endpoints.of(
                Endpoint.post("/poverty-lines/{povertyLineId}/setting", SetPovertyLine.class));
    }
}
