package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a household is, who belongs to it and as what it counts, over HTTP and under races. */
class HouseholdModelTest {
    private final JdbcClient db = Running.service().bean(JdbcClient.class);

    @Test
    void the_form_is_entered_with_the_application_and_changed_later() {
        var township = Township.ready(100);
        var household = Township.newHousehold();
        var number = TestPersons.newNumber();
        var head = TestPersons.person("王小明", "HEAD", number);
        head.put("disabilityCertificate", number + "42");
        head.put(
                "details",
                Map.of(
                        "ethnicity",
                        "彝族",
                        "health",
                        "DISABLED",
                        "labourCapacity",
                        "WEAK",
                        "disability",
                        Map.of("category", "PHYSICAL", "grade", 2),
                        "skills",
                        List.of("养蜂")));
        var form = new TreeMap<>(township.application(head));
        form.put("details", Map.of("dwelling", Map.of("areaSquareMetres", 62.5)));
        township.done(township.step(household, "application", form));
        assertThat(events(household))
                .containsExactly("HouseholdApplied", "HouseholdDescribed", "MemberDescribed");

        Map<String, Object> described = Map.of("details", Map.of("water", Map.of("safe", false)));
        township.done(
                township.step(
                        household, "description", with(described, "describedOn", "2014-04-02")));
        var member =
                with(
                        Map.of("identityNumber", number, "phone", "19900000001"),
                        "describedOn",
                        "2014-04-03");
        township.done(township.step(household, "member-description", member));
        assertThat(payload(household, "MemberDescribed", 4)).contains("\"sealed\":\"");

        var nothing = with(Map.of("details", Map.of()), "describedOn", "2014-04-03");
        assertThat(township.step(household, "description", nothing).rule())
                .isEqualTo("says-something");
        var stranger = with(member, "identityNumber", TestPersons.newNumber());
        assertThat(township.step(household, "member-description", stranger).reason())
                .isEqualTo("NOT_A_MEMBER");
        var early = with(Map.of("householdType", "DIBAO"), "reclassifiedOn", "2014-05-01");
        early.put("decidedBy", Township.body("县"));
        assertThat(township.step(household, "reclassification", early).reason())
                .isEqualTo("NEVER_REGISTERED");
    }

    @Test
    void twins_of_one_name_without_numbers_are_two_and_get_their_numbers_later() {
        var township = Township.ready(100);
        var household = township.registered(2);
        township.done(township.join(household, newborn("王小双"), "BIRTH", "2015-06-01"));
        var twice = township.join(household, newborn("王小双"), "BIRTH", "2015-06-01");
        assertThat(twice.reason()).isEqualTo("ENTERED_WITHOUT_A_NUMBER");
        assertThat(twice.json().path("personId").asString())
                .isEqualTo(joined(household).getFirst());
        township.done(
                township.step(
                        household,
                        "member-joining",
                        Map.of(
                                "reason",
                                "BIRTH",
                                "member",
                                newborn("王小双"),
                                "twin",
                                true,
                                "joinedOn",
                                "2015-06-01")));
        var twins = joined(household);
        assertThat(twins).hasSize(2).doesNotHaveDuplicates();
        assertThat(claims(household)).isEqualTo(4);

        var number = numberOf("2015", false);
        var first = identify(township, household, twins.get(0), number, "2016-01-01");
        township.done(first);
        // the same again under another key, and the other twin under the first one's number
        assertThat(identify(township, household, twins.get(0), number, "2016-01-01").reason())
                .isEqualTo("NOT_A_MEMBER");
        assertThat(identify(township, household, twins.get(1), number, "2016-01-01").reason())
                .isEqualTo("ALREADY_A_MEMBER");
        var boys = numberOf("2015", true);
        assertThat(identify(township, household, twins.get(1), boys, "2016-01-01").reason())
                .isEqualTo("NUMBER_OF_SOMEBODY_ELSE");
        township.done(
                identify(township, household, twins.get(1), numberOf("2015", false), "2016-01-01"));
        assertThat(claims(household)).isEqualTo(4);

        // by the number now, and nobody goes by the id of before any more
        township.done(township.leave(household, number, "MOVED_OUT", "2017-01-01"));
        var again = newborn("王小双");
        again.put("personId", twins.get(0));
        assertThat(township.join(township.registered(1), again, "MOVED_IN", "2017-01-01").reason())
                .isEqualTo("MEMBER_ENTERED_UNDER_A_NUMBER");
    }

