package cn.fupin.household.complaint;

import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.complaint.ComplaintCommand.*;
import cn.fupin.household.household.HouseholdPlaces;
import cn.fupin.household.region.Regions;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ComplaintApi {
    @Bean
    Endpoints complaintEndpoints(Regions regions, HouseholdPlaces households) {
        return Endpoints.of(
                Endpoint.post(
                        "/complaints/{complaintId}/receipt",
                        ReceiveComplaint.Asked.class,
                        ReceiveComplaint.class,
                        (asked, _) ->
                                new ReceiveComplaint(
                                        asked,
                                        regions.isListed(asked.region()),
                                        asked.householdId() == null
                                                ? null
                                                : households.onFile(
                                                        List.of(asked.householdId()),
                                                        asked.region(),
                                                        asked.receivedOn()))),
                Endpoint.post("/complaints/{complaintId}/handling", HandleComplaint.class));
    }
}
