package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.command.PersonalNumbers;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Persons nobody is go in by every field that takes something of a person, then the same again in
 * every wrong way; no answer repeats what was sent. Which fields they went in by is kept, to be
 * held against all there are.
 */
final class PersonalDoors {
    private static final String CORRECTED_ON = "2015-01-01";

    /** What was entered, and by which field. */
    private record Sent(DoorClient from, String door, String path, ObjectNode body, String field) {}

    private final Township township;
    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final TreeSet<String> planted = new TreeSet<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> households = new ArrayList<>();
    private int next;

    PersonalDoors(Township township) {
        this.township = township;
    }

    /** Everything personal that was sent. */
    TreeSet<String> planted() {
        return planted;
    }

    /** Each field by which something of it was entered, as {@link PersonalFields} calls it. */
    TreeSet<String> fields() {
        var all = new TreeSet<String>();
        sent.forEach(each -> all.add(each.door() + " " + each.field()));
        return all;
    }

    /** Where some of them are members. */
    List<String> households() {
        return households;
    }

    void all() {
        appliedAndWithdrawn();
        onFile();
        policies();
        reshaped();
        registered();
        lookedFor();
        helpers();
        wronglySent();
        aFault();
    }

    private void appliedAndWithdrawn() {
        var household = Township.newHousehold();
        var head = person("HEAD");
        plant(
                "/households/{householdId}/application",
                household,
                township.application(head, unnumbered("1932-03-23")));
        plant(
                "/households/{householdId}/withdrawal",
                household,
                of(
                        "withdrawnOn",
                        "2014-04-02",
                        "reason",
                        "外出务工",
                        "signedByIdentityNumber",
                        number(head)));
    }

    private void onFile() {
        var household = Township.newHousehold();
        households.add(household);
        var head = person("HEAD");
        var child = person("CHILD");
        plant(
                "/households/{householdId}/record",
                household,
                township.recording(head, child, unnumbered("1933-10-29")));
        var joined = person("SIBLING");
        for (var member : List.of(joined, unnumbered("1931-01-17"))) {
            plant(
                    "/households/{householdId}/member-joining",
                    household,
                    of("reason", "MOVED_IN", "member", member, "joinedOn", "2014-08-01"));
        }
        plant(
                "/households/{householdId}/member-description",
                household,
                of(
                        "identityNumber",
                        number(child),
                        "phone",
                        phone(),
                        "cardNumber",
                        card(),
                        "disabilityCertificate",
                        keep(number(child) + "44"),
                        "describedOn",
                        "2014-08-02"));
        plant(
                "/households/{householdId}/head-change",
                household,
                of(
                        "newHeadIdentityNumber",
                        number(child),
                        "relationOfFormerHead",
                        "PARENT",
                        "relations",
                        List.of(of("identityNumber", number(joined), "relation", "OTHER")),
                        "reason",
                        "原户主年老",
                        "changedOn",
                        "2014-09-01"));
        plant(
                "/households/{householdId}/member-identification",
                household,
                of(
                        "personId",
                        unnumberedOf(household),
                        "name",
                        name(),
                        "identityNumber",
                        keep(TestPersons.newNumber("1933", true)),
                        "phone",
                        phone(),
                        "cardNumber",
                        card(),
                        "identifiedOn",
                        "2014-09-10"));
        watched(household, number(child));
        corrected(household, joined, head, child);
    }

    private void watched(String household, String signer) {
        township.done(
                township.step(
                        household,
                        "monitoring-clue",
                        of("source", "FARMER_REPORT", "raisedOn", "2014-09-11")));
        plant(
                "/households/{householdId}/monitoring-check",
                household,
                of(
                        "checkers",
                        List.of("李某"),
                        "authorisationSignedByIdentityNumber",
                        signer,
                        "incomeYear",
                        2013,
                        "incomeFenPerHead",
                        3500_00,
                        "risk",
                        "ILLNESS",
                        "checkedOn",
                        "2014-09-12"));
        var quarter = of("year", 2014, "quarter", 3, "checkedBy", "李某", "checkedOn", "2014-10-02");
        for (var fen :
                List.of(
                        "wage",
                        "business",
                        "transfer",
                        "property",
                        "cost",
                        "living",
                        "schooling",
                        "medical",
                        "other")) {
            quarter.put(fen + "Fen", 100_00);
        }
        quarter.put("signedByIdentityNumber", signer);
        plant("/households/{householdId}/quarter-check", household, quarter);
    }

