package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 精准识别 as the rules have it: batch, meeting, notices, exclusion rules, quota, re-verification and
 * oversight; and what they stand on holds while many come at once.
 */
class IdentificationRulesTest {
    private final JdbcClient db = Running.service().bean(JdbcClient.class);

    @Test
    void a_village_identifies_its_poor_households_by_the_rules_of_the_day() {
        var t = Township.ready(10);
        t.done(t.rule(t.town, "notice-hotline-required", 1, "flag", "2014-04-15"));
        t.done(t.rule(t.town, "assessment-quorum-percent", 67, "percent", "2014-01-01"));
        var batch = opened(t);

        var late = applied(t, batch, "2014-04-21", newPersons(2));
        assertThat(late.reason()).isEqualTo("OUTSIDE_THE_BATCH");
        assertThat(late.json().path("lastDay").asString()).isEqualTo("2014-04-20");
        var child = TestPersons.newNumber();
        var poor = Township.newHousehold();
        var family =
                List.<Object>of(
                        TestPersons.person("王小明", "HEAD", TestPersons.newNumber()),
                        TestPersons.person("王小红", "SPOUSE", TestPersons.newNumber()),
                        TestPersons.person("王小小", "CHILD", child));
        t.done(t.step(poor, "application", application(t, batch, "2014-04-01", family)));
        var rich = Township.newHousehold();
        t.done(t.step(rich, "application", application(t, batch, "2014-04-01", newPersons(2))));
        var away = Township.newHousehold();
        t.done(t.step(away, "application", application(t, batch, "2014-04-02", newPersons(1))));
        t.done(close(t, batch, "2014-04-10"));
        assertThat(applied(t, batch, "2014-04-11", newPersons(1)).reason())
                .isEqualTo("OUTSIDE_THE_BATCH");
        for (var household : List.of(poor, rich, away)) t.done(t.survey(household, 300_00));

        t.done(
                t.step(
                        away,
                        "withdrawal",
                        Map.of(
                                "withdrawnOn",
                                "2014-04-08",
                                "reason",
                                "举家外出",
                                "signedBy",
                                Township.headOf(away))));
        assertThat(t.survey(away, 300_00).reason()).isEqualTo("NOT_TO_BE_SURVEYED");

        assertThat(met(t, 60, poor, rich).reason()).isEqualTo("NOT_QUORATE");
        var meeting = met(t, 59, poor, rich);
        t.done(meeting);
        for (var household : List.of(poor, rich)) {
            t.done(t.step(household, "assessment", Map.of("assessmentId", streamOf(meeting))));
        }

        assertThat(t.post(Township.newNotice(), "FIRST", "2014-04-21", poor).reason())
                .isEqualTo("HOTLINE_REQUIRED");
        var wrong = hung(t, batch, "FIRST", "2014-04-21", poor, rich);
        t.done(t.close(wrong, "2014-04-29"));
        t.done(withdraw(t, wrong, "2014-04-29"));
        assertThat(t.review(poor, wrong, "2014-04-29").reason()).isEqualTo("NOTICE_WITHDRAWN");
        var first = hung(t, batch, "FIRST", "2014-04-22", poor, rich);
        object(t, first, rich);
        t.done(t.close(first, "2014-04-30"));
        t.done(t.review(poor, first, "2014-04-30"));
        assertThat(withdraw(t, first, "2014-05-01").reason()).isEqualTo("STEPS_STAND_ON_IT");
        assertThat(t.review(rich, first, "2014-04-30").reason()).isEqualTo("OBJECTION_UPHELD");
        t.done(
                t.step(
                        rich,
                        "rejection",
                        Map.of(
                                "rejectedOn",
                                "2014-05-01",
                                "decidedBy",
                                Township.body("镇人民政府"),
                                "grounds",
                                "异议成立")));
        var sheet = t.door.get("/notices/" + first).json();
        assertThat(sheet.path("hangsUntil").asString()).isEqualTo("2014-04-29");
        assertThat(sheet.path("closesFrom").asString()).isEqualTo("2014-04-30");
        assertThat(sheet.path("batchId").asString()).isEqualTo(batch);

        var second = hung(t, batch, "SECOND", "2014-05-01", poor);
        t.done(t.close(second, "2014-05-09"));
        exclusion(t, poor, child, second);

        var quota = quotaOf(t, t.town);
        assertThat(quota.get("used")).isEqualTo(3L);
        assertThat(quota.get("left")).isEqualTo(7L);
        reverified(t, poor);
        overseen(t, poor);
    }

