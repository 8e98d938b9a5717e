package cn.fupin.household.measure;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.measure.MeasureCommand.*;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MeasureApi {
    @Bean
    Endpoints measureEndpoints() {
        return Endpoints.of(
                Endpoint.post("/measure-items/{itemId}/enactment", EnactMeasureItem.class),
                Endpoint.post("/measure-items/{itemId}/ending", EndMeasureItem.class));
    }
}
