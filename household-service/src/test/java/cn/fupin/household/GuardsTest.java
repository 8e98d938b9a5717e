package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What must hold across households holds however many come at once. */
class GuardsTest {
    private final JdbcClient db = Running.service().bean(JdbcClient.class);

    @Test
    void of_64_racing_applications_of_one_identity_number_one_is_taken()
            throws InterruptedException {
        var township = Township.ready(100);
        var number = TestPersons.newNumber();
        var replies =
                AtOnce.run(
                        64,
                        _ ->
                                township.step(
                                        Township.newHousehold(),
                                        "application",
                                        township.application(
                                                TestPersons.person("王小明", "HEAD", number),
                                                TestPersons.person(
                                                        "王小红", "CHILD", TestPersons.newNumber()))));
        assertThat(AtOnce.outcomes(replies))
                .isEqualTo(Map.of("OK", 1L, "PERSON_IN_ANOTHER_HOUSEHOLD", 63L));
        assertThat(claims(township)).isEqualTo(2);
    }

    @Test
    void in_which_household_somebody_is_only_those_are_told_in_whose_region_it_lies() {
        var here = Township.ready(100);
        var there = Township.ready(100);
        var person = TestPersons.person("王小明", "HEAD", TestPersons.newNumber());
        var first = Township.newHousehold();
        here.done(here.step(first, "application", here.application(person)));

        var body = there.application(person);
        var path = "/households/" + Township.newHousehold() + "/application";
        var county = there.door.as("clerk-c", "county-officer", Township.COUNTY).post(path, body);
        assertThat(county.reason()).isEqualTo("PERSON_IN_ANOTHER_HOUSEHOLD");
        assertThat(county.json().path("householdId").asString()).isEqualTo(first);
        var town = there.door.as("clerk-t", "village-worker", there.town).post(path, body);
        assertThat(town.reason()).isEqualTo("PERSON_IN_ANOTHER_HOUSEHOLD");
        assertThat(town.text()).doesNotContain(first);
    }

    @Test
    void two_families_that_share_persons_in_opposite_order_never_block_each_other()
            throws InterruptedException {
        var township = Township.ready(100);
        var one = TestPersons.newNumber();
        var other = TestPersons.newNumber();
        var replies =
                AtOnce.run(
                        64,
                        i ->
                                township.step(
                                        Township.newHousehold(),
                                        "application",
                                        township.application(
                                                TestPersons.person(
                                                        "王小明", "HEAD", i % 2 == 0 ? one : other),
                                                TestPersons.person(
                                                        "王小红",
                                                        "SPOUSE",
                                                        i % 2 == 0 ? other : one))));
        assertThat(AtOnce.outcomes(replies))
                .isEqualTo(Map.of("OK", 1L, "PERSON_IN_ANOTHER_HOUSEHOLD", 63L));
    }

    @Test
    void rejection_and_removal_set_the_persons_free() {
        var township = Township.ready(100);
        var person = TestPersons.person("王小明", "HEAD", TestPersons.newNumber());
        var first = Township.newHousehold();
        township.done(township.step(first, "application", township.application(person)));
        township.done(
                township.step(
                        first,
                        "rejection",
                        Map.of(
                                "rejectedOn",
                                "2014-04-02",
                                "decidedBy",
                                Township.body("村委会"),
                                "grounds",
                                "材料不全")));
        township.done(
                township.step(
                        Township.newHousehold(), "application", township.application(person)));

        var registered = township.registered(2);
        var before = claims(township);
        township.done(township.step(registered, "removal", removal()));
        assertThat(claims(township)).isEqualTo(before - 2);
    }

    @Test
    void of_64_who_take_one_person_into_two_households_one_gets_the_person()
            throws InterruptedException {
        var township = Township.ready(100);
        var households = List.of(township.registered(2), township.registered(2));
        var number = TestPersons.newNumber();
        var replies =
                AtOnce.run(
                        64,
                        i ->
                                township.join(
                                        households.get(i % 2),
                                        TestPersons.person("李小花", "SPOUSE", number),
                                        "MARRIAGE",
                                        "2015-06-01"));
        var outcomes = AtOnce.outcomes(replies);
        assertThat(outcomes)
                .containsEntry("OK", 1L)
                .containsEntry("PERSON_IN_ANOTHER_HOUSEHOLD", 32L)
                .containsEntry("ALREADY_A_MEMBER", 31L);
        assertThat(claims(township)).isEqualTo(5);
    }

