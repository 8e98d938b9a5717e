package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.backbone.testing.DoorClient.Reply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The national list, and that the nearest division's rule of the day holds. */
class RegionsAndRulesTest {
    private final Township township = Township.listed();
    private final JdbcClient db = Running.service().bean(JdbcClient.class);

    @Test
    void an_id_without_its_kind_in_front_is_told_what_it_should_begin_with() {
        var township = Township.listed();
        var body = Map.of("heldOn", "2014-05-01", "classes", 1, "personTimes", 30);
        var bare = township.door.post("/regions/" + township.town + "/training", body);
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.field()).isEqualTo("regionId");
        assertThat(bare.rule()).isEqualTo("id-region");
        assertThat(bare.text()).contains("应以 region- 开头", "must begin with region-");
        var unlisted = township.town.substring(0, 9) + "299";
        var unknown = township.door.post("/regions/region-" + unlisted + "/training", body);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.field()).isEqualTo("regionId");
    }

    @Test
    void a_real_place_goes_by_its_name_in_the_national_list() {
        refused(
                township.list("513423106000", "平地镇", "TOWNSHIP", Township.COUNTY, false),
                "NAME_DIFFERS_FROM_NATIONAL_LIST");
        refused(
                township.list("513423106000", "平川镇", "TOWNSHIP", Township.COUNTY, true),
                "SAMPLE_HAS_A_REAL_CODE");
        refused(
                township.list("513423999000", "平川镇", "TOWNSHIP", Township.COUNTY, false),
                "CODE_NOT_IN_NATIONAL_LIST");
        refused(
                township.list("513423001001", "政府街社区居民委员会", "VILLAGE", "513423001000", false),
                "PARENT_NOT_LISTED");
        township.done(township.list("513423106000", "平川镇", "TOWNSHIP", Township.COUNTY, false));
        refused(
                township.list("513423106000", "平川镇", "TOWNSHIP", Township.COUNTY, false),
                "ALREADY_LISTED");
        township.done(township.list("513423001000", "盐井街道", "TOWNSHIP", Township.COUNTY, false));
        township.done(
                township.list("513423001001", "政府街社区居民委员会", "VILLAGE", "513423001000", false));
        assertThat(payload("region-513423001001"))
                .contains("\"official\":true", "\"divisionsOf\":\"2023-06-30\"");
        assertThat(payload("region-" + township.town))
                .contains("\"official\":false", "\"sample\":true");
    }

    @Test
    void a_county_is_loaded_once_however_many_ask_first() throws InterruptedException {
        var replies =
                AtOnce.run(8, _ -> township.list("110101000000", "东城区", "COUNTY", null, false));
        assertThat(AtOnce.outcomes(replies)).isEqualTo(Map.of("OK", 1L, "ALREADY_LISTED", 7L));
        assertThat(
                        db.sql("select count(*) from divisions where code like '110101%'")
                                .query(Integer.class)
                                .single())
                .isGreaterThan(100);
    }

    @Test
    void a_notice_hangs_as_long_as_the_nearest_rule_of_its_day_says() {
        township.done(
                township.rule(township.village, "first-notice-days", 10, "day", "2015-01-01"));
        var household = Township.newHousehold();
        township.done(township.step(household, "application", township.applicationOf(2)));
        township.done(township.survey(household, 100_00));
        township.done(township.assess(household, 30, 2));
        var before = Township.newNotice();
        township.done(township.post(before, "FIRST", "2014-12-31", household));
        assertThat(township.close(before, "2015-01-07").reason())
                .isEqualTo("BEFORE_LEGAL_DURATION");
        township.done(township.close(before, "2015-01-08"));
        var after = Township.newNotice();
        township.done(township.post(after, "FIRST", "2015-01-01", household));
        var early = township.close(after, "2015-01-11");
        assertThat(early.reason()).isEqualTo("BEFORE_LEGAL_DURATION");
        assertThat(early.json().path("earliest").asString()).isEqualTo("2015-01-12");
        township.done(township.close(after, "2015-01-12"));
        refused(
                township.post(Township.newNotice(), "FIRST", "2013-12-31", household),
                "NO_RULE_FOR_DAYS");
        refused(
                township.rule(township.village, "first-notice-days", 3, "day", "2014-06-01"),
                "NOT_AFTER_THE_RULE_IN_FORCE");
    }

    @Test
    void a_household_is_measured_by_the_nearest_line_of_the_year() {
        township.done(township.line(township.village, 2013, 3000_00));
        township.done(
                "/quotas/quota-" + township.town + "-2014/allocation",
                township.quota(township.town, 10));
        var household = Township.newHousehold();
        township.done(township.step(household, "application", township.applicationOf(1)));
        township.done(township.survey(household, 2999_99));
        township.done(township.assess(household, 30, 1));
        township.done(
                township.review(
                        household,
                        township.noticeOver("FIRST", "2014-04-21", "2014-04-29", household),
                        "2014-04-29"));
        township.done(
                township.register(
                        household,
                        township.noticeOver("SECOND", "2014-05-01", "2014-05-09", household),
                        "2014-05-09"));
        assertThat(
                        db.sql(
                                        "select convert_from(payload, 'UTF8') from events where stream_id = ? and payload_type = 'HouseholdRegistered'")
                                .param(household)
                                .query(String.class)
                                .single())
                .contains(
                        "\"povertyLineId\":\"povertyline-" + township.village + "-2013\"",
                        "\"lineFenPerYear\":300000");
    }

    @Test
    void the_standard_that_the_county_names_says_whose_line_it_is() {
        township.line("510000000000", 2013, 3000_00);
        township.done(
                "/quotas/quota-" + township.town + "-2014/allocation",
                township.quota(township.town, 10));
        var household = Township.newHousehold();
        township.done(township.step(household, "application", township.applicationOf(1)));
        township.done(township.survey(household, 2800_00));
        township.done(township.assess(household, 30, 1));
        township.done(
                township.review(
                        household,
                        township.noticeOver("FIRST", "2014-04-21", "2014-04-29", household),
                        "2014-04-29"));
        var second = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", household);
        var national = township.register(household, second, "2014-05-09");
        refused(national, "INCOME_NOT_BELOW_LINE");
        assertThat(national.json().path("povertyLineId").asString())
                .isEqualTo("povertyline-" + township.town + "-2013");
        var registration = new TreeMap<>(township.registration(second, "2014-05-09"));
        registration.put("standard", "PROVINCIAL");
        township.done(township.step(household, "registration", registration));

        var city = new TreeMap<String, Object>();
        city.put("standard", "CITY");
        city.put("decidedBy", Township.body("县"));
        city.put("reclassifiedOn", "2014-06-01");
        refused(township.step(household, "reclassification", city), "INCOME_NOT_BELOW_LINE");
        city.remove("standard");
        city.put("householdType", "DIBAO_POOR");
        township.done(township.step(household, "reclassification", city));
    }

    @Test
    void
            a_household_of_an_ended_village_goes_by_the_lines_rules_and_quotas_of_what_came_after_it() {
        township.done(
                "/quotas/quota-" + township.town + "-2014/allocation",
                township.quota(township.town, 10));
        var household = township.registered(2);
        var heir = Township.listed();
        township.done(township.supersede(township.village, "2014-06-01"));
        township.done(township.supersede(township.town, "2014-06-01", heir.town));
        refused(
                township.step(
                        Township.newHousehold(),
                        "record",
                        township.recording(
                                TestPersons.person("王小明", "HEAD", TestPersons.newNumber()))),
                "VILLAGE_SUPERSEDED");

        township.done(heir.line(heir.town, 2015, 2855_00));
        township.done(heir.line(heir.town, 2016, 2952_00));
        township.exit(household);
        var relapse = relapse();
        refused(township.step(household, "relapse", relapse), "QUOTA_UNKNOWN");
        var quota = new TreeMap<>(heir.quota(heir.town, 3));
        quota.put("year", 2017);
        quota.put("allocatedOn", "2017-01-10");
        township.done("/quotas/quota-" + heir.town + "-2017/allocation", quota);
        township.done(township.step(household, "relapse", relapse));
        assertThat(used(heir.town)).isEqualTo(2);

        // a quota that comes late in the ended township does not count them a second time
        var late = new TreeMap<>(quota);
        late.put("region", township.town);
        township.done("/quotas/quota-" + township.town + "-2017/allocation", late);
        assertThat(used(township.town)).isZero();
        township.done(
                township.step(
                        household,
                        "removal",
                        Map.of(
                                "removedOn",
                                "2017-04-01",
                                "cause",
                                "MISIDENTIFIED",
                                "authority",
                                Township.body("县"))));
        assertThat(used(heir.town)).isZero();
        assertThat(used(township.town)).isZero();
    }

    private int used(String division) {
        return db.sql("select used_persons from quota where division = ? and year = 2017")
                .param(division)
                .query(Integer.class)
                .single();
    }

    static Map<String, Object> relapse() {
        return Map.of(
                "relapsedOn",
                "2017-03-01",
                "cause",
                "ILLNESS",
                "incomeYear",
                2016,
                "incomeFenPerHead",
                1000_00,
                "quotaYear",
                2017,
                "decidedBy",
                Township.body("县"));
    }

    @Test
    void who_says_a_group_names_one_of_the_village_once_its_groups_are_listed() {
        var someone = TestPersons.person("王小明", "HEAD", TestPersons.newNumber());
        var anyGroup = new TreeMap<>(township.recording(someone));
        anyGroup.put("group", "河坝组");
        township.done(township.step(Township.newHousehold(), "record", anyGroup));

        var group = "/regions/region-" + township.village + "/group";
        township.done(group, Map.of("group", "02", "name", "大湾组", "listedOn", "2014-01-01"));
        var another = TestPersons.person("王小红", "HEAD", TestPersons.newNumber());
        var recording = new TreeMap<>(township.recording(another));
        recording.put("group", "河坝组");
        var household = Township.newHousehold();
        var refused = township.step(household, "record", recording);
        assertThat(refused.reason()).isEqualTo("GROUP_NOT_LISTED");
        assertThat(refused.json().path("field").asString()).isEqualTo("group");
        assertThat(refused.json().path("listed").path(0).asString()).isEqualTo("02 大湾组");
        recording.put("group", "2组");
        township.done(township.step(household, "record", recording));
    }

    @Test
    void no_division_comes_after_itself_however_many_close_the_circle_at_once()
            throws InterruptedException {
        var others = List.of(township, Township.listed(), Township.listed());
        var replies =
                AtOnce.run(
                        3,
                        i ->
                                township.supersede(
                                        others.get(i).town,
                                        "2019-12-01",
                                        others.get((i + 1) % 3).town));
        assertThat(AtOnce.outcomes(replies)).isEqualTo(Map.of("OK", 2L, "SUCCEEDS_ITSELF", 1L));
        refused(
                township.supersede(township.village, "2019-12-01", township.village),
                "SUCCEEDS_ITSELF");
        refused(
                township.supersede(township.village, "2019-12-01", "513423888201"),
                "SUCCESSOR_NOT_LISTED");
    }

    @Test
    void a_ceiling_rises_above_the_number_by_no_more_than_the_rule_of_the_day() {
        township.done(
                township.rule(township.town, "quota-rise-percent", 10, "percent", "2014-01-01"));
        var quota = new TreeMap<>(township.quota(township.town, 1020));
        quota.put("persons", 927);
        var path = "/quotas/quota-" + township.town + "-2014/allocation";
        var refused = township.door.post(path, quota);
        refused(refused, "CEILING_ABOVE_THE_RISE");
        assertThat(refused.json().path("mostPersons").asInt()).isEqualTo(1019);
        quota.put("ceilingPersons", 1019);
        township.done(path, quota);
    }

    @Test
    void what_is_known_of_a_place_is_recorded_and_nothing_of_the_future() {
        var facts = "/regions/region-" + township.town + "/facts";
        var fact =
                new TreeMap<String, Object>(
                        Map.of(
                                "measure",
                                "area",
                                "value",
                                new BigDecimal("468.23"),
                                "unit",
                                "km2",
                                "approximate",
                                false,
                                "asOf",
                                "2013-12-31"));
        township.done(facts, fact);
        fact.put("asOf", LocalDate.now(Shanghai.ZONE).plusDays(2).toString());
        refused(township.door.post(facts, fact), "IN_THE_FUTURE");
        refused(
                township.door.post(
                        "/regions/region-" + township.town + "/poor-village",
                        Map.of("identifiedOn", "2014-06-01", "decidedBy", Township.body("县"))),
                "NOT_A_VILLAGE");
        assertThat(
                        township.door
                                .post(
                                        "/regions/region-513423777000/training",
                                        Map.of(
                                                "heldOn",
                                                "2014-06-01",
                                                "classes",
                                                1,
                                                "personTimes",
                                                1))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void a_place_goes_by_its_digits_in_a_body() {
        var id = "region-" + township.town;
        var named =
                township.door.post(
                        "/quotas/quota-" + id + "-2014/allocation", township.quota(id, 9));
        assertThat(named.status()).isEqualTo(400);
        assertThat(named.field()).isEqualTo("region");
        assertThat(named.text()).contains("不带 region- 前缀");
    }

    private String payload(String stream) {
        return db.sql("select convert_from(payload, 'UTF8') from events where stream_id = ?")
                .param(stream)
                .query(String.class)
                .single();
    }

    private static void refused(Reply reply, String reason) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(409);
        assertThat(reply.reason()).isEqualTo(reason);
    }
}
