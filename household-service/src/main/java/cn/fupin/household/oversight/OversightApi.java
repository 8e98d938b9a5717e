package cn.fupin.household.oversight;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.household.HouseholdPlaces;
import cn.fupin.household.household.KnownHelpers;
import cn.fupin.household.region.Regions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OversightApi {
    @Bean
    Endpoints oversightEndpoints(
            Regions regions, HouseholdPlaces households, KnownHelpers helpers) {
        return Endpoints.of(
                Endpoint.post(
                        "/samplings/{samplingId}/holding",
                        SampleArchives.Asked.class,
                        SampleArchives.class,
                        (asked, _) ->
                                new SampleArchives(
                                        asked,
                                        regions.isListed(asked.region()),
                                        households.onFile(
                                                asked.householdIds(),
                                                asked.region(),
                                                asked.sampledOn()))),
                Endpoint.post(
                        "/samplings/{samplingId}/rectification",
                        RectifyFaults.Asked.class,
                        RectifyFaults.class,
                        (asked, _) ->
                                new RectifyFaults(asked, households.liesIn(asked.householdId()))),
                Endpoint.post(
                        "/appraisals/{appraisalId}/holding",
                        AppraiseHelper.Asked.class,
                        AppraiseHelper.class,
                        (asked, _) ->
                                new AppraiseHelper(
                                        asked,
                                        regions.isListed(asked.region()),
                                        helpers.knownSince(asked.helperId()))));
    }
}
