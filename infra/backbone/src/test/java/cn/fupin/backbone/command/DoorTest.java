package cn.fupin.backbone.command;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.example.ExampleService;
import cn.fupin.backbone.testing.BareRequests;
import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.RunningService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The way in, on real servers: parsed, decided once per key, refused with a reason, never guessed.
 */
class DoorTest {
    @SuppressWarnings("NullAway.Init")
    private static RunningService service;

    @SuppressWarnings("NullAway.Init")
    private static DoorClient door;

    @BeforeAll
    static void start() {
        service =
                RunningService.start(
                        ExampleService.class,
                        "fupin.service=example",
                        "spring.flyway.locations=classpath:db/backbone,classpath:db/example");
        door = service.door();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String newJar() {
        return "jar-" + UUID.randomUUID();
    }

    private static Map<String, Object> jar(String label) {
        return new TreeMap<>(
                Map.of("region", "513423199000", "label", label, "placedOn", "2014-04-01"));
    }

    private static String placed() {
        var id = newJar();
        assertThat(door.post("/jars/" + id + "/placing", jar(id.substring(4, 20))).status())
                .isEqualTo(200);
        return id;
    }

    @Test
    void what_the_server_itself_refuses_is_a_problem_like_any_other() {
        BareRequests.areAnsweredAsProblems(service.url());
    }

    @Test
    void a_parameter_or_header_that_nobody_reads_or_that_is_said_twice_is_refused() {
        var id = newJar();
        var path = "/jars/" + id + "/placing";
        for (var more : List.of("?dryRun=true", "?x", "?a=1&a=2")) {
            assertThat(door.post(path + more, jar("x")).rule()).isEqualTo("unknown-parameter");
        }
        assertThat(door.get("/events?before=7").field()).isEqualTo("before");
        assertThat(door.get("/events?after=1&after=2").rule()).isEqualTo("once");
        assertThat(door.with("Fupin-Expected-Sequnce", "0").post(path, jar("x")).rule())
                .isEqualTo("unknown-header");
        assertThat(door.with("Fupin-Expected-Sequence", "0").post("/bulk", "{}").rule())
                .isEqualTo("of-each-line");
        assertThat(eventsOf(id)).isZero();
    }

    @Test
    void each_command_is_listed_with_what_its_body_is_made_of() {
        var fields =
                door.get("/commands")
                        .json()
                        .valueStream()
                        .filter(c -> c.path("command").asString().equals("PlaceJar"))
                        .findFirst()
                        .orElseThrow()
                        .path("fields");
        assertThat(fields)
                .isEqualTo(
                        EventJson.MAPPER.readTree(
                                """
                                {"region": {"type": "text"},
                                 "label": {"type": "text"},
                                 "placedOn": {"type": "date"},
                                 "tags": {"type": "list", "optional": true,
                                          "of": {"type": "object",
                                                 "fields": {"word": {"type": "text"}}}},
                                 "secret": {"type": "text", "optional": true}}
                                """));
    }

    @Test
    void a_field_that_is_there_twice_is_named() {
        var path = "/jars/" + newJar() + "/placing";
        var twice = door.post(path, "{\"label\":\"a\",\"region\":\"x\",\"label\":\"b\"}");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.field()).isEqualTo("label");
        assertThat(twice.rule()).isEqualTo("once");
        var within = door.post(path, "{\"more\":[{},{\"a\":{\"b\":1,\"b\":1}}]}");
        assertThat(within.field()).isEqualTo("more[1].a.b");
    }

    @Test
    void a_text_is_put_down_in_one_spelling_and_not_at_all_with_what_nobody_sees() {
        var id = newJar();
        var path = "/jars/" + id + "/placing";
        var hidden = door.post(path, jar("a\u202eb"));
        assertThat(hidden.status()).isEqualTo(400);
        assertThat(hidden.field()).isEqualTo("label");
        assertThat(hidden.rule()).isEqualTo("no-invisible-characters");
        assertThat(eventsOf(id)).isZero();
        assertThat(door.post(path, jar(" re\u0301\u3000")).status()).isEqualTo(200);
        assertThat(
                        service.bean(JdbcClient.class)
                                .sql(
                                        "select convert_from(payload, 'UTF8') from events where stream_id = ?")
                                .param(id)
                                .query(String.class)
                                .single())
                .contains("\"label\":\"ré\"");
    }

