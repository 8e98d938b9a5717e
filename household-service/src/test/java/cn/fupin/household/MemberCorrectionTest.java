package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A name or an identity number that was entered wrongly, and whose it is in truth. */
class MemberCorrectionTest {
    private static final String ON = "2016-03-01";

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(200);

    private static Map<String, Object> body(String field, String value) {
        var body = new TreeMap<String, Object>();
        body.put("differsBecause", "抄错号码");
        body.put("reason", "与户口簿不符");
        body.put("approvedBy", "chief-1");
        body.put("correctedOn", ON);
        body.put(field, value);
        return body;
    }

    private Reply correct(String household, Map<String, Object> body) {
        return township.step(household, "member-correction", body);
    }

    private Reply renamed(String household, String person, String name) {
        var body = body("name", name);
        body.put("personId", person);
        return correct(household, body);
    }

    private Reply renumbered(String household, String was, String number) {
        var body = body("newIdentityNumber", number);
        body.put("identityNumber", was);
        return correct(household, body);
    }

    private String onFile(String name, String number) {
        var household = Township.newHousehold();
        var head = TestPersons.person(name, "HEAD", number);
        head.put("phone", "13900001234");
        var child = TestPersons.person("王小双", "CHILD", TestPersons.newNumber());
        township.done(township.step(household, "record", township.recording(head, child)));
        return household;
    }

    private String personOf(String household) {
        return db.sql(
                        """
                        select identified_as from unnumbered_person join active_person a
                        on a.person_id = identified_as where household_id = ?
                        """)
                .param(household)
                .query(String.class)
                .single();
    }

    private long members(String household) {
        return db.sql("select count(*) from active_person where household_id = ?")
                .param(household)
                .query(Long.class)
                .single();
    }

    private Reply told(String person) {
        return township.door.post(
                "/persons/" + person + "/reveal",
                Map.of(
                        "fields",
                        List.of("NAME", "IDENTITY_NUMBER", "PHONE"),
                        "purpose",
                        "VERIFICATION",
                        "reason",
                        "核对"));
    }

    private String form(String household, String asOf) {
        var path = "/households/" + household + "/documents/form?format=xlsx&asOf=" + asOf;
        return Readback.ofXlsx(township.door.download(path));
    }

    @Test
    void a_name_is_corrected_wherever_it_is_shown() {
        var household = onFile("王小明", TestPersons.newNumber());
        var person = Township.headOf(household);
        assertThat(form(household, "2015-01-01")).contains("王**").doesNotContain("欧阳");
        township.done(renamed(household, person, "欧阳小明"));
        assertThat(told(person).json().at("/told/NAME").asString()).isEqualTo("欧阳小明");
        assertThat(told(person).json().at("/told/PHONE").asString()).isEqualTo("13900001234");
        // so it was all along
        assertThat(form(household, "2015-01-01")).contains("欧阳**");
        assertThat(form(household, ON)).contains("欧阳**");
        var kit = "/villages/" + township.village + "/visit-kit";
        assertThat(Readback.ofXlsx(township.door.download(kit))).contains("欧阳**");
        assertThat(renamed(household, person, "欧阳小明").reason()).isEqualTo("RECORDED_SO_ALREADY");
        assertThat(members(household)).isEqualTo(2);
    }