    @Test
    void of_16_who_enter_one_newborn_at_once_one_does() throws InterruptedException {
        var township = Township.ready(100);
        var household = township.registered(2);
        var newborn =
                Map.<String, Object>of(
                        "name",
                        "赵双",
                        "withoutNumber",
                        "NEWBORN",
                        "sex",
                        "MALE",
                        "bornOn",
                        "2015-05-01",
                        "relation",
                        "CHILD");
        var replies = AtOnce.run(16, _ -> township.join(household, newborn, "BIRTH", "2015-05-01"));
        var outcomes = AtOnce.outcomes(replies);
        assertThat(outcomes)
                .containsEntry("OK", 1L)
                .allSatisfy((outcome, _) ->
                        assertThat(outcome)
                                .isIn("OK", "ENTERED_WITHOUT_A_NUMBER", "MEMBER_CAME_MEANWHILE"));
        assertThat(township.join(household, newborn, "BIRTH", "2015-05-01").reason())
                .isEqualTo("ENTERED_WITHOUT_A_NUMBER");
    }

    @Test
    void a_bride_leaves_one_household_before_she_joins_the_other() {
        var township = Township.ready(100);
        var number = TestPersons.newNumber();
        var bride = TestPersons.person("李小花", "CHILD", number);
        var home = Township.newHousehold();
        township.done(
                township.step(
                        home,
                        "application",
                        township.application(
                                TestPersons.person("李大山", "HEAD", TestPersons.newNumber()),
                                bride)));
        var other = township.registered(2);
        var wife = TestPersons.person("李小花", "SPOUSE", number);
        assertThat(township.join(other, wife, "MARRIAGE", "2015-06-01").reason())
                .isEqualTo("PERSON_IN_ANOTHER_HOUSEHOLD");
        township.done(township.leave(home, number, "MARRIAGE", "2015-06-01"));
        var early = township.join(other, wife, "MARRIAGE", "2015-05-31");
        assertThat(early.reason()).isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        assertThat(early.json().path("freeSince").asString()).isEqualTo("2015-06-01");
        assertThat(
                        township.step(
                                        Township.newHousehold(),
                                        "application",
                                        township.application(
                                                TestPersons.person("李小花", "HEAD", number)))
                                .reason())
                .isEqualTo("IN_ANOTHER_HOUSEHOLD_THEN");
        township.done(township.join(other, wife, "MARRIAGE", "2015-06-01"));
        assertThat(township.leave(home, number, "MARRIAGE", "2015-07-01").reason())
                .isEqualTo("NOT_A_MEMBER");
    }

    @Test
    void whoever_died_is_nowhere_else_a_member_and_comes_back_where_that_was_a_mistake() {
        var township = Township.ready(100);
        var number = TestPersons.newNumber();
        var daughter = TestPersons.person("李小花", "CHILD", number);
        var home = Township.newHousehold();
        township.done(
                township.step(
                        home,
                        "application",
                        township.application(
                                TestPersons.person("李大山", "HEAD", TestPersons.newNumber()),
                                daughter)));
        var other = township.registered(2);
        township.done(township.leave(home, number, "DEATH", "2015-06-01"));
        var dead = township.join(other, daughter, "MARRIAGE", "2015-07-01");
        assertThat(dead.reason()).isEqualTo("PERSON_DIED");
        assertThat(dead.json().path("household").asString()).isEqualTo(home);
        assertThat(dead.json().path("diedOn").asString()).isEqualTo("2015-06-01");
        var alone = TestPersons.person("李小花", "HEAD", number);
        var applying = new HashMap<>(township.application(alone));
        applying.put("appliedOn", "2015-07-01");
        assertThat(township.step(Township.newHousehold(), "application", applying).reason())
                .isEqualTo("PERSON_DIED");

        township.done(township.join(home, daughter, "RETURNED", "2015-06-01"));
        township.done(township.leave(home, number, "MARRIAGE", "2016-06-01"));
        township.done(township.join(other, daughter, "MARRIAGE", "2016-06-01"));
    }

