package cn.fupin.townships;

import cn.fupin.townships.LoadPlan.Line;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A county, its poverty lines and its rules are shared by townships whose files nobody has agreed.
 * What another file has entered stands; this one may go on if it says the same in substance,
 * whatever day or source it gives.
 */
final class AlreadyThere {
    private static final Set<String> REASONS =
            Set.of("ALREADY_LISTED", "ALREADY_SET", "NOT_AFTER_THE_RULE_IN_FORCE");

    /** The event that each shared command makes, and what of it must agree. */
    private static final Map<String, List<String>> SUBSTANCE =
            Map.of(
                    "RegionListed", List.of("name", "level", "parent", "sample"),
                    "PovertyLineSet", List.of("lineFenPerYear", "incomeConcept"),
                    "RuleEnacted", List.of("value", "unit"));

    private static final int PAGE = 5000;

    private AlreadyThere() {}

    static boolean mayBe(String reason) {
        return REASONS.contains(reason);
    }

    /**
     * Whether the stream's latest such event says what the line says; asked of the history feed.
     */
    static boolean agrees(Http http, Line line) {
        JsonNode asked = TownshipFile.JSON.readTree(line.body());
        boolean agreed = false;
        long after = 0;
        for (int read = PAGE; read == PAGE; ) {
            read = 0;
            for (String text : page(http, after)) {
                JsonNode event = TownshipFile.JSON.readTree(text);
                after = event.path("position").asLong(after);
                read++;
                var fields = SUBSTANCE.get(event.path("type").asString(""));
                if (fields != null && event.path("streamId").asString("").equals(line.stream())) {
                    agreed = same(asked, event.path("payload").asString("{}"), fields);
                }
            }
        }
        return agreed;
    }

    private static List<String> page(Http http, long after) {
        var answer = http.get("/events?after=" + after + "&limit=" + PAGE);
        return answer.status() == 200 ? answer.body().lines().toList() : List.of();
    }

    private static boolean same(JsonNode asked, String payload, List<String> fields) {
        JsonNode recorded = TownshipFile.JSON.readTree(payload);
        return fields.stream()
                .allMatch(f -> asked.path(f).asString("").equals(recorded.path(f).asString("")));
    }
}
