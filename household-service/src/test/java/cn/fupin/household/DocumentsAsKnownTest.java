package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.documents.page.Readback;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A paper as it was when less was known, and what hung, as it hung. */
class DocumentsAsKnownTest {
    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(40);

    /** As reporting writes it: all that is recorded by now of the household, and nothing later. */
    private String known(String stream) {
        var last =
                """
                select max(p.position) from events e left join positions p using (global_index)
                where e.stream_id = ? and e.sequence = (select max(sequence) from events where stream_id = e.stream_id)
                """;
        await().until(() -> db.sql(last).param(stream).query(Long.class).optional().isPresent());
        return "household:" + db.sql(last).param(stream).query(Long.class).single();
    }

    private String words(String path) {
        return Readback.ofXlsx(township.door.download(path));
    }

    private void cameLate(String household) {
        township.done(
                township.join(
                        household,
                        TestPersons.person("王小花", "CHILD", TestPersons.newNumber()),
                        "MOVED_IN",
                        "2014-06-01"));
    }

    @Test
    void a_succession_that_was_taken_back_since_stands_on_a_paper_of_before() {
        var heir = Township.ready(10);
        township.registered(1);
        township.done(township.supersede(township.village, "2015-09-01", heir.village));
        var then = known("region-" + township.village);
        township.done(WrongPlacesTest.takenBack(township, township.village, "RegionSuperseded"));
        var register =
                "/villages/%s/documents/register?format=xlsx&asOf=2015-12-31"
                        .formatted(township.village);
        assertThat(words(register)).doesNotContain("撤并");
        assertThat(words(register + "&known=" + then)).contains("撤并");
    }

    @Test
    void what_was_entered_later_is_not_in_a_paper_of_what_was_known_before() {
        var household = township.registered(4);
        var then = known(household);
        cameLate(household);
        var asOf = "?format=xlsx&asOf=2015-12-31";
        var register = "/villages/" + township.village + "/documents/register" + asOf;
        assertThat(words(register)).contains("合计 1 户 5 人").doesNotContain("已录入");
        assertThat(words(register + "&known=" + then))
                .contains("合计 1 户 4 人", "其后的补录和更正未计入", "已录入至");
        for (var form : List.of("form", "handbook", "clear-card")) {
            var path = "/households/%s/documents/%s%s".formatted(household, form, asOf);
            assertThat(words(path + "&known=" + then)).as(form).contains("其后的补录和更正未计入");
            assertThat(words(path)).as(form).doesNotContain("其后的补录和更正未计入");
        }
        var ledger = "/villages/" + township.village + "/documents/help-ledger" + asOf;
        assertThat(words(ledger + "&known=" + then)).contains("其后的补录和更正未计入");
        for (var place : List.of("villages/" + township.village, "townships/" + township.town)) {
            var archive = "/" + place + "/documents/archive?asOf=2015-12-31";
            assertThat(township.door.download(archive + "&known=" + then))
                    .as(place)
                    .isEqualTo(township.door.download(archive + "&known=" + then))
                    .isNotEqualTo(township.door.download(archive));
        }
    }

    @Test
    void of_what_was_not_recorded_by_then_there_is_no_paper() {
        var before = known(township.registered(1));
        var household = township.registered(1);
        var form = "/households/" + household + "/documents/form";
        var today = Shanghai.dateOf(Instant.now());
        assertThat(township.door.get(form + "?known=" + before).reason())
                .isEqualTo("NOT_KNOWN_BY_THEN");
        assertThat(township.door.get(form + "?known=" + today.minusDays(1)).reason())
                .isEqualTo("NOT_KNOWN_BY_THEN");
        known(household);
        assertThat(township.door.download(form + "?known=" + today)).isNotEmpty();
        for (var wrong : List.of("2999-01-01", "soon", "project:3", "household:")) {
            var refused = township.door.get(form + "?known=" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.rule()).as(wrong).isEqualTo("day-or-position");
        }
        var nobody = "/households/" + Township.newHousehold() + "/documents/form?known=" + before;
        assertThat(township.door.get(nobody).status()).isEqualTo(404);
        // full names are those of today
        assertThat(township.door.post(form + "?known=" + before, Map.of("reason", "核对")).status())
                .isEqualTo(400);
    }

    /** 已张贴的名单不因更正而改变; but whose data were erased is hidden, by whatever id. */
    @Test
    void a_list_that_is_printed_again_is_the_list_that_hung() {
        var household = Township.newHousehold();
        var notice = township.reviewed(household, 2);
        var list = "/notices/" + notice + "/documents/list?format=xlsx";
        known(notice);
        var hung = township.door.download(list);
        assertThat(Readback.ofXlsx(hung)).contains("王**", "合计 1 户 2 人");
        township.done(township.register(household, notice, "2014-05-09"));
        cameLate(household);
        var head = Township.headOf(household);
        corrected(household, head, "name", "欧阳小明");
        assertThat(township.door.download(list)).isEqualTo(hung);
        corrected(household, head, "newIdentityNumber", TestPersons.newNumber());
        assertThat(township.door.download(list)).isEqualTo(hung);
        var form = "/households/" + household + "/documents/form?format=xlsx&asOf=2014-05-01";
        assertThat(words(form)).contains("欧阳**");
        erased(headNow(household));
        assertThat(words(list)).contains("（已删除）", "合计 1 户 2 人").doesNotContain("王**", "欧阳");
    }

    @Test
    void a_list_of_an_announcement_stays_as_it_was_published() {
        var household = township.registered(3);
        var announcement = "announcement-" + UUID.randomUUID();
        township.done(
                "/announcements/" + announcement + "/publication",
                Map.of(
                        "kind",
                        "REGISTRATION",
                        "region",
                        township.village,
                        "place",
                        "村务公开栏",
                        "announcedOn",
                        "2014-06-10",
                        "decidedBy",
                        Township.body("县扶贫移民局"),
                        "householdIds",
                        List.of(household)));
        known(announcement);
        var list = "/announcements/" + announcement + "/documents/list?format=xlsx";
        var published = township.door.download(list);
        assertThat(Readback.ofXlsx(published)).contains("合计 1 户 3 人");
        cameLate(household);
        assertThat(township.door.download(list)).isEqualTo(published);
    }

    private void corrected(String household, String person, String field, String value) {
        var body = new TreeMap<String, Object>();
        body.put("personId", person);
        body.put("differsBecause", "抄错");
        body.put("reason", "与户口簿不符");
        body.put("approvedBy", "chief-1");
        body.put("correctedOn", "2016-03-01");
        body.put(field, value);
        township.done(township.step(household, "member-correction", body));
    }

    private String headNow(String household) {
        return db.sql(
                        """
                        select convert_from(payload, 'UTF8')::json -> 'member' ->> 'personId' from events
                        where stream_id = ? and payload_type = 'MemberNumberCorrected'
                        """)
                .param(household)
                .query(String.class)
                .single();
    }

    private void erased(String person) {
        var officer = "data-protection-officer";
        var one = township.door.as("officer-1", officer, Township.COUNTY);
        var two = township.door.as("officer-2", officer, Township.COUNTY);
        township.done(
                one.post("/persons/" + person + "/erasure-request", Map.of("reason", "本人申请")));
        township.done(
                two.post(
                        "/persons/" + person + "/erasure",
                        Map.of("decidedBy", Township.body("县扶贫移民局"))));
    }
}