    @Test
    void whom_two_headers_name_is_nobody() throws Exception {
        var id = newJar();
        var request =
                HttpRequest.newBuilder(URI.create(service.url() + "/jars/" + id + "/placing"))
                        .header("Idempotency-Key", "two-" + id)
                        .header("Fupin-Actor", "clerk-1")
                        .header("Fupin-Actor", "clerk-2")
                        .header("Fupin-Role", "township-clerk")
                        .header("Fupin-Region", "513423199000")
                        .POST(
                                BodyPublishers.ofString(
                                        EventJson.MAPPER.writeValueAsString(jar("x"))))
                        .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("fupin-actor", "once");
        assertThat(eventsOf(id)).isZero();
    }

    private static long eventsOf(String streamId) {
        return service.bean(JdbcClient.class)
                .sql("select count(*) from events where stream_id = ?")
                .param(streamId)
                .query(Long.class)
                .single();
    }

    @Test
    void a_command_becomes_an_event_under_its_contract_name_with_who_entered_it() {
        var id = placed();
        var row =
                service.bean(JdbcClient.class)
                        .sql(
                                """
                                select payload_type, payload_revision, convert_from(payload, 'UTF8') as payload,
                                       convert_from(metadata, 'UTF8') as metadata
                                from events where stream_id = ?
                                """)
                        .param(id)
                        .query()
                        .singleRow();
        assertThat(row.get("payload_type")).isEqualTo("JarPlaced");
        assertThat(row.get("payload_revision")).isEqualTo("1");
        assertThat((String) row.get("payload"))
                .isEqualTo(
                        "{\"jarId\":\"%s\",\"region\":\"513423199000\",\"label\":\"%s\",\"occurredOn\":\"2014-04-01\"}"
                                .formatted(id, id.substring(4, 20)));
        assertThat((String) row.get("metadata"))
                .contains(
                        "\"actorId\":\"clerk-1\"",
                        "\"region\":\"513423199000\"",
                        "\"commandId\":\"test-")
                .doesNotContain("bodySha256", "traceId");
    }

    @Test
    void the_same_key_64_times_at_once_has_one_effect_and_one_answer() throws Exception {
        var id = placed();
        var replies =
                atOnce(
                        64,
                        i ->
                                door.post(
                                        "/jars/" + id + "/beans",
                                        Map.of("beans", 3, "addedOn", "2014-04-02"),
                                        "key-of-" + id));
        assertThat(replies).allSatisfy(r -> assertThat(r.status()).isEqualTo(200));
        assertThat(replies.stream().map(DoorClient.Reply::text).distinct()).hasSize(1);
        assertThat(replies.stream().filter(r -> !r.replayed())).hasSize(1);
        assertThat(eventsOf(id)).isEqualTo(2);
    }

    @Test
    void commands_for_one_stream_at_once_all_count_and_never_overfill_it() throws Exception {
        var id = placed();
        var replies =
                atOnce(
                        64,
                        i ->
                                door.post(
                                        "/jars/" + id + "/beans",
                                        Map.of("beans", 2, "addedOn", "2014-04-02")));
        var byStatus =
                replies.stream()
                        .collect(
                                Collectors.groupingBy(
                                        DoorClient.Reply::status, Collectors.counting()));
        assertThat(byStatus).isEqualTo(Map.of(200, 50L, 409, 14L));
        assertThat(eventsOf(id)).isEqualTo(51);
    }