    @Test
    void what_is_wrong_is_refused_and_changes_nothing() {
        var number = TestPersons.newNumber();
        var household = onFile("王小明", number);
        var person = Township.headOf(household);
        var nothing = body("personId", person);
        assertThat(correct(household, nothing).rule()).isEqualTo("says-something");
        assertThat(correct(household, body("name", "王大明")).rule()).isEqualTo("person-or-number");
        assertThat(renamed(household, person, "王1明").rule()).isEqualTo("no-digits");
        for (var fullName : List.of("王小明", "王大明")) {
            var telling = body("name", "王大明");
            telling.put("personId", person);
            telling.put("reason", "应为" + fullName);
            assertThat(correct(household, telling).rule()).isEqualTo("without-the-name");
        }
        var checked = renumbered(household, number, "999999196803120019");
        assertThat(checked.status()).isEqualTo(400);
        assertThat(checked.field()).isEqualTo("newIdentityNumber");
        assertThat(checked.text()).doesNotContain("999999196803120019");
        var later = renumbered(household, number, TestPersons.newNumber("2017", true));
        assertThat(later.rule()).isEqualTo("born-before-correction");
        var alone = body("name", "王大明");
        alone.put("personId", person);
        alone.put("approvedBy", "clerk-1");
        assertThat(correct(household, alone).reason()).isEqualTo("APPROVED_BY_WHOEVER_ENTERED");
        alone.put("approvedBy", "chief-1");
        alone.put("correctedOn", "2014-06-30");
        assertThat(correct(household, alone).reason()).isEqualTo("CORRECTION_BEFORE_FACT");
        assertThat(renumbered(household, TestPersons.newNumber(), TestPersons.newNumber()).reason())
                .isEqualTo("NOT_A_MEMBER");
        var silent = body("newIdentityNumber", TestPersons.newNumber("1931", true));
        silent.put("identityNumber", number);
        silent.remove("differsBecause");
        assertThat(correct(household, silent).reason()).isEqualTo("NUMBER_OF_SOMEBODY_ELSE");
        assertThat(renumbered(household, number, number).reason()).isEqualTo("RECORDED_SO_ALREADY");
        assertThat(told(person).json().at("/told/IDENTITY_NUMBER").asString()).isEqualTo(number);
        assertThat(form(household, ON)).contains("王**");
    }

    @Test
    void a_number_is_corrected_and_the_wrong_one_is_a_strangers_again() {
        var wrong = TestPersons.newNumber();
        var right = TestPersons.newNumber();
        var household = onFile("王小明", wrong);
        var before = Township.headOf(household);
        township.done(renumbered(household, wrong, right));
        var now = personOf(household);
        assertThat(now).isNotEqualTo(before);
        assertThat(members(household)).isEqualTo(2);
        var told = told(now).json();
        assertThat(told.at("/told/NAME").asString()).isEqualTo("王小明");
        assertThat(told.at("/told/IDENTITY_NUMBER").asString()).isEqualTo(right);
        assertThat(told.at("/told/PHONE").asString()).isEqualTo("13900001234");
        assertThat(told(before).reason()).isEqualTo("KNOWN_UNDER_ANOTHER_ID");
        assertThat(renumbered(household, wrong, right).reason()).isEqualTo("NOT_A_MEMBER");

        // whoever has the wrong number in truth is somebody new, of any day
        var stranger = onFile("李大山", wrong);
        assertThat(Township.headOf(stranger)).isNotIn(before, now);
        assertThat(told(Township.headOf(stranger)).json().at("/told/NAME").asString())
                .isEqualTo("李大山");
        // and whoever has the right one is a member here
        var member = TestPersons.person("王小明", "CHILD", right);
        assertThat(township.join(stranger, member, "MOVED_IN", ON).reason())
                .isEqualTo("PERSON_IN_ANOTHER_HOUSEHOLD");
        township.done(
                township.step(
                        household,
                        "member-leaving",
                        Map.of(
                                "identityNumber",
                                right,
                                "newHead",
                                other(household, now),
                                "reason",
                                "MOVED_OUT",
                                "leftOn",
                                "2016-05-01")));
        assertThat(township.join(stranger, member, "MOVED_IN", "2016-04-30").reason())
                .isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        township.done(township.join(stranger, member, "MOVED_IN", "2016-05-01"));
    }

    private String other(String household, String person) {
        return db.sql(
                        "select person_id from active_person where household_id = ? and person_id <> ?")
                .params(household, person)
                .query(String.class)
                .single();
    }

    @Test
    void not_to_a_number_whose_person_is_or_was_in_another_household_then() {
        var wrong = TestPersons.newNumber();
        var right = TestPersons.newNumber();
        var household = onFile("王小明", wrong);
        var elsewhere = onFile("李大山", TestPersons.newNumber());
        var member = TestPersons.person("王小明", "CHILD", right);
        township.done(township.join(elsewhere, member, "MOVED_IN", "2014-08-01"));
        assertThat(renumbered(household, wrong, right).reason())
                .isEqualTo("PERSON_IN_ANOTHER_HOUSEHOLD");
        township.done(township.leave(elsewhere, right, "MOVED_OUT", "2014-09-01"));
        assertThat(renumbered(household, wrong, right).reason())
                .isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        assertThat(members(household)).isEqualTo(2);
        assertThat(personOfNumber(household, wrong)).isEqualTo(Township.headOf(household));
    }