    @Test
    void a_dissolved_household_sets_its_persons_free_and_its_helper_and_keeps_its_places() {
        var township = Township.ready(100);
        var number = TestPersons.newNumber();
        var household = Township.newHousehold();
        var notice = township.reviewed(household, 1);
        township.done(township.register(household, notice, "2014-05-09"));
        township.done(
                township.join(
                        household,
                        TestPersons.person("王小明", "CHILD", number),
                        "RETURNED",
                        "2014-06-01"));
        var helper = "helper-" + township.town;
        township.done(township.step(household, "helper", helperOf(helper, "2014-06-01")));
        township.done(township.dissolve(household, "2015-01-01"));
        assertThat(claims(township)).isZero();
        assertThat(load(helper)).isZero();
        assertThat(used(township.town)).isEqualTo(1);
        assertThat(township.dissolve(household, "2015-01-01").reason())
                .isEqualTo("HOUSEHOLD_ENDED");
        township.done(
                township.join(
                        township.registered(1),
                        TestPersons.person("王小明", "OTHER", number),
                        "MOVED_IN",
                        "2015-01-01"));
    }

    @Test
    void what_is_handed_down_to_the_villages_stays_within_the_townships_ceiling()
            throws InterruptedException {
        var township = Township.ready(10);
        var villages = villages(township, 64);
        var replies = AtOnce.run(64, i -> allocate(township, villages.get(i), 3));
        assertThat(AtOnce.outcomes(replies))
                .isEqualTo(Map.of("OK", 3L, "ABOVE_THE_CEILING_OVER_IT", 61L));
    }

    @Test
    void a_townships_quota_that_comes_after_its_villages_covers_them() {
        var township = Township.listed();
        for (var village : villages(township, 3)) township.done(allocate(township, village, 3));
        assertThat(allocate(township, township.town, 8).reason())
                .isEqualTo("ABOVE_THE_CEILING_OVER_IT");
        township.done(allocate(township, township.town, 9));
    }

