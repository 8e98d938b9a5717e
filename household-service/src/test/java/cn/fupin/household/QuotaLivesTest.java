package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.testing.DoorClient.Reply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Whole lives under quotas, 64 deeds at a time: registered, exited, taken back, relapsed, moved,
 * merged, split, suspended, removed, while the villages' places are adjusted. After every round
 * each quota has used what going through the events one by one gives, and on no day more than the
 * ceiling of that day, but for those who came by a merger.
 */
class QuotaLivesTest {
    private static final int HOUSEHOLDS = 16;
    private static final int AT_ONCE = 64;

    /** What a round is mostly about; one deed in four is any. */
    private static final List<List<String>> ROUNDS =
            List.of(
                    List.of("register", "register", "birth"),
                    List.of("exit", "exit", "suspend", "register"),
                    List.of("relapse", "revoke", "move"),
                    List.of("merge", "split", "relapse", "move"),
                    List.of("merge", "split", "remove", "reinstate", "birth"),
                    List.of("adjust", "register", "remove", "reinstate"),
                    List.of("remove", "register"));

    private static final List<String> ANY =
            List.of(
                    "register",
                    "exit",
                    "relapse",
                    "revoke",
                    "move",
                    "merge",
                    "split",
                    "suspend",
                    "remove",
                    "reinstate",
                    "birth",
                    "adjust");

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(38);
    private final String otherVillage = township.town.substring(0, 9) + "202";
    private final List<String> households = new ArrayList<>();
    private final Map<String, String> notices = new HashMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final AtomicInteger adjustments = new AtomicInteger();

    @Test
    void no_quota_is_exceeded_whatever_lives_are_led_at_once() throws InterruptedException {
        prepared();
        quietLives();
        everyQuotaHasUsedWhatTheEventsSay("before");
        for (var round = 0; round < ROUNDS.size(); round++) {
            var random = new Random(round);
            var deeds = new ArrayList<String>();
            var of = new ArrayList<String>();
            for (var i = 0; i < AT_ONCE; i++) {
                var kinds = random.nextInt(4) == 0 ? ANY : ROUNDS.get(round);
                deeds.add(kinds.get(random.nextInt(kinds.size())));
                of.add(households.get(random.nextInt(HOUSEHOLDS)));
            }
            var others =
                    IntStream.range(0, AT_ONCE)
                            .mapToObj(_ -> households.get(random.nextInt(HOUSEHOLDS)))
                            .toList();
            var replies = AtOnce.run(AT_ONCE, i -> done(deeds.get(i), of.get(i), others.get(i)));
            for (var i = 0; i < AT_ONCE; i++) {
                var reply = replies.get(i);
                assertThat(reply.status()).as(reply.text()).isIn(200, 409);
                outcomes.merge(
                        deeds.get(i) + " " + (reply.status() == 200 ? "OK" : reply.reason()),
                        1,
                        Integer::sum);
            }
            everyQuotaHasUsedWhatTheEventsSay("round " + round);
        }
        assertThat(outcomes).as(outcomes.toString()).containsKey("adjust OK");
        // or the law would hold of lives in which nothing happens
        assertThat(types())
                .as(outcomes.toString())
                .contains(
                        "HouseholdRegistered",
                        "HouseholdExited",
                        "ExitRevoked",
                        "HouseholdRelapsed",
                        "HouseholdMoved",
                        "HouseholdMerged",
                        "HouseholdSplit",
                        "HouseholdRemoved",
                        "EndRevoked");
    }

    private void prepared() {
        township.done(township.list(otherVillage, "__二村", "VILLAGE", township.town, true));
        township.done(township.line(township.town, 2015, 2855_00));
        township.done(township.line(township.town, 2016, 2952_00));
        allocated(township.village, 2014, 32);
        allocated(otherVillage, 2014, 6);
        allocated(township.town, 2017, 9);
        allocated(township.village, 2017, 6);
        allocated(otherVillage, 2017, 3);
        for (var i = 0; i < HOUSEHOLDS; i++) {
            var household = Township.newHousehold();
            households.add(household);
            notices.put(household, township.reviewed(household, 1 + i % 4));
        }
    }

