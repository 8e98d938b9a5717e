package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 撤销清退、撤销销户: an end that was entered by mistake, over HTTP and with what guards it. */
class EndRevocationTest {
    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(5);

    static Reply remove(Township township, String household, String on) {
        return township.step(
                household,
                "removal",
                Map.of(
                        "removedOn",
                        on,
                        "cause",
                        "MISIDENTIFIED",
                        "authority",
                        Township.body("县扶贫移民局")));
    }

    static Map<String, Object> revocation(String on, String approvedBy) {
        return Map.of(
                "revokedOn",
                on,
                "reason",
                "误登",
                "decidedBy",
                Map.of("body", "县脱贫攻坚领导小组", "documentNo", "县扶领〔2014〕9号"),
                "approvedBy",
                approvedBy);
    }

    static Reply revoke(Township township, String household, String on) {
        return township.step(household, "end-revocation", revocation(on, "chief-1"));
    }

    @Test
    void a_removal_taken_back_has_its_persons_and_places_again_and_is_due_a_helper() {
        var household = township.registered(3);
        township.done(helper(household, "2014-06-01"));
        township.done(remove(township, household, "2014-11-01"));
        assertThat(used()).isZero();
        assertThat(claims(household)).isZero();

        var path = "/households/" + household + "/end-revocation";
        assertThat(township.door.post(path, revocation("2014-12-01", "clerk-1")).reason())
                .isEqualTo("APPROVED_BY_WHOEVER_ENTERED");
        assertThat(
                        township.door
                                .as("officer-9")
                                .post(path, revocation("2014-12-01", "clerk-1"))
                                .reason())
                .isEqualTo("APPROVED_BY_WHOEVER_ENDED");
        township.done(
                township.door.as("officer-9").post(path, revocation("2014-12-01", "chief-1")));
        assertThat(used()).isEqualTo(3);
        assertThat(claims(household)).isEqualTo(3);
        assertThat(helpers(household)).isZero();
        township.done(helper(household, "2014-12-01"));
        assertThat(helpers(household)).isEqualTo(1);
        assertThat(revoke(township, household, "2014-12-02").reason()).isEqualTo("NOT_ENDED");
        township.done(township.line(township.town, 2015, 2855_00));
        township.exit(household);
    }

    /** The only member was found dead on a visit, which was entered first. */
    @Test
    void
            what_was_entered_until_an_earlier_end_was_known_counts_in_nothing_but_for_its_revocation() {
        var household = township.registered(1);
        township.done(helper(household, "2014-06-01", "helper-a-" + household));
        township.done(helper(household, "2017-05-05", "helper-b-" + household));
        township.done(
                township.step(
                        household,
                        "visit",
                        Map.of("visitedBy", "helper-b", "visitedOn", "2017-06-05")));
        assertThat(handbook(household)).contains("2017-06-05");
        township.done(
                township.step(
                        household,
                        "dissolution",
                        Map.of("dissolvedOn", "2017-05-01", "cause", "ALL_DECEASED")));
        assertThat(handbook(household)).doesNotContain("2017-06-05");
        assertThat(helped(household))
                .containsExactly("helper-a-" + household + " until 2017-05-01");
        assertThat(claims(household)).isZero();
        assertThat(revoke(township, household, "2017-05-04").reason())
                .isEqualTo("BEFORE_PREVIOUS_STEP");
        township.done(revoke(township, household, "2017-07-01"));
        assertThat(handbook(household)).contains("2017-06-05");
        assertThat(claims(household)).isEqualTo(1);
    }

    private Reply helper(String household, String on, String helperId) {
        return township.step(
                household,
                "helper",
                Map.of("helperId", helperId, "helperUnit", "县水务局", "assignedOn", on));
    }

    private String handbook(String household) {
        return Readback.ofPdf(
                township.door.download("/households/" + household + "/documents/handbook"));
    }

    private List<String> helped(String household) {
        return db.sql(
                        """
                        select helper_id || ' until ' || until from helper_time
                        where household_id = ? order by since
                        """)
                .param(household)
                .query(String.class)
                .list();
    }

    @Test
    void whoever_is_another_households_by_now_stands_in_its_way_and_is_named() {
        var number = TestPersons.newNumber();
        var ended = Township.newHousehold();
        var member = TestPersons.person("王小明", "HEAD", number);
        township.done(township.step(ended, "record", township.recording(member)));
        township.done(township.dissolve(ended, "2015-01-01"));
        var other = onFile();
        var joining = TestPersons.person("王小明", "OTHER", number);
        township.done(township.join(other, joining, "MOVED_IN", "2015-02-01"));

        var refused = revoke(township, ended, "2015-06-01");
        assertThat(refused.reason()).isEqualTo("PERSON_IN_ANOTHER_HOUSEHOLD");
        assertThat(refused.json().path("householdId").asString()).isEqualTo(other);
        township.done(township.leave(other, number, "MOVED_OUT", "2015-07-01"));
        // on no day in two: the other had the person until then
        assertThat(revoke(township, ended, "2015-06-30").reason())
                .isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        township.done(revoke(township, ended, "2015-07-01"));
        assertThat(township.join(other, joining, "MOVED_IN", "2015-08-01").reason())
                .isEqualTo("PERSON_IN_ANOTHER_HOUSEHOLD");
    }