    /** Whoever is on the list of car owners is not registered, until that was looked into. */
    private void exclusion(Township t, String household, String number, String notice) {
        var rule = "exclusion-" + UUID.randomUUID();
        t.done(
                "/exclusions/" + rule + "/enactment",
                Map.of(
                        "region",
                        t.town,
                        "item",
                        "CAR",
                        "effect",
                        "REFUSE",
                        "text",
                        "家有小汽车的不进",
                        "source",
                        "县实施细则",
                        "effectiveFrom",
                        "2014-01-01"));
        var list = cars(t, "2014-04-30", number);
        var again =
                t.door.post(
                        "/matching-lists/" + list + "/receipt",
                        carList(t, "2014-04-30", TestPersons.newNumber()));
        assertThat(again.reason()).isEqualTo("ALREADY_RECEIVED");
        cars(t, "2014-06-30", TestPersons.newNumber());

        var helper = t.door.as("h-1", "helper", t.town);
        assertThat(helper.get("/households/" + household + "/exclusions").status()).isEqualTo(403);
        var beforehand = t.door.get("/households/" + household + "/exclusions?on=2014-05-09");
        assertThat(beforehand.json().path("refused").asBoolean()).isTrue();
        var person = beforehand.json().path("found").path(0).path("personId").asString();
        var refused = t.register(household, notice, "2014-05-09");
        assertThat(refused.reason()).isEqualTo("EXCLUDED");
        assertThat(refused.json().path("personId").asString()).isEqualTo(person);
        assertThat(refused.json().path("matchingId").asString()).isEqualTo(list);
        // By the list of June the car was sold.
        var later = t.door.get("/households/" + household + "/exclusions?on=2014-07-09");
        assertThat(later.json().path("found").size()).isZero();

        t.done(
                t.step(
                        household,
                        "exclusion-clearance",
                        Map.of(
                                "personId",
                                person,
                                "item",
                                "CAR",
                                "grounds",
                                "车已出售，未过户",
                                "decidedBy",
                                Township.body("镇人民政府"),
                                "clearedOn",
                                "2014-05-08")));
        var cleared = t.door.get("/households/" + household + "/exclusions?on=2014-05-09");
        assertThat(cleared.json().path("refused").asBoolean()).isFalse();
        assertThat(cleared.json().path("found").path(0).path("cleared").asBoolean()).isTrue();
        t.done(t.register(household, notice, "2014-05-09"));
        var plain =
                db.sql(
                                """
                                select count(*) from events
                                where position(? in convert_from(payload, 'UTF8')) > 0
                                """)
                        .param(number)
                        .query(Integer.class)
                        .single();
        assertThat(plain).isZero();
        heldAgainstTheRegistered(t, household, number);
    }