    /**
     * One of each deed that comes seldom at once, so that places of such lives are in every sum.
     */
    private void quietLives() {
        var relapsed = township.registered(1);
        township.exit(relapsed);
        township.done(done("relapse", relapsed, relapsed));
        var revoked = township.registered(1);
        township.exit(revoked);
        township.done(done("revoke", revoked, revoked));
        var split = township.registered(2);
        township.done(done("split", split, split));
        township.done(done("merge", township.registered(2), split));
        var reinstated = township.registered(1);
        township.done(done("remove", reinstated, reinstated));
        township.done(done("reinstate", reinstated, reinstated));
    }

    private void allocated(String division, int year, int persons) {
        var quota = new TreeMap<>(township.quota(division, persons));
        quota.put("year", year);
        quota.put("allocatedOn", year + "-03-01");
        township.done("/quotas/quota-" + division + "-" + year + "/allocation", quota);
    }

    private Reply done(String deed, String household, String other) {
        return switch (deed) {
            case "register" ->
                    township.register(household, notices.getOrDefault(household, ""), "2014-05-09");
            case "exit" -> exit(household);
            case "relapse" -> township.step(household, "relapse", RegionsAndRulesTest.relapse());
            case "revoke" ->
                    township.step(household, "exit-revocation", RelapseTest.revocation("chief-1"));
            case "reinstate" -> EndRevocationTest.revoke(township, household, "2017-12-01");
            case "suspend" -> suspendedAndResumed(household);
            case "adjust" -> adjusted();
            case "move" ->
                    township.step(
                            household,
                            "move",
                            Map.of(
                                    "region",
                                    otherVillage,
                                    "reason",
                                    "RELOCATION",
                                    "movedOn",
                                    "2016-12-01"));
            case "merge" -> {
                var persons = members(household);
                yield persons.isEmpty() || household.equals(other)
                        ? township.register(
                                household, notices.getOrDefault(household, ""), "2014-05-09")
                        : HouseholdModelTest.merge(
                                township, household, other, persons, "2017-06-01");
            }
            case "split" -> {
                var others = new ArrayList<>(members(household));
                others.remove(Township.headOf(household));
                yield others.isEmpty()
                        ? township.dissolve(household, "2017-06-01")
                        : HouseholdModelTest.split(
                                township, household, Township.newHousehold(), others, "2017-06-01");
            }
            case "remove" ->
                    township.step(
                            household,
                            "removal",
                            Map.of(
                                    "removedOn",
                                    household.hashCode() % 2 == 0 ? "2014-06-15" : "2017-11-01",
                                    "cause",
                                    "MISIDENTIFIED",
                                    "authority",
                                    Township.body("县扶贫移民局")));
            default ->
                    township.join(
                            household,
                            TestPersons.person("王新生", "CHILD", TestPersons.newNumber()),
                            "MOVED_IN",
                            "2014-08-01");
        };
    }

    /** One village's places or the other's: some of the days are before somebody registered. */
    private Reply adjusted() {
        var next = adjustments.incrementAndGet();
        var on = LocalDate.of(2014, 5, 1).plusDays(next / 2).toString();
        return next % 2 == 0
                ? QuotaAdjustmentsTest.adjust(township.door, township.village, 20 + next % 13, on)
                : QuotaAdjustmentsTest.adjust(township.door, otherVillage, 4 + next % 5, on);
    }

    /** Step by step, whatever comes between. */
    private Reply exit(String household) {
        township.step(
                household,
                "exit-proposal",
                Map.of("proposedOn", "2016-10-01", "decidedBy", Township.body("村两委")));
        township.step(
                household,
                "exit-verification",
                Map.of(
                        "verifiedOn",
                        "2016-10-05",
                        "verifiers",
                        List.of("甲", "乙", "丙"),
                        "incomeYear",
                        2015,
                        "incomeFenPerHead",
                        3000_00,
                        "assurances",
                        Township.assured()));
        township.step(
                household,
                "exit-agreement",
                Map.of("agreedOn", "2016-10-10", "signedBy", Township.headOf(household)));
        var notice = Township.newNotice();
        township.post(notice, "EXIT", "2016-10-11", household);
        township.close(notice, "2016-10-19");
        return township.step(
                household,
                "exit",
                Map.of(
                        "noticeId",
                        notice,
                        "exitedOn",
                        "2016-10-20",
                        "decidedBy",
                        Township.body("县")));
    }