    /** Who is meant by a number; found by a lookup, as an auditor would. */
    private String personOfNumber(String household, String number) {
        var auditor = township.door.as("auditor-1", "auditor", Township.COUNTY);
        var reply =
                auditor.post(
                        "/persons/finding",
                        Map.of("identityNumber", number, "purpose", "AUDIT", "reason", household));
        return reply.json().path("streamId").asString(reply.text());
    }

    @Test
    void whoever_moved_under_the_wrong_number_is_the_same_in_both_households() {
        var wrong = TestPersons.newNumber();
        var right = TestPersons.newNumber();
        var first = onFile("王大山", TestPersons.newNumber());
        var second = onFile("李大山", TestPersons.newNumber());
        var member = TestPersons.person("王小明", "CHILD", wrong);
        township.done(township.join(first, member, "MOVED_IN", "2014-08-01"));
        township.done(township.leave(first, wrong, "MARRIAGE", "2015-02-01"));
        township.done(township.join(second, member, "MARRIAGE", "2015-02-01"));
        var refused = renumbered(second, wrong, right);
        assertThat(refused.reason()).isEqualTo("NUMBER_ENTERED_ELSEWHERE");
        assertThat(refused.json().path("households").get(0).asString()).isEqualTo(first);
        var same = body("newIdentityNumber", right);
        same.put("identityNumber", wrong);
        same.put("sameElsewhere", true);

        // the right one's person lived somewhere while the other was in the first household
        var third = onFile("赵大山", TestPersons.newNumber());
        var there = TestPersons.person("王小明", "CHILD", right);
        township.done(township.join(third, there, "MOVED_IN", "2014-07-15"));
        township.done(township.leave(third, right, "MOVED_OUT", "2014-10-01"));
        assertThat(correct(second, same).reason()).isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");

        same.put("newIdentityNumber", TestPersons.newNumber());
        township.done(correct(second, same));
        assertThat(members(first)).isEqualTo(2);
        assertThat(members(second)).isEqualTo(3);
    }

    @Test
    void whoever_was_rejected_elsewhere_under_the_wrong_number_is_not_taken_for_the_same() {
        var wrong = TestPersons.newNumber();
        var first = Township.newHousehold();
        var rejected = township.application(TestPersons.person("王小明", "HEAD", wrong));
        township.done(township.step(first, "application", rejected));
        township.done(
                township.step(
                        first,
                        "rejection",
                        Map.of(
                                "rejectedOn",
                                "2014-04-03",
                                "decidedBy",
                                Township.body("村民委员会"),
                                "grounds",
                                "收入高")));
        var second = onFile("李大山", wrong);
        var refused = renumbered(second, wrong, TestPersons.newNumber());
        assertThat(refused.reason()).isEqualTo("NUMBER_ENTERED_ELSEWHERE");
        assertThat(refused.json().path("households").get(0).asString()).isEqualTo(first);
    }

    @Test
    void two_who_have_each_others_numbers_are_told_apart_one_after_the_other() {
        var one = TestPersons.newNumber();
        var two = TestPersons.newNumber();
        var household = Township.newHousehold();
        var head = TestPersons.person("赵大山", "HEAD", TestPersons.newNumber());
        var swapped = TestPersons.person("王小双", "CHILD", two);
        township.done(
                township.step(
                        household,
                        "record",
                        township.recording(
                                head, TestPersons.person("王小明", "CHILD", one), swapped)));
        var refused = renumbered(household, one, two);
        assertThat(refused.reason()).isEqualTo("NUMBER_OF_ANOTHER_MEMBER");
        var other = personOfNumber(household, two);
        assertThat(refused.json().path("personId").asString()).isEqualTo(other);
        township.done(township.leave(household, two, "OTHER", "2014-07-01"));
        township.done(renumbered(household, one, two));
        var right = TestPersons.person("王小双", "CHILD", one);
        township.done(township.join(household, right, "OTHER", "2014-07-01"));
        assertThat(members(household)).isEqualTo(3);
        assertThat(told(other).json().at("/told/NAME").asString()).isEqualTo("王小明");
        var anew = personOfNumber(household, one);
        assertThat(told(anew).json().at("/told/NAME").asString()).isEqualTo("王小双");
    }

