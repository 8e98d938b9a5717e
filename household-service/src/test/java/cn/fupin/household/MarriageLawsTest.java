package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.testing.DoorClient.Reply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * However persons come and go between households, late entries and all, nobody belongs to two of
 * them on any day.
 */
class MarriageLawsTest {
    private static final int SEEDS = 100;
    private static final int ORDERS = 16;
    private static final int DAYS = 6;
    private static final String LAST_DAY = "2015-01-06";

    /** Whatever comes in between, comes to a household that is suspended. */
    private static final int SUSPENDED_AT = 4;

    private static final int RESUMED_AT = 9;

    /** Of an application that came to nothing: it was in no household's count on any day. */
    private static final Set<String> TAKEN_OR_SENT_BACK =
            Set.of("HouseholdRejected", "HouseholdWithdrew");

    private static final Set<String> IDENTITIES =
            Set.of("MemberIdentified", "MemberNumberCorrected");

    private record Change(LocalDate on, String household, boolean in) {}

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(200);
    private final Set<String> types = new HashSet<>();

    @Test
    void nobody_belongs_to_two_households_on_one_day() {
        var moved = 0;
        for (var seed = 0; seed < SEEDS; seed++) moved += aVillage(seed);
        // or the law would hold of a village where nobody moves or ends
        assertThat(moved).isGreaterThan(SEEDS);
        assertThat(types)
                .contains(
                        "HouseholdRejected",
                        "HouseholdWithdrew",
                        "HouseholdSuspended",
                        "HouseholdResumed",
                        "HouseholdRemoved",
                        "EndRevoked",
                        "MemberDayCorrected",
                        "MemberNumberCorrected",
                        "a former member corrected",
                        "corrected in another household as well",
                        "two numbers swapped",
                        "HeadChanged");
    }