    @Test
    void without_a_number_sex_birth_date_and_reason_are_asked_for() {
        var township = Township.ready(100);
        var household = township.registered(1);
        var twice =
                township.step(
                        Township.newHousehold(),
                        "application",
                        township.application(
                                TestPersons.person("王大山", "HEAD", TestPersons.newNumber()),
                                newborn("王小双", "2014-01-01"),
                                newborn("王小双", "2014-01-01")));
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.json().path("field").asString()).isEqualTo("members[2].name");
        for (var missing : List.of("withoutNumber", "sex", "bornOn")) {
            var child = newborn("王小双");
            child.remove(missing);
            var reply = township.join(household, child, "BIRTH", "2015-06-01");
            assertThat(reply.rule()).as(missing).isEqualTo("identity-number-required");
        }
        var wrong = TestPersons.person("王小明", "CHILD", numberOf("1990", true));
        wrong.put("sex", "FEMALE");
        assertThat(township.join(household, wrong, "MOVED_IN", "2015-06-01").field())
                .isEqualTo("member.sex");
        wrong.put("sex", "MALE");
        wrong.put("bornOn", "1990-01-02");
        assertThat(township.join(household, wrong, "MOVED_IN", "2015-06-01").rule())
                .isEqualTo("as-the-number");
        var nobody = newborn("王小双");
        nobody.put("personId", "person-00000000-0000-4000-8000-000000000009");
        assertThat(township.join(household, nobody, "MOVED_IN", "2015-06-01").rule())
                .isEqualTo("entered-without-number");
    }

    @Test
    void whoever_joins_by_birth_was_born_lately() {
        var township = Township.ready(100);
        var household = township.registered(1);
        var reply = township.join(household, newborn("王小双", "2014-05-31"), "BIRTH", "2015-06-01");
        assertThat(reply.reason()).isEqualTo("BORN_LONG_BEFORE");
        assertThat(reply.json().path("field").asString()).isEqualTo("reason");
        assertThat(reply.json().path("days").asInt()).isEqualTo(365);
        township.done(
                township.join(household, newborn("王小双", "2014-06-01"), "BIRTH", "2015-06-01"));
        township.done(
                township.join(household, newborn("王大双", "2014-05-31"), "MOVED_IN", "2015-06-01"));
        township.done(
                township.rule(township.town, "birth-joins-within-days", 30, "day", "2015-06-02"));
        var grown = township.join(household, newborn("王小", "2015-05-02"), "BIRTH", "2015-06-02");
        assertThat(grown.reason()).isEqualTo("BORN_LONG_BEFORE");
        township.done(township.join(household, newborn("王小", "2015-05-03"), "BIRTH", "2015-06-02"));
    }

    @Test
    void whoever_was_in_another_household_since_is_not_the_one_without_a_number() {
        var township = Township.ready(100);
        var household = township.registered(1);
        township.done(township.join(household, newborn("王小双"), "BIRTH", "2015-06-01"));
        var baby = joined(household).getFirst();
        var number = numberOf("2015", false);
        var other = township.registered(1);
        township.done(
                township.join(
                        other, TestPersons.person("王小双", "CHILD", number), "BIRTH", "2015-06-01"));
        assertThat(identify(township, household, baby, number, "2016-01-01").reason())
                .isEqualTo("PERSON_IN_ANOTHER_HOUSEHOLD");
        township.done(township.leave(other, number, "MOVED_OUT", "2015-07-01"));
        var overlapping = identify(township, household, baby, number, "2016-01-01");
        assertThat(overlapping.reason()).isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        assertThat(overlapping.json().path("freeSince").asString()).isEqualTo("2015-07-01");
    }

    @Test
    void of_64_who_enter_one_identity_number_in_every_way_one_has_it() throws InterruptedException {
        var township = Township.ready(100);
        var number = numberOf("2015", false);
        var households = IntStream.range(0, 16).mapToObj(_ -> township.registered(1)).toList();
        var babies = new ArrayList<String>();
        for (var household : households) {
            township.done(township.join(household, newborn("王小双"), "BIRTH", "2015-06-01"));
            babies.add(joined(household).getFirst());
        }
        var child = TestPersons.person("王小双", "CHILD", number);
        var replies =
                AtOnce.run(
                        64,
                        i ->
                                switch (i % 4) {
                                    case 0, 1 ->
                                            identify(
                                                    township,
                                                    households.get(i / 4),
                                                    babies.get(i / 4),
                                                    number,
                                                    "2016-01-01");
                                    case 2 ->
                                            township.join(
                                                    households.get(i / 4),
                                                    child,
                                                    "BIRTH",
                                                    "2016-01-01");
                                    default ->
                                            township.step(
                                                    Township.newHousehold(),
                                                    "record",
                                                    recording(
                                                            township,
                                                            "2016-01-01",
                                                            TestPersons.person(
                                                                    "王小双", "HEAD", number)));
                                });
        var outcomes = AtOnce.outcomes(replies);
        assertThat(outcomes).containsEntry("OK", 1L);
        assertThat(List.of("OK", "PERSON_IN_ANOTHER_HOUSEHOLD", "ALREADY_A_MEMBER", "NOT_A_MEMBER"))
                .containsAll(outcomes.keySet());
    }

    @Test
    void a_suspended_household_keeps_its_persons_places_and_helper() {
        var township = Township.ready(100);
        var household = township.registered(3);
        var helper = "helper-" + township.town;
        township.done(
                township.step(
                        household,
                        "helper",
                        Map.of(
                                "helperId",
                                helper,
                                "helperUnit",
                                "县林业局",
                                "assignedOn",
                                "2014-06-01")));
        township.done(suspend(township, household, "2015-01-01"));
        assertThat(claims(household)).isEqualTo(3);
        assertThat(used(township)).isEqualTo(3);
        assertThat(load(helper)).isEqualTo(1);
        assertThat(suspend(township, household, "2015-01-01").reason())
                .isEqualTo("NOT_ON_THE_REGISTER");
        township.done(
                township.step(
                        household,
                        "resumption",
                        Map.of(
                                "resumedOn",
                                "2015-06-01",
                                "grounds",
                                "核查无误",
                                "decidedBy",
                                Township.body("县"))));
        assertThat(events(household)).endsWith("HouseholdSuspended", "HouseholdResumed");
    }

    @Test
    void a_merger_takes_persons_and_places_over_in_one_moment() {
        var township = Township.ready(100);
        var one = township.registered(2);
        var other = township.registered(3);
        var helper = "helper-" + township.town;
        township.done(
                township.step(
                        one,
                        "helper",
                        Map.of(
                                "helperId",
                                helper,
                                "helperUnit",
                                "县林业局",
                                "assignedOn",
                                "2014-06-01")));
        var persons = persons(one);
        assertThat(merge(township, one, other, persons.subList(0, 1)).reason())
                .isEqualTo("NOT_ALL_MEMBERS_NAMED");
        assertThat(merge(township, one, Township.newHousehold(), persons).reason())
                .isEqualTo("NO_SUCH_HOUSEHOLD");
        township.done(allowance(township, one));
        township.done(merge(township, one, other, persons));
        assertThat(claims(one)).isZero();
        assertThat(claims(other)).isEqualTo(5);
        assertThat(used(township)).isEqualTo(5);
        assertThat(places(one)).isZero();
        assertThat(places(other)).isEqualTo(5);
        assertThat(load(helper)).isZero();
        assertThat(events(other)).endsWith("MemberJoined", "MemberJoined", "PolicyGranted");
        assertThat(merge(township, one, other, persons).reason()).isEqualTo("HOUSEHOLD_ENDED");
        var all = new ArrayList<>(persons(other));
        all.addAll(persons);
        assertThat(merge(township, other, one, all).reason()).isEqualTo("HOUSEHOLD_ENDED");

        township.done(remove(township, other));
        assertThat(used(township)).isZero();
    }

    /**
     * Of the division above both nothing more is asked, and below it the quota shows the excess.
     */
    @Test
    void a_merger_goes_over_a_full_quota() {
        var township = Township.ready(5);
        var second = township.town.substring(0, 9) + "202";
        township.done(township.list(second, "__二村", "VILLAGE", township.town, true));
        township.done(
                "/quotas/quota-" + township.village + "-2014/allocation",
                township.quota(township.village, 2));
        var one = township.registered(2);
        var other = Township.newHousehold();
        var notice = township.reviewed(other, 3);
        township.done(
                township.step(
                        other,
                        "move",
                        Map.of("region", second, "reason", "RELOCATION", "movedOn", "2014-05-02")));
        township.done(township.register(other, notice, "2014-05-09"));
        assertThat(used(township)).isEqualTo(5);
        township.done(merge(township, other, one, persons(other)));
        assertThat(used(township)).isEqualTo(5);
        assertThat(places(one)).isEqualTo(5);
    }

    @Test
    void of_two_mergers_into_each_other_one_is_done_and_none_waits_for_ever()
            throws InterruptedException {
        var township = Township.ready(100);
        for (var round = 0; round < 5; round++) {
            var both = List.of(township.registered(1), township.registered(1));
            var persons = both.stream().map(HouseholdModelTest::persons).toList();
            var replies =
                    AtOnce.run(
                            2, i -> merge(township, both.get(i), both.get(1 - i), persons.get(i)));
            assertThat(AtOnce.outcomes(replies)).containsEntry("OK", 1L).hasSize(2);
            assertThat(claims(both.get(0)) + claims(both.get(1))).isEqualTo(2);
        }
    }

    @Test
    void a_split_gives_persons_and_places_to_the_other_which_stands_as_it_did() {
        var township = Township.ready(100);
        var household = township.registered(5);
        var persons = persons(household);
        var other = Township.newHousehold();
        var taken = township.registered(1);
        assertThat(split(township, household, taken, persons.subList(3, 5)).reason())
                .isEqualTo("ALREADY_APPLIED");
        assertThat(claims(household)).isEqualTo(5);
        township.done(allowance(township, household));
        township.done(split(township, household, other, persons.subList(3, 5)));
        assertThat(claims(household)).isEqualTo(3);
        assertThat(claims(other)).isEqualTo(2);
        assertThat(places(household)).isEqualTo(3);
        assertThat(places(other)).isEqualTo(2);
        assertThat(events(household)).endsWith("HouseholdSplit", "PolicyEnded");
        assertThat(events(other)).containsExactly("HouseholdSplitOff", "PolicyGranted");

        // it is registered, and what it was registered as can be changed
        var type = with(Map.of("householdType", "DIBAO_POOR"), "reclassifiedOn", "2015-07-01");
        type.put("decidedBy", Township.body("县"));
        township.done(township.step(other, "reclassification", type));
        township.done(remove(township, other));
        assertThat(used(township)).isEqualTo(3 + 1);
    }

    @Test
    void nobody_splits_a_household_to_be_eligible() {
        var township = Township.ready(100);
        township.done(
                township.rule(township.town, "split-lookback-days", 365, "day", "2014-01-01"));
        var household = township.registered(2);
        var son = TestPersons.person("王小勇", "CHILD", TestPersons.newNumber());
        var bride = TestPersons.person("王小花", "CHILD", TestPersons.newNumber());
        township.done(township.join(household, son, "RETURNED", "2014-06-01"));
        township.done(township.join(household, bride, "RETURNED", "2014-06-01"));
        township.done(
                township.leave(
                        household,
                        String.valueOf(son.get("identityNumber")),
                        "DIVISION",
                        "2014-07-01"));
        township.done(
                township.leave(
                        household,
                        String.valueOf(bride.get("identityNumber")),
                        "MARRIAGE",
                        "2014-07-01"));

        son.put("relation", "HEAD");
        bride.put("relation", "HEAD");
        var refused =
                township.step(
                        Township.newHousehold(),
                        "application",
                        applying(township, "2015-06-30", son));
        assertThat(refused.reason()).isEqualTo("SPLIT_FOR_ELIGIBILITY");
        assertThat(refused.json().path("household").asString()).isEqualTo(household);
        assertThat(refused.json().path("leftOn").asString()).isEqualTo("2014-07-01");
        assertThat(
                        township.step(
                                        Township.newHousehold(),
                                        "record",
                                        recording(township, "2014-12-01", son))
                                .reason())
                .isEqualTo("SPLIT_FOR_ELIGIBILITY");

        // a marriage excuses who left to marry and nobody else; the law excuses all
        var married =
                with(applying(township, "2014-08-01", bride), "separation", separation("MARRIAGE"));
        township.done(township.step(Township.newHousehold(), "application", married));
        var said =
                with(applying(township, "2014-08-01", son), "separation", separation("MARRIAGE"));
        assertThat(township.step(Township.newHousehold(), "application", said).reason())
                .isEqualTo("SPLIT_FOR_ELIGIBILITY");
        var judged =
                with(applying(township, "2014-08-01", son), "separation", separation("BY_LAW"));
        township.done(township.step(Township.newHousehold(), "application", judged));
    }

    @Test
    void after_the_look_back_and_together_they_may_apply() {
        var township = Township.ready(100);
        township.done(
                township.rule(township.town, "split-lookback-days", 365, "day", "2014-01-01"));
        var household = Township.newHousehold();
        var head = TestPersons.person("王小明", "HEAD", TestPersons.newNumber());
        var son = TestPersons.person("王小勇", "CHILD", TestPersons.newNumber());
        township.done(township.step(household, "application", township.application(head, son)));
        township.done(
                township.step(
                        household,
                        "rejection",
                        Map.of(
                                "rejectedOn",
                                "2014-04-02",
                                "decidedBy",
                                Township.body("村委会"),
                                "grounds",
                                "材料不全")));
        son.put("relation", "HEAD");
        var alone =
                township.step(
                        Township.newHousehold(),
                        "application",
                        applying(township, "2014-04-10", son));
        assertThat(alone.reason()).isEqualTo("SPLIT_FOR_ELIGIBILITY");
        var later = Township.newHousehold();
        township.done(township.step(later, "application", applying(township, "2015-04-03", son)));
        son.put("relation", "CHILD");
        township.done(
                township.step(
                        later,
                        "withdrawal",
                        Map.of(
                                "withdrawnOn",
                                "2015-04-04",
                                "signedByIdentityNumber",
                                son.get("identityNumber"),
                                "reason",
                                "外出")));
        // whoever was a candidate alone may apply with others
        township.done(
                township.step(
                        Township.newHousehold(),
                        "application",
                        applying(township, "2015-04-05", head, son)));
    }

    static Map<String, Object> newborn(String name) {
        return newborn(name, "2015-05-20");
    }

    static Map<String, Object> newborn(String name, String bornOn) {
        var person = new LinkedHashMap<String, Object>();
        person.put("name", name);
        person.put("relation", "CHILD");
        person.put("withoutNumber", "NEWBORN");
        person.put("sex", "FEMALE");
        person.put("bornOn", bornOn);
        return person;
    }

    /** A number of somebody born in that year. */
    private static String numberOf(String year, boolean male) {
        return TestPersons.newNumber(year, male);
    }

    private static Map<String, Object> separation(String reason) {
        return Map.of("reason", reason, "document", "J513423-2014-000012");
    }

    private static Map<String, Object> applying(Township township, String on, Object... members) {
        return with(township.application(members), "appliedOn", on);
    }

    private static Map<String, Object> recording(Township township, String on, Object... members) {
        return with(township.recording(members), "recordedOn", on);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var more = new TreeMap<>(body);
        more.put(field, value);
        return more;
    }

    static Reply identify(
            Township township, String household, String person, String number, String on) {
        return identify(township, household, person, number, on, null);
    }

    static Reply identify(
            Township township,
            String household,
            String person,
            String number,
            String on,
            @Nullable String differsBecause) {
        var body = new TreeMap<String, Object>();
        body.put("personId", person);
        body.put("name", "王小双");
        body.put("identityNumber", number);
        body.put("identifiedOn", on);
        if (differsBecause != null) body.put("differsBecause", differsBecause);
        return township.step(household, "member-identification", body);
    }

    static Reply suspend(Township township, String household, String on) {
        return township.step(
                household,
                "suspension",
                Map.of(
                        "suspendedOn",
                        on,
                        "cause",
                        "UNDER_INVESTIGATION",
                        "decidedBy",
                        Township.body("县")));
    }

    static Reply merge(Township township, String household, String into, List<String> persons) {
        return merge(township, household, into, persons, "2015-06-01");
    }

    static Reply merge(
            Township township, String household, String into, List<String> persons, String on) {
        var body = correction("mergedOn", on);
        body.put("intoHouseholdId", into);
        body.put(
                "members",
                persons.stream()
                        .map(person -> Map.of("personId", person, "relation", "SIBLING"))
                        .toList());
        return township.step(household, "merger", body);
    }

    private static Reply allowance(Township township, String household) {
        return township.step(
                household,
                "policy",
                Map.of(
                        "policy",
                        "SUBSISTENCE_ALLOWANCE",
                        "decidedBy",
                        Township.body("县民政局"),
                        "since",
                        "2015-01-01"));
    }

    static Reply split(Township township, String household, String other, List<String> persons) {
        return split(township, household, other, persons, "2015-06-01");
    }

    static Reply split(
            Township township, String household, String other, List<String> persons, String on) {
        var body = correction("splitOn", on);
        body.put("newHouseholdId", other);
        var members = new ArrayList<Map<String, Object>>();
        for (var person : persons) {
            members.add(
                    Map.of("personId", person, "relation", members.isEmpty() ? "HEAD" : "SIBLING"));
        }
        body.put("members", members);
        return township.step(household, "split", body);
    }

    static Map<String, Object> correction(String date, String on) {
        var body = new TreeMap<String, Object>();
        body.put(date, on);
        body.put("authority", Township.body("县扶贫移民局"));
        body.put("reason", "误登");
        body.put("approvedBy", "chief-1");
        return body;
    }

    private static Reply remove(Township township, String household) {
        return township.step(
                household,
                "removal",
                Map.of(
                        "removedOn",
                        "2016-11-01",
                        "cause",
                        "MISIDENTIFIED",
                        "authority",
                        Township.body("县扶贫移民局")));
    }

    private List<String> events(String household) {
        return db.sql("select payload_type from events where stream_id = ? order by sequence")
                .param(household)
                .query(String.class)
                .list();
    }

    private String payload(String household, String type, int sequence) {
        return db.sql(
                        "select convert_from(payload, 'UTF8') from events where stream_id = ? and payload_type = ? and sequence = ?")
                .params(household, type, sequence)
                .query(String.class)
                .single();
    }

    static List<String> joined(String household) {
        return Running.service()
                .bean(JdbcClient.class)
                .sql(
                        """
                        select convert_from(payload, 'UTF8')::json -> 'member' ->> 'personId'
                        from events where stream_id = ? and payload_type = 'MemberJoined' order by sequence
                        """)
                .param(household)
                .query(String.class)
                .list();
    }

    /** As they applied, the head first. */
    static List<String> persons(String household) {
        return Arrays.asList(
                Running.service()
                        .bean(JdbcClient.class)
                        .sql(
                                """
                                select string_agg(m.value ->> 'personId', ',' order by m.ordinality)
                                from events, json_array_elements(convert_from(payload, 'UTF8')::json -> 'members')
                                    with ordinality m
                                where stream_id = ? and payload_type = 'HouseholdApplied'
                                """)
                        .param(household)
                        .query(String.class)
                        .single()
                        .split(","));
    }

    private int claims(String household) {
        return db.sql("select count(*) from active_person where household_id = ?")
                .param(household)
                .query(Integer.class)
                .single();
    }

    private int used(Township township) {
        return db.sql("select used_persons from quota where division = ? and year = 2014")
                .param(township.town)
                .query(Integer.class)
                .single();
    }

    private int places(String household) {
        return db.sql("select sum(persons) from quota_place where household_id = ?")
                .param(household)
                .query(Integer.class)
                .single();
    }

    private int load(String helper) {
        return db.sql("select count(*) from helper_household where helper_id = ?")
                .param(helper)
                .query(Integer.class)
                .single();
    }
}
