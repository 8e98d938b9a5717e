package cn.fupin.reporting.history;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The other streams that an event names: what happens in them belongs to the household's life. */
final class StreamsNamed {
    private StreamsNamed() {}

    /**
     * The batch it applied in, the round it was looked into again, the stored files it rests on.
     */
    static Set<String> citedIn(JsonNode payload) {
        var cited = new LinkedHashSet<String>();
        for (var field : List.of("batchId", "roundId")) add(cited, payload.path(field));
        cited.addAll(filesOf(payload));
        return cited;
    }

    static List<String> filesOf(JsonNode payload) {
        var files = new LinkedHashSet<String>();
        payload.path("evidence").forEach(file -> add(files, file.path("evidenceId")));
        for (var field : List.of("evidence", "minutes", "attendanceList", "sheet")) {
            add(files, payload.path(field).path("evidenceId"));
        }
        return List.copyOf(files);
    }

    /** Whoever it says is a member, came, went or is described. */
    static Set<String> personsIn(JsonNode payload) {
        var persons = new LinkedHashSet<String>();
        payload.path("members").forEach(member -> add(persons, member.path("personId")));
        payload.path("personIds").forEach(id -> add(persons, id));
        add(persons, payload.path("member").path("personId"));
        add(persons, payload.path("personId"));
        add(persons, payload.path("identifiedAs"));
        return persons;
    }

    /** Whom it says as a helper, a visitor, a secretary or a team's member, by the id. */
    static Set<String> helpersIn(JsonNode payload) {
        var helpers = new LinkedHashSet<String>();
        for (var field : List.of("helperId", "visitedBy", "checkedBy", "staffId")) {
            add(helpers, payload.path(field));
        }
        add(helpers, payload.path("successor").path("staffId"));
        payload.path("members").forEach(member -> add(helpers, member.path("staffId")));
        return helpers;
    }

    private static void add(Set<String> streams, JsonNode id) {
        if (id.isString()) streams.add(id.asString());
    }
}