    private void corrected(
            String household,
            Map<String, Object> one,
            Map<String, Object> other,
            Map<String, Object> head) {
        var right = keep(TestPersons.newNumber());
        var correction = correcting(number(one), right);
        correction.put("name", name());
        correction.putAll(approved("correctedOn", CORRECTED_ON));
        plant("/households/{householdId}/member-correction", household, correction);
        var several = approved("correctedOn", CORRECTED_ON);
        var each = correcting(number(other), keep(TestPersons.newNumber()));
        each.put("name", name());
        several.put("corrections", List.of(each));
        plant("/households/{householdId}/member-correction", household, several);
        plant(
                "/households/{householdId}/member-leaving",
                household,
                of(
                        "identityNumber",
                        number(head),
                        "newHeadIdentityNumber",
                        right,
                        "reason",
                        "MOVED_OUT",
                        "leftOn",
                        "2015-02-01"));
    }

    private static Map<String, Object> correcting(String wrong, String right) {
        return of("identityNumber", wrong, "newIdentityNumber", right, "differsBecause", "抄错号码");
    }

    private void policies() {
        var household = Township.newHousehold();
        households.add(household);
        var head = person("HEAD");
        plant("/households/{householdId}/record", household, township.recording(head));
        var applying = policy(head, "SUBSISTENCE_ALLOWANCE", "appliedOn", "2014-10-01");
        var path = "/households/{householdId}/policy";
        plant(path + "-application", household, applying);
        var declining = policy(head, "SUBSISTENCE_ALLOWANCE", "declinedOn", "2014-10-05");
        declining.put("reason", "收入已超");
        declining.put("decidedBy", Township.body("县民政局"));
        plant(path + "-declining", household, declining);
        applying.put("appliedOn", "2014-10-10");
        plant(path + "-application", household, applying);
        plant(
                path + "-application-withdrawal",
                household,
                policy(head, "SUBSISTENCE_ALLOWANCE", "withdrawnOn", "2014-10-12"));
        var granting = policy(head, "SUBSISTENCE_ALLOWANCE", "since", "2014-11-01");
        granting.put("decidedBy", Township.body("县民政局"));
        plant(path, household, granting);
        var ending = policy(head, "SUBSISTENCE_ALLOWANCE", "endedOn", "2014-12-01");
        ending.put("reason", "NOT_ELIGIBLE");
        plant(path + "-ending", household, ending);
        var aid = policy(head, "MEDICAL_AID", "since", "2014-12-02");
        aid.put("details", Map.of("year", 2014));
        aid.put("decidedBy", Township.body("县民政局"));
        plant(path, household, aid);
        var back = approved("correctedOn", CORRECTED_ON);
        back.put("correctsEventId", lastEventOf(household));
        back.put("recipients", aid.get("recipients"));
        plant(path + "-correction", household, back);
    }

    private static Map<String, Object> policy(
            Map<String, Object> member, String policy, String date, String on) {
        return of(
                "policy",
                policy,
                date,
                on,
                "recipients",
                List.of(of("identityNumber", number(member))));
    }

    private void reshaped() {
        var household = Township.newHousehold();
        households.add(household);
        var head = person("HEAD");
        var child = person("CHILD");
        plant("/households/{householdId}/record", household, township.recording(head, child));
        var split = HouseholdModelTest.correction("splitOn", "2016-02-01");
        split.put("newHouseholdId", Township.newHousehold());
        split.put("members", List.of(of("identityNumber", number(head), "relation", "HEAD")));
        split.put("newHeadIdentityNumber", number(child));
        plant("/households/{householdId}/split", household, split);
        var alone = Township.newHousehold();
        var one = person("HEAD");
        plant("/households/{householdId}/record", alone, township.recording(one));
        var merger = HouseholdModelTest.correction("mergedOn", "2016-06-01");
        merger.put("intoHouseholdId", household);
        merger.put("members", List.of(of("identityNumber", number(one), "relation", "OTHER")));
        plant("/households/{householdId}/merger", alone, merger);
    }

