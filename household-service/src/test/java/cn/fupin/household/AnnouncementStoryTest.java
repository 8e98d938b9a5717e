package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.household.household.RegisterDays;
import cn.fupin.household.region.ExitCount.Exits;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was decided is announced 公告, and what came out of poverty is reported upward 脱贫上报. */
class AnnouncementStoryTest {
    private final Township township = Township.ready(20);
    private final JsonNode photo =
            township.done(
                            township.door.upload(
                                    "/evidence?kind=PHOTO&region=" + township.village,
                                    "application/pdf",
                                    "%PDF-1.7 公告栏".getBytes(StandardCharsets.UTF_8),
                                    "announcement-" + UUID.randomUUID()))
                    .json()
                    .path("evidence");

    private Reply announce(String id, String kind, String region, String on, String... households) {
        return township.door.post(
                "/announcements/" + id + "/publication",
                Map.of(
                        "kind",
                        kind,
                        "region",
                        region,
                        "place",
                        "村务公开栏",
                        "householdIds",
                        List.of(households),
                        "decidedBy",
                        Map.of("body", "县扶贫移民局", "documentNo", "盐扶公〔2014〕3号"),
                        "announcedOn",
                        on,
                        "sheet",
                        photo));
    }

    private static String newAnnouncement() {
        return "announcement-" + UUID.randomUUID();
    }

    private Reply report(int households, int persons, String on) {
        var body = new TreeMap<String, Object>();
        body.put("year", 2016);
        body.put("households", households);
        body.put("persons", persons);
        body.put("reportedTo", "县扶贫移民局");
        body.put("documentNo", "镇府〔2017〕1号");
        body.put("reportedOn", on);
        body.put("evidence", List.of(photo));
        return township.door.post("/regions/region-" + township.town + "/exit-report", body);
    }

    private JsonNode last(String stream) {
        return JsonMapper.shared()
                .readTree(
                        Running.service()
                                .bean(JdbcClient.class)
                                .sql(
                                        """
                                        select convert_from(payload, 'UTF8') from events
                                        where stream_id = ? order by sequence desc limit 1
                                        """)
                                .param(stream)
                                .query(String.class)
                                .single());
    }

    /** The county approves, and the village hangs up the list some days later. */
    @Test
    void registered_first_and_announced_by_the_list_that_is_published_later() {
        var household = Township.newHousehold();
        township.done(township.step(household, "application", township.applicationOf(2)));
        township.done(township.survey(household, 200_00));
        township.done(township.assess(household, 38, 1));
        var first = township.noticeOver("FIRST", "2014-04-21", "2014-04-29", household);
        township.done(township.review(household, first, "2014-04-30"));
        var second = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", household);
        var approval = new TreeMap<>(township.registration(second, "2014-05-09"));
        approval.remove("announcedOn");
        township.done(township.step(household, "registration", approval));
        assertThat(last(household).has("announcedOn")).isFalse();
        refused(
                announce(
                        newAnnouncement(),
                        "REGISTRATION",
                        township.village,
                        "2014-05-08",
                        household),
                "NOT_REGISTERED_BY_THEN");
        township.done(
                announce(
                        newAnnouncement(),
                        "REGISTRATION",
                        township.village,
                        "2014-05-12",
                        household));
    }

    @Test
    void registered_and_announced_out_of_poverty_and_announced() {
        var one = township.registered(2);
        var other = township.registered(1);
        var village = township.village;
        refused(
                announce(newAnnouncement(), "REGISTRATION", village, "2014-05-08", one),
                "NOT_REGISTERED_BY_THEN");
        var elsewhere = Township.listed().village;
        refused(
                announce(newAnnouncement(), "REGISTRATION", elsewhere, "2014-05-10", one),
                "HOUSEHOLD_NOT_ON_FILE_THERE");
        var announcement = newAnnouncement();
        township.done(announce(announcement, "REGISTRATION", village, "2014-05-10", one, other));
        assertThat(last(announcement).path("sheet")).isEqualTo(photo);
        assertThat(last(announcement).path("householdIds").size()).isEqualTo(2);
        refused(
                announce(newAnnouncement(), "EXIT", village, "2014-05-10", one),
                "NOT_EXITED_BY_THEN");
        township.done(township.line(township.town, 2015, 2855_00));
        township.exit(one);
        var early = announce(newAnnouncement(), "EXIT", village, "2016-10-19", one);
        refused(early, "NOT_EXITED_BY_THEN");
        assertThat(early.json().path("householdId").asString("")).isEqualTo(one);
        refused(
                announce(newAnnouncement(), "EXIT", village, "2016-10-21", one, other),
                "NOT_EXITED_BY_THEN");
        var exit = newAnnouncement();
        township.done(announce(exit, "EXIT", village, "2016-10-21", one));
        var withdrawal =
                Map.of(
                        "reason",
                        "名单漏列一户",
                        "decidedBy",
                        Township.body("县扶贫移民局"),
                        "withdrawnOn",
                        "2016-10-22");
        township.done("/announcements/" + exit + "/withdrawal", withdrawal);
        refused(
                township.door.post("/announcements/" + exit + "/withdrawal", withdrawal),
                "ALREADY_WITHDRAWN");
    }