    @Test
    void whoever_died_in_another_household_meanwhile_does_not_come_back() {
        var number = TestPersons.newNumber();
        var ended = Township.newHousehold();
        var member = TestPersons.person("王小明", "HEAD", number);
        township.done(township.step(ended, "record", township.recording(member)));
        township.done(township.dissolve(ended, "2015-01-01"));
        var other = onFile();
        var joining = TestPersons.person("王小明", "OTHER", number);
        township.done(township.join(other, joining, "MOVED_IN", "2015-02-01"));
        township.done(township.leave(other, number, "DEATH", "2015-07-01"));
        assertThat(revoke(township, ended, "2015-08-01").reason()).isEqualTo("PERSON_DIED");
    }

    /** 自然销户 because the head was believed dead: both are taken back. */
    @Test
    void a_death_that_led_to_the_end_comes_to_nothing_with_it() {
        var dead = TestPersons.newNumber();
        var household = Township.newHousehold();
        var member = TestPersons.person("王小红", "SPOUSE", dead);
        township.done(
                township.step(
                        household,
                        "record",
                        township.recording(
                                TestPersons.person("王小明", "HEAD", TestPersons.newNumber()),
                                member)));
        township.done(township.leave(household, dead, "DEATH", "2015-01-01"));
        township.done(township.dissolve(household, "2015-01-01"));
        township.done(revoke(township, household, "2015-03-01"));
        township.done(township.join(household, member, "RETURNED", "2015-01-01"));
        assertThat(claims(household)).isEqualTo(2);
    }

    @Test
    void places_that_others_have_by_now_are_not_taken_twice() {
        var household = township.registered(3);
        township.done(remove(township, household, "2014-11-01"));
        var other = Township.newHousehold();
        var notice = township.reviewed(other, 4);
        township.done(township.register(other, notice, "2014-11-01"));
        var refused = revoke(township, household, "2014-12-01");
        assertThat(refused.reason()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(refused.json().path("needed").asInt()).isEqualTo(3);
        assertThat(refused.json().path("left").asInt()).isEqualTo(1);
        assertThat(claims(household)).isZero();
        township.done(remove(township, other, "2014-12-01"));
        township.done(revoke(township, household, "2014-12-01"));
        assertThat(used()).isEqualTo(3);
    }

    @Test
    void an_application_under_way_goes_on_where_it_stood() {
        var household = Township.newHousehold();
        township.done(township.step(household, "application", township.applicationOf(2)));
        township.done(township.survey(household, 100_00));
        township.done(township.assess(household, 30, 2));
        township.done(township.dissolve(household, "2014-04-15"));
        assertThat(township.post(Township.newNotice(), "FIRST", "2014-04-21", household).reason())
                .isEqualTo("HOUSEHOLD_AT_ANOTHER_STEP");
        township.done(revoke(township, household, "2014-04-20"));
        var notice = township.noticeOver("FIRST", "2014-04-21", "2014-04-29", household);
        township.done(township.review(household, notice, "2014-04-29"));
    }

    /** Of a removal's many who want it taken back, and those who take its person, one is done. */
    @Test
    void of_many_who_want_the_person_at_once_one_has_it() throws InterruptedException {
        var number = TestPersons.newNumber();
        var ended = Township.newHousehold();
        township.done(
                township.step(
                        ended,
                        "record",
                        township.recording(TestPersons.person("王小明", "HEAD", number))));
        township.done(township.dissolve(ended, "2015-01-01"));
        var other = onFile();
        var joining = TestPersons.person("王小明", "OTHER", number);
        var replies =
                AtOnce.run(
                        16,
                        i ->
                                i % 2 == 0
                                        ? revoke(township, ended, "2015-02-01")
                                        : township.join(other, joining, "MOVED_IN", "2015-02-01"));
        assertThat(AtOnce.outcomes(replies)).containsEntry("OK", 1L);
    }

    private String onFile() {
        var household = Township.newHousehold();
        township.done(
                township.step(
                        household,
                        "record",
                        township.recording(
                                TestPersons.person("李大山", "HEAD", TestPersons.newNumber()))));
        return household;
    }

    private Reply helper(String household, String on) {
        var helper = new LinkedHashMap<String, Object>();
        helper.put("helperId", "helper-" + township.town);
        helper.put("helperUnit", "县林业局");
        helper.put("assignedOn", on);
        return township.step(household, "helper", helper);
    }

    private int helpers(String household) {
        return db.sql("select count(*) from helper_household where household_id = ?")
                .param(household)
                .query(Integer.class)
                .single();
    }

    private int claims(String household) {
        return db.sql("select count(*) from active_person where household_id = ?")
                .param(household)
                .query(Integer.class)
                .single();
    }

    private int used() {
        return db.sql("select used_persons from quota where division = ? and year = 2014")
                .param(township.town)
                .query(Integer.class)
                .single();
    }
}
