package cn.fupin.household.rule;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.rule.RuleCommand.*;
import cn.fupin.household.rule.RuleEvent.RuleEnacted;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RuleApi {
    @Bean
    Endpoints ruleEndpoints(StoredEvents events) {
        return Endpoints.of(
                Endpoint.post("/rules/{ruleId}/enactment", EnactRule.class),
                Endpoint.post(
                        "/rules/{ruleId}/correction",
                        CorrectRule.Asked.class,
                        CorrectRule.class,
                        (asked, _) -> new CorrectRule(asked, enacted(events, asked))));
    }

    private static @Nullable RuleEnacted enacted(StoredEvents events, CorrectRule.Asked asked) {
        var stored = events.find(asked.ruleId(), asked.correctsEventId()).orElse(null);
        return stored != null && stored.event() instanceof RuleEnacted enacted ? enacted : null;
    }
}
