package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 更正成员增减日期, over HTTP: the day of coming or going, and what another household has to say to it. */
class MemberDayCorrectionTest {
    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(20);

    @Test
    void the_day_of_coming_is_corrected_and_the_form_of_a_day_between_has_the_member() {
        var household = onFile();
        var number = TestPersons.newNumber();
        township.done(
                township.join(
                        household,
                        TestPersons.person("曲小花", "CHILD", number),
                        "MOVED_IN",
                        "2015-06-01"));
        assertThat(form(household, "2015-04-01")).doesNotContain("曲**");
        township.done(correct(household, "MemberJoined", "2015-03-01"));
        assertThat(form(household, "2015-04-01")).contains("曲**");
        assertThat(correct(household, "MemberJoined", "2015-03-01").reason())
                .isEqualTo("RECORDED_SO_ALREADY");
        township.done(correct(household, "MemberJoined", "2015-05-01"));
        assertThat(form(household, "2015-04-01")).doesNotContain("曲**");
        township.done(township.leave(household, number, "MOVED_OUT", "2015-05-01"));
    }

    @Test
    void not_to_a_day_on_which_the_person_was_in_another_household() {
        var number = TestPersons.newNumber();
        var first = onFile();
        var second = onFile();
        var person = TestPersons.person("曲小花", "CHILD", number);
        township.done(township.join(first, person, "MOVED_IN", "2015-01-01"));
        township.done(township.leave(first, number, "MOVED_OUT", "2015-06-01"));
        township.done(township.join(second, person, "MOVED_IN", "2015-06-10"));
        assertThat(correct(second, "MemberJoined", "2015-05-31").reason())
                .isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        // left later than the other one says the person came: refused, until the other is corrected
        var refused = correct(first, "MemberLeft", "2015-06-11");
        assertThat(refused.reason()).isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        assertThat(refused.json().path("field").asString()).isEqualTo("rightDay");
        assertThat(refused.json().path("householdId").asString()).isEqualTo(second);
        township.done(correct(first, "MemberLeft", "2015-05-22"));
        township.done(correct(second, "MemberJoined", "2015-05-31"));
        assertThat(correct(second, "MemberJoined", "2015-05-21").reason())
                .isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        township.done(correct(first, "MemberLeft", "2015-05-31"));
    }

    /** Who is on no list of members by then: what is compared is what was recorded of both. */
    @Test
    void nor_of_a_person_who_is_in_neither_any_more() {
        var number = TestPersons.newNumber();
        var first = onFile();
        var second = onFile();
        var person = TestPersons.person("曲小花", "CHILD", number);
        township.done(township.join(first, person, "MOVED_IN", "2015-01-01"));
        township.done(township.leave(first, number, "MOVED_OUT", "2015-03-01"));
        township.done(township.join(second, person, "MOVED_IN", "2015-06-01"));
        township.done(township.leave(second, number, "MOVED_OUT", "2015-07-01"));
        assertThat(correct(first, "MemberLeft", "2015-06-02").reason())
                .isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        township.done(correct(first, "MemberLeft", "2015-06-01"));
        township.done(correct(second, "MemberLeft", "2015-08-01"));
        assertThat(township.join(first, person, "RETURNED", "2015-07-15").reason())
                .isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        township.done(correct(second, "MemberLeft", "2015-06-20"));
        township.done(township.join(first, person, "RETURNED", "2015-07-15"));
    }

    @Test
    void of_two_who_say_at_once_that_the_person_was_theirs_one_is_told_of_the_other()
            throws InterruptedException {
        for (var round = 0; round < 8; round++) {
            var number = TestPersons.newNumber();
            var first = onFile();
            var second = onFile();
            var person = TestPersons.person("曲小花", "CHILD", number);
            township.done(township.join(first, person, "MOVED_IN", "2015-01-01"));
            township.done(township.leave(first, number, "MOVED_OUT", "2015-03-01"));
            township.done(township.join(second, person, "MOVED_IN", "2015-06-01"));
            // from March to June it was nobody's: it left the one later, or came sooner to the
            // other
            var replies =
                    AtOnce.run(
                            2,
                            i ->
                                    i == 0
                                            ? correct(first, "MemberLeft", "2015-05-01")
                                            : correct(second, "MemberJoined", "2015-04-01"));
            assertThat(AtOnce.outcomes(replies))
                    .isEqualTo(Map.of("OK", 1L, "IN_ANOTHER_HOUSEHOLD_THEN", 1L));
        }
    }

    /** What is told with the coming is told of the member, on whatever day that is. */
    @Test
    void what_was_told_with_the_coming_goes_with_it_to_a_later_day() {
        var household = onFile();
        var child = new HashMap<>(TestPersons.person("曲小花", "CHILD", TestPersons.newNumber()));
        child.put("details", Map.of("health", "CHRONIC_ILLNESS"));
        township.done(township.join(household, child, "MOVED_IN", "2015-06-01"));
        assertThat(form(household, "2015-06-01")).contains("曲**", "慢性病");
        township.done(correct(household, "MemberJoined", "2015-09-01"));
        assertThat(form(household, "2015-08-31")).doesNotContain("曲**");
        assertThat(form(household, "2015-09-01")).contains("曲**", "慢性病");
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

    private String form(String household, String asOf) {
        var path = "/households/" + household + "/documents/form?format=xlsx&asOf=" + asOf;
        return Readback.ofXlsx(township.door.download(path));
    }

    private Reply correct(String household, String type, String rightDay) {
        var event =
                db.sql(
                                """
                                select event_id from events where stream_id = ? and payload_type = ?
                                order by sequence desc limit 1
                                """)
                        .params(household, type)
                        .query(String.class)
                        .single();
        return township.step(
                household,
                "member-day-correction",
                Map.of(
                        "correctsEventId",
                        event,
                        "rightDay",
                        rightDay,
                        "reason",
                        "与户口簿不符",
                        "approvedBy",
                        "chief-1",
                        "correctedOn",
                        "2016-01-10"));
    }
}