    @Test
    void what_another_instance_appended_meanwhile_counts() {
        var id = placed();
        var beans = "/jars/" + id + "/beans";
        door.post(beans, Map.of("beans", 40, "addedOn", "2014-04-02"));
        service.bean(JdbcClient.class)
                .sql(
                        """
                        insert into events (event_id, stream_id, sequence, stream_type, payload_type, payload_revision,
                                            payload, metadata, recorded_text)
                        select gen_random_uuid(), stream_id, 2, stream_type, payload_type, payload_revision,
                               convert_to(replace(convert_from(payload, 'UTF8'), '"beans":40', '"beans":50'), 'UTF8'), metadata, recorded_text
                        from events where stream_id = ? and sequence = 1
                        """)
                .param(id)
                .update();
        assertThat(door.post(beans, Map.of("beans", 11, "addedOn", "2014-04-03")).reason())
                .isEqualTo("JAR_FULL");
        assertThat(door.post(beans, Map.of("beans", 10, "addedOn", "2014-04-03")).status())
                .isEqualTo(200);
        assertThat(eventsOf(id)).isEqualTo(4);
    }

    @Test
    void an_event_of_an_old_version_counts_as_todays_for_decisions_and_for_readers() {
        var id = placed();
        service.bean(JdbcClient.class)
                .sql(
                        """
                        insert into events (event_id, stream_id, sequence, stream_type, payload_type, payload_revision,
                                            payload, metadata, recorded_text)
                        select gen_random_uuid(), stream_id, 1, stream_type, 'BeansAdded', '0',
                               convert_to('{"jarId":"' || stream_id || '","cups":4,"occurredOn":"2014-04-02"}', 'UTF8'),
                               metadata, recorded_text
                        from events where stream_id = ?
                        """)
                .param(id)
                .update();
        var beans = Map.<String, Object>of("beans", 21, "addedOn", "2014-04-03");
        assertThat(door.post("/jars/" + id + "/beans", beans).reason()).isEqualTo("JAR_FULL");
        assertThat(service.bean(StoredEvents.class).of(id).getLast().event().toString())
                .contains("beans=80");
    }