    /** A list that comes after the registration is held against the household as well. */
    private void heldAgainstTheRegistered(Township t, String household, String number) {
        var exclusions = "/households/" + household + "/exclusions?on=";
        assertThat(t.door.get(exclusions + "2014-09-01").json().path("found").size()).isZero();
        var cleared = t.door.get(exclusions + "2014-05-09").json();
        assertThat(cleared.path("refused").asBoolean(true)).isFalse();

        var list = cars(t, "2014-08-31", number);
        var cars = t.door.get(exclusions + "2014-09-01").json();
        assertThat(cars.path("refused").asBoolean(true)).isFalse();
        var company = new HashMap<>(carList(t, "2014-08-31", number));
        company.putAll(Map.of("item", "COMPANY", "source", "县市场监督管理局"));
        var companies = "matching-" + UUID.randomUUID();
        t.done("/matching-lists/" + companies + "/receipt", company);
        t.done(
                "/exclusions/exclusion-" + UUID.randomUUID() + "/enactment",
                Map.of(
                        "region",
                        t.town,
                        "item",
                        "COMPANY",
                        "effect",
                        "REFUSE",
                        "text",
                        "办有企业的不进",
                        "source",
                        "县实施细则",
                        "effectiveFrom",
                        "2014-01-01"));
        var answer = t.door.get(exclusions + "2014-09-01").json();
        assertThat(answer.path("refused").asBoolean()).isTrue();
        assertThat(answer.path("found").valueStream().map(f -> f.path("matchingId").asString()))
                .containsExactlyInAnyOrder(list, companies);
        assertThat(answer.toString()).doesNotContain(number);
        var county = t.door.as("c-1", "county-officer", t.town);
        assertThat(county.get(exclusions + "2014-09-01").status()).isEqualTo(200);
        var elsewhere = t.door.as("c-2", "county-officer", "513424000000");
        assertThat(elsewhere.get(exclusions + "2014-09-01").status()).isEqualTo(403);
    }

    private static String cars(Township t, String asOf, String number) {
        var list = "matching-" + UUID.randomUUID();
        t.done("/matching-lists/" + list + "/receipt", carList(t, asOf, number));
        return list;
    }

    private static Map<String, Object> carList(Township t, String asOf, String number) {
        return Map.of(
                "region",
                t.town,
                "item",
                "CAR",
                "source",
                "县车管所",
                "asOf",
                asOf,
                "numbers",
                List.of(number, TestPersons.newNumber(), number),
                "receivedOn",
                "2014-09-01");
    }

    private static void reverified(Township t, String household) {
        var round = "round-" + UUID.randomUUID();
        t.done(
                "/rounds/" + round + "/opening",
                Map.of(
                        "region",
                        t.town,
                        "name",
                        "五退八进",
                        "rules",
                        List.of(
                                Map.of("code", "HAS_CAR", "direction", "LEAVE", "text", "有车的退"),
                                Map.of("code", "ILL", "direction", "ENTER", "text", "大病的进")),
                        "openedOn",
                        "2015-09-01"));
        var kept =
                Map.of(
                        "round",
                        "五退八进",
                        "roundId",
                        round,
                        "decidedBy",
                        Township.body("镇人民政府"),
                        "reverifiedOn",
                        "2015-10-01");
        t.done(t.step(household, "reverification", kept));
        assertThat(t.step(household, "reverification", kept).reason())
                .isEqualTo("KEPT_IN_THE_ROUND_ALREADY");
        assertThat(t.door.get("/rounds/" + round).json().path("kept").asInt()).isEqualTo(1);
        var removal = new LinkedHashMap<String, Object>();
        removal.put("removedOn", "2015-11-01");
        removal.put("cause", "HAS_CAR");
        removal.put("authority", Township.body("县扶贫移民局"));
        removal.put("roundId", round);
        removal.put("roundRule", "ILL");
        assertThat(t.step(household, "removal", removal).reason())
                .isEqualTo("NO_SUCH_RULE_IN_THE_ROUND");
        removal.put("roundRule", "HAS_CAR");
        t.done(t.step(household, "removal", removal));
        var closing = "/rounds/" + round + "/closing";
        assertThat(t.door.post(closing, Map.of("closedOn", "2015-10-31")).reason())
                .isEqualTo("DECISIONS_AFTER_THAT_DAY");
        t.done(closing, Map.of("closedOn", "2015-12-31"));
        var shown = t.door.get("/rounds/" + round).json();
        // kept at first, and then not: the latest word counts
        assertThat(shown.path("kept").asInt()).isZero();
        assertThat(shown.path("rules").path(0).path("code").asString()).isEqualTo("HAS_CAR");
        assertThat(shown.path("rules").path(0).path("households").asInt()).isEqualTo(1);
    }

