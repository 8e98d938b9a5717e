package cn.fupin.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.division.Division;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.backbone.division.Lineage.Succession;
import cn.fupin.reporting.figure.Statements.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
    private static final String TOWN = "511129299000";
    private static final String VILLAGE = "511129299201";
    private static final String NEIGHBOUR = "511129299202";
    private static final String ONE = "511129299210";
    private static final String OTHER = "511129299211";
    private static final String HEIR = "511129105000";
    private static final String HEIRS_VILLAGE = "511129105201";
    private static final String SECOND_HEIR = "511129106000";

    private static Said said(String region, String on) {
        return new Said(region + "@" + on, region, LocalDate.parse(on));
    }

    private static Lineage ended(String region, String... successors) {
        return Lineage.of(
                List.of(
                        new Succession(
                                region, LocalDate.parse("2018-06-01"), List.of(successors))));
    }

    private static List<String> counting(Lineage lineage, Said... said) {
        var all = new ArrayList<>(List.of(said));
        all.sort(Comparator.comparing(Said::on).reversed());
        return Statements.counting(all, lineage);
    }

    @Test
    void of_each_what_was_said_last_and_of_a_division_and_its_parts_the_wider() {
        assertThat(
                        counting(
                                Lineage.UNDIVIDED,
                                said(VILLAGE, "2014-01-01"),
                                said(VILLAGE, "2015-01-01"),
                                said(NEIGHBOUR, "2014-01-01")))
                .containsExactlyInAnyOrder(VILLAGE + "@2015-01-01", NEIGHBOUR + "@2014-01-01");
        assertThat(
                        counting(
                                Lineage.UNDIVIDED,
                                said(VILLAGE, "2015-01-01"),
                                said(TOWN, "2014-01-01")))
                .containsExactly(TOWN + "@2014-01-01");
    }

    @Test
    void what_was_divided_counts_once_and_whole_and_takes_nothing_from_its_neighbours() {
        var divided = ended(VILLAGE, ONE, OTHER);
        assertThat(counting(divided, said(VILLAGE, "2014-01-01"), said(NEIGHBOUR, "2014-01-01")))
                .containsExactlyInAnyOrder(VILLAGE + "@2014-01-01", NEIGHBOUR + "@2014-01-01");
        assertThat(counting(divided, said(VILLAGE, "2014-01-01"), said(TOWN, "2014-01-01")))
                .containsExactly(TOWN + "@2014-01-01");
    }

    @Test
    void until_something_was_said_of_all_its_parts() {
        var divided = ended(VILLAGE, ONE, OTHER);
        var whole = said(VILLAGE, "2014-01-01");
        var one = said(ONE, "2019-01-01");
        assertThat(counting(divided, whole, one)).containsExactly(VILLAGE + "@2014-01-01");
        assertThat(counting(divided, one)).containsExactly(ONE + "@2019-01-01");
        assertThat(counting(divided, whole, one, said(ONE, "2014-05-01")))
                .containsExactlyInAnyOrder(VILLAGE + "@2014-01-01", ONE + "@2014-05-01");
        assertThat(counting(divided, whole, one, said(OTHER, "2018-06-01")))
                .containsExactlyInAnyOrder(ONE + "@2019-01-01", OTHER + "@2018-06-01");
        assertThat(counting(divided, whole, said(TOWN, "2018-06-01")))
                .containsExactly(TOWN + "@2018-06-01");
    }

    @Test
    void an_heir_counts_with_what_it_got_from_the_day_on_which_it_says_so() {
        var merged = ended(TOWN, HEIR);
        assertThat(
                        counting(
                                merged,
                                said(TOWN, "2014-01-01"),
                                said(VILLAGE, "2014-01-01"),
                                said(HEIR, "2014-01-01"),
                                said(HEIRS_VILLAGE, "2014-01-01")))
                .containsExactlyInAnyOrder(TOWN + "@2014-01-01", HEIR + "@2014-01-01");
        assertThat(counting(merged, said(TOWN, "2014-01-01"), said(HEIRS_VILLAGE, "2014-01-01")))
                .hasSize(2);
        assertThat(counting(merged, said(VILLAGE, "2014-01-01"), said(HEIR, "2018-06-01")))
                .containsExactly(HEIR + "@2018-06-01");
    }

    @Test
    void a_township_that_went_to_two_counts_until_both_have_said_something() {
        var divided = ended(TOWN, HEIR, SECOND_HEIR);
        var town = said(TOWN, "2014-01-01");
        assertThat(counting(divided, town, said(VILLAGE, "2014-01-01"), said(HEIR, "2019-01-01")))
                .containsExactly(TOWN + "@2014-01-01");
        assertThat(
                        counting(
                                divided,
                                town,
                                said(HEIR, "2019-01-01"),
                                said(SECOND_HEIR, "2019-01-01")))
                .hasSize(2)
                .doesNotContain(TOWN + "@2014-01-01");
    }

    /**
     * Villages are divided and merged, and the township with them, while each says who is there.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobody_is_counted_twice_whatever_is_divided_and_merged_and_said(long seed) {
        var random = new Random(seed);
        for (var life = 0; life < 60; life++) {
            var land = new Land(random);
            for (var step = 0; step < 25; step++) land.step();
            var counted = new HashSet<Integer>();
            for (var id : Statements.counting(land.said(), Lineage.of(land.successions))) {
                for (var person : land.meant(id)) {
                    assertThat(counted.add(person)).as("%s counts %s twice", id, person).isTrue();
                }
            }
        }
    }

    /** Who lives in which village, and who was meant by what was said. */
    private static final class Land {
        private final Random random;
        private final Map<String, Set<Integer>> villages = new TreeMap<>();
        private final List<Succession> successions = new ArrayList<>();
        private final List<Said> said = new ArrayList<>();
        private final Map<String, Set<Integer>> meant = new TreeMap<>();
        private String town = TOWN;
        private LocalDate day = LocalDate.parse("2014-01-01");
        private int codes = 201;

        Land(Random random) {
            this.random = random;
            for (var village = 0; village < 4; village++) {
                var persons = new HashSet<Integer>();
                for (var person = 0; person < 6; person++) persons.add(village * 6 + person);
                villages.put(next(), persons);
            }
        }

        private String next() {
            return town.substring(0, 9) + codes++;
        }

        void step() {
            day = day.plusDays(1);
            switch (random.nextInt(8)) {
                case 0 -> divide(any());
                case 1 -> merge(any(), any());
                case 2 -> {
                    if (random.nextInt(4) == 0) abolish();
                }
                case 3 -> say(town);
                default -> say(any());
            }
        }

        private String any() {
            return List.copyOf(villages.keySet()).get(random.nextInt(villages.size()));
        }

        private void say(String region) {
            var persons = new HashSet<Integer>();
            villages.forEach((village, there) -> {
                if (Division.isWithin(village, region)) persons.addAll(there);
            });
            var one = new Said(region + "@" + day, region, day);
            said.add(one);
            meant.put(one.eventId(), persons);
        }

        private void divide(String village) {
            var one = next();
            var other = next();
            var persons = villages.remove(village);
            if (persons == null) return;
            var here = new HashSet<Integer>();
            persons.stream().filter(_ -> random.nextBoolean()).forEach(here::add);
            var there = new HashSet<>(persons);
            there.removeAll(here);
            villages.put(one, here);
            villages.put(other, there);
            successions.add(new Succession(village, day, List.of(one, other)));
        }

        private void merge(String village, String into) {
            if (village.equals(into)) return;
            var persons = villages.remove(village);
            var there = villages.get(into);
            if (persons == null || there == null) return;
            there.addAll(persons);
            successions.add(new Succession(village, day, List.of(into)));
        }

        /** All villages get a code in the new one. */
        private void abolish() {
            var ended = town;
            town = "511129%d000".formatted(300 + codes++);
            for (var village : List.copyOf(villages.keySet())) {
                var code = next();
                villages.put(code, villages.remove(village));
                successions.add(new Succession(village, day, List.of(code)));
            }
            successions.add(new Succession(ended, day, List.of(town)));
        }

        List<Said> said() {
            return said.reversed();
        }

        Set<Integer> meant(String eventId) {
            return meant.getOrDefault(eventId, Set.of());
        }
    }
}
