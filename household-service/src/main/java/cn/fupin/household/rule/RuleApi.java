package cn.fupin.household.rule;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RuleApi {
    @Bean
    Endpoints ruleEndpoints() {
        return Endpoints.of(Endpoint.post("/rules/{ruleId}/enactment", EnactRule.class));
    }
}