    private static void overseen(Township t, String household) {
        var complaint = "/complaints/complaint-" + UUID.randomUUID();
        var word = new LinkedHashMap<String, Object>();
        word.put("region", t.village);
        word.put("channel", "HOTLINE");
        word.put("householdId", Township.newHousehold());
        word.put("subject", "反映该户有商品房");
        word.put("receivedOn", "2014-05-20");
        var early = new LinkedHashMap<String, Object>(word);
        early.put("householdId", household);
        early.put("receivedOn", "2014-03-31");
        assertThat(t.door.post(complaint + "/receipt", early).reason())
                .isEqualTo("HOUSEHOLD_NOT_ON_FILE_YET");
        assertThat(t.door.post(complaint + "/receipt", word).reason())
                .isEqualTo("HOUSEHOLD_NOT_ON_FILE_THERE");
        word.put("householdId", household);
        t.done(complaint + "/receipt", word);
        t.done(
                complaint + "/handling",
                Map.of(
                        "outcome",
                        "UNFOUNDED",
                        "handling",
                        "房屋为其兄所有",
                        "decidedBy",
                        Township.body("镇人民政府"),
                        "handledOn",
                        "2014-05-28"));
        var sampling =
                Map.of(
                        "region",
                        t.town,
                        "householdIds",
                        List.of(household),
                        "found",
                        List.of(),
                        "by",
                        "县扶贫移民局",
                        "sampledOn",
                        "2014-03-31");
        assertThat(
                        t.door.post(
                                        "/samplings/sampling-" + UUID.randomUUID() + "/holding",
                                        sampling)
                                .reason())
                .isEqualTo("HOUSEHOLD_NOT_ON_FILE_YET");
        t.done(
                "/samplings/sampling-" + UUID.randomUUID() + "/holding",
                Map.of(
                        "region",
                        t.town,
                        "householdIds",
                        List.of(household),
                        "found",
                        List.of(Map.of("householdId", household, "finding", "调查表无签字")),
                        "by",
                        "县扶贫移民局",
                        "sampledOn",
                        "2014-12-10"));
        var helper = "helper-" + UUID.randomUUID();
        assertThat(appraised(t, helper, "2015-01-15")).isEqualTo("HELPER_UNKNOWN");
        t.done("/helpers/" + helper + "/naming", Township.naming(t.town, "张三"));
        assertThat(appraised(t, helper, "2014-05-31")).isEqualTo("HELPER_NOT_KNOWN_YET");
        assertThat(appraised(t, helper, "2015-01-15")).isNull();
    }

    /** Why not, null when it is recorded. */
    private static @Nullable String appraised(Township t, String helper, String on) {
        var reply =
                t.door.post(
                        "/appraisals/appraisal-" + UUID.randomUUID() + "/holding",
                        Map.of(
                                "helperId",
                                helper,
                                "region",
                                t.town,
                                "year",
                                2014,
                                "grade",
                                "EXCELLENT",
                                "decidedBy",
                                Township.body("县扶贫移民局"),
                                "appraisedOn",
                                on));
        return reply.status() == 200 ? null : reply.reason();
    }