    /**
     * Two households on file, of every tenth village one on the register; three who move between
     * them or apply, babies and others who turn out to be one of them, other heads, mergers,
     * splits, suspensions, and ends by rejection, withdrawal and removal; how many moves were
     * accepted.
     */
    private int aVillage(int seed) {
        var random = new Random(seed);
        var households =
                new ArrayList<>(
                        List.of(seed % 10 == 0 ? township.registered(2) : onFile(), onFile()));
        var numbers = new ArrayList<String>();
        for (var i = 0; i < 3; i++) numbers.add(TestPersons.newNumber());
        var accepted = 0;
        for (var i = 0; i < ORDERS; i++) {
            var household = households.get(random.nextInt(2));
            var number = numbers.get(random.nextInt(3));
            var on = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(DAYS)).toString();
            var reply =
                    switch (order(seed, i, random)) {
                        case 0 -> {
                            households.add(Township.newHousehold());
                            yield township.step(
                                    households.getLast(),
                                    "record",
                                    recording(on, TestPersons.person("王小明", "HEAD", number)));
                        }
                        case 1 -> random.nextInt(3) == 0 ? township.dissolve(household, on) : null;
                        case 12 ->
                                township.join(
                                        household,
                                        HouseholdModelTest.newborn("王小双", "2014-05-20"),
                                        "BIRTH",
                                        on);
                        case 13 -> identify(household, number, on);
                        case 14 -> {
                            var persons = members(household);
                            if (persons.size() < 2) yield null;
                            households.add(Township.newHousehold());
                            yield HouseholdModelTest.split(
                                    township,
                                    household,
                                    households.getLast(),
                                    persons.subList(1, persons.size()),
                                    on);
                        }
                        case 15 -> {
                            var into = households.get(random.nextInt(households.size()));
                            yield into.equals(household) || members(household).isEmpty()
                                    ? null
                                    : HouseholdModelTest.merge(
                                            township, household, into, members(household), on);
                        }
                        case 16 -> {
                            households.add(Township.newHousehold());
                            yield township.step(
                                    households.getLast(),
                                    "application",
                                    application(on, TestPersons.person("王小明", "HEAD", number)));
                        }
                        case 17 -> ended(random, households, on);
                        case 18 ->
                                switch (random.nextInt(4)) {
                                    case 0 -> suspended(household, on);
                                    case 1 -> resumed(household, on);
                                    case 2 ->
                                            reinstated(
                                                    households.get(
                                                            random.nextInt(households.size())),
                                                    on);
                                    default -> removed(household, on);
                                };
                        case 19 ->
                                switch (random.nextInt(4)) {
                                    case 0 ->
                                            corrected(household, number, random.nextBoolean(), on);
                                    case 1 -> swapped(household, numbers);
                                    default -> correctedAfterwards(household);
                                };
                        case 20 ->
                                (seed + i) % 2 == 0
                                        ? headed(household, on)
                                        : dayCorrected(household, on);
                        case 21 -> suspended(households.getFirst(), on);
                        case 22 -> resumed(households.getFirst(), LAST_DAY);
                        case 23 -> removed(households.getFirst(), LAST_DAY);
                        case 24 -> movedAndCorrected(households, number);
                        case 25 -> {
                            township.dissolve(households.get(1), LAST_DAY);
                            yield reinstated(households.get(1), LAST_DAY);
                        }
                        case 2, 3, 4, 5 -> township.leave(household, number, "MARRIAGE", on);
                        default ->
                                township.join(
                                        household,
                                        TestPersons.person("王小明", "SPOUSE", number),
                                        "MARRIAGE",
                                        on);
                    };
            if (reply == null) continue;
            assertThat(reply.status()).as("seed %d: %s", seed, reply.text()).isIn(200, 409);
            if (reply.status() == 200) accepted++;
        }
        oneHouseholdADay(seed, households);
        return accepted;
    }

    /**
     * What seldom comes by chance is ordered: the first household is suspended, resumed, removed;
     * the second is dissolved and stands again; somebody moves from it to the other and is
     * corrected.
     */
    private static int order(int seed, int i, Random random) {
        if (i == SUSPENDED_AT) return 21;
        if (i == RESUMED_AT) return 22;
        if (i == ORDERS - 1 && seed % 20 == 5) return 24;
        if (i == ORDERS - 1 && seed % 10 == 3) return 25;
        return i == ORDERS - 1 && seed % 20 == 0 ? 23 : random.nextInt(21);
    }

    private Map<String, Object> application(String on, Object member) {
        var application = new TreeMap<>(township.application(member));
        application.put("appliedOn", on);
        return application;
    }

    /** The latest application, if that is still one. */
    private @Nullable Reply ended(Random random, List<String> households, String on) {
        var household = households.getLast();
        var signers = members(household);
        if (signers.isEmpty()) return null;
        return random.nextBoolean()
                ? township.step(
                        household,
                        "rejection",
                        Map.of(
                                "rejectedOn",
                                on,
                                "decidedBy",
                                Township.body("村委会"),
                                "grounds",
                                "材料不全"))
                : township.step(
                        household,
                        "withdrawal",
                        Map.of(
                                "withdrawnOn",
                                on,
                                "reason",
                                "外出务工",
                                "signedBy",
                                signers.getFirst()));
    }

    private Reply suspended(String household, String on) {
        return township.step(
                household,
                "suspension",
                Map.of(
                        "cause",
                        "UNDER_INVESTIGATION",
                        "decidedBy",
                        Township.body("县"),
                        "suspendedOn",
                        on));
    }

    private Reply resumed(String household, String on) {
        return township.step(
                household,
                "resumption",
                Map.of("grounds", "核查无误", "decidedBy", Township.body("县"), "resumedOn", on));
    }

    private Reply removed(String household, String on) {
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

    private Reply reinstated(String household, String on) {
        return EndRevocationTest.revoke(township, household, on);
    }

    private String onFile() {
        var household = Township.newHousehold();
        township.done(
                township.step(
                        household,
                        "record",
                        recording(
                                "2014-07-01",
                                TestPersons.person("李大山", "HEAD", TestPersons.newNumber()))));
        return household;
    }

    private Map<String, Object> recording(String on, Object member) {
        var recording = new TreeMap<>(township.recording(member));
        recording.put("recordedOn", on);
        return recording;
    }

    /** Somebody of the household who has no number yet, if there is one. */
    private @Nullable Reply identify(String household, String number, String on) {
        var baby =
                db.sql(
                                """
                                select person_id from active_person join unnumbered_person using (person_id)
                                where household_id = ? order by person_id limit 1
                                """)
                        .param(household)
                        .query(String.class)
                        .optional();
        return baby.map(person ->
                        HouseholdModelTest.identify(
                                township, household, person, number, on, "登记有误"))
                .orElse(null);
    }

    /** Somebody of the household who has a number, under another. */
    private @Nullable Reply corrected(
            String household, String number, boolean sameElsewhere, String on) {
        var numbered =
                db.sql(
                                """
                                select person_id from active_person
                                where household_id = ? and person_id not in (select person_id from unnumbered_person)
                                order by person_id limit 1
                                """)
                        .param(household)
                        .query(String.class)
                        .optional();
        return numbered.map(person ->
                        township.step(
                                household,
                                "member-correction",
                                Map.of(
                                        "personId",
                                        person,
                                        "newIdentityNumber",
                                        number,
                                        "differsBecause",
                                        "抄错号码",
                                        "sameElsewhere",
                                        sameElsewhere,
                                        "reason",
                                        "核对户口簿",
                                        "approvedBy",
                                        "chief-1",
                                        "correctedOn",
                                        on)))
                .orElse(null);
    }

    private @Nullable Reply movedAndCorrected(List<String> households, String number) {
        var member = TestPersons.person("王小明", "SPOUSE", number);
        for (var household : households.subList(0, 2)) {
            for (var each : households) township.leave(each, number, "MARRIAGE", LAST_DAY);
            township.join(household, member, "MARRIAGE", LAST_DAY);
        }
        return correctedAfterwards(households.getFirst());
    }

    /** Whoever left the household last, under a number that nobody has yet. */
    private @Nullable Reply correctedAfterwards(String household) {
        var left =
                db.sql(
                                """
                                select convert_from(payload, 'UTF8')::json ->> 'personId' from events
                                where stream_id = ? and payload_type = 'MemberLeft' order by sequence desc limit 1
                                """)
                        .param(household)
                        .query(String.class)
                        .optional();
        return left.map(person ->
                        township.step(
                                household,
                                "member-correction",
                                Map.of(
                                        "personId",
                                        person,
                                        "newIdentityNumber",
                                        TestPersons.newNumber(),
                                        "differsBecause",
                                        "抄错号码",
                                        "sameElsewhere",
                                        true,
                                        "reason",
                                        "核对户口簿",
                                        "approvedBy",
                                        "chief-1",
                                        "correctedOn",
                                        LAST_DAY)))
                .orElse(null);
    }

    private Reply swapped(String household, List<String> numbers) {
        return township.step(
                household,
                "member-correction",
                Map.of(
                        "corrections",
                        List.of(
                                swapped(numbers.get(0), numbers.get(1)),
                                swapped(numbers.get(1), numbers.get(0))),
                        "reason",
                        "核对户口簿",
                        "approvedBy",
                        "chief-1",
                        "correctedOn",
                        LAST_DAY));
    }

    private static Map<String, Object> swapped(String was, String now) {
        return Map.of(
                "identityNumber",
                was,
                "newIdentityNumber",
                now,
                "differsBecause",
                "两人号码填反",
                "sameElsewhere",
                true);
    }

    private @Nullable Reply headed(String household, String on) {
        var persons = members(household);
        return persons.isEmpty()
                ? null
                : township.step(
                        household,
                        "head-change",
                        Map.of(
                                "newHead",
                                persons.getLast(),
                                "relationOfFormerHead",
                                "PARENT",
                                "reason",
                                "原户主年老",
                                "changedOn",
                                on));
    }

    /** Of whoever came or went last. */
    private @Nullable Reply dayCorrected(String household, String on) {
        var told =
                db.sql(
                                """
                                select event_id from events
                                where stream_id = ? and payload_type in ('MemberJoined', 'MemberLeft')
                                order by sequence desc limit 1
                                """)
                        .param(household)
                        .query(String.class)
                        .optional();
        return told.map(event ->
                        township.step(
                                household,
                                "member-day-correction",
                                Map.of(
                                        "correctsEventId",
                                        event,
                                        "rightDay",
                                        on,
                                        "reason",
                                        "与户口簿不符",
                                        "approvedBy",
                                        "chief-1",
                                        "correctedOn",
                                        LAST_DAY)))
                .orElse(null);
    }

    private List<String> members(String household) {
        return db.sql(
                        "select person_id from active_person where household_id = ? order by person_id")
                .param(household)
                .query(String.class)
                .list();
    }

    private record Recorded(String household, String type, JsonNode fact) {
        LocalDate on() {
            return LocalDate.parse(fact.path("occurredOn").asString());
        }
    }

    private void oneHouseholdADay(int seed, List<String> households) {
        var recorded =
                db.sql(
                                """
                                select stream_id, payload_type, payload from events
                                where stream_id in (:households) order by global_index
                                """)
                        .param("households", households)
                        .query((row, _) ->
                                new Recorded(
                                        row.getString(1),
                                        row.getString(2),
                                        EventJson.LENIENT.readTree(row.getBytes(3))))
                        .list();
        var as = new HashMap<String, String>();
        var asThere = new HashMap<String, Map<String, String>>();
        for (var event : recorded) {
            types.add(event.type());
            if (!IDENTITIES.contains(event.type())) continue;
            var was = event.fact().path("personId").asString();
            var is = event.fact().path("identifiedAs").asString();
            as.put(was, is);
            asThere.computeIfAbsent(event.household(), _ -> new HashMap<>()).put(was, is);
            if (event.fact().at("/stays/0/until").isString())
                types.add("a former member corrected");
            if (event.fact().path("correctedIn").isString()) {
                types.add("corrected in another household as well");
            }
            if (event.fact().path("numberOf").isString()) types.add("two numbers swapped");
        }
        everyStreamSaysWhoItIs(seed, recorded, as, asThere);
        var refused = new HashSet<String>();
        for (var event : recorded) {
            if (TAKEN_OR_SENT_BACK.contains(event.type())) refused.add(event.household());
        }
        var gaps = gaps(recorded);
        var changes = new HashMap<String, List<Change>>();
        var members = new HashMap<String, Set<String>>();
        for (var event : recorded) {
            var ofAGap = gaps.stream().anyMatch(gap -> gap.isOf(event));
            var in = members.computeIfAbsent(event.household(), _ -> new HashSet<>());
            if (event.type().equals("MemberDayCorrected")) {
                if (!refused.contains(event.household())) dayCorrected(event, as, changes);
                continue;
            }
            for (var person : came(event)) {
                var who = now(person, as);
                in.add(who);
                if (!ofAGap && !refused.contains(event.household()))
                    note(changes, who, new Change(event.on(), event.household(), true));
            }
            for (var person : went(event, List.copyOf(in))) {
                var who = now(person, as);
                in.remove(who);
                if (!ofAGap && !refused.contains(event.household()))
                    note(changes, who, new Change(event.on(), event.household(), false));
            }
        }
        changes.forEach((person, of) -> {
            for (var day : days(of)) {
                assertThat(householdsOn(of, day, gaps))
                        .as("seed %d, %s on %s: %s", seed, person, day, of)
                        .isBetween(0L, 1L);
            }
        });
        for (var household : households) {
            assertThat(members.getOrDefault(household, Set.of()))
                    .as("seed %d, %s", seed, household)
                    .containsExactlyInAnyOrderElementsOf(members(household));
        }
    }

    /** A household where somebody had a number has the right one by its own events alone. */
    private static void everyStreamSaysWhoItIs(
            int seed,
            List<Recorded> recorded,
            Map<String, String> as,
            Map<String, Map<String, String>> asThere) {
        for (var event : recorded) {
            var fact = event.fact();
            var members = new ArrayList<JsonNode>(fact.path("members").valueStream().toList());
            members.add(fact.path("member"));
            for (var member : members) {
                if (member.path("withoutNumber").isString()) continue;
                var person = member.path("personId").asString("");
                assertThat(now(person, asThere.getOrDefault(event.household(), Map.of())))
                        .as("seed %d, %s, %s", seed, event.household(), event.type())
                        .isEqualTo(now(person, as));
            }
        }
    }

    private static String now(String person, Map<String, String> as) {
        var now = person;
        for (var next = as.get(now); next != null; next = as.get(now)) now = next;
        return now;
    }

    private static List<String> came(Recorded event) {
        return switch (event.type()) {
            case "HouseholdApplied", "HouseholdRecorded", "HouseholdSplitOff" ->
                    event.fact()
                            .path("members")
                            .valueStream()
                            .map(member -> member.path("personId").asString())
                            .toList();
            case "MemberJoined" -> List.of(event.fact().path("member").path("personId").asString());
            case "EndRevoked" ->
                    event.fact().path("personIds").valueStream().map(JsonNode::asString).toList();
            default -> List.of();
        };
    }

    private static List<String> went(Recorded event, List<String> all) {
        return switch (event.type()) {
            case "MemberLeft" -> List.of(event.fact().path("personId").asString());
            case "HouseholdSplit" ->
                    event.fact().path("personIds").valueStream().map(JsonNode::asString).toList();
            case "HouseholdDissolved",
                    "HouseholdMerged",
                    "HouseholdRejected",
                    "HouseholdWithdrew",
                    "HouseholdRemoved" ->
                    all;
            default -> List.of();
        };
    }

    private static void note(Map<String, List<Change>> changes, String person, Change change) {
        changes.computeIfAbsent(person, _ -> new ArrayList<>()).add(change);
    }

    private static Set<LocalDate> days(List<Change> changes) {
        var days = new TreeSet<LocalDate>();
        changes.forEach(change -> days.add(change.on()));
        return days;
    }

    /**
     * An end that was taken back: between the two there was no household, and all it had is as it
     * was.
     */
    private record Gap(Recorded end, Recorded back) {
        boolean isOf(Recorded event) {
            return event.equals(end) || event.equals(back);
        }

        boolean covers(String household, LocalDate day) {
            return household.equals(end.household())
                    && !day.isBefore(end.on())
                    && day.isBefore(back.on());
        }
    }

    private static void dayCorrected(
            Recorded event, Map<String, String> as, Map<String, List<Change>> changes) {
        var fact = event.fact();
        var came = fact.path("came").asBoolean();
        var who = now(fact.path("member").path("personId").asString(), as);
        var said = LocalDate.parse(fact.path("wrongDay").asString());
        var right = LocalDate.parse(fact.path("rightDay").asString());
        note(changes, who, new Change(said, event.household(), !came));
        note(changes, who, new Change(right, event.household(), came));
    }

    private static List<Gap> gaps(List<Recorded> recorded) {
        var ends = new HashMap<String, Recorded>();
        var gaps = new ArrayList<Gap>();
        for (var event : recorded) {
            switch (event.type()) {
                case "HouseholdRemoved", "HouseholdDissolved" -> ends.put(event.household(), event);
                case "EndRevoked" ->
                        gaps.add(
                                new Gap(
                                        Objects.requireNonNull(ends.get(event.household())),
                                        event));
                default -> {}
            }
        }
        return gaps;
    }

    private static long householdsOn(List<Change> changes, LocalDate day, List<Gap> gaps) {
        return changes.stream()
                .filter(change -> !change.on().isAfter(day))
                .filter(change ->
                        gaps.stream().noneMatch(gap -> gap.covers(change.household(), day)))
                .mapToLong(change -> change.in() ? 1 : -1)
                .sum();
    }
}
