package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Personal data are shown with a reason, kept under holds, and erased for good by two persons. */
class PersonsTest {
    private static final String OFFICER = "data-protection-officer";

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(50);
    private final DoorClient one = township.door.as("officer-1", OFFICER, Township.COUNTY);
    private final DoorClient two = township.door.as("officer-2", OFFICER, Township.COUNTY);
    private final String number = TestPersons.newNumber();

    private String household() {
        var household = Township.newHousehold();
        township.done(apply(household));
        return household;
    }

    private Reply apply(String household) {
        var member = TestPersons.person("欧阳小明", "HEAD", number);
        member.put("phone", "13900001234");
        var other = TestPersons.person("李芳", "SPOUSE", TestPersons.newNumber());
        return township.step(household, "application", township.application(member, other));
    }

    private Reply erased(String person) {
        township.done(
                one.post("/persons/" + person + "/erasure-request", Map.of("reason", "本人申请")));
        return two.post("/persons/" + person + "/erasure", decided());
    }

    private static Map<String, Object> decided() {
        return Map.of("decidedBy", Township.body("县扶贫移民局"));
    }

    private static Map<String, Object> reveal(String... fields) {
        return Map.of("fields", List.of(fields), "purpose", "CONTACT", "reason", "约定入户时间");
    }

    private long count(String sql, Object... params) {
        return db.sql(sql).params(params).query(Long.class).single();
    }

    /** What was said later stands beside what was said at first, and over it where it differs. */
    @Test
    void every_field_is_shown_as_it_was_said_last() {
        var household = household();
        var person = Township.headOf(household);
        var certificate = number + "42";
        township.done(
                township.step(
                        household,
                        "member-description",
                        Map.of(
                                "personId",
                                person,
                                "phone",
                                "13900005678",
                                "cardNumber",
                                "6222020000000000",
                                "disabilityCertificate",
                                certificate,
                                "describedOn",
                                "2014-04-03")));
        var all =
                reveal("NAME", "IDENTITY_NUMBER", "PHONE", "CARD_NUMBER", "DISABILITY_CERTIFICATE");
        var told = one.post("/persons/" + person + "/reveal", all).json().path("told");
        assertThat(told.path("NAME").asString("")).isEqualTo("欧阳小明");
        assertThat(told.path("IDENTITY_NUMBER").asString("")).isEqualTo(number);
        assertThat(told.path("PHONE").asString("")).isEqualTo("13900005678");
        assertThat(told.path("CARD_NUMBER").asString("")).isEqualTo("6222020000000000");
        assertThat(told.path("DISABILITY_CERTIFICATE").asString("")).isEqualTo(certificate);
    }

