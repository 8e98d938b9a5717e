package cn.fupin.household.region;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.division.NationalList;
import cn.fupin.household.region.RegionCommand.*;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegionApi {
    @Bean
    Endpoints regionEndpoints(NationalList nationalList, Regions regions) {
        return Endpoints.of(
                Endpoint.post(
                        "/regions/{regionId}/listing",
                        ListRegion.Asked.class,
                        ListRegion.class,
                        (asked, _) ->
                                new ListRegion(
                                        asked,
                                        nationalList.nameOf(asked.region()),
                                        asked.parent() != null
                                                && regions.isListed(asked.parent()))),
                Endpoint.post("/regions/{regionId}/facts", RecordRegionFact.class),
                Endpoint.post("/regions/{regionId}/poor-village", IdentifyPoorVillage.class),
                Endpoint.post("/regions/{regionId}/training", RecordTraining.class),
                Endpoint.post("/regions/{regionId}/survey-rounds", RecordSurveyRound.class),
                Endpoint.post("/regions/{regionId}/inspections", RecordInspection.class),
                Endpoint.post("/regions/{regionId}/meeting", RecordMeeting.class),
                Endpoint.post("/regions/{regionId}/policy-document", RecordPolicyDocument.class),
                Endpoint.post("/regions/{regionId}/work-team", FormWorkTeam.class),
                Endpoint.post("/regions/{regionId}/staff", AppointStaff.class),
                Endpoint.post("/regions/{regionId}/unit-contact", AssignUnitContact.class),
                Endpoint.post("/regions/{regionId}/village-exit-recheck", RecheckVillageExit.class),
                Endpoint.post(
                        "/regions/{regionId}/succession",
                        SupersedeRegion.Asked.class,
                        SupersedeRegion.class,
                        (asked, _) ->
                                new SupersedeRegion(
                                        asked,
                                        asked.successors().stream().allMatch(regions::isListed))));
    }
}