    @Test
    void a_guard_lets_one_of_64_racing_commands_through_and_names_its_reason() throws Exception {
        var label = "race " + UUID.randomUUID().toString().substring(0, 8);
        var replies = atOnce(64, i -> door.post("/jars/" + newJar() + "/placing", jar(label)));
        assertThat(replies.stream().filter(r -> r.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(r -> r.status() == 409))
                .hasSize(63)
                .allSatisfy(r -> assertThat(r.reason()).isEqualTo("LABEL_TAKEN"));
    }

    @Test
    void a_final_refusal_is_kept_under_its_key_and_a_retryable_one_is_not() {
        var id = placed();
        var key = "full-" + id;
        var tooMany = Map.of("beans", 101, "addedOn", "2014-04-02");
        assertThat(door.post("/jars/" + id + "/beans", tooMany, key).reason())
                .isEqualTo("JAR_FULL");
        var again = door.post("/jars/" + id + "/beans", tooMany, key);
        assertThat(again.reason()).isEqualTo("JAR_FULL");
        assertThat(again.replayed()).isTrue();

        var other = newJar();
        var later = door.post("/jars/" + other + "/placing", jar("later"), "later-" + other);
        assertThat(later.json().path("retryable").asBoolean()).isTrue();
        assertThat(
                        door.post(
                                        "/jars/" + other + "/placing",
                                        jar("now " + other.substring(4, 12)),
                                        "later-" + other)
                                .status())
                .isEqualTo(200);
    }

    @Test
    void the_same_key_with_another_body_is_422_and_changes_nothing() {
        var id = placed();
        door.post("/jars/" + id + "/beans", Map.of("beans", 1, "addedOn", "2014-04-02"), "k-" + id);
        var other =
                door.post(
                        "/jars/" + id + "/beans",
                        Map.of("beans", 2, "addedOn", "2014-04-02"),
                        "k-" + id);
        assertThat(other.status()).isEqualTo(422);
        assertThat(eventsOf(id)).isEqualTo(2);
    }

    @Test
    void an_unknown_id_is_404_and_may_be_tried_again_when_it_is_known() {
        var nowhere = door.get("/no/such/path");
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.text()).contains("没有这个路径", "There is no such path");
        var id = newJar();
        var beans = Map.of("beans", 1, "addedOn", "2014-04-02");
        var unknown = door.post("/jars/" + id + "/beans", beans, "u-" + id);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.field()).isEqualTo("jarId");
        door.post("/jars/" + id + "/placing", jar(id.substring(4, 20)));
        assertThat(door.post("/jars/" + id + "/beans", beans, "u-" + id).status()).isEqualTo(200);
    }

    @Test
    void what_is_malformed_is_told_by_field_and_rule() {
        var id = placed();
        var beans = "/jars/" + id + "/beans";
        assertMalformed(door.post(beans, "{\"beans\":1}"), "addedOn", "required");
        assertMalformed(
                door.post(beans, "{\"beans\":null,\"addedOn\":\"2014-04-02\"}"),
                "beans",
                "required");
        assertMalformed(
                door.post(beans, "{\"beans\":0,\"addedOn\":\"2014-04-02\"}"),
                "beans",
                "range-1-1000");
        assertMalformed(
                door.post(beans, "{\"beans\":1.5,\"addedOn\":\"2014-04-02\"}"), "beans", "integer");
        assertMalformed(
                door.post(beans, "{\"beans\":\"1\",\"addedOn\":\"2014-04-02\"}"),
                "beans",
                "integer");
        assertMalformed(
                door.post(beans, "{\"beans\":1,\"addedOn\":\"2014-02-30\"}"), "addedOn", "date");
        assertMalformed(
                door.post(beans, "{\"beans\":1,\"addedOn\":\"2014-04-02\",\"x\":1}"),
                "x",
                "unknown-field");
        assertMalformed(
                door.post(beans, "{\"beans\":1,\"beans\":2,\"addedOn\":\"2014-04-02\"}"),
                "beans",
                "once");
        assertMalformed(door.post(beans, "{\"beans\":"), "", "json");
        var deep = door.post(beans, "{\"beans\":\n" + "[".repeat(60) + "7".repeat(3));
        assertMalformed(deep, "", "max-depth-50");
        assertThat(deep.text()).contains("第 2 行", "nested deeper").doesNotContain("777");
        assertMalformed(
                door.post(beans, "{\"beans\":" + "9".repeat(50) + "}"), "", "json-too-long");
        assertMalformed(door.post(beans, "[]"), "", "json-object");
        assertMalformed(
                door.post(beans, "{\"jarId\":\"jar-0\",\"beans\":1,\"addedOn\":\"2014-04-02\"}"),
                "jarId",
                "given-by-the-door");
        for (var day :
                List.of(
                        "\"-5000-01-01\"",
                        "\"2014-04-02T00:00:00\"",
                        "[2014,4,2]",
                        "\"1900-01-01\"")) {
            assertMalformed(
                    door.post(beans, "{\"beans\":1,\"addedOn\":" + day + "}"), "addedOn", "date");
        }
        for (var number : List.of("1e99999", "1e1000000000", "1E-1000000000")) {
            assertMalformed(
                    door.post(beans, "{\"beans\":" + number + ",\"addedOn\":\"2014-04-02\"}"),
                    "beans",
                    "max-digits-30");
        }
        assertMalformed(
                door.as("Clerk-1").post(beans, "{\"beans\":1,\"addedOn\":\"2014-04-02\"}"),
                "Fupin-Actor",
                "actor-id");
        var tagged = jar("t");
        tagged.put("tags", List.of(Map.of("word", "ok"), Map.of("word", "")));
        assertMalformed(
                door.post("/jars/" + newJar() + "/placing", tagged), "tags[1].word", "not-blank");
        assertMalformed(door.post("/jars/jar-1/placing", jar("t")), "jarId", "id-jar");
        assertMalformed(
                door.post(beans, "{\"beans\":1,\"addedOn\":\"2014-04-02\"}", "a key"),
                "Idempotency-Key",
                "key");
        assertThat(eventsOf(id)).isEqualTo(1);
    }

    @Test
    void half_a_character_or_a_nul_is_refused_in_every_text_also_in_one_nobody_checks() {
        for (var half : List.of("\\ud800", "x\\udc00\\ud800", "\\u0000")) {
            var body =
                    "{\"region\":\"513423199000\",\"label\":\"l\",\"placedOn\":\"2014-04-01\",%s}";
            for (var more :
                    List.of(
                            "\"secret\":\"" + half + "\"",
                            "\"tags\":[{\"word\":\"" + half + "\"}]")) {
                var reply = door.post("/jars/" + newJar() + "/placing", body.formatted(more));
                assertThat(reply.status()).as(more).isEqualTo(400);
                assertThat(reply.rule()).as(more).isEqualTo("whole-characters");
            }
            var name = body.formatted("\"" + half + "\":1");
            assertThat(door.post("/jars/" + newJar() + "/placing", name).status()).isEqualTo(400);
        }
        var rare = jar("𠮷" + newJar().substring(4, 20)); // two halves that make one
        assertThat(door.post("/jars/" + newJar() + "/placing", rare).status()).isEqualTo(200);
    }

    @Test
    void a_personal_number_is_refused_wherever_it_is_not_sealed_and_never_echoed() {
        for (var number :
                List.of(
                        "990101197001010019",
                        "13800138000",
                        "6222020200112230000",
                        "138 0013 8000",
                        "９９０１０１１９７００１０１００１９")) {
            var reply = door.post("/jars/" + newJar() + "/placing", jar("t" + "电话" + number));
            assertThat(reply.status()).as(number).isEqualTo(400);
            assertThat(reply.rule()).isIn("personal-number");
            assertThat(reply.text()).doesNotContain(number);
        }
        var bare = jar("t");
        bare.put("label", 13800138000L);
        var mistyped = door.post("/jars/" + newJar() + "/placing", bare);
        assertMalformed(mistyped, "label", "type");
        assertThat(mistyped.text()).contains("应为加引号的文字").doesNotContain("String");
        var sealed = jar("sealed");
        sealed.put("secret", "990101197001010019");
        assertThat(door.post("/jars/" + newJar() + "/placing", sealed).status()).isEqualTo(200);
    }

    @Test
    void a_bulk_answers_each_line_in_order_and_keeps_the_order_of_a_stream() {
        var lines = new ArrayList<String>();
        var ids = IntStream.range(0, 20).mapToObj(i -> newJar()).toList();
        for (var id : ids) {
            lines.add(
                    "{\"to\":\"/jars/%s/placing\",\"key\":\"b-%s\",\"body\":{\"region\":\"513423199000\",\"label\":\"%s\",\"placedOn\":\"2014-04-01\"}}"
                            .formatted(id, id, id.substring(4, 20)));
            lines.add(
                    "{\"to\":\"/jars/%s/beans\",\"key\":\"c-%s\",\"body\":{\"beans\":1,\"addedOn\":\"2014-04-02\"}}"
                            .formatted(id, id));
        }
        lines.add("not json");
        lines.add("{\"to\":\"/jars/a%zz/beans\",\"key\":\"y\",\"body\":{}}");
        lines.add("{\"to\":\"/nowhere\",\"key\":\"x\",\"body\":{}}");
        var body = String.join("\n", lines);
        var answers = door.post("/bulk", body).text().lines().toList();
        assertThat(answers).hasSize(43);
        assertThat(answers.subList(0, 40))
                .allSatisfy(a -> assertThat(a).contains("\"status\":200"));
        assertThat(answers.get(0)).contains("b-" + ids.get(0));
        assertThat(answers.get(40)).contains("\"status\":400", "\"rule\":\"json\"");
        assertThat(answers.subList(41, 43))
                .allSatisfy(a -> assertThat(a).contains("\"rule\":\"command-path\"", "\"line\":4"));
        var replayed = door.post("/bulk", body).text().lines().toList();
        assertThat(replayed.subList(0, 40))
                .allSatisfy(a -> assertThat(a).contains("\"replayed\":true"));
    }

    @Test
    void a_command_that_saw_an_older_stream_changes_nothing_and_is_told_what_is() {
        var id = placed();
        var beans = "/jars/" + id + "/beans";
        var body = "{\"beans\":1,\"addedOn\":\"2014-04-02\"}";
        var first = door.with("Fupin-Expected-Sequence", "0");
        assertThat(first.post(beans, body, "seen-" + id).status()).isEqualTo(200);
        var late = first.post(beans, body);
        assertThat(late.reason()).isEqualTo("STREAM_MOVED_ON");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("expected").asInt(-9)).isZero();
        assertThat(late.json().path("actual").asInt(-9)).isEqualTo(1);
        assertThat(eventsOf(id)).isEqualTo(2);
        // the same key is the same answer, and not with another sequence
        assertThat(first.post(beans, body, "seen-" + id).replayed()).isTrue();
        assertThat(door.post(beans, body, "seen-" + id).status()).isEqualTo(422);
        assertMalformed(
                door.with("Fupin-Expected-Sequence", "now").post(beans, body),
                "Fupin-Expected-Sequence",
                "sequence");
        var placing = "/jars/" + newJar() + "/placing";
        assertThat(first.post(placing, jar("e" + id.substring(4, 20))).reason())
                .isEqualTo("STREAM_MOVED_ON");
        assertThat(
                        door.with("Fupin-Expected-Sequence", "-1")
                                .post(placing, jar("e" + id.substring(4, 20)))
                                .status())
                .isEqualTo(200);
        var line =
                "{\"to\":\"%s\",\"key\":\"bulk-%s\",\"expectedSequence\":0,\"body\":%s}"
                        .formatted(beans, id, body);
        assertThat(door.post("/bulk", line).text()).contains("STREAM_MOVED_ON");
    }

    @Test
    void of_many_who_saw_the_same_one_writes() throws Exception {
        var id = placed();
        var replies =
                atOnce(
                        16,
                        i ->
                                door.with("Fupin-Expected-Sequence", "0")
                                        .post(
                                                "/jars/" + id + "/beans",
                                                "{\"beans\":1,\"addedOn\":\"2014-04-02\"}"));
        assertThat(replies).filteredOn(r -> r.status() == 200).hasSize(1);
        assertThat(replies).filteredOn(r -> r.reason().equals("STREAM_MOVED_ON")).hasSize(15);
    }

    @Test
    void a_program_of_the_service_enters_as_if_over_http() {
        var id = placed();
        var entrance = service.bean(Entrance.class);
        var actor = new Actor("import-1", "township-clerk", "513423199000");
        var body = EventJson.MAPPER.createObjectNode().put("beans", 1).put("addedOn", "2014-04-02");
        var path = "/jars/" + id + "/beans";
        var first = entrance.enter(path, "entrance-" + id, actor, 0L, body);
        assertThat(first.done()).isTrue();
        assertThat(entrance.enter(path, "entrance-" + id, actor, 0L, body).replayed()).isTrue();
        assertThat(entrance.enter(path, "entrance2-" + id, actor, 0L, body).reason())
                .isEqualTo("STREAM_MOVED_ON");
        assertThat(body.has("jarId")).isFalse();
        assertThat(eventsOf(id)).isEqualTo(2);
    }

    @Test
    void the_store_refuses_to_edit_or_delete_an_event() {
        var id = placed();
        var db = service.bean(JdbcClient.class);
        for (var sql :
                List.of(
                        "update events set stream_id = 'x' where stream_id = ?",
                        "delete from events where stream_id = ?")) {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () -> db.sql(sql).param(id).update()))
                    .hasMessageContaining("append-only");
        }
    }

    private static void assertMalformed(DoorClient.Reply reply, String field, String rule) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.rule()).isEqualTo(rule);
    }

    private interface Racer {
        DoorClient.Reply run(int number);
    }

    private static List<DoorClient.Reply> atOnce(int times, Racer racer) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<DoorClient.Reply>> all =
                    IntStream.range(0, times)
                            .<Callable<DoorClient.Reply>>mapToObj(i -> () -> racer.run(i))
                            .toList();
            var replies = new ArrayList<DoorClient.Reply>();
            for (var future : threads.invokeAll(all)) replies.add(future.get());
            return replies;
        }
    }
}