    /** Half of them are three persons, who are refused whole where two places are left. */
    @Test
    void of_64_households_that_race_for_the_last_two_places_two_of_one_person_get_them()
            throws InterruptedException {
        var t = Township.ready(2);
        var households = IntStream.range(0, 64).mapToObj(_ -> Township.newHousehold()).toList();
        var notice = allReviewed(t, households, i -> i % 2 == 0 ? 3 : 1);
        var replies = AtOnce.run(64, i -> t.register(households.get(i), notice, "2014-05-09"));
        assertThat(AtOnce.outcomes(replies)).isEqualTo(Map.of("OK", 2L, "QUOTA_EXCEEDED", 62L));
        var winners =
                IntStream.range(0, 64)
                        .filter(i -> replies.get(i).status() == 200)
                        .peek(i -> assertThat(i % 2).isEqualTo(1))
                        .mapToObj(households::get)
                        .toList();
        assertThat(quotaOf(t, t.town))
                .containsEntry("used", 2L)
                .containsEntry("left", 0L)
                .containsEntry("persons", 2L)
                .containsEntry("over", 0L);

        t.done(
                t.join(
                        winners.getFirst(),
                        TestPersons.person("王新生", "CHILD", TestPersons.newNumber()),
                        "MOVED_IN",
                        "2014-08-01"));
        assertThat(quotaOf(t, t.town))
                .containsEntry("used", 2L)
                .containsEntry("left", 0L)
                .containsEntry("persons", 3L)
                .containsEntry("over", 1L);
    }

    /** Registrations, removals, births and a late quota, as they come, 64 at a time. */
    @Test
    void no_quota_is_ever_exceeded_whatever_is_ordered_in_whatever_order()
            throws InterruptedException {
        var t = Township.ready(12);
        var households = IntStream.range(0, 16).mapToObj(_ -> Township.newHousehold()).toList();
        var notice = allReviewed(t, households, i -> 1 + i % 4);
        for (var seed = 0; seed < 3; seed++) {
            var random = new Random(seed);
            var orders = IntStream.range(0, 64).map(_ -> random.nextInt(160)).toArray();
            var replies =
                    AtOnce.run(
                            64,
                            i -> {
                                var household = households.get(orders[i] % 16);
                                return switch (orders[i] / 16) {
                                    case 0 ->
                                            t.door.post(
                                                    "/quotas/quota-"
                                                            + t.village
                                                            + "-2014/allocation",
                                                    t.quota(t.village, 8));
                                    case 1, 2 -> t.step(household, "removal", removal());
                                    case 3 ->
                                            t.join(
                                                    household,
                                                    TestPersons.person(
                                                            "王新生",
                                                            "CHILD",
                                                            TestPersons.newNumber()),
                                                    "MOVED_IN",
                                                    "2014-08-01");
                                    default -> t.register(household, notice, "2014-05-09");
                                };
                            });
            assertThat(AtOnce.outcomes(replies).keySet())
                    .as("seed %d", seed)
                    .isSubsetOf(
                            "OK",
                            "QUOTA_EXCEEDED",
                            "NOT_REVIEWED",
                            "ALREADY_REGISTERED",
                            "NOT_ON_THE_REGISTER",
                            "HOUSEHOLD_ENDED",
                            "ALREADY_ALLOCATED");
            for (var division : List.of(t.town, t.village)) {
                var use = quotaOf(t, division);
                if (use.isEmpty()) continue;
                assertThat(use.get("used"))
                        .as("seed %d, %s", seed, division)
                        .isEqualTo(onTheRegister(households))
                        .isLessThanOrEqualTo(use.get("ceiling"));
            }
        }
    }

    private static Map<String, Object> removal() {
        return Map.of(
                "removedOn",
                "2014-11-01",
                "cause",
                "MISIDENTIFIED",
                "authority",
                Township.body("县扶贫移民局"));
    }

    /** Persons when they were registered, of those that were not removed, by the events alone. */
    private long onTheRegister(List<String> households) {
        return db.sql(
                        """
                        select coalesce(sum((convert_from(r.payload, 'UTF8')::json ->> 'persons')::int), 0)
                        from events r
                        where r.payload_type = 'HouseholdRegistered' and r.stream_id in (:ids)
                            and not exists (select from events x where x.stream_id = r.stream_id
                                            and x.payload_type = 'HouseholdRemoved')
                        """)
                .param("ids", households)
                .query(Long.class)
                .single();
    }

