package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** 规模调剂与更正: between villages, within the year, by two; never below what is used. */
class QuotaAdjustmentsTest {
    private final JdbcClient db = Running.service().bean(JdbcClient.class);

    @Test
    void unused_places_go_from_one_village_to_another_and_the_township_stays_as_it_was() {
        var township = Township.ready(10);
        var other = otherVillage(township);
        township.done(allocate(township.door, township, township.village, 6));
        township.done(allocate(township.door, township, other, 4));
        township.registered(3);

        var more = adjust(township, other, 6, "2014-06-01");
        assertThat(more.reason()).isEqualTo("ABOVE_THE_CEILING_OVER_IT");
        assertThat(more.json().path("division").asString()).isEqualTo(township.town);
        assertThat(more.json().path("needed").asInt()).isEqualTo(6);
        assertThat(more.json().path("left").asInt()).isEqualTo(4);
        var tooFew = adjust(township, township.village, 2, "2014-06-01");
        assertThat(tooFew.reason()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(tooFew.json().path("division").asString()).isEqualTo(township.village);
        assertThat(tooFew.json().path("needed").asInt()).isEqualTo(3);
        assertThat(tooFew.json().path("left").asInt()).isEqualTo(2);

        township.done(adjust(township, township.village, 4, "2014-06-01"));
        township.done(adjust(township, other, 6, "2014-06-01"));
        assertThat(left(township, township.village)).isEqualTo(1);
        assertThat(left(township, other)).isEqualTo(6);
        assertThat(quota(township, township.town).path("handedDown").asInt()).isEqualTo(10);
    }

    /** On the first of May there were six places, since the first of June there are four. */
    @Test
    void a_day_before_an_adjustment_goes_by_its_own_ceiling_and_by_all_that_followed() {
        var township = Township.ready(20);
        township.done(allocate(township.door, township, township.village, 2));
        var late = Township.newHousehold();
        var notice = township.reviewed(late, 3);
        township.done(adjust(township, township.village, 6, "2014-06-01"));
        // more places than it needs now, and too few on its own day
        var refused = township.register(late, notice, "2014-05-09");
        assertThat(refused.reason()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(refused.json().path("division").asString()).isEqualTo(township.village);
        assertThat(refused.json().path("left").asInt()).isEqualTo(2);
        township.done(township.register(late, notice, "2014-06-01"));
        assertThat(left(township, township.village)).isEqualTo(3);
        // of a day on which nobody was there yet, two may still come
        township.registered(2);
        assertThat(left(township, township.village)).isEqualTo(1);
    }

    /** Who was there in June was there in June, though they are removed since. */
    @Test
    void an_adjustment_is_never_below_what_was_used_on_a_day_since() {
        var township = Township.ready(10);
        var removed = township.registered(3);
        township.registered(2);
        township.done(
                township.step(
                        removed,
                        "removal",
                        Map.of(
                                "removedOn",
                                "2014-11-01",
                                "cause",
                                "MISIDENTIFIED",
                                "authority",
                                Township.body("县扶贫移民局"))));
        var refused = adjust(township, township.town, 4, "2014-10-31");
        assertThat(refused.reason()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(refused.json().path("needed").asInt()).isEqualTo(5);
        township.done(adjust(township, township.town, 4, "2014-11-01"));
        assertThat(left(township, township.town)).isEqualTo(2);
    }

    /** Whoever was removed in November had the places until then, whenever it is entered. */
    @Test
    void whoever_registers_late_finds_only_the_places_of_that_day() {
        var township = Township.ready(3);
        township.done(remove(township, township.registered(3), "2014-11-01"));
        assertThat(left(township, township.town)).isEqualTo(3);
        var late = Township.newHousehold();
        var notice = township.reviewed(late, 2);
        var refused = township.register(late, notice, "2014-10-31");
        assertThat(refused.reason()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(refused.json().path("left").asInt()).isZero();
        // nor does a village get fewer than were there
        var village = allocate(township.door, township, township.village, 2, "2014-06-01");
        assertThat(village.reason()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(village.json().path("needed").asInt()).isEqualTo(3);
        township.done(allocate(township.door, township, township.village, 2, "2014-11-01"));
        township.done(township.register(late, notice, "2014-11-01"));
        assertThat(left(township, township.town)).isEqualTo(1);
    }

    /** Before they were merged both had places where they lay, each since its own day. */
    @Test
    void what_goes_over_by_a_merger_goes_over_from_its_day_on() {
        var here = Township.ready(2);
        var there = Township.ready(9);
        var merged = here.registered(2);
        var into = there.registered(2);
        here.done(
                HouseholdModelTest.merge(
                        here, merged, into, HouseholdModelTest.persons(merged), "2014-06-01"));
        assertThat(left(here, here.town)).isEqualTo(2);
        var late = Township.newHousehold();
        var notice = here.reviewed(late, 1);
        assertThat(here.register(late, notice, "2014-05-31").reason()).isEqualTo("QUOTA_EXCEEDED");
        here.done(here.register(late, notice, "2014-06-01"));
        // until the first of June there were two over there, since then there are four
        var county = there.door.as("officer-1");
        var allocated = allocation(there.town);
        there.done(adjust(there.door, there.town, 8, "2014-06-01"));
        assertThat(correct(county, there.town, allocated, 1).json().path("needed").asInt())
                .isEqualTo(2);
        there.done(correct(county, there.town, allocated, 2));
        assertThat(correct(county, there.town, allocated, 2).reason()).isEqualTo("NOTHING_CHANGES");
    }

    /** They lie over it by a merger: what is given back to the days then is refused for nothing. */
    @Test
    void a_correction_that_raises_an_amount_is_never_refused_for_who_is_there() {
        var here = Township.ready(5);
        var full = Township.ready(2);
        var merged = here.registered(2);
        here.done(
                HouseholdModelTest.merge(
                        here,
                        merged,
                        full.registered(2),
                        HouseholdModelTest.persons(merged),
                        "2014-06-01"));
        full.done(adjust(full.door, full.town, 6, "2014-08-01"));
        var county = full.door.as("officer-1");
        var allocated = allocation(full.town);
        full.done(correct(county, full.town, allocated, 3));
        assertThat(correct(county, full.town, allocated, 2).reason()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(left(full, full.town)).isEqualTo(2);
    }

    private String allocation(String region) {
        return db.sql("select event_id from events where stream_id = ? and payload_type = ?")
                .params("quota-" + region + "-2014", "QuotaAllocated")
                .query(String.class)
                .single();
    }

    private static Reply correct(DoorClient county, String region, String event, int persons) {
        return county.post(
                "/quotas/quota-" + region + "-2014/correction",
                Map.of(
                        "correctsEventId",
                        event,
                        "persons",
                        persons,
                        "ceilingPersons",
                        persons,
                        "reason",
                        "录入有误",
                        "approvedBy",
                        "officer-2",
                        "correctedOn",
                        "2014-12-01"));
    }

    private static Reply remove(Township township, String household, String on) {
        return EndRevocationTest.remove(township, household, on);
    }

    @Test
    void what_was_handed_down_wrongly_is_corrected_by_two() {
        var township = Township.listed();
        var county = township.door.as("officer-1");
        var allocated = allocate(county, township, township.town, 972);
        var event = allocated.json().path("events").path(0).path("id").asString();
        township.registered(3);
        var correction = new TreeMap<String, Object>();
        correction.put("correctsEventId", event);
        correction.put("persons", 927);
        correction.put("ceilingPersons", 927);
        correction.put("reason", "录入时数字颠倒");
        correction.put("approvedBy", "officer-1");
        correction.put("correctedOn", "2014-05-10");
        var path = "/quotas/quota-" + township.town + "-2014/correction";
        assertThat(county.post(path, correction).reason()).isEqualTo("APPROVED_BY_WHOEVER_ENTERED");
        correction.put("approvedBy", "officer-2");
        correction.put("correctsEventId", "another");
        assertThat(county.post(path, correction).reason()).isEqualTo("NO_SUCH_AMOUNT");
        correction.put("correctsEventId", event);
        correction.put("persons", 2);
        correction.put("ceilingPersons", 2);
        var refused = county.post(path, correction);
        assertThat(refused.reason()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(refused.json().path("needed").asInt()).isEqualTo(3);
        correction.put("persons", 927);
        correction.put("ceilingPersons", 927);
        township.done(county.post(path, correction));
        assertThat(left(township, township.town)).isEqualTo(924);
        // what is handed down is held to it too
        assertThat(allocate(county, township, township.village, 928).reason())
                .isEqualTo("ABOVE_THE_CEILING_OVER_IT");
        township.done(allocate(county, township, township.village, 927));
        correction.put("persons", 926);
        correction.put("ceilingPersons", 926);
        var below = county.post(path, correction);
        assertThat(below.reason()).isEqualTo("ABOVE_THE_CEILING_OVER_IT");
        assertThat(below.json().path("needed").asInt()).isEqualTo(927);
        assertThat(below.json().path("left").asInt()).isEqualTo(926);
    }

    @Test
    void a_township_hands_its_places_down_to_its_villages_and_no_further() {
        var township = Township.listed();
        var clerk = township.door.as("clerk-1", "town-clerk", township.town);
        assertThat(handDown(clerk, township, township.village, 6).reason())
                .isEqualTo("NOTHING_TO_HAND_DOWN");
        assertThat(allocate(clerk, township, township.town, 10).status()).isEqualTo(403);
        assertThat(handDown(clerk, township, township.town, 10).status()).isEqualTo(400);
        township.done(allocate(township.door, township, township.town, 10));
        var elsewhere = Township.ready(10);
        assertThat(handDown(clerk, township, elsewhere.village, 6).status()).isEqualTo(403);
        township.done(handDown(clerk, township, township.village, 6));
        var other = otherVillage(township);
        assertThat(handDown(clerk, township, other, 5).reason())
                .isEqualTo("ABOVE_THE_CEILING_OVER_IT");
        var adjusted = "handing-down-adjustment";
        township.done(adjust(clerk, adjusted, township.village, 5, "2014-06-01"));
        // on a day before that the first village still had six
        assertThat(handDown(clerk, township, other, 5).json().path("on").asString())
                .isEqualTo("2014-03-01");
        var later = new TreeMap<>(township.quota(other, 5));
        later.put("allocatedOn", "2014-06-01");
        township.done(clerk.post("/quotas/quota-" + other + "-2014/handing-down", later));
        assertThat(adjust(clerk, township.town, 11, "2014-06-01").status()).isEqualTo(403);
        assertThat(adjust(clerk, adjusted, township.town, 11, "2014-06-01").status())
                .isEqualTo(400);
        var correction =
                Map.of(
                        "correctsEventId",
                        "another",
                        "persons",
                        1,
                        "ceilingPersons",
                        1,
                        "reason",
                        "误",
                        "approvedBy",
                        "clerk-2",
                        "correctedOn",
                        "2014-06-02");
        assertThat(clerk.post("/quotas/quota-" + other + "-2014/correction", correction).status())
                .isEqualTo(403);
    }

    @Test
    void while_places_are_taken_away_as_many_are_identified_as_fit_and_no_more()
            throws InterruptedException {
        var township = Township.ready(40);
        township.done(allocate(township.door, township, township.village, 20));
        var households = IntStream.range(0, 56).mapToObj(_ -> Township.newHousehold()).toList();
        var notices = households.stream().map(h -> township.reviewed(h, 1)).toList();
        var replies =
                AtOnce.run(
                        64,
                        i ->
                                i % 8 == 7
                                        ? adjust(
                                                township,
                                                township.village,
                                                20 - i / 8,
                                                "2014-05-0%d".formatted(1 + i / 8))
                                        : township.register(
                                                households.get(i - i / 8),
                                                notices.get(i - i / 8),
                                                "2014-05-09"));
        assertThat(AtOnce.outcomes(replies).keySet())
                .isSubsetOf(
                        "OK", "QUOTA_EXCEEDED", "NOT_AFTER_THE_AMOUNT_IN_FORCE", "NOTHING_CHANGES");
        var quota = quota(township, township.village);
        assertThat(quota.path("used").asInt())
                .isBetween(12, 20)
                .isEqualTo(quota.path("ceiling").asInt());
        assertThat(quota.path("used").asInt())
                .isEqualTo(
                        (int)
                                IntStream.range(0, 64)
                                        .filter(i -> i % 8 != 7 && replies.get(i).status() == 200)
                                        .count());
    }

    /** That two were one is a fact, whether a place is left or not. */
    @Test
    void a_merger_into_a_village_that_is_full_goes_over_its_ceiling_and_shows_it() {
        var township = Township.ready(5);
        var full = Township.ready(2);
        var here = township.registered(2);
        var there = full.registered(2);
        assertThat(left(full, full.town)).isZero();
        township.done(
                HouseholdModelTest.merge(
                        township, here, there, HouseholdModelTest.persons(here), "2014-06-01"));
        var over = quota(full, full.town);
        assertThat(over.path("used").asInt()).isEqualTo(4);
        assertThat(over.path("left").asInt()).isZero();
        assertThat(over.path("over").asInt()).isEqualTo(2);
        assertThat(left(township, township.town)).isEqualTo(5);
        // nobody else is identified there
        var next = Township.newHousehold();
        var refused = full.register(next, full.reviewed(next, 1), "2014-06-01");
        assertThat(refused.reason()).isEqualTo("QUOTA_EXCEEDED");
        // it may be given more, though they still lie over it; fewer it may not
        township.done(adjust(township, full.town, 3, "2014-07-01"));
        assertThat(quota(full, full.town).path("over").asInt()).isEqualTo(1);
        assertThat(adjust(township, full.town, 2, "2014-08-01").reason())
                .isEqualTo("QUOTA_EXCEEDED");
        assertThat(over(full.town)).isEqualTo(1);
        township.done(adjust(township, full.town, 5, "2014-08-01"));
        assertThat(over(full.town)).isZero();
        assertThat(left(full, full.town)).isEqualTo(1);
    }

    @Test
    void what_ended_into_a_township_is_told_together_with_it() {
        var was = Township.ready(5);
        was.registered(3);
        was.done(was.supersede(was.village, "2014-06-01"));
        var heir = Township.ready(7);
        was.done(was.supersede(was.town, "2014-06-01", heir.town));
        var together =
                was.door.get("/quotas?year=2014&region=" + heir.town).json().path("together");
        assertThat(together.path("ceiling").asInt()).isEqualTo(12);
        assertThat(together.path("used").asInt()).isEqualTo(3);
        assertThat(together.path("left").asInt()).isEqualTo(9);
        // what the township that ended has left goes over by an adjustment of both
        was.done(adjust(was, was.town, 3, "2014-07-01"));
        was.done(adjust(was, heir.town, 9, "2014-07-01"));
        assertThat(left(was, heir.town)).isEqualTo(9);
    }

    private String otherVillage(Township township) {
        var other = township.town.substring(0, 9) + "202";
        township.done(township.list(other, "__二村", "VILLAGE", township.town, true));
        return other;
    }

    private static Reply allocate(DoorClient door, Township township, String region, int persons) {
        return door.post(
                "/quotas/quota-" + region + "-2014/allocation", township.quota(region, persons));
    }

    private static Reply allocate(
            DoorClient door, Township township, String region, int persons, String on) {
        var quota = new TreeMap<>(township.quota(region, persons));
        quota.put("allocatedOn", on);
        return door.post("/quotas/quota-" + region + "-2014/allocation", quota);
    }

    private static Reply handDown(DoorClient door, Township township, String region, int persons) {
        return door.post(
                "/quotas/quota-" + region + "-2014/handing-down", township.quota(region, persons));
    }

    private static Reply adjust(Township township, String region, int persons, String on) {
        return adjust(township.door, region, persons, on);
    }

    static Reply adjust(DoorClient door, String region, int persons, String on) {
        return adjust(door, "adjustment", region, persons, on);
    }

    private static Reply adjust(
            DoorClient door, String how, String region, int persons, String on) {
        return door.post(
                "/quotas/quota-" + region + "-2014/" + how,
                Map.of(
                        "persons",
                        persons,
                        "ceilingPersons",
                        persons,
                        "reason",
                        "余额调剂",
                        "documentNo",
                        "盐扶贫〔2014〕9号",
                        "decidedBy",
                        Township.body("县扶贫移民局"),
                        "adjustedOn",
                        on));
    }

    private static int left(Township township, String region) {
        return quota(township, region).path("left").asInt();
    }

    private static JsonNode quota(Township township, String region) {
        return township.door
                .get("/quotas?year=2014&region=" + region)
                .json()
                .path("quotas")
                .valueStream()
                .filter(q -> q.path("division").asString().equals(region))
                .findFirst()
                .orElseThrow();
    }

    private int over(String division) {
        return db.sql("select over_persons from quota where division = ? and year = 2014")
                .param(division)
                .query(Integer.class)
                .single();
    }
}
