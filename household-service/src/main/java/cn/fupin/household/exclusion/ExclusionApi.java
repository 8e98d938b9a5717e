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
    Endpoints exclusionEndpoints(Regions regions, MatchingEntries entries, Items items) {
        return Endpoints.of(
                Endpoint.post("/exclusion-items/{itemId}/enactment", EnactItem.class),
                Endpoint.post(
                        "/exclusions/{exclusionId}/enactment",
                        EnactExclusion.class,
                        EnactExclusion.class,
                        (asked, _) -> {
                            items.check(
                                    "item", asked.item(), asked.region(), asked.effectiveFrom());
                            return asked;
                        }),
                Endpoint.post("/exclusions/{exclusionId}/ending", EndExclusion.class),
                Endpoint.post(
                                "/matching-lists/{matchingId}/receipt",
                                MatchingForm.class,
                                ReceiveMatchingList.class,
                                (form, _) -> {
                                    items.check(
                                            "item", form.item(), form.region(), form.receivedOn());
                                    return form.sealed(entries, regions.isListed(form.region()));
                                })
                        .sealing("numbers"));
    }
}