    @Test
    void it_is_recorded_to_whom_and_why_before_it_is_shown_and_never_kept() {
        var household = household();
        var person = Township.headOf(household);
        var path = "/persons/" + person + "/reveal";
        var clerk = township.door.as("clerk-9", "county-officer", township.town);
        var key = "reveal-" + UUID.randomUUID();
        var reply = clerk.post(path, reveal("NAME", "PHONE", "CARD_NUMBER"), key);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().at("/told/NAME").asString("")).isEqualTo("欧阳小明");
        assertThat(reply.json().at("/told/PHONE").asString("")).isEqualTo("13900001234");
        assertThat(reply.json().at("/told/CARD_NUMBER").isNull()).isTrue();
        assertThat(reply.json().at("/told/IDENTITY_NUMBER").isMissingNode()).isTrue();
        var again = clerk.post(path, reveal("NAME", "PHONE", "CARD_NUMBER"), key);
        assertThat(again.replayed()).isTrue();
        assertThat(again.text()).doesNotContain("13900001234").doesNotContain("told");
        assertThat(
                        db.sql(
                                        "select convert_from(payload, 'UTF8') from events where"
                                                + " stream_id = ?")
                                .param(person)
                                .query(String.class)
                                .list())
                .singleElement()
                .asString()
                .contains("\"revealedTo\":\"clerk-9\"", "约定入户时间", household)
                .doesNotContain("小明");
        // a page of them at once is no way to take a register away
        var line = "{\"to\":\"%s\",\"key\":\"x\",\"body\":{}}".formatted(path);
        assertThat(clerk.post("/bulk", line).text()).contains("command-path");
    }

    @Test
    void whoever_may_not_is_denied_and_that_is_recorded() {
        var person = Township.headOf(household());
        var path = "/persons/" + person + "/reveal";
        var before = count("select count(*) from denied_attempt");
        var helper = township.door.as("helper-1", "helper", township.town);
        var elsewhere = township.door.as("clerk-8", "county-officer", "513424000000");
        var forged = township.door.as("clerk-8", "administrator", "000000000000");
        for (var door : List.of(helper, elsewhere, forged)) {
            var reply = door.post(path, reveal("NAME"));
            assertThat(reply.status()).as(reply.text()).isEqualTo(403);
            assertThat(reply.text()).doesNotContain("小明");
            assertThat(door.get("/persons/" + person).status()).isEqualTo(403);
        }
        assertThat(count("select count(*) from denied_attempt")).isEqualTo(before + 6);
        assertThat(one.get("/denied-attempts?after=" + 0).text()).contains("person.reveal");
        assertThat(helper.get("/denied-attempts").status()).isEqualTo(403);
        assertThat(count("select count(*) from events where stream_id = ?", person)).isZero();
    }

    @Test
    void an_id_that_nobody_has_is_unknown() {
        var nobody = "person-" + UUID.randomUUID();
        assertThat(
                        one.post("/persons/" + nobody + "/erasure-request", Map.of("reason", "x"))
                                .status())
                .isEqualTo(404);
        var unknown = one.get("/persons/" + nobody);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.field()).isEqualTo("personId");
        assertThat(unknown.json().path("id").asString()).isEqualTo(nobody);
        var noId = one.get("/persons/finding");
        assertThat(noId.status()).isEqualTo(400);
        assertThat(noId.field()).isEqualTo("personId");
        var number = TestPersons.newNumber();
        var notFound =
                one.post(
                        "/persons/finding",
                        Map.of(
                                "identityNumber",
                                number,
                                "purpose",
                                "OWN_REQUEST",
                                "reason",
                                "本人查询"));
        assertThat(notFound.status()).isEqualTo(404);
        assertThat(notFound.field()).isEqualTo("identityNumber");
        assertThat(notFound.text()).doesNotContain(number).doesNotContain("\"id\"");
    }

    @Test
    void an_erasure_takes_two_persons_and_no_hold_and_happens_once() {
        var person = Township.headOf(household());
        var path = "/persons/" + person;
        assertThat(two.post(path + "/erasure", decided()).reason())
                .isEqualTo("NO_ERASURE_REQUESTED");
        township.done(one.post(path + "/erasure-request", Map.of("reason", "本人申请")));
        assertThat(one.post(path + "/erasure", decided()).reason())
                .isEqualTo("REQUESTER_IS_APPROVER");
        var hold = "hold-" + UUID.randomUUID();
        township.done(
                two.post(
                        path + "/holds",
                        Map.of(
                                "holdId",
                                hold,
                                "kind",
                                "AUDIT",
                                "authority",
                                Township.body("县审计局"),
                                "placedOn",
                                "2016-01-01")));
        assertThat(two.post(path + "/erasure", decided()).reason()).isEqualTo("UNDER_HOLD");
        township.done(
                two.post(
                        path + "/holds/" + hold + "/lifting",
                        Map.of(
                                "authority",
                                Township.body("县审计局"),
                                "reason",
                                "审计结束",
                                "liftedOn",
                                "2016-06-01")));
        township.done(two.post(path + "/erasure", decided()));
        assertThat(two.post(path + "/erasure", decided()).reason()).isEqualTo("ALREADY_ERASED");
        assertThat(one.post(path + "/reveal", reveal("NAME")).reason()).isEqualTo("ALREADY_ERASED");
        assertThat(one.get(path).json().path("erased").asBoolean(false)).isTrue();
    }

    @Test
    void with_the_key_everything_of_the_person_is_closed_and_the_counts_stay() {
        var household = household();
        var person = Township.headOf(household);
        var counted = "select count(*) from active_person where household_id = '" + household + "'";
        township.done(erased(person));
        assertThat(count("select count(*) from vault_person where person_id = ?", person)).isZero();
        assertThat(count("select count(*) from person_sealed where person_id = ?", person))
                .isZero();
        assertThat(count(counted)).isEqualTo(2);
        // the household goes on with all its members
        township.done(township.survey(household, 100_00));
        township.done(township.assess(household, 30, 1));
        // who comes with the same number is somebody new
        var again = Township.newHousehold();
        township.done(apply(again));
        assertThat(Township.headOf(again)).isNotEqualTo(person);
    }

    @Test
    void a_person_is_found_by_number_and_that_is_recorded() {
        var person = Township.headOf(household());
        var asked = Map.of("identityNumber", number, "purpose", "OWN_REQUEST", "reason", "本人申请销毁");
        var found = one.post("/persons/finding", asked);
        assertThat(found.json().path("streamId").asString("")).isEqualTo(person);
        assertThat(found.text()).doesNotContain(number);
        township.done(erased(person));
        assertThat(one.post("/persons/finding", asked).status()).isEqualTo(404);
    }

    /**
     * Whoever comes in beside the erasure is the person before it or a new one, never in between.
     */
    @Test
    void an_erasure_and_joinings_of_the_same_person_do_not_mix() throws InterruptedException {
        var first = household();
        var person = Township.headOf(first);
        var rejected =
                Map.of(
                        "rejectedOn",
                        "2014-04-02",
                        "decidedBy",
                        Township.body("村委会"),
                        "grounds",
                        "材料不全");
        township.done(township.step(first, "rejection", rejected));
        township.done(
                one.post("/persons/" + person + "/erasure-request", Map.of("reason", "本人申请")));
        var households = IntStream.range(0, 16).mapToObj(_ -> Township.newHousehold()).toList();
        var replies =
                AtOnce.run(
                        16,
                        i ->
                                i == 7
                                        ? two.post("/persons/" + person + "/erasure", decided())
                                        : apply(households.get(i)));
        assertThat(replies.get(7).status()).as(replies.get(7).text()).isEqualTo(200);
        assertThat(AtOnce.outcomes(replies).keySet())
                .isSubsetOf("OK", "PERSON_IN_ANOTHER_HOUSEHOLD", "IN_ANOTHER_HOUSEHOLD_THEN");
        var entered =
                households.stream()
                        .filter(h ->
                                count("select count(*) from events where stream_id = ?", h) > 0)
                        .map(Township::headOf)
                        .toList();
        // one before it at most, and one after it
        assertThat(entered).doesNotHaveDuplicates().hasSizeBetween(1, 2);
        assertThat(entered.stream().filter(p -> !p.equals(person)))
                .allSatisfy(p ->
                        assertThat(
                                        count(
                                                "select count(*) from vault_person where person_id"
                                                        + " = ?",
                                                p))
                                .isEqualTo(1));
        assertThat(count("select count(*) from vault_person where person_id = ?", person)).isZero();
    }
}
