package cn.fupin.household.quota;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.region.Regions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuotaApi {
    @Bean
    Endpoints quotaEndpoints(Regions regions) {
        return Endpoints.of(
                Endpoint.post(
                        "/quotas/{quotaId}/allocation",
                        AllocateQuota.Asked.class,
                        AllocateQuota.class,
                        (asked, _) -> new AllocateQuota(asked, regions.isListed(asked.region()))));
    }
}
