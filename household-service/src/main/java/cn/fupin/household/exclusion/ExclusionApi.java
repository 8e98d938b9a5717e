package cn.fupin.household.exclusion;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.exclusion.ExclusionCommand.*;
import cn.fupin.household.region.Regions;
import cn.fupin.household.vault.MatchingEntries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExclusionApi {
    @Bean
    Endpoints exclusionEndpoints(Regions regions, MatchingEntries entries) {
        return Endpoints.of(
                Endpoint.post("/exclusions/{exclusionId}/enactment", EnactExclusion.class),
                Endpoint.post("/exclusions/{exclusionId}/ending", EndExclusion.class),
                Endpoint.post(
                                "/matching-lists/{matchingId}/receipt",
                                MatchingForm.class,
                                ReceiveMatchingList.class,
                                (form, _) -> form.sealed(entries, regions.isListed(form.region())))
                        .sealing("numbers"));
    }
}