    private Reply suspendedAndResumed(String household) {
        township.step(
                household,
                "suspension",
                Map.of(
                        "cause",
                        "UNDER_INVESTIGATION",
                        "decidedBy",
                        Township.body("县"),
                        "suspendedOn",
                        "2015-06-01"));
        return township.step(
                household,
                "resumption",
                Map.of(
                        "grounds",
                        "核查无误",
                        "decidedBy",
                        Township.body("县"),
                        "resumedOn",
                        "2015-07-01"));
    }

    private List<String> members(String household) {
        return db.sql(
                        "select person_id from active_person where household_id = ? order by person_id")
                .param(household)
                .query(String.class)
                .list();
    }

    private TreeSet<String> types() {
        var types = new TreeSet<String>();
        for (var fact : facts()) types.add(fact.type());
        return types;
    }

    // --- what the events say

    private record Fact(String household, String type, JsonNode json) {}

    /** What a household holds of a year. */
    private static final class Held {
        private final String region;
        private int persons;
        private boolean released;

        Held(String region, int persons) {
            this.region = region;
            this.persons = persons;
        }
    }

    /**
     * @param came by a merger, out of another place
     */
    private record Change(String region, int year, LocalDate day, int persons, boolean came) {}

    /** Of these households and those split off them: everything in this township. */
    private List<Fact> facts() {
        return db.sql(
                        """
                        select stream_id, payload_type, payload from events
                        where stream_id in (select household_id from household_place
                                            where region in (:villages))
                        order by global_index
                        """)
                .param("villages", List.of(township.village, otherVillage))
                .query((row, _) ->
                        new Fact(
                                row.getString(1),
                                row.getString(2),
                                EventJson.LENIENT.readTree(row.getBytes(3))))
                .list();
    }

    private void everyQuotaHasUsedWhatTheEventsSay(String when) {
        var changes = new ArrayList<Change>();
        var held = held(changes);
        for (var quota : quotas()) {
            var there =
                    held.values().stream()
                            .map(places -> places.get(quota.year()))
                            .filter(ofYear -> ofYear != null && quota.holds(ofYear.region))
                            .toList();
            var as = "%s, %s of %d".formatted(when, quota.division(), quota.year());
            assertThat(quota.used())
                    .as(as)
                    .isEqualTo(
                            there.stream().filter(h -> !h.released).mapToInt(h -> h.persons).sum());
            var own =
                    changes.stream()
                            .filter(c -> c.year() == quota.year() && quota.holds(c.region()))
                            .toList();
            assertThat(quota.used()).as(as).isEqualTo(own.stream().mapToInt(Change::persons).sum());
            var came = own.stream().filter(Change::came).mapToInt(Change::persons).sum();
            assertThat(quota.used()).as(as).isBetween(0, quota.ceiling() + came);
            assertThat(quota.over()).as(as).isEqualTo(Math.max(0, quota.used() - quota.ceiling()));
            var ceilings = ceilings(quota);
            for (var day = LocalDate.of(2014, 5, 1);
                    day.isBefore(LocalDate.of(2014, 8, 1));
                    day = day.plusDays(1)) {
                var ceiling = ceilings.floorEntry(day);
                if (ceiling == null) continue;
                var on = day;
                assertThat(
                                own.stream()
                                        .filter(c -> !c.day().isAfter(on))
                                        .mapToInt(Change::persons)
                                        .sum())
                        .as("%s on %s", as, day)
                        .isBetween(0, ceiling.getValue() + came);
            }
        }
    }