    @Test
    void whoever_is_erased_is_erased_under_the_wrong_number_too() {
        var wrong = TestPersons.newNumber();
        var household = onFile("王小明", wrong);
        var before = Township.headOf(household);
        township.done(renumbered(household, wrong, TestPersons.newNumber()));
        var now = personOf(household);
        var stranger = onFile("李大山", wrong);
        var one = officer("officer-1");
        township.done(one.post("/persons/" + now + "/erasure-request", Map.of("reason", "本人申请")));
        township.done(
                officer("officer-2")
                        .post(
                                "/persons/" + now + "/erasure",
                                Map.of("decidedBy", Township.body("县扶贫移民局"))));
        assertThat(one.get("/persons/" + now).json().path("alsoKnownAs").get(0).asString())
                .isEqualTo(before);
        assertThat(keys(now) + keys(before)).isZero();
        assertThat(keys(Township.headOf(stranger))).isEqualTo(1);
        assertThat(members(household)).isEqualTo(2);
        assertThat(renamed(household, now, "王大明").rule()).isEqualTo("known-person");
    }

    private DoorClient officer(String actor) {
        return township.door.as(actor, "data-protection-officer", Township.COUNTY);
    }

    private long keys(String person) {
        return db.sql("select count(*) from vault_person where person_id = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    @Test
    void of_64_who_correct_to_one_number_or_enter_it_one_has_it() throws InterruptedException {
        var right = TestPersons.newNumber();
        var wrong = IntStream.range(0, 48).mapToObj(_ -> TestPersons.newNumber()).toList();
        var households = wrong.stream().map(number -> onFile("王小明", number)).toList();
        var replies =
                AtOnce.run(
                        64,
                        i ->
                                i < 48
                                        ? renumbered(households.get(i), wrong.get(i), right)
                                        : township.step(
                                                Township.newHousehold(),
                                                "record",
                                                township.recording(
                                                        TestPersons.person("王小明", "HEAD", right))));
        var outcomes = AtOnce.outcomes(replies);
        assertThat(outcomes).containsEntry("OK", 1L).hasSize(2);
        assertThat(outcomes).containsEntry("PERSON_IN_ANOTHER_HOUSEHOLD", 63L);
    }

    /** Beside the correction the wrong number is refused, or is a stranger's: never this one's. */
    @Test
    void whoever_enters_the_wrong_number_meanwhile_enters_somebody_else()
            throws InterruptedException {
        for (var round = 0; round < 8; round++) {
            var wrong = TestPersons.newNumber();
            var household = onFile("王小明", wrong);
            var before = Township.headOf(household);
            var others = IntStream.range(0, 8).mapToObj(_ -> Township.newHousehold()).toList();
            var replies =
                    AtOnce.run(
                            8,
                            i ->
                                    i == 0
                                            ? renumbered(household, wrong, TestPersons.newNumber())
                                            : township.step(
                                                    others.get(i),
                                                    "record",
                                                    township.recording(
                                                            TestPersons.person(
                                                                    "李大山", "HEAD", wrong))));
            assertThat(replies.getFirst().status()).as(replies.getFirst().text()).isEqualTo(200);
            assertThat(List.of("OK", "PERSON_IN_ANOTHER_HOUSEHOLD"))
                    .containsAll(AtOnce.outcomes(replies).keySet());
            var taken =
                    others.stream()
                            .filter(other -> members(other) > 0)
                            .map(Township::headOf)
                            .toList();
            assertThat(taken).hasSizeLessThanOrEqualTo(1).doesNotContain(before);
            assertThat(members(household)).isEqualTo(2);
        }
    }
}
