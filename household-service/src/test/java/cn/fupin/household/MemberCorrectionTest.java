package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

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

        var known = TestPersons.newNumber();
        same.put("newIdentityNumber", known);
        same.put("name", "欧阳小明");
        township.done(correct(second, same));
        assertThat(members(first)).isEqualTo(2);
        assertThat(members(second)).isEqualTo(3);
        // so it stands in both, of one command
        var person = personOfNumber(second, known);
        var here = corrections(second).getFirst();
        var follows = corrections(first).getFirst();
        assertThat(here.payload().path("alsoIn").get(0).asString()).isEqualTo(first);
        assertThat(follows.payload().path("correctedIn").asString()).isEqualTo(second);
        assertThat(follows.command()).isEqualTo(here.command());
        for (var event : List.of(here, follows)) {
            assertThat(event.payload().path("identifiedAs").asString()).isEqualTo(person);
            assertThat(event.payload().path("enteredSince").asString()).isEqualTo("2014-08-01");
        }
        assertThat(follows.payload().at("/stays/0/until").asString()).isEqualTo("2015-02-01");
        assertThat(form(first, "2014-09-01")).contains("欧阳**");
        assertThat(form(first, "2016-09-01")).contains("成员减少：婚出，欧阳**");
        assertThat(form(second, "2015-02-01")).contains("欧阳**");
        isInOne(known, second);
        // and the next correction of the same reaches both again
        var lastKnown = TestPersons.newNumber();
        var again = body("newIdentityNumber", lastKnown);
        again.put("identityNumber", known);
        again.put("sameElsewhere", true);
        township.done(correct(second, again));
        assertThat(corrections(first)).hasSize(2);
        var byTheOldId = told(follows.payload().path("personId").asString());
        assertThat(byTheOldId.reason()).isEqualTo("KNOWN_UNDER_ANOTHER_ID");
        assertThat(byTheOldId.json().path("identifiedAs").asString())
                .isEqualTo(personOfNumber(second, lastKnown));
    }

    private record Corrected(JsonNode payload, String command) {}

    private List<Corrected> corrections(String household) {
        return db.sql(
                        """
                        select convert_from(payload, 'UTF8') as payload,
                               convert_from(metadata, 'UTF8')::json ->> 'commandId' as command
                        from events where stream_id = ? and payload_type in ('MemberNameCorrected', 'MemberNumberCorrected')
                        order by sequence
                        """)
                .param(household)
                .query((row, _) ->
                        new Corrected(
                                EventJson.MAPPER.readTree(row.getString("payload")),
                                row.getString("command")))
                .list();
    }

    /** Whoever has the number is a member of that one active household, and of no other. */
    private void isInOne(String number, String household) {
        var in =
                db.sql("select household_id from active_person where person_id = ?")
                        .param(personOfNumber(household, number))
                        .query(String.class)
                        .list();
        assertThat(in).containsExactly(household);
        var somewhere =
                township.step(
                        Township.newHousehold(),
                        "record",
                        township.recording(TestPersons.person("李大山", "HEAD", number)));
        assertThat(somewhere.reason()).isEqualTo("PERSON_IN_ANOTHER_HOUSEHOLD");
    }

    private String moved(String number, String from, String to) {
        var member = TestPersons.person("王小明", "CHILD", number);
        township.done(township.join(from, member, "MOVED_IN", "2014-08-01"));
        township.done(township.leave(from, number, "MARRIAGE", "2015-02-01"));
        township.done(township.join(to, member, "MARRIAGE", "2015-02-01"));
        return personOfNumber(to, number);
    }

    @Test
    void a_name_is_corrected_in_every_household_the_person_was_in() {
        var number = TestPersons.newNumber();
        var first = onFile("赵大山", TestPersons.newNumber());
        var second = onFile("李大山", TestPersons.newNumber());
        var person = moved(number, first, second);
        // also where the person is no member any more, and in one that ended
        township.done(township.dissolve(second, "2015-12-01"));
        township.done(renamed(first, person, "欧阳小明"));
        assertThat(corrections(second).getFirst().payload().path("correctedIn").asString())
                .isEqualTo(first);
        assertThat(corrections(second).getFirst().payload().path("formerMaskedName").asString())
                .isEqualTo("王**");
        assertThat(form(first, "2014-09-01")).contains("欧阳**");
        assertThat(form(second, "2015-03-01")).contains("欧阳**");
        assertThat(form(first, "2015-03-01")).contains("成员减少：婚出，欧阳**");
        assertThat(told(person).json().at("/told/NAME").asString()).isEqualTo("欧阳小明");
        assertThat(renamed(first, person, "欧阳小明").reason()).isEqualTo("RECORDED_SO_ALREADY");
        assertThat(members(first)).isEqualTo(2);
    }

    @Test
    void
            a_name_is_not_corrected_where_the_number_is_somebody_elses_until_it_is_said_to_be_the_same() {
        var number = TestPersons.newNumber();
        var first = onFile("赵大山", TestPersons.newNumber());
        var second = onFile("李大山", TestPersons.newNumber());
        township.done(
                township.join(
                        first,
                        TestPersons.person("王小明", "CHILD", number),
                        "MOVED_IN",
                        "2014-08-01"));
        township.done(township.leave(first, number, "MARRIAGE", "2015-02-01"));
        township.done(
                township.join(
                        second,
                        TestPersons.person("陈大海", "CHILD", number),
                        "MARRIAGE",
                        "2015-02-01"));
        var person = personOfNumber(second, number);
        var refused = renamed(first, person, "欧阳小明");
        assertThat(refused.reason()).isEqualTo("NAMED_OTHERWISE_ELSEWHERE");
        assertThat(refused.json().path("households").get(0).asString()).isEqualTo(second);
        assertThat(corrections(first)).isEmpty();
        assertThat(corrections(second)).isEmpty();
        assertThat(told(person).json().at("/told/NAME").asString()).isEqualTo("陈大海");

        var same = body("name", "欧阳小明");
        same.put("personId", person);
        same.put("sameElsewhere", true);
        township.done(correct(first, same));
        assertThat(corrections(second).getFirst().payload().path("formerMaskedName").asString())
                .isEqualTo("陈**");
    }

    @Test
    void
            a_former_members_number_is_corrected_and_whoever_lives_elsewhere_under_the_right_one_is_the_same() {
        var wrong = TestPersons.newNumber();
        var right = TestPersons.newNumber();
        var first = onFile("赵大山", TestPersons.newNumber());
        var second = onFile("李大山", TestPersons.newNumber());
        var member = TestPersons.person("王小明", "CHILD", wrong);
        township.done(township.join(first, member, "MOVED_IN", "2014-08-01"));
        township.done(township.leave(first, wrong, "MARRIAGE", "2015-02-01"));
        var there = TestPersons.person("王小明", "CHILD", right);
        township.done(township.join(second, there, "MARRIAGE", "2015-02-01"));
        township.done(renumbered(first, wrong, right));
        assertThat(corrections(first).getFirst().payload().path("identifiedAs").asString())
                .isEqualTo(personOfNumber(second, right));
        assertThat(corrections(second)).isEmpty();
        assertThat(members(first)).isEqualTo(2);
        assertThat(members(second)).isEqualTo(3);
        isInOne(right, second);
        township.done(township.leave(second, right, "MOVED_OUT", "2015-09-01"));
        var early = township.join(first, there, "RETURNED", "2015-08-31");
        assertThat(early.reason()).isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        // and the wrong one is a stranger's
        isInOne(wrong, onFile("李大山", wrong));
    }

    @Test
    void not_to_whoever_was_elsewhere_while_the_former_member_was_here() {
        var wrong = TestPersons.newNumber();
        var right = TestPersons.newNumber();
        var first = onFile("赵大山", TestPersons.newNumber());
        var second = onFile("李大山", TestPersons.newNumber());
        var there = TestPersons.person("王小明", "CHILD", right);
        township.done(township.join(second, there, "MOVED_IN", "2014-12-01"));
        township.done(township.leave(second, right, "MOVED_OUT", "2015-09-01"));
        var member = TestPersons.person("王小明", "CHILD", wrong);
        township.done(township.join(first, member, "MOVED_IN", "2014-08-01"));
        township.done(township.leave(first, wrong, "DEATH", "2015-02-01"));
        assertThat(renumbered(first, wrong, right).reason()).isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        // whoever died here came to no other household
        var third = TestPersons.newNumber();
        township.done(
                township.join(
                        second,
                        TestPersons.person("王小明", "CHILD", third),
                        "MOVED_IN",
                        "2015-10-01"));
        assertThat(renumbered(first, wrong, third).reason()).isEqualTo("PERSON_DIED");
        assertThat(corrections(first)).isEmpty();
        var anew = TestPersons.newNumber();
        township.done(renumbered(first, wrong, anew));
        var alive = TestPersons.person("王小明", "CHILD", anew);
        assertThat(township.join(second, alive, "MOVED_IN", "2016-01-01").reason())
                .isEqualTo("PERSON_DIED");
    }

    @Test
    void whoever_enters_a_former_member_meanwhile_enters_the_corrected_or_a_stranger()
            throws InterruptedException {
        for (var round = 0; round < 6; round++) {
            var wrong = TestPersons.newNumber();
            var right = TestPersons.newNumber();
            var first = onFile("赵大山", TestPersons.newNumber());
            township.done(
                    township.join(
                            first,
                            TestPersons.person("王小明", "CHILD", wrong),
                            "MOVED_IN",
                            "2014-08-01"));
            var before = personOfNumber(first, wrong);
            township.done(township.leave(first, wrong, "MOVED_OUT", "2015-02-01"));
            var others = IntStream.range(0, 8).mapToObj(_ -> Township.newHousehold()).toList();
            var replies =
                    AtOnce.run(
                            8,
                            i -> {
                                if (i == 0) return renumbered(first, wrong, right);
                                var number = i % 2 == 0 ? wrong : right;
                                var member = TestPersons.person("王小明", "HEAD", number);
                                var recording = new TreeMap<>(township.recording(member));
                                recording.put("recordedOn", "2015-03-01");
                                return township.step(others.get(i), "record", recording);
                            });
            assertThat(List.of("OK", "PERSON_IN_ANOTHER_HOUSEHOLD", "NUMBER_ENTERED_ELSEWHERE"))
                    .containsAll(AtOnce.outcomes(replies).keySet());
            var corrected = replies.getFirst().status() == 200;
            var under = personOfNumber(first, wrong);
            if (corrected) assertThat(under).isNotEqualTo(before);
            for (var other : others) {
                if (members(other) == 0) continue;
                assertThat(Township.headOf(other))
                        .isIn(personOfNumber(other, wrong), personOfNumber(other, right));
            }
            assertThat(households(wrong)).isLessThanOrEqualTo(1);
            assertThat(households(right)).isLessThanOrEqualTo(1);
        }
    }

    private long households(String number) {
        return db.sql("select count(*) from active_person where person_id = ?")
                .param(personOfNumber("household", number))
                .query(Long.class)
                .single();
    }

    @Test
    void of_32_who_correct_former_members_of_one_time_to_one_number_one_has_it()
            throws InterruptedException {
        var right = TestPersons.newNumber();
        var wrong = IntStream.range(0, 32).mapToObj(_ -> TestPersons.newNumber()).toList();
        var households =
                wrong.stream()
                        .map(number -> {
                            var household = onFile("赵大山", TestPersons.newNumber());
                            var member = TestPersons.person("王小明", "CHILD", number);
                            township.done(
                                    township.join(household, member, "MOVED_IN", "2014-08-01"));
                            township.done(
                                    township.leave(household, number, "MOVED_OUT", "2015-02-01"));
                            return household;
                        })
                        .toList();
        var replies = AtOnce.run(32, i -> renumbered(households.get(i), wrong.get(i), right));
        assertThat(AtOnce.outcomes(replies))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("OK", 1L, "IN_ANOTHER_HOUSEHOLD_THEN", 31L));
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

    private static Map<String, Object> number(String was, String number, String name) {
        return Map.of(
                "identityNumber",
                was,
                "newIdentityNumber",
                number,
                "differsBecause",
                "两人号码填反",
                "name",
                name);
    }

    private Reply several(String household, Map<?, ?>... corrections) {
        return correct(
                household,
                new TreeMap<>(
                        Map.of(
                                "corrections",
                                List.of(corrections),
                                "reason",
                                "两人号码填反",
                                "approvedBy",
                                "chief-1",
                                "correctedOn",
                                ON)));
    }

    @Test
    void two_who_have_each_others_numbers_are_told_apart_at_once_and_stay_as_described() {
        var one = TestPersons.newNumber();
        var two = TestPersons.newNumber();
        var household = Township.newHousehold();
        township.done(
                township.step(
                        household,
                        "record",
                        township.recording(
                                TestPersons.person("王大明", "HEAD", one),
                                TestPersons.person("李小双", "CHILD", two))));
        var ill = Map.of("health", "CHRONIC_ILLNESS");
        township.done(
                township.step(
                        household,
                        "member-description",
                        Map.of(
                                "identityNumber",
                                two,
                                "details",
                                ill,
                                "describedOn",
                                "2014-07-02")));
        var refused = renumbered(household, one, two);
        assertThat(refused.reason()).isEqualTo("NUMBER_OF_ANOTHER_MEMBER");
        assertThat(refused.text()).contains("corrections");
        var before = personOfNumber(household, two);
        assertThat(refused.json().path("personId").asString()).isEqualTo(before);

        township.done(several(household, number(one, two, "王大明"), number(two, one, "李小双")));
        assertThat(members(household)).isEqualTo(2);
        for (var named : Map.of(two, "王大明", one, "李小双").entrySet()) {
            var person = personOfNumber(household, named.getKey());
            assertThat(person).isNotEqualTo(before);
            var told = told(person).json();
            assertThat(told.at("/told/NAME").asString()).isEqualTo(named.getValue());
            assertThat(told.at("/told/IDENTITY_NUMBER").asString()).isEqualTo(named.getKey());
            isInOne(named.getKey(), household);
        }
        var events = corrections(household);
        assertThat(events).hasSize(2);
        assertThat(events.getFirst().payload().path("numberOf").asString())
                .isEqualTo(personOfNumber(household, one));
        assertThat(events.getFirst().payload().path("headSince").asString())
                .isEqualTo("2014-07-01");
        assertThat(form(household, "2014-07-03")).contains("长期慢性病", "王**", "李**");
        // and back again: nothing is lost by it
        township.done(several(household, number(two, one, "王大明"), number(one, two, "李小双")));
        assertThat(told(personOfNumber(household, one)).json().at("/told/NAME").asString())
                .isEqualTo("王大明");
        assertThat(form(household, ON)).contains("长期慢性病");
    }

    @Test
    void two_who_have_each_others_names_are_corrected_at_once() {
        var one = TestPersons.newNumber();
        var two = TestPersons.newNumber();
        var household = Township.newHousehold();
        township.done(
                township.step(
                        household,
                        "record",
                        township.recording(
                                TestPersons.person("王大明", "HEAD", one),
                                TestPersons.person("李小双", "CHILD", two))));
        township.done(
                several(
                        household,
                        Map.of("identityNumber", one, "name", "李小双"),
                        Map.of("identityNumber", two, "name", "王大明")));
        assertThat(told(Township.headOf(household)).json().at("/told/NAME").asString())
                .isEqualTo("李小双");
        assertThat(told(personOfNumber(household, two)).json().at("/told/NAME").asString())
                .isEqualTo("王大明");
    }

    @Test
    void of_several_none_is_corrected_when_one_is_refused() {
        var one = TestPersons.newNumber();
        var household = onFile("王大明", one);
        var stranger = Map.of("identityNumber", TestPersons.newNumber(), "name", "李小双");
        var named = Map.of("identityNumber", one, "name", "汪大明");
        var refused = several(household, named, stranger);
        assertThat(refused.reason()).isEqualTo("NOT_A_MEMBER");
        assertThat(refused.field()).isEqualTo("corrections[1]");
        assertThat(several(household, named, named).reason()).isEqualTo("SAME_PERSON_TWICE");
        assertThat(several(household).field()).isEqualTo("corrections");
        var bare = several(household, named, Map.of("identityNumber", one));
        assertThat(bare.field()).isEqualTo("corrections[1].name");
        var right = TestPersons.newNumber();
        var same =
                several(
                        household,
                        number(one, right, "王大明"),
                        number(TestPersons.newNumber(), right, "李小双"));
        assertThat(same.field()).isEqualTo("corrections[1].newIdentityNumber");
        var both = body("name", "汪大明");
        both.put("corrections", List.of(named));
        assertThat(correct(household, both).rule()).isEqualTo("one-or-several");
        assertThat(corrections(household)).isEmpty();
    }

    @Test
    void what_is_said_within_a_list_names_no_other_member_either() {
        var one = TestPersons.newNumber();
        var household = Township.newHousehold();
        township.done(
                township.step(
                        household,
                        "record",
                        township.recording(
                                TestPersons.person("王大明", "HEAD", one),
                                TestPersons.person("李小双", "CHILD", TestPersons.newNumber()))));
        var telling = new TreeMap<String, Object>(number(one, TestPersons.newNumber(), "王大明"));
        telling.put("differsBecause", "与李小双抄混了");
        var told = several(household, telling);
        assertThat(told.rule()).as(told.text()).isEqualTo("without-the-name");
        assertThat(told.field()).isEqualTo("corrections[0].differsBecause");
        assertThat(corrections(household)).isEmpty();
    }

    @Test
    void of_two_who_tell_the_same_two_apart_one_does() throws InterruptedException {
        var one = TestPersons.newNumber();
        var two = TestPersons.newNumber();
        var household = Township.newHousehold();
        township.done(
                township.step(
                        household,
                        "record",
                        township.recording(
                                TestPersons.person("王大明", "HEAD", one),
                                TestPersons.person("李小双", "CHILD", two))));
        var replies =
                AtOnce.run(
                        16,
                        i ->
                                i % 2 == 0
                                        ? several(
                                                household,
                                                number(one, two, "王大明"),
                                                number(two, one, "李小双"))
                                        : township.step(
                                                Township.newHousehold(),
                                                "record",
                                                township.recording(
                                                        TestPersons.person("赵大山", "HEAD", one))));
        var swaps = replies.stream().filter(reply -> reply.status() == 200).count();
        assertThat(swaps).as(AtOnce.outcomes(replies).toString()).isPositive();
        assertThat(members(household)).isEqualTo(2);
        assertThat(corrections(household)).hasSize((int) (2 * swaps));
        isInOne(one, household);
        isInOne(two, household);
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