    /** By the events of the quota. */
    private TreeMap<LocalDate, Integer> ceilings(Quota quota) {
        var ceilings = new TreeMap<LocalDate, Integer>();
        db.sql("select payload from events where stream_id = ? order by sequence")
                .param("quota-%s-%d".formatted(quota.division(), quota.year()))
                .query((row, _) -> EventJson.LENIENT.readTree(row.getBytes(1)))
                .list()
                .forEach(json ->
                        ceilings.put(
                                LocalDate.parse(json.path("occurredOn").asString()),
                                json.path("ceilingPersons").asInt()));
        return ceilings;
    }

    private record Quota(String division, int year, int ceiling, int used, int over) {
        boolean holds(String region) {
            return division.endsWith("000")
                    ? region.startsWith(division.substring(0, 9))
                    : region.equals(division);
        }
    }

    private List<Quota> quotas() {
        return db.sql(
                        """
                        select division, year, ceiling_persons as ceiling, used_persons as used,
                            over_persons as over
                        from quota
                        where starts_with(division, ?)
                        """)
                .param(township.town.substring(0, 9))
                .query(Quota.class)
                .list();
    }

    private Map<String, TreeMap<Integer, Held>> held(List<Change> changes) {
        var held = new HashMap<String, TreeMap<Integer, Held>>();
        var places = new HashMap<String, TreeMap<LocalDate, String>>();
        for (var fact : facts()) {
            var own = held.computeIfAbsent(fact.household(), _ -> new TreeMap<>());
            var lay = places.computeIfAbsent(fact.household(), _ -> new TreeMap<>());
            var json = fact.json();
            var on = LocalDate.parse(json.path("occurredOn").asString());
            switch (fact.type()) {
                case "HouseholdApplied", "HouseholdSplitOff", "HouseholdMoved" ->
                        lay.put(on, json.path("region").asString());
                case "HouseholdRegistered", "HouseholdRelapsed" -> {
                    var year = json.path("quotaYear").asInt();
                    if (own.containsKey(year)) continue;
                    var region = Objects.requireNonNull(lay.floorEntry(on)).getValue();
                    var persons = json.path("persons").asInt();
                    own.put(year, new Held(region, persons));
                    changes.add(new Change(region, year, on, persons, false));
                }
                case "HouseholdRemoved" -> released(own, true, on, changes);
                case "EndRevoked" -> {
                    if (json.path("ended").asString().equals("REMOVAL")) {
                        released(own, false, on, changes);
                    }
                }
                case "HouseholdMerged" ->
                        over(
                                held,
                                own,
                                json.path("intoHouseholdId").asString(),
                                Integer.MAX_VALUE,
                                on,
                                changes);
                case "HouseholdSplit" ->
                        over(
                                held,
                                own,
                                json.path("newHouseholdId").asString(),
                                json.path("personIds").size(),
                                on,
                                changes);
                default -> {}
            }
        }
        return held;
    }

    private static void released(
            TreeMap<Integer, Held> own, boolean released, LocalDate on, List<Change> changes) {
        var latest = own.lastEntry();
        if (latest == null || latest.getValue().released == released) return;
        var held = latest.getValue();
        held.released = released;
        changes.add(
                new Change(
                        held.region,
                        latest.getKey(),
                        on,
                        released ? -held.persons : held.persons,
                        false));
    }

    private static void over(
            Map<String, TreeMap<Integer, Held>> held,
            TreeMap<Integer, Held> own,
            String to,
            int most,
            LocalDate on,
            List<Change> changes) {
        own.forEach((year, from) -> {
            if (from.released || from.persons == 0) return;
            var persons = Math.min(most, from.persons);
            from.persons -= persons;
            var into =
                    held.computeIfAbsent(to, _ -> new TreeMap<>())
                            .computeIfAbsent(year, _ -> new Held(from.region, 0));
            into.persons += persons;
            if (into.region.equals(from.region)) return;
            changes.add(new Change(from.region, year, on, -persons, false));
            changes.add(new Change(into.region, year, on, persons, true));
        });
    }
}
