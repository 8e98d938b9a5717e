package cn.fupin.household.person;

import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.event.EventJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/** What was done with somebody's data, by whom and why; never the data. */
@Configuration(proxyBeanMethods = false)
class PersonHttp {
    private final JdbcClient db;
    private final Persons persons;

    PersonHttp(JdbcClient db, Persons persons) {
        this.db = db;
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
        db.sql("select sequence, payload_type, payload from events where stream_id = ? order by 1")
                .param(personId)
                .query((row, _) ->
                        EventJson.MAPPER
                                .createObjectNode()
                                .put("sequence", row.getLong(1))
                                .put("type", row.getString(2))
                                .set("payload", EventJson.MAPPER.readTree(row.getBytes(3))))
                .list()
                .forEach(events::add);
        return json;
    }
}