    @Test
    void a_notice_is_withdrawn_or_steps_stand_on_it_but_never_both() throws InterruptedException {
        var t = Township.ready(100);
        var households = IntStream.range(0, 32).mapToObj(_ -> Township.newHousehold()).toList();
        allAssessed(t, households, _ -> 1);
        var notice =
                t.noticeOver(
                        "FIRST", "2014-04-21", "2014-04-29", households.toArray(String[]::new));
        var replies =
                AtOnce.run(
                        64,
                        i ->
                                i % 2 == 0
                                        ? t.review(households.get(i / 2), notice, "2014-04-29")
                                        : withdraw(t, notice, "2014-04-30"));
        var reviewed =
                IntStream.range(0, 32).filter(i -> replies.get(2 * i).status() == 200).count();
        var withdrawn =
                IntStream.range(0, 32).filter(i -> replies.get(2 * i + 1).status() == 200).count();
        assertThat(withdrawn).isEqualTo(reviewed > 0 ? 0 : 1);
        assertThat(AtOnce.outcomes(replies).keySet())
                .isSubsetOf("OK", "NOTICE_WITHDRAWN", "STEPS_STAND_ON_IT", "ALREADY_WITHDRAWN");
    }

    @Test
    void nobody_applies_after_the_day_a_batch_was_closed_whichever_comes_first()
            throws InterruptedException {
        var t = Township.ready(100);
        var batch = opened(t);
        var replies =
                AtOnce.run(
                        64,
                        i ->
                                i % 2 == 0
                                        ? applied(t, batch, "2014-04-15", newPersons(1))
                                        : close(t, batch, "2014-04-10"));
        var applications =
                IntStream.range(0, 32).filter(i -> replies.get(2 * i).status() == 200).count();
        var closings =
                IntStream.range(0, 32).filter(i -> replies.get(2 * i + 1).status() == 200).count();
        assertThat(closings).isEqualTo(applications > 0 ? 0 : 1);
        assertThat(AtOnce.outcomes(replies).keySet())
                .isSubsetOf(
                        "OK", "OUTSIDE_THE_BATCH", "APPLICATIONS_AFTER_THAT_DAY", "ALREADY_CLOSED");
    }

    private interface Size {
        int of(int household);
    }

    private static void allAssessed(Township t, List<String> households, Size size)
            throws InterruptedException {
        all(
                t,
                households,
                i -> t.step(households.get(i), "application", t.applicationOf(size.of(i))));
        all(t, households, i -> t.survey(households.get(i), 100_00));
        var meeting = "assessment-" + UUID.randomUUID();
        t.done(
                "/assessments/" + meeting + "/holding",
                Map.of(
                        "region",
                        t.village,
                        "heldOn",
                        "2014-04-10",
                        "attendance",
                        40,
                        "ballots",
                        households.stream()
                                .map(h ->
                                        Map.of("householdId", h, "votesFor", 30, "votesAgainst", 2))
                                .toList()));
        all(
                t,
                households,
                i -> t.step(households.get(i), "assessment", Map.of("assessmentId", meeting)));
    }

    /** The second notice, which is over. */
    private static String allReviewed(Township t, List<String> households, Size size)
            throws InterruptedException {
        allAssessed(t, households, size);
        var named = households.toArray(String[]::new);
        var first = t.noticeOver("FIRST", "2014-04-21", "2014-04-29", named);
        all(t, households, i -> t.review(households.get(i), first, "2014-04-29"));
        return t.noticeOver("SECOND", "2014-05-01", "2014-05-09", named);
    }

    private static void all(Township t, List<String> households, IntFunction<Reply> deed)
            throws InterruptedException {
        AtOnce.run(households.size(), deed).forEach(t::done);
    }

