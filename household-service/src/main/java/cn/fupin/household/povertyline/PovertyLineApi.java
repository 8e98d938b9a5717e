package cn.fupin.household.povertyline;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.command.Endpoint;
import cn.fupin.backbone.command.Endpoints;
import cn.fupin.household.povertyline.PovertyLineCommand.*;
import cn.fupin.household.povertyline.PovertyLineEvent.PovertyLineSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PovertyLineApi {
    @Bean
    Endpoints povertyLineEndpoints(StoredEvents events) {
        return Endpoints.of(
                Endpoint.post("/poverty-lines/{povertyLineId}/setting", SetPovertyLine.class),
                Endpoint.post(
                        "/poverty-lines/{povertyLineId}/correction",
                        CorrectPovertyLine.Asked.class,
                        CorrectPovertyLine.class,
                        (asked, _) ->
                                new CorrectPovertyLine(
                                        asked,
                                        events.find(asked.povertyLineId(), asked.correctsEventId())
                                                .filter(e -> e.event() instanceof PovertyLineSet)
                                                .isPresent())));
    }
}
