package cn.fupin.household.quota;

import cn.fupin.backbone.command.ConstraintReasons;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.region.Regions;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuotaApi {
    @Bean
    Endpoints quotaEndpoints(Regions regions, RuleBook rules) {
        return Endpoints.of(
                Endpoint.post(
                        "/quotas/{quotaId}/allocation",
                        AllocateQuota.Asked.class,
                        AllocateQuota.class,
                        (asked, _) ->
                                new AllocateQuota(
                                        asked,
                                        regions.isListed(asked.region()),
                                        rules.valueOf(
                                                RuleCode.QUOTA_RISE_PERCENT,
                                                asked.region(),
                                                asked.allocatedOn()))));
    }

    @Bean
    static ConstraintReasons quotaGuards() {
        return ConstraintReasons.of(
                Map.of(HandedDownWithinCeiling.CONSTRAINT, QuotaReason.ABOVE_THE_CEILING_OVER_IT));
    }
}