    private void registered() {
        var household = Township.newHousehold();
        households.add(household);
        var head = person("HEAD");
        plant("/households/{householdId}/application", household, township.application(head));
        township.done(township.survey(household, 100_00));
        township.done(township.assess(household, 30, 2));
        var first = township.noticeOver("FIRST", "2014-04-21", "2014-04-29", household);
        township.done(township.review(household, first, "2014-04-29"));
        var second = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", household);
        township.done(township.register(household, second, "2014-05-09"));
        plant(
                "/households/{householdId}/result",
                household,
                of(
                        "year",
                        2014,
                        "projectTypes",
                        List.of("INDUSTRY"),
                        "signedByIdentityNumber",
                        number(head),
                        "signedOn",
                        "2014-12-20"));
        township.done(township.line(township.town, 2015, 2855_00));
        township.done(
                township.step(
                        household,
                        "exit-proposal",
                        of("proposedOn", "2016-10-01", "decidedBy", Township.body("村两委"))));
        township.done(
                township.step(
                        household,
                        "exit-verification",
                        of(
                                "verifiedOn",
                                "2016-10-05",
                                "verifiers",
                                List.of("甲", "乙", "丙"),
                                "incomeYear",
                                2015,
                                "incomeFenPerHead",
                                3000_00,
                                "assurances",
                                Township.assured())));
        plant(
                "/households/{householdId}/exit-agreement",
                household,
                of("agreedOn", "2016-10-10", "signedByIdentityNumber", number(head)));
    }

    private void lookedFor() {
        var household = Township.newHousehold();
        var head = person("HEAD");
        plant("/households/{householdId}/record", household, township.recording(head));
        plant(
                "/matching-lists/{matchingId}/receipt",
                "matching-" + UUID.randomUUID(),
                of(
                        "region",
                        township.town,
                        "item",
                        "CAR",
                        "source",
                        "县车管所",
                        "asOf",
                        "2014-04-01",
                        "numbers",
                        List.of(number(head)),
                        "receivedOn",
                        "2014-04-02"));
        plant(
                township.door.as("o-1", "data-protection-officer", Township.COUNTY),
                "/persons/finding",
                "",
                of("purpose", "OWN_REQUEST", "reason", "本人查询", "identityNumber", number(head)));
    }

    private void helpers() {
        var helper = "helper-" + UUID.randomUUID();
        var naming = new LinkedHashMap<String, Object>(Township.naming(township.town, name()));
        naming.put("phone", phone());
        plant("/helpers/{helperId}/naming", helper, naming);
        var change =
                of("name", name(), "phone", phone(), "unit", "县农业局", "changedOn", "2015-01-01");
        plant("/helpers/{helperId}/change", helper, change);
    }

    /** The same bodies and paths, each broken in the ways that people break them. */
    private void wronglySent() {
        for (var each : sent) {
            var value = each.body().at(pointer(each)).stringValue();
            var quoted = "\"" + value + "\"";
            var json = EventJson.MAPPER.writeValueAsString(each.body());
            answered(each.from().post(each.path(), json));
            answered(each.from().post(each.path(), json.replace(value, value + "9" + value)));
            answered(each.from().post(each.path(), json.replace(quoted, "[" + quoted + "]")));
            answered(
                    each.from()
                            .post(
                                    each.path(),
                                    json.substring(0, json.indexOf(value) + value.length())));
            var line = EventJson.MAPPER.createObjectNode();
            line.put("to", each.path()).put("key", "bulk-" + next++).set("body", each.body());
            answered(each.from().post("/bulk", EventJson.MAPPER.writeValueAsString(line)));
            answered(
                    township.door
                            .as("n-1", "nobody", Township.COUNTY)
                            .post(each.path(), each.body()));
            if (PersonalNumbers.in(value)) misplaced(each, value, json);
        }
    }

    /** A number where there is no place for any. */
    private void misplaced(Sent sent, String number, String json) {
        var quoted = "\"" + number + "\"";
        var door = sent.from();
        var path = sent.path();
        answered(door.post(path, json.replace(quoted, "{" + quoted + ":1}")));
        answered(door.post(path, json.replaceFirst("\\{", "{" + quoted + ":1,")));
        answered(door.post(path, json.replaceFirst("\\{", "{\"remark\":" + quoted + ",")));
        answered(door.post(path, json.replaceFirst("\\{", "{\"group\":" + quoted + ",")));
        answered(door.post(path + "?of=" + number, json));
        answered(door.post(path.replaceFirst("-[0-9a-f-]{36}", "-" + number), json));
        answered(door.post(path, sent.body(), number));
        answered(door.as(number).post(path, sent.body()));
        for (var read :
                List.of(
                        "/households/%s/documents/form",
                        "/persons/%s",
                        "/villages/%s/visit-kit",
                        "/quotas?region=%s",
                        "/evidence?region=%s",
                        "/%s")) {
            answered(door.get(read.formatted(number)));
        }
    }

    private static String pointer(Sent sent) {
        var at = new StringBuilder();
        JsonNode node = sent.body();
        for (var part : sent.field().split("\\.")) {
            if (node instanceof ArrayNode list) {
                var i = 0;
                while (!list.get(i).has(part) || !list.get(i).path(part).isString()) i++;
                at.append('/').append(i);
                node = list.get(i);
            }
            at.append('/').append(part);
            node = node.path(part);
        }
        return node.isArray() ? at + "/0" : at.toString();
    }

