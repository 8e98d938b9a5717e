package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * However persons come and go between households, late entries and all, nobody belongs to two of
 * them on any day.
 */
class MarriageLawsTest {
    private static final int SEEDS = 100;
    private static final int ORDERS = 14;

    private record Change(LocalDate on, String household, boolean in) {}

    private final JdbcClient db = Running.service().bean(JdbcClient.class);
    private final Township township = Township.ready(100);

    @Test
    void nobody_belongs_to_two_households_on_one_day() {
        var moved = 0;
        for (var seed = 0; seed < SEEDS; seed++) moved += aVillage(seed);
        // or the law would hold of a village where nobody moves
        assertThat(moved).isGreaterThan(SEEDS);
    }

    /** Two households on file, three who move between them; how many moves were accepted. */
    private int aVillage(int seed) {
        var random = new Random(seed);
        var households = new ArrayList<>(List.of(onFile(), onFile()));
        var numbers = new ArrayList<String>();
        for (var i = 0; i < 3; i++) numbers.add(TestPersons.newNumber());
        var accepted = 0;
        for (var i = 0; i < ORDERS; i++) {
            var household = households.get(random.nextInt(2));
            var number = numbers.get(random.nextInt(3));
            var on = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(6)).toString();
            var reply =
                    switch (random.nextInt(12)) {
                        case 0 -> {
                            households.add(Township.newHousehold());
                            yield township.step(
                                    households.getLast(),
                                    "record",
                                    recording(on, TestPersons.person("王小明", "HEAD", number)));
                        }
                        case 1 -> random.nextInt(3) == 0 ? township.dissolve(household, on) : null;
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

    private void oneHouseholdADay(int seed, List<String> households) {
        var changes = new HashMap<String, List<Change>>();
        var members = new HashMap<String, Set<String>>();
        db.sql(
                        """
                        select payload_type, stream_id, payload, coalesce(
                            (p ->> 'personId'), (p -> 'member' ->> 'personId'), (p ->> 'head')) as person,
                            (p ->> 'occurredOn')::date as occurred_on
                        from (select *, convert_from(payload, 'UTF8')::json as p from events) e
                        where payload_type in ('HouseholdRecorded', 'MemberJoined', 'MemberLeft', 'HouseholdDissolved')
                          and stream_id in (:households)
                        order by global_index
                        """)
                .param("households", households)
                .query((row, _) -> {
                    var household = row.getString("stream_id");
                    var person = row.getString("person");
                    var on = row.getObject("occurred_on", LocalDate.class);
                    var in = members.computeIfAbsent(household, _ -> new HashSet<>());
                    switch (row.getString("payload_type")) {
                        case "MemberLeft" -> {
                            in.remove(person);
                            note(changes, person, new Change(on, household, false));
                        }
                        case "HouseholdDissolved" -> {
                            for (var left : in)
                                note(changes, left, new Change(on, household, false));
                            in.clear();
                        }
                        default -> {
                            in.add(person);
                            note(changes, person, new Change(on, household, true));
                        }
                    }
                    return person;
                })
                .list();
        changes.forEach((person, of) -> {
            for (var day : days(of)) {
                assertThat(householdsOn(of, day))
                        .as("seed %d, %s on %s", seed, person, day)
                        .isLessThanOrEqualTo(1);
            }
        });
    }

    private static void note(Map<String, List<Change>> changes, String person, Change change) {
        changes.computeIfAbsent(person, _ -> new ArrayList<>()).add(change);
    }

    private static Set<LocalDate> days(List<Change> changes) {
        var days = new TreeSet<LocalDate>();
        changes.forEach(change -> days.add(change.on()));
        return days;
    }

    private static long householdsOn(List<Change> changes, LocalDate day) {
        return changes.stream()
                .filter(change -> !change.on().isAfter(day))
                .mapToLong(change -> change.in() ? 1 : -1)
                .sum();
    }
}
