package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.reporting.regions.ItemNames;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event with another value in a field is told otherwise: so nothing that an event says is left
 * out of a history, but what is listed here with its reason.
 */
class EveryFieldIsToldTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** By the field, or by the event and the field. */
    private static final Map<String, String> NOT_TOLD = new TreeMap<>();

    static {
        var file = "the file is named by its id, and its storing tells kind, digest, type and size";
        for (var files : List.of("evidence", "minutes", "attendanceList", "sheet")) {
            for (var part : List.of("kind", "sha256", "mediaType", "bytes")) {
                NOT_TOLD.put(files + "." + part, file);
            }
        }
        NOT_TOLD.put("postings.account", "the same money in the books, which the journal shows");
        NOT_TOLD.put("postings.amountFen", "the same money in the books, which the journal shows");
        NOT_TOLD.put("members.sealed", "ciphertext");
        NOT_TOLD.put("member.sealed", "ciphertext");
        NOT_TOLD.put("sealed", "ciphertext");
        NOT_TOLD.put("head", "who of the members is the head is told of the member");
        NOT_TOLD.put("members.personId", "a member is told by the masked name");
        NOT_TOLD.put("member.personId", "a member is told by the masked name");
        NOT_TOLD.put("MemberIdentified.personId", "one person, told by the masked name");
        NOT_TOLD.put("MemberIdentified.identifiedAs", "one person, told by the masked name");
        NOT_TOLD.put("MemberNumberCorrected.personId", "one person, told by the masked name");
        NOT_TOLD.put("MemberNumberCorrected.identifiedAs", "one person, told by the masked name");
        NOT_TOLD.put("HelperNamed.personId", "a helper is told by masked name and id");
        NOT_TOLD.put("HelperDetailsChanged.personId", "a helper is told by masked name and id");
        NOT_TOLD.put("OmissionRaised.personId", "whoever has no file is told by the masked name");
        NOT_TOLD.put("householdIds", "how many; which the others are is their history's to tell");
        NOT_TOLD.put("PolicyTakenBack.equalGrantsBefore", "the grant itself is told, by its id");
        NOT_TOLD.put("PlanTakenBack.equalPlansBefore", "the plan itself is told, by its id");
        NOT_TOLD.put("PaymentRequested.payee.householdId", "it is told whose history it stands in");
    }

    private static final Map<String, String> IN_NO_HISTORY =
            Map.of(
                    "AppropriationReceived", "the path of a yuan tells it",
                    "FundsAllocated", "the path of a yuan tells it",
                    "FundsCommitted", "the path of a yuan tells it",
                    "FigureClaimed", "the table of a text's claims tells it");

    @Test
    void whateverAnEventSaysIsTold() throws IOException {
        var untold = new TreeSet<String>();
        var listed = new TreeSet<String>();
        for (var event : events()) {
            if (IN_NO_HISTORY.containsKey(event.type())) continue;
            var before = told(event.type(), event.example(), event.example());
            for (var field : fields("", event.example(), event.schema()).entrySet()) {
                if (field.getKey().equals(event.stream())) continue;
                var other = event.example().deepCopy();
                change(other, List.of(field.getKey().split("\\.")), field.getValue());
                if (!told(event.type(), event.example(), other).equals(before)) continue;
                var name = event.type() + "." + field.getKey();
                if (NOT_TOLD.containsKey(name)) listed.add(name);
                else if (NOT_TOLD.containsKey(field.getKey())) listed.add(field.getKey());
                else untold.add(name);
            }
        }
        assertThat(untold).as("neither told nor listed").isEmpty();
        assertThat(listed).as("listed and told all the same").isEqualTo(NOT_TOLD.keySet());
    }

    /**
     * As a reader of the household it is about sees it, or of the region where it is about none.
     */
    private static String told(String type, ObjectNode example, ObjectNode payload) {
        var e =
                new LifeEvent(
                        "household",
                        type,
                        1,
                        "event",
                        "stream",
                        0,
                        1,
                        Instant.EPOCH,
                        LocalDate.parse(payload.path("occurredOn").asString()),
                        payload.path("region").asString(""),
                        "",
                        JSON.createObjectNode(),
                        payload,
                        true);
        var households = new LinkedHashSet<String>();
        ids("household-", example, households);
        var names = new HashMap<String, String>();
        var persons = new LinkedHashSet<String>();
        ids("person-", payload, persons);
        persons.forEach(id -> names.put(id, "name of " + id));
        var reader =
                new Sentence.Reader(
                        households.isEmpty() ? "" : households.getFirst(),
                        names::get,
                        (_, name) -> name,
                        (_, name) -> name,
                        new Sentence.Known(
                                Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), ItemNames.NONE));
        var life =
                Life.of(
                        "",
                        List.of(e),
                        Erased.NOBODY,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        ItemNames.NONE,
                        Map.of(),
                        Map.of());
        var dated = new Life.Dated(e, e.occurredOn());
        return e.region() + HouseholdHistory.event(dated, life, reader);
    }

    private static void ids(String kind, JsonNode node, Set<String> ids) {
        if (node.isString() && node.asString().startsWith(kind)) ids.add(node.asString());
        node.forEach(below -> ids(kind, below, ids));
    }

    /** Each field's path and what its schema says. */
    private static Map<String, JsonNode> fields(String path, JsonNode node, JsonNode schema) {
        var fields = new LinkedHashMap<String, JsonNode>();
        if (node.isObject()) {
            for (var below : node.properties()) {
                fields.putAll(
                        fields(
                                path.isEmpty() ? below.getKey() : path + "." + below.getKey(),
                                below.getValue(),
                                schema.path("properties").path(below.getKey())));
            }
        } else if (node.isArray()) {
            for (var each : node) fields.putAll(fields(path, each, schema.path("items")));
        } else {
            fields.put(path, schema);
        }
        return fields;
    }

    /** In every element of a list. */
    private static void change(JsonNode node, List<String> path, JsonNode schema) {
        if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                if (path.isEmpty()) array.set(i, other(array.get(i), schema));
                else change(array.get(i), path, schema);
            }
        } else if (node instanceof ObjectNode object) {
            var below = object.get(path.getFirst());
            if (below == null) return;
            if (path.size() > 1 || below.isArray()) {
                change(below, path.subList(1, path.size()), schema);
            } else {
                object.set(path.getFirst(), other(below, schema));
            }
        }
    }

    private static JsonNode other(JsonNode value, JsonNode schema) {
        var nodes = JSON.getNodeFactory();
        if (value.isBoolean()) return nodes.booleanNode(!value.asBoolean());
        if (value.isNumber()) return nodes.numberNode(value.decimalValue().add(BigDecimal.ONE));
        for (var each : schema.path("enum")) {
            if (each.isString() && !each.equals(value)) return each;
        }
        var text = value.asString();
        return nodes.stringNode(
                DAY.matcher(text).matches()
                        ? LocalDate.parse(text).minusDays(1).toString()
                        : text + "x");
    }

    /**
     * @param stream the field that says in which stream it stands
     */
    private record Known(String type, String stream, ObjectNode example, JsonNode schema) {}

    private static List<Known> events() throws IOException {
        var events = new ArrayList<Known>();
        for (var service : List.of("household", "project", "funding", "reporting")) {
            var contract = Path.of("..", service + "-service", "contract");
            try (Stream<Path> files = Files.list(contract.resolve("examples"))) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    var name = file.getFileName().toString().replace(".json", "");
                    var example = (ObjectNode) JSON.readTree(file.toFile());
                    events.add(
                            new Known(
                                    name.replaceAll("\\..*", ""),
                                    example.propertyNames().iterator().next(),
                                    example,
                                    JSON.readTree(
                                            contract.resolve("schemas")
                                                    .resolve(name + ".schema.json")
                                                    .toFile())));
                }
            }
        }
        return events;
    }
}