    @Test
    void who_moved_since_is_announced_where_it_lay_then_and_counted_once_there() {
        township.done(township.line(township.town, 2015, 2855_00));
        var household = township.registered(2);
        township.exit(household);
        var elsewhere = Township.listed();
        township.done(
                township.step(
                        household,
                        "move",
                        Map.of(
                                "region",
                                elsewhere.village,
                                "reason",
                                "RELOCATION",
                                "movedOn",
                                "2016-12-01")));
        refused(
                announce(newAnnouncement(), "EXIT", elsewhere.village, "2017-01-01", household),
                "HOUSEHOLD_NOT_ON_FILE_THERE");
        township.done(
                announce(newAnnouncement(), "EXIT", township.village, "2016-10-21", household));
        counted(report(1, 2, "2017-01-05"), 1, 2);
        township.done(township.supersede(township.town, "2018-01-01", elsewhere.town));
        assertThat(
                        Running.service()
                                .bean(RegisterDays.class)
                                .of(elsewhere.town, 2016, LocalDate.parse("2018-01-01")))
                .isEqualTo(new Exits(1, 2));
    }

    @Test
    void a_report_stands_beside_what_the_register_has_that_day() {
        township.done(township.line(township.town, 2015, 2855_00));
        var household = township.registered(2);
        township.exit(household);
        counted(report(2, 5, "2016-10-19"), 0, 0);
        counted(report(2, 5, "2017-01-05"), 1, 2);
        assertThat(last("region-" + township.town).path("households").asInt(0)).isEqualTo(2);
        township.done(
                township.door
                        .as("officer-9")
                        .post(
                                "/households/" + household + "/exit-revocation",
                                RelapseTest.revocation("officer-8")));
        // taken back from 2017-05-01 on
        counted(report(1, 2, "2017-04-30"), 1, 2);
        counted(report(0, 0, "2017-05-01"), 0, 0);
    }

    @Test
    void of_32_announcements_and_32_revocations_none_stands_that_came_after()
            throws InterruptedException {
        township.done(township.line(township.town, 2015, 2855_00));
        for (var first = 0; first < 2; first++) {
            var household = township.registered(2);
            township.exit(household);
            var turn = first;
            var replies =
                    AtOnce.run(
                            64, i -> i % 2 == turn ? announceExit(household) : revoke(household));
            var outcomes = AtOnce.outcomes(replies);
            var announced = published(household);
            var refused = 32L - announced;
            assertThat(outcomes.get("OK")).as(outcomes::toString).isEqualTo(1 + announced);
            assertThat(outcomes.getOrDefault("NOT_EXITED_BY_THEN", 0L)).isEqualTo(refused);
            assertThat(outcomes.get("NOT_EXITED")).isEqualTo(31);
            assertThat(publishedAfterTheRevocation(household)).isZero();
            refused(announceExit(household), "NOT_EXITED_BY_THEN");
        }
    }

    private Reply announceExit(String household) {
        return announce(newAnnouncement(), "EXIT", township.village, "2017-06-01", household);
    }

    private Reply revoke(String household) {
        return township.door
                .as("officer-9")
                .post(
                        "/households/" + household + "/exit-revocation",
                        RelapseTest.revocation("officer-8"));
    }

    private static long published(String household) {
        return Running.service()
                .bean(JdbcClient.class)
                .sql(
                        """
                        select count(*) from events
                        where payload_type = 'AnnouncementPublished' and convert_from(payload, 'UTF8') like ?
                        """)
                .param("%" + household + "%")
                .query(Long.class)
                .single();
    }

    private static long publishedAfterTheRevocation(String household) {
        return Running.service()
                .bean(JdbcClient.class)
                .sql(
                        """
                        select count(*) from events
                        where payload_type = 'AnnouncementPublished' and convert_from(payload, 'UTF8') like ?
                          and global_index > (select global_index from events
                                              where payload_type = 'ExitRevoked' and stream_id = ?)
                        """)
                .params("%" + household + "%", household)
                .query(Long.class)
                .single();
    }

    private void counted(Reply reply, int households, int persons) {
        township.done(reply);
        var report = last("region-" + township.town);
        assertThat(report.path("registerHouseholds").asInt(-1)).isEqualTo(households);
        assertThat(report.path("registerPersons").asInt(-1)).isEqualTo(persons);
    }

    private static void refused(Reply reply, String reason) {
        assertThat(reply.reason()).as(reply.text()).isEqualTo(reason);
    }
}