    /** The database refuses a row in words of its own, and these stand in its log and in ours. */
    private void aFault() {
        db.sql("alter table person_sealed add constraint canary check (false) not valid").update();
        try {
            var asked = township.application(person("HEAD"));
            var reply = township.step(Township.newHousehold(), "application", asked);
            assertThat(reply.status()).as(reply.text()).isEqualTo(500);
            answered(reply);
        } finally {
            db.sql("alter table person_sealed drop constraint canary").update();
        }
    }

    /** A request's own text, which a framework may put into a log, says nothing either. */
    void sayNothingOfThemselves() {
        for (var door : PersonalFields.doors()) {
            for (var each : sent) {
                if (!each.door().equals(door.path())) continue;
                var body = each.body().deepCopy();
                for (var part : door.request().getRecordComponents()) {
                    var said = part.getName();
                    if (said.equals("receivedAt")) body.put(said, "2020-01-01T00:00:00Z");
                    if (said.equals("enteredBy")) body.put(said, "clerk-1");
                    if (said.equals("assumed")) body.put(said, false);
                    if (each.door().contains("{" + said + "}")) {
                        body.put(said, each.path().split("/")[2]);
                    }
                }
                var text = EventJson.MAPPER.treeToValue(body, door.request()).toString();
                assertThat(planted).as(door.path()).noneMatch(text::contains);
            }
        }
    }

    private void plant(String door, String id, Map<String, Object> body) {
        plant(township.door, door, id, body);
    }

    private void plant(DoorClient from, String door, String id, Map<String, Object> body) {
        var path = door.replaceFirst("\\{\\w+}", id);
        answered(township.done(from.post(path, body)));
        ObjectNode json = EventJson.MAPPER.valueToTree(body);
        var fields = new TreeSet<String>();
        gather(json, "", fields);
        for (var field : fields) sent.add(new Sent(from, door, path, json, field));
    }

    private void gather(JsonNode node, String at, TreeSet<String> fields) {
        if (node.isString() && planted.contains(node.stringValue())) fields.add(at);
        for (var field : node.properties()) {
            gather(
                    field.getValue(),
                    at.isEmpty() ? field.getKey() : at + "." + field.getKey(),
                    fields);
        }
        for (var i = 0; node.isArray() && i < node.size(); i++) gather(node.get(i), at, fields);
    }

    private void answered(Reply reply) {
        assertThat(planted).as(reply.text()).noneMatch(reply.text()::contains);
    }

    private Map<String, Object> person(String relation) {
        var person = TestPersons.person(name(), relation, keep(TestPersons.newNumber()));
        person.put("phone", phone());
        person.put("cardNumber", card());
        person.put("disabilityCertificate", keep(number(person) + "43"));
        return person;
    }

    private Map<String, Object> unnumbered(String bornOn) {
        return of(
                "name",
                name(),
                "relation",
                "PARENT",
                "withoutNumber",
                "UNREGISTERED",
                "sex",
                "MALE",
                "bornOn",
                keep(bornOn));
    }

    private static String number(Map<String, Object> person) {
        return String.valueOf(person.get("identityNumber"));
    }

    /** A character more for each, of those that no name and no text has. */
    private String name() {
        return keep("尉迟鸢尾" + (char) ('\u9f00' + next++));
    }

    private String phone() {
        return keep("198%08d".formatted(71_000_000 + next++));
    }

    private String card() {
        return keep("62170038107%08d".formatted(31_000_000 + next++));
    }

    private String keep(String text) {
        planted.add(text);
        return text;
    }

    private String unnumberedOf(String household) {
        return db.sql(
                        """
                        select m ->> 'personId'
                        from events, json_array_elements(
                                 convert_from(payload, 'UTF8')::json -> 'members') m
                        where stream_id = ? and sequence = 0 and m ->> 'withoutNumber' is not null
                        """)
                .param(household)
                .query(String.class)
                .single();
    }

    private String lastEventOf(String household) {
        return db.sql(
                        "select event_id from events where stream_id = ? order by sequence desc limit 1")
                .param(household)
                .query(String.class)
                .single();
    }

    private static Map<String, Object> approved(String date, String on) {
        return of("reason", "与户口簿不符", "approvedBy", "chief-1", date, on);
    }

    private static Map<String, Object> of(Object... fields) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < fields.length; i += 2) map.put((String) fields[i], fields[i + 1]);
        return map;
    }
}
