package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 享受政策 over HTTP: who of a household applies for what, has it and has it no more; sent wrongly,
 * twice and out of order.
 */
class PolicyStoryTest {
    private final Township township = Township.ready(10);
    private final String child = TestPersons.newNumber("1999", true);
    private String household = "";

    @Test
    void a_household_and_its_members_receive_what_policy_gives() {
        registered();
        var head = Township.headOf(household);
        township.done(
                step(
                        "policy-application",
                        of("RAIN_AND_DEW", "appliedOn", "2016-06-01"),
                        "details",
                        Map.of("schoolYear", 2016),
                        "recipients",
                        byNumber(child)));
        refused(
                step(
                        "policy-application",
                        of("RAIN_AND_DEW", "appliedOn", "2016-06-02"),
                        "details",
                        Map.of("schoolYear", 2016),
                        "recipients",
                        byNumber(child)),
                "ALREADY_APPLIED_FOR");
        township.done(
                step(
                        "policy",
                        of("RAIN_AND_DEW", "since", "2016-09-01"),
                        "details",
                        Map.of("schoolYear", 2016),
                        "decidedBy",
                        Township.body("县扶贫办"),
                        "recipients",
                        byNumber(child)));
        township.done(
                step(
                        "policy",
                        of("SUBSISTENCE_ALLOWANCE", "since", "2015-01-01"),
                        "decidedBy",
                        Township.body("县民政局")));
        var twice =
                step(
                        "policy",
                        of("SUBSISTENCE_ALLOWANCE", "since", "2015-07-01"),
                        "decidedBy",
                        Township.body("县民政局"),
                        "recipients",
                        List.of(Map.of("personId", head)));
        refused(twice, "HAS_THIS_POLICY");
        assertThat(twice.json().path("since").asString()).isEqualTo("2015-01-01");
        township.done(
                step(
                        "policy",
                        of("RELOCATION", "since", "2016-10-01"),
                        "details",
                        Map.of("placement", "CONCENTRATED", "settlement", "浯溪安置点"),
                        "decidedBy",
                        Township.body("县发改局")));
        township.done(
                step(
                        "policy-ending",
                        of("SUBSISTENCE_ALLOWANCE", "endedOn", "2016-12-31"),
                        "reason",
                        "NOT_ELIGIBLE",
                        "note",
                        "动态管理退出",
                        "recipients",
                        byNumber(child)));
        township.done(
                township.step(
                        household,
                        "member-leaving",
                        Map.of(
                                "identityNumber",
                                child,
                                "reason",
                                "MARRIAGE",
                                "leftOn",
                                "2017-05-01")));
        // comes in late, when the child is gone
        township.done(
                step(
                        "policy",
                        of("EMPLOYMENT", "since", "2017-01-01"),
                        "details",
                        Map.of("workplace", "东莞", "work", "AWAY"),
                        "recipients",
                        byNumber(child)));
        assertThat(types())
                .endsWith(
                        "PolicyAppliedFor",
                        "PolicyGranted",
                        "PolicyGranted",
                        "PolicyGranted",
                        "PolicyEnded",
                        "MemberLeft",
                        "PolicyGranted",
                        "PolicyEnded");
        assertThat(payloads()).doesNotContain(child);
        assertThat(last("reason")).isEqualTo("LEFT_HOUSEHOLD");
        assertThat(last("occurredOn")).isEqualTo("2017-05-01");
    }

