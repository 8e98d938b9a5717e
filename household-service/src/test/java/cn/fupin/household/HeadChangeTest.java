package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 户主变更 while the old head stays. */
class HeadChangeTest {
    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(20);
    private final String grandson = TestPersons.newNumber();
    private final String son = TestPersons.newNumber();
    private final String old = TestPersons.newNumber();

    private String threeGenerations() {
        var household = Township.newHousehold();
        var recording =
                new TreeMap<>(
                        township.recording(
                                TestPersons.person("王大山", "HEAD", old),
                                TestPersons.person("李明", "CHILD", son),
                                TestPersons.person("赵三", "GRANDCHILD", grandson)));
        recording.put("recordedOn", "2014-04-01");
        township.done(township.step(household, "record", recording));
        return household;
    }

    private Reply change(String household, Map<String, Object> body) {
        return township.step(household, "head-change", body);
    }

    private Map<String, Object> body(String on) {
        var body = new TreeMap<String, Object>();
        body.put("newHeadIdentityNumber", son);
        body.put("relationOfFormerHead", "PARENT");
        body.put("relations", List.of(Map.of("identityNumber", grandson, "relation", "CHILD")));
        body.put("reason", "原户主年老");
        body.put("changedOn", on);
        return body;
    }

    private String form(String household, String asOf) {
        var path = "/households/" + household + "/documents/form?format=xlsx&asOf=" + asOf;
        return Readback.ofXlsx(township.door.download(path));
    }

    private List<String> heads(String household) {
        return db.sql(
                        """
                        select convert_from(payload, 'UTF8')::json ->> 'head' from events
                        where stream_id = ? and payload_type = 'HeadChanged' order by sequence
                        """)
                .param(household)
                .query(String.class)
                .list();
    }

    @Test
    void the_head_changes_and_the_forms_follow() {
        var household = threeGenerations();
        township.done(change(household, body("2014-06-01")));
        var before = form(household, "2014-05-31");
        assertThat(before.indexOf("王**")).isBetween(0, before.indexOf("李*"));
        var after = form(household, "2014-06-01");
        assertThat(after.indexOf("李*")).isBetween(0, after.indexOf("王**"));
        assertThat(after).contains("父母", "子女", "户主变更").doesNotContain("孙辈");
        var kit = "/villages/" + township.village + "/visit-kit";
        var shown = Readback.ofXlsx(township.door.download(kit));
        assertThat(shown.indexOf("李*")).isBetween(0, shown.indexOf("王**"));

        // the former head goes as anybody, the new one names the next
        assertThat(township.leave(household, son, "MOVED_OUT", "2014-07-01").reason())
                .isEqualTo("NEW_HEAD_NEEDED");
        assertThat(township.leave(household, old, "DEATH", "2014-05-31").reason())
                .isEqualTo("BEFORE_PREVIOUS_STEP");
        township.done(township.leave(household, old, "DEATH", "2014-07-01"));
    }

    @Test
    void wrong_input_is_refused_by_field_and_changes_nothing() {
        var household = threeGenerations();
        var nobody = body("2014-06-01");
        nobody.remove("newHeadIdentityNumber");
        assertThat(change(household, nobody).rule()).isEqualTo("person-or-number");
        var twoHeads = body("2014-06-01");
        twoHeads.put("relationOfFormerHead", "HEAD");
        var refused = change(household, twoHeads);
        assertThat(refused.field()).isEqualTo("relationOfFormerHead");
        assertThat(refused.rule()).isEqualTo("not-head");
        var third = body("2014-06-01");
        third.put("relations", List.of(Map.of("identityNumber", grandson, "relation", "HEAD")));
        assertThat(change(household, third).rule()).isEqualTo("not-head");
        var stranger = body("2014-06-01");
        stranger.put("newHeadIdentityNumber", TestPersons.newNumber());
        var notAMember = change(household, stranger);
        assertThat(notAMember.reason()).isEqualTo("NOT_A_MEMBER");
        assertThat(notAMember.field()).isEqualTo("newHead");
        assertThat(change(household, body("2014-03-31")).reason()).isEqualTo("BEFORE_THE_OPENING");
        assertThat(heads(household)).isEmpty();

        var described =
                township.step(
                        household,
                        "member-description",
                        Map.of(
                                "identityNumber",
                                son,
                                "details",
                                Map.of("relation", "HEAD"),
                                "describedOn",
                                "2014-06-01"));
        assertThat(described.field()).isEqualTo("details.relation");
        assertThat(described.text()).contains("head-change", "户主变更");
    }

    @Test
    void twice_and_out_of_order() {
        var household = threeGenerations();
        var key = "head-" + household;
        var path = "/households/" + household + "/head-change";
        township.done(township.door.post(path, body("2014-06-01"), key));
        assertThat(township.door.post(path, body("2014-06-01"), key).replayed()).isTrue();
        assertThat(change(household, body("2014-07-01")).reason()).isEqualTo("HEAD_ALREADY");
        var back = body("2014-05-31");
        back.put("newHeadIdentityNumber", old);
        back.remove("relations");
        assertThat(change(household, back).reason()).isEqualTo("BEFORE_PREVIOUS_STEP");
        back.put("changedOn", "2014-08-01");
        township.done(change(household, back));
        assertThat(heads(household)).hasSize(2).last().isEqualTo(Township.headOf(household));
    }
}