    private static String opened(Township t) {
        var batch = "batch-" + UUID.randomUUID();
        t.done(
                "/batches/" + batch + "/opening",
                Map.of(
                        "region",
                        t.village,
                        "year",
                        2014,
                        "title",
                        "2014年度第一批",
                        "appliesFrom",
                        "2014-04-01",
                        "appliesUntil",
                        "2014-04-20",
                        "openedOn",
                        "2014-03-25"));
        return batch;
    }

    private static Reply close(Township t, String batch, String on) {
        return t.door.post("/batches/" + batch + "/closing", Map.of("closedOn", on));
    }

    private static Reply applied(Township t, String batch, String on, List<Object> members) {
        return t.step(Township.newHousehold(), "application", application(t, batch, on, members));
    }

    private static Map<String, Object> application(
            Township t, String batch, String on, List<Object> members) {
        return Map.of("region", t.village, "appliedOn", on, "members", members, "batchId", batch);
    }

    private static List<Object> newPersons(int persons) {
        var members = new ArrayList<Object>();
        for (var i = 0; i < persons; i++) {
            members.add(
                    TestPersons.person("李大山", i == 0 ? "HEAD" : "CHILD", TestPersons.newNumber()));
        }
        return members;
    }

    /** Forty were there. */
    private static Reply met(Township t, int entitled, String... households) {
        return t.door.post(
                "/assessments/assessment-" + UUID.randomUUID() + "/holding",
                Map.of(
                        "region",
                        t.village,
                        "heldOn",
                        "2014-04-12",
                        "attendance",
                        40,
                        "kind",
                        "VILLAGE_REPRESENTATIVES",
                        "chair",
                        "村民委员会",
                        "entitled",
                        entitled,
                        "ballots",
                        Stream.of(households)
                                .map(h ->
                                        Map.of("householdId", h, "votesFor", 30, "votesAgainst", 2))
                                .toList()));
    }

    private static String hung(
            Township t, String batch, String kind, String on, String... households) {
        var notice = Township.newNotice();
        t.done(
                "/notices/" + notice + "/posting",
                Map.of(
                        "kind",
                        kind,
                        "region",
                        t.village,
                        "place",
                        "村务公开栏",
                        "hotline",
                        "0834-6360000",
                        "postedOn",
                        on,
                        "batchId",
                        batch,
                        "householdIds",
                        List.of(households)));
        return notice;
    }

    private static Reply withdraw(Township t, String notice, String on) {
        return t.door.post(
                "/notices/" + notice + "/withdrawal",
                Map.of("reason", "名单有误", "decidedBy", Township.body("村民委员会"), "withdrawnOn", on));
    }

    private static void object(Township t, String notice, String household) {
        t.done(
                "/notices/" + notice + "/objections",
                Map.of(
                        "householdId",
                        household,
                        "grounds",
                        "家有商品房",
                        "channel",
                        "HOTLINE",
                        "raisedOn",
                        "2014-04-24"));
        t.done(
                "/notices/" + notice + "/objections/settlement",
                Map.of(
                        "householdId",
                        household,
                        "upheld",
                        true,
                        "handling",
                        "属实",
                        "decidedBy",
                        Township.body("镇人民政府"),
                        "settledOn",
                        "2014-04-26"));
    }

    private static String streamOf(Reply reply) {
        return reply.json().path("streamId").asString();
    }

    private static Map<String, Long> quotaOf(Township t, String division) {
        var shown = t.door.get("/quotas?region=" + t.town + "&year=2014").json().path("quotas");
        var use = new LinkedHashMap<String, Long>();
        for (var quota : shown) {
            if (!quota.path("division").asString().equals(division)) continue;
            for (var name : List.of("ceiling", "used", "left", "persons", "over")) {
                use.put(name, quota.path(name).asLong());
            }
        }
        return use;
    }
}