    @Test
    void a_grant_that_was_entered_wrongly_is_taken_back_and_an_application_declined() {
        registered();
        var head = List.of(Map.of("personId", Township.headOf(household)));
        var wrong =
                step(
                        "policy",
                        of("RAIN_AND_DEW", "since", "2016-09-01"),
                        "details",
                        Map.of("schoolYear", 2016),
                        "decidedBy",
                        Township.body("县扶贫办"),
                        "recipients",
                        head);
        township.done(wrong);
        var correction = new LinkedHashMap<String, Object>();
        correction.put("correctsEventId", lastId());
        correction.put("reason", "登错成员");
        correction.put("approvedBy", "chief-1");
        correction.put("correctedOn", "2016-10-08");
        malformed(step("policy-correction", correction, "recipients", List.of()), "recipients");
        var others = step("policy-correction", correction, "recipients", byNumber(child));
        refused(others, "GRANT_OF_OTHERS");
        assertThat(others.json().path("field").asString()).isEqualTo("recipients[0]");
        refused(
                step("policy-correction", correction, "correctsEventId", "no-such-event"),
                "CORRECTED_EVENT_UNKNOWN");
        township.done(step("policy-correction", correction));
        refused(step("policy-correction", correction), "TAKEN_BACK_ALREADY");
        assertThat(last("policy")).isEqualTo("RAIN_AND_DEW");
        // once only, and free again
        township.done(
                step(
                        "policy",
                        of("RAIN_AND_DEW", "since", "2016-09-01"),
                        "details",
                        Map.of("schoolYear", 2016),
                        "decidedBy",
                        Township.body("县扶贫办"),
                        "recipients",
                        head));
        var application = of("SUBSISTENCE_ALLOWANCE", "appliedOn", "2016-11-01");
        township.done(step("policy-application", application));
        var declining = of("SUBSISTENCE_ALLOWANCE", "declinedOn", "2016-11-20");
        malformed(
                step("policy-declining", declining, "decidedBy", Township.body("县民政局")), "reason");
        malformed(
                step(
                        "policy-declining",
                        declining,
                        "reason",
                        "收入已超",
                        "decidedBy",
                        Township.body("县民政局"),
                        "details",
                        Map.of("year", 2016)),
                "details.year");
        township.done(
                step(
                        "policy-declining",
                        declining,
                        "reason",
                        "收入已超",
                        "decidedBy",
                        Township.body("县民政局"),
                        "recipients",
                        byNumber(child)));
        township.done(
                step(
                        "policy-application-withdrawal",
                        of("SUBSISTENCE_ALLOWANCE", "withdrawnOn", "2016-11-21")));
        refused(
                step(
                        "policy-application-withdrawal",
                        of("SUBSISTENCE_ALLOWANCE", "withdrawnOn", "2016-11-21")),
                "NO_APPLICATION_WAITS");
        assertThat(types())
                .endsWith(
                        "PolicyGranted",
                        "PolicyTakenBack",
                        "PolicyGranted",
                        "PolicyAppliedFor",
                        "PolicyApplicationDeclined",
                        "PolicyApplicationWithdrawn");
        assertThat(payloads()).doesNotContain(child);
    }

    /**
     * Granted, ended and granted anew on one day: the first of both was wrong, the other stands.
     */
    @Test
    void of_two_equal_grants_the_one_that_is_named_is_taken_back() {
        registered();
        var grant = new LinkedHashMap<>(of("SUBSISTENCE_ALLOWANCE", "since", "2016-09-01"));
        grant.put("decidedBy", Township.body("县民政局"));
        township.done(step("policy", grant));
        var first = lastId();
        var end = of("SUBSISTENCE_ALLOWANCE", "endedOn", "2016-09-01");
        township.done(step("policy-ending", end, "reason", "EXPIRED"));
        township.done(step("policy", grant));
        var second = lastId();
        var correction = new LinkedHashMap<String, Object>();
        correction.put("correctsEventId", first);
        correction.put("reason", "重复登记");
        correction.put("approvedBy", "chief-1");
        correction.put("correctedOn", "2016-10-08");
        township.done(step("policy-correction", correction));
        assertThat(last("equalGrantsBefore")).isEqualTo("[0,0]");
        refused(step("policy", grant, "since", "2016-11-01"), "HAS_THIS_POLICY");
        township.done(step("policy-correction", correction, "correctsEventId", second));
        township.done(step("policy", grant, "since", "2016-11-01"));
    }

    private String lastId() {
        return db().sql(
                        """
                        select event_id from events
                        where stream_id = ? order by sequence desc limit 1
                        """)
                .param(household)
                .query(String.class)
                .single();
    }