    private static List<String> villages(Township township, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> township.town.substring(0, 9) + (301 + i))
                .peek(code ->
                        township.done(township.list(code, "__村", "VILLAGE", township.town, true)))
                .toList();
    }

    private static Reply allocate(Township township, String region, int persons) {
        return township.door.post(
                "/quotas/quota-" + region + "-2014/allocation", township.quota(region, persons));
    }

    @Test
    void a_quotas_last_places_go_to_as_many_as_fit_and_no_more() throws InterruptedException {
        var township = Township.ready(5);
        var households = IntStream.range(0, 64).mapToObj(_ -> Township.newHousehold()).toList();
        var notices = households.stream().map(h -> township.reviewed(h, 2)).toList();
        var replies =
                AtOnce.run(
                        64,
                        i -> township.register(households.get(i), notices.get(i), "2014-05-09"));
        assertThat(AtOnce.outcomes(replies)).isEqualTo(Map.of("OK", 2L, "QUOTA_EXCEEDED", 62L));
        assertThat(used(township.town)).isEqualTo(4);
        assertThat(registered(households)).isEqualTo(2);

        var winner =
                households.get(
                        replies.indexOf(
                                replies.stream()
                                        .filter(r -> r.status() == 200)
                                        .findFirst()
                                        .orElseThrow()));
        township.done(township.step(winner, "removal", removal()));
        assertThat(used(township.town)).isEqualTo(2);
        var loser =
                replies.indexOf(
                        replies.stream().filter(r -> r.status() == 409).findFirst().orElseThrow());
        // from the day of the removal on: in May all of them were taken
        assertThat(
                        township.register(households.get(loser), notices.get(loser), "2014-05-09")
                                .reason())
                .isEqualTo("QUOTA_EXCEEDED");
        township.done(township.register(households.get(loser), notices.get(loser), "2014-11-01"));
        assertThat(used(township.town)).isEqualTo(4);
    }

    @Test
    void every_quota_above_counts_and_one_must_exist() {
        var township = Township.listed();
        var household = Township.newHousehold();
        var notice = township.reviewed(household, 3);
        var reply = township.register(household, notice, "2014-05-09");
        assertThat(reply.reason()).isEqualTo("QUOTA_UNKNOWN");
        assertThat(reply.json().path("retryable").asBoolean()).isTrue();

        township.done(
                "/quotas/quota-" + township.town + "-2014/allocation",
                township.quota(township.town, 100));
        township.done(
                "/quotas/quota-" + township.village + "-2014/allocation",
                township.quota(township.village, 2));
        var refused = township.register(household, notice, "2014-05-09");
        assertThat(refused.reason()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(refused.json().path("division").asString()).isEqualTo(township.village);
        assertThat(refused.json().path("needed").asInt()).isEqualTo(3);
        assertThat(refused.json().path("left").asInt()).isEqualTo(2);
        assertThat(used(township.town)).isZero();
    }

    @Test
    void a_quota_that_comes_late_begins_with_who_is_there() {
        var township = Township.ready(100);
        township.registered(3);
        var tooLow =
                township.door.post(
                        "/quotas/quota-" + township.village + "-2014/allocation",
                        township.quota(township.village, 2));
        assertThat(tooLow.reason()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(tooLow.json().path("needed").asInt()).isEqualTo(3);
        assertThat(tooLow.json().path("left").asInt()).isEqualTo(2);
        township.done(
                "/quotas/quota-" + township.village + "-2014/allocation",
                township.quota(township.village, 3));
        assertThat(used(township.village)).isEqualTo(3);
    }

    @Test
    void a_quota_that_comes_while_a_household_is_removed_keeps_no_place_for_it() throws Exception {
        var township = Township.ready(100);
        var household = township.registered(3);
        var late = "/quotas/quota-" + township.village + "-2014/allocation";
        try (var clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies =
                    whileHeld(
                            township.town,
                            () -> {
                                var removed =
                                        clerks.submit(() ->
                                                township.step(household, "removal", removal()));
                                await().until(() -> waiting() == 1);
                                var quota = township.quota(township.village, 3);
                                var allocated =
                                        clerks.submit(() -> township.door.post(late, quota));
                                await().until(() -> allocated.isDone() || waiting() == 2);
                                return List.of(removed, allocated);
                            });
            for (var reply : replies) township.done(reply.get());
        }
        assertThat(used(township.town)).isZero();
        assertThat(used(township.village)).isZero();
    }

    @Test
    void the_same_registration_64_times_at_once_under_one_key_has_one_effect()
            throws InterruptedException {
        var township = Township.ready(100);
        var household = Township.newHousehold();
        var notice = township.reviewed(household, 2);
        var body =
                Map.of(
                        "noticeId",
                        notice,
                        "approvedOn",
                        "2014-05-09",
                        "announcedOn",
                        "2014-05-09",
                        "decidedBy",
                        Township.body("县扶贫移民局"),
                        "standard",
                        "NATIONAL",
                        "householdType",
                        "GENERAL",
                        "mainCause",
                        "ILLNESS",
                        "otherCauses",
                        List.of(),
                        "quotaYear",
                        2014);
        var replies =
                AtOnce.run(
                        64,
                        _ ->
                                township.door.post(
                                        "/households/" + household + "/registration",
                                        body,
                                        "register-" + household));
        assertThat(replies.stream().map(Reply::text).distinct()).hasSize(1);
        assertThat(AtOnce.outcomes(replies)).isEqualTo(Map.of("OK", 64L));
        assertThat(registered(List.of(household))).isEqualTo(1);
        assertThat(used(township.town)).isEqualTo(2);
    }

    @Test
    void a_helper_has_no_more_households_than_the_rule_allows() throws InterruptedException {
        var township = Township.ready(100);
        var helper = "helper-" + township.town;
        var households = IntStream.range(0, 64).mapToObj(_ -> township.registered(1)).toList();
        var replies =
                AtOnce.run(
                        64,
                        i ->
                                township.step(
                                        households.get(i),
                                        "helper",
                                        helperOf(helper, "2014-06-01")));
        assertThat(AtOnce.outcomes(replies))
                .isEqualTo(Map.of("OK", 5L, "HELPER_HAS_TOO_MANY_HOUSEHOLDS", 59L));
        var helped =
                IntStream.range(0, 64)
                        .filter(i -> replies.get(i).status() == 200)
                        .mapToObj(households::get)
                        .toList();
        var left =
                IntStream.range(0, 64)
                        .filter(i -> replies.get(i).status() == 409)
                        .mapToObj(households::get)
                        .toList();

        township.done(
                township.step(helped.get(0), "helper", helperOf("next-" + helper, "2014-06-02")));
        township.done(township.step(left.get(0), "helper", helperOf(helper, "2014-06-02")));
        township.done(township.step(helped.get(1), "removal", removal()));
        assertThat(township.step(left.get(1), "helper", helperOf(helper, "2014-10-31")).reason())
                .isEqualTo("HELPER_HAS_TOO_MANY_HOUSEHOLDS");
        township.done(township.step(left.get(1), "helper", helperOf(helper, "2014-11-01")));
        assertThat(township.step(left.get(2), "helper", helperOf(helper, "2014-11-01")).reason())
                .isEqualTo("HELPER_HAS_TOO_MANY_HOUSEHOLDS");
        assertThat(load(helper)).isEqualTo(5);
    }

    /** Entered in whatever order, no day has a sixth, and what no day forbids is taken. */
    @Test
    void on_no_day_has_a_helper_more_households_than_the_rule_allows() {
        var township = Township.ready(100);
        var helpers = List.of("x-" + township.town, "y-" + township.town);
        var households = IntStream.range(0, 9).mapToObj(_ -> township.registered(1)).toList();
        var taken = new HashMap<String, TreeMap<LocalDate, String>>();
        households.forEach(household -> taken.put(household, new TreeMap<>()));
        var random = new Random(20);
        var refused = 0;
        for (var turn = 0; turn < 60; turn++) {
            var household = households.get(random.nextInt(households.size()));
            var helper = helpers.get(random.nextInt(4) / 3);
            var its = Objects.requireNonNull(taken.get(household));
            if (!its.isEmpty() && its.lastEntry().getValue().equals(helper)) continue;
            var last = its.isEmpty() ? LocalDate.of(2014, 6, 1) : its.lastKey();
            var on = last.plusDays(random.nextInt(6));
            var reply = township.step(household, "helper", helperOf(helper, on.toString()));
            var tooMany =
                    IntStream.range(0, 200)
                            .mapToObj(on::plusDays)
                            .anyMatch(day -> households(taken, helper, day) >= 5);
            if (reply.status() == 200) {
                its.put(on, helper);
            } else {
                refused++;
                assertThat(tooMany).as("%s of %s on %s", helper, household, on).isTrue();
                assertThat(reply.reason()).isEqualTo("HELPER_HAS_TOO_MANY_HOUSEHOLDS");
            }
            for (var day = LocalDate.of(2014, 6, 1); day.getYear() < 2015; day = day.plusDays(1)) {
                assertThat(households(taken, helper, day)).isLessThanOrEqualTo(5);
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void two_helpers_who_change_places_at_once_never_block_each_other()
            throws InterruptedException {
        var township = Township.ready(100);
        var households = List.of(township.registered(1), township.registered(1));
        var helpers = List.of("a-" + township.town, "b-" + township.town);
        for (var round = 0; round < 10; round++) {
            var turn = round;
            var replies =
                    AtOnce.run(
                            2,
                            i ->
                                    township.step(
                                            households.get(i),
                                            "helper",
                                            helperOf(helpers.get((i + turn) % 2), "2014-06-01")));
            assertThat(AtOnce.outcomes(replies)).isEqualTo(Map.of("OK", 2L));
        }
        assertThat(helpers).allSatisfy(h -> assertThat(load(h)).isEqualTo(1));
    }

    /** Whichever comes first, the other finds nothing to do: an exit under a suspension is none. */
    @Test
    void of_32_exits_and_32_suspensions_of_one_household_one_is_taken()
            throws InterruptedException {
        var township = Township.ready(100);
        township.done(township.line(township.town, 2015, 2855_00));
        for (var turn = 0; turn < 4; turn++) {
            var household = township.registered(2);
            var exit = township.exitReady(household);
            var first = turn % 2;
            var replies =
                    AtOnce.run(
                            64,
                            i ->
                                    i % 2 == first
                                            ? township.step(household, "exit", exit)
                                            : township.step(household, "suspension", suspension()));
            var outcomes = AtOnce.outcomes(replies);
            var last = WholeLifeTest.types(household).getLast();
            assertThat(last).isIn("HouseholdExited", "HouseholdSuspended");
            assertThat(outcomes)
                    .isEqualTo(
                            last.equals("HouseholdExited")
                                    ? Map.of(
                                            "OK",
                                            1L,
                                            "EXIT_NOT_AGREED",
                                            31L,
                                            "NOT_ON_THE_REGISTER",
                                            32L)
                                    : Map.of(
                                            "OK",
                                            1L,
                                            "EXIT_NOT_AGREED",
                                            32L,
                                            "NOT_ON_THE_REGISTER",
                                            31L));
            assertThat(standing(household))
                    .isEqualTo(last.equals("HouseholdExited") ? "EXITED" : "SUSPENDED");
            if (last.equals("HouseholdExited")) continue;
            township.done(
                    township.step(
                            household,
                            "resumption",
                            Map.of(
                                    "grounds",
                                    "核查无误",
                                    "decidedBy",
                                    Township.body("县"),
                                    "resumedOn",
                                    "2016-10-21")));
            assertThat(township.step(household, "exit", exit).reason())
                    .isEqualTo("EXIT_NOT_AGREED");
        }
    }

    private static Map<String, Object> suspension() {
        return Map.of(
                "cause",
                "UNDER_INVESTIGATION",
                "decidedBy",
                Township.body("县"),
                "suspendedOn",
                "2016-10-20");
    }

    private String standing(String household) {
        return db.sql("select standing from household_place where household_id = ?")
                .param(household)
                .query(String.class)
                .single();
    }

    private static long households(
            Map<String, TreeMap<LocalDate, String>> taken, String helper, LocalDate on) {
        return taken.values().stream()
                .map(its -> its.floorEntry(on))
                .filter(entry -> entry != null && entry.getValue().equals(helper))
                .count();
    }

    private static Map<String, Object> helperOf(String helper, String on) {
        return Map.of("helperId", helper, "helperUnit", "县林业局", "assignedOn", on);
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

    private int claims(Township township) {
        return db.sql(
                        """
                        select count(*) from active_person a join household_place p using (household_id)
                        where p.region = ?
                        """)
                .param(township.village)
                .query(Integer.class)
                .single();
    }

    private int used(String division) {
        return db.sql("select used_persons from quota where division = ? and year = 2014")
                .param(division)
                .query(Integer.class)
                .single();
    }

    /** Keeps whoever changes the division's quota waiting until the deeds are under way. */
    private <T> T whileHeld(String division, Supplier<T> deeds) {
        var transactions = Running.service().bean(PlatformTransactionManager.class);
        return Objects.requireNonNull(
                new TransactionTemplate(transactions)
                        .execute(_ -> {
                            db.sql("select 1 from quota where division = ? for update")
                                    .param(division)
                                    .query(Integer.class)
                                    .single();
                            return deeds.get();
                        }));
    }

    private int waiting() {
        return db.sql(
                        """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """)
                .query(Integer.class)
                .single();
    }

    private int load(String helper) {
        return db.sql("select count(*) from helper_household where helper_id = ?")
                .param(helper)
                .query(Integer.class)
                .single();
    }

    private int registered(List<String> households) {
        return db.sql(
                        "select count(*) from events where payload_type = 'HouseholdRegistered' and stream_id in (:ids)")
                .param("ids", households)
                .query(Integer.class)
                .single();
    }
}
