package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 漏评 over HTTP: a villager says within the notice's days who should be on the list, it is looked
 * into, and who was left out comes onto the register by the ordinary steps.
 */
class OmissionStoryTest {
    private final Township township = Township.ready(20);

    @Test
    void whoever_was_left_out_comes_onto_the_register_by_the_ordinary_steps() {
        var t = township;
        var listed = Township.newHousehold();
        t.done(t.step(listed, "application", t.applicationOf(1)));
        t.done(t.survey(listed, 100_00));
        t.done(t.assess(listed, 30, 2));
        var notice = Township.newNotice();
        t.done(t.post(notice, "FIRST", "2014-04-21", listed));
        var omission = "omission-" + UUID.randomUUID();
        var unnamed = said(omission, "2014-04-23");
        assertThat(post(notice, "omissions", unnamed).field()).isEqualTo("householdId");
        var named = new LinkedHashMap<>(unnamed);
        named.put("name", "吉克阿牛");
        named.put("group", "2组");
        var told = new LinkedHashMap<>(named);
        told.put("grounds", "吉克阿牛家住危房");
        assertThat(post(notice, "omissions", told).field()).isEqualTo("grounds");
        t.done(post(notice, "omissions", named));
        assertThat(payload(notice, "OmissionRaised", "maskedName")).isEqualTo("吉***");
        var person = payload(notice, "OmissionRaised", "personId");
        assertThat(stored(notice)).doesNotContain("吉克阿牛");
        var revealed =
                t.door.post(
                        "/persons/" + person + "/reveal",
                        Map.of(
                                "fields",
                                List.of("NAME"),
                                "purpose",
                                "CONTACT",
                                "reason",
                                "约定入户时间"));
        assertThat(revealed.text()).contains("吉克阿牛");

        var settlement = new LinkedHashMap<String, Object>();
        settlement.put("omissionId", omission);
        settlement.put("upheld", true);
        settlement.put("handling", "吉克阿牛家属实");
        settlement.put("decidedBy", Township.body("镇人民政府"));
        settlement.put("revisitBy", "2014-05-20");
        settlement.put("settledOn", "2014-04-25");
        assertThat(post(notice, "omissions/settlement", settlement).field()).isEqualTo("handling");
        settlement.put("handling", "属实，重新入户调查、评议");
        t.done(post(notice, "omissions/settlement", settlement));
        assertThat(post(notice, "omissions/settlement", settlement).reason())
                .isEqualTo("OMISSION_ALREADY_SETTLED");
        t.done(t.close(notice, "2014-04-29"));

        var household = Township.newHousehold();
        var followUp = new LinkedHashMap<String, Object>();
        followUp.put("omissionId", omission);
        followUp.put("householdId", household);
        followUp.put("followedUpOn", "2014-05-02");
        assertThat(post(notice, "omissions/follow-up", followUp).reason())
                .isEqualTo("HOUSEHOLD_NOT_ON_FILE");
        t.done(
                t.step(
                        household,
                        "application",
                        t.application(
                                TestPersons.person("吉克阿牛", "HEAD", TestPersons.newNumber()))));
        t.done(post(notice, "omissions/follow-up", followUp));
        t.done(t.survey(household, 1000_00));
        t.done(t.assess(household, 30, 2));
        var second = t.noticeOver("FIRST", "2014-05-03", "2014-05-11", household);
        t.done(t.review(household, second, "2014-05-11"));

        var shown = t.door.get("/notices/" + notice).json().path("omissions");
        assertThat(shown.size()).isEqualTo(1);
        assertThat(shown.get(0).path("state").asString()).isEqualTo("FOLLOWED_UP");
        assertThat(shown.get(0).path("becameHouseholdId").asString()).isEqualTo(household);
        assertThat(shown.get(0).path("personId").asString()).isEqualTo(person);
    }

    private static Map<String, Object> said(String omission, String on) {
        var body = new LinkedHashMap<String, Object>();
        body.put("omissionId", omission);
        body.put("grounds", "住危房，没有劳动力");
        body.put("channel", "HOTLINE");
        body.put("raisedOn", on);
        return body;
    }

    private Reply post(String notice, String what, Object body) {
        return township.door.post("/notices/" + notice + "/" + what, body);
    }

    private static String payload(String stream, String type, String field) {
        return db().sql(
                        """
                        select convert_from(payload, 'UTF8')::json ->> ? from events
                        where stream_id = ? and payload_type = ?
                        """)
                .params(field, stream, type)
                .query(String.class)
                .single();
    }

    private static String stored(String stream) {
        return String.join(
                "\n",
                db().sql("select convert_from(payload, 'UTF8') from events where stream_id = ?")
                        .param(stream)
                        .query(String.class)
                        .list());
    }

    private static JdbcClient db() {
        return Running.service().bean(JdbcClient.class);
    }

    @Test
    void of_a_household_its_handling_says_no_name_and_one_of_another_place_is_not_there() {
        var t = township;
        var listed = Township.newHousehold();
        t.done(t.step(listed, "application", t.applicationOf(1)));
        t.done(t.survey(listed, 100_00));
        t.done(t.assess(listed, 30, 2));
        var leftOut = Township.newHousehold();
        t.done(
                t.step(
                        leftOut,
                        "application",
                        t.application(
                                TestPersons.person("吉克阿牛", "HEAD", TestPersons.newNumber()))));
        var elsewhere = Township.ready(10);
        var stranger = Township.newHousehold();
        elsewhere.done(elsewhere.step(stranger, "application", elsewhere.applicationOf(1)));
        var notice = Township.newNotice();
        t.done(t.post(notice, "FIRST", "2014-04-21", listed));
        var omission = "omission-" + UUID.randomUUID();
        var said = new LinkedHashMap<>(said(omission, "2014-04-23"));
        said.put("householdId", stranger);
        assertThat(post(notice, "omissions", said).reason()).isEqualTo("HOUSEHOLD_NOT_ON_FILE");
        said.put("householdId", leftOut);
        t.done(post(notice, "omissions", said));
        var settlement = new LinkedHashMap<String, Object>();
        settlement.put("omissionId", omission);
        settlement.put("upheld", false);
        settlement.put("handling", "吉克阿牛家有楼房");
        settlement.put("decidedBy", Township.body("镇人民政府"));
        settlement.put("settledOn", "2014-04-25");
        assertThat(post(notice, "omissions/settlement", settlement).field()).isEqualTo("handling");
        settlement.put("handling", "该户有楼房，不符合条件");
        t.done(post(notice, "omissions/settlement", settlement));
    }
}