    @Test
    void what_is_sent_wrongly_is_told_by_its_field_and_changes_nothing() {
        registered();
        var head = List.of(Map.of("personId", Township.headOf(household)));
        var before = types();
        malformed(
                step("policy", of("RAIN_AND_DEW", "since", "2016-09-01"), "recipients", head),
                "details.schoolYear");
        malformed(
                step(
                        "policy",
                        of("SUBSISTENCE_ALLOWANCE", "since", "2016-09-01"),
                        "details",
                        Map.of("course", "养殖")),
                "details.course");
        malformed(step("policy", of("SUBSISTENCE_ALLOWANCE", "since", "2016-09-01")), "decidedBy");
        malformed(
                step(
                        "policy",
                        of("TRAINING", "since", "2016-09-01"),
                        "details",
                        Map.of("course", "养殖")),
                "recipients");
        malformed(step("policy", of("LOTTERY", "since", "2016-09-01")), "policy");
        malformed(
                step(
                        "policy",
                        of("EMPLOYMENT", "since", "2016-09-01"),
                        "details",
                        Map.of("workplace", "东莞", "work", "FAR")),
                "details.work");
        malformed(
                step("policy-ending", of("TRAINING", "endedOn", "2016-09-01"), "reason", "EXPIRED"),
                "policy");
        malformed(
                step(
                        "policy",
                        of("SUBSISTENCE_ALLOWANCE", "since", "2016-09-01"),
                        "decidedBy",
                        Township.body("县民政局"),
                        "recipients",
                        byNumber("11010519491231002")),
                "recipients[0].identityNumber");
        var stranger =
                step(
                        "policy",
                        of("SUBSISTENCE_ALLOWANCE", "since", "2016-09-01"),
                        "decidedBy",
                        Township.body("县民政局"),
                        "recipients",
                        byNumber(TestPersons.newNumber()));
        refused(stranger, "NOT_A_MEMBER");
        assertThat(stranger.json().path("field").asString()).isEqualTo("recipients[0]");
        refused(
                step(
                        "policy-ending",
                        of("SUBSISTENCE_ALLOWANCE", "endedOn", "2016-09-01"),
                        "reason",
                        "EXPIRED"),
                "HAS_NOT_THIS_POLICY");
        refused(
                step(
                        "policy",
                        of("SUBSISTENCE_ALLOWANCE", "since", "2014-03-31"),
                        "decidedBy",
                        Township.body("县民政局")),
                "BEFORE_THE_OPENING");
        assertThat(types()).isEqualTo(before);
    }

    private void registered() {
        household = Township.newHousehold();
        township.done(
                township.step(
                        household,
                        "application",
                        township.application(
                                TestPersons.person("王大山", "HEAD", TestPersons.newNumber()),
                                TestPersons.person("王小明", "CHILD", child))));
        township.done(township.survey(household, 100_00));
        township.done(township.assess(household, 30, 2));
        township.done(
                township.review(
                        household,
                        township.noticeOver("FIRST", "2014-04-21", "2014-04-29", household),
                        "2014-04-29"));
        var second = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", household);
        township.done(township.register(household, second, "2014-05-09"));
    }

    private static Map<String, Object> of(String policy, String dated, String on) {
        return Map.of("policy", policy, dated, on);
    }

    private static List<Map<String, Object>> byNumber(String number) {
        return List.of(Map.of("identityNumber", number));
    }

    private Reply step(String step, Map<String, Object> what, Object... more) {
        var body = new LinkedHashMap<>(what);
        for (var i = 0; i < more.length; i += 2) body.put((String) more[i], more[i + 1]);
        return township.step(household, step, body);
    }

    private static void refused(Reply reply, String reason) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.reason()).isEqualTo(reason);
    }

    private static void malformed(Reply reply, String field) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().path("field").asString()).as(reply.text()).isEqualTo(field);
    }

    private static JdbcClient db() {
        return Running.service().bean(JdbcClient.class);
    }

    private List<String> types() {
        return db().sql("select payload_type from events where stream_id = ? order by sequence")
                .param(household)
                .query(String.class)
                .list();
    }

    private String payloads() {
        return String.join(
                "",
                db().sql("select convert_from(payload, 'UTF8') from events where stream_id = ?")
                        .param(household)
                        .query(String.class)
                        .list());
    }

    private String last(String field) {
        return db().sql(
                        """
                        select convert_from(payload, 'UTF8')::json ->> ? from events
                        where stream_id = ? order by sequence desc limit 1
                        """)
                .params(field, household)
                .query(String.class)
                .single();
    }
}
