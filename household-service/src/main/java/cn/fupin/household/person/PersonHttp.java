package cn.fupin.household.person;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.event.EventJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/** What was done with somebody's data, by whom and why; never the data. */
@Configuration(proxyBeanMethods = false)
class PersonHttp {
    private final StoredEvents stored;
    private final Persons persons;

    PersonHttp(StoredEvents stored, Persons persons) {
        this.stored = stored;
        this.persons = persons;
    }

    @Bean
    RouterFunction<ServerResponse> personRoutes(Reads reads) {
        return RouterFunctions.route()
                .GET(
                        "/persons/{personId}",
                        request ->
                                reads.of(
                                        request,
                                        "person.read",
                                        entry -> {
                                            var id = request.pathVariable("personId");
                                            Check.id("person", "personId", id);
                                            var at = persons.find(id);
                                            reads.check(entry, "person.read", at.region());
                                            return ServerResponse.ok()
                                                    .contentType(MediaType.APPLICATION_JSON)
                                                    .body(
                                                            EventJson.MAPPER.writeValueAsBytes(
                                                                    told(id, at)));
                                        }))
                .build();
    }

    private JsonNode told(String personId, PersonCommand.Whereabouts at) {
        var json = EventJson.MAPPER.createObjectNode();
        json.put("personId", personId);
        json.put("region", at.region());
        json.put("householdId", at.householdId());
        if (at.identifiedAs() != null) json.put("identifiedAs", at.identifiedAs());
        json.set("alsoKnownAs", EventJson.MAPPER.valueToTree(persons.aliasesOf(personId)));
        json.put("erased", persons.isErased(personId));
        var events = json.putArray("events");
        for (var event : stored.of(personId)) {
            events.addObject()
                    .put("sequence", event.sequence())
                    .put("type", event.type())
                    .set("payload", EventJson.MAPPER.valueToTree(event.event()));
        }
        return json;
    }
}
