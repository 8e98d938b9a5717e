package cn.fupin.household.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A place is found wherever its divisions went, and nowhere that nobody knows of. */
class DivisionsOfDayTest {
    private static final String TOWN = "511129299000";
    private static final String NEXT = "511129105000";
    private static final String VILLAGE = "511129299201";

    private static DivisionsOfDay ended(Map<String, List<String>> successors) {
        return new DivisionsOfDay(successors);
    }

    @Test
    void it_goes_where_its_successors_went_to_the_end() {
        var divisions =
                ended(
                        Map.of(
                                VILLAGE,
                                List.of("511129105212"),
                                "511129105212",
                                List.of("511129106201")));
        assertThat(divisions.placeOf(VILLAGE)).isEqualTo("511129106201");
        assertThat(divisions.villageOf(VILLAGE)).isEqualTo("511129106201");
        assertThat(divisions.liesIn(VILLAGE, "511129106000")).isTrue();
        assertThat(divisions.liesIn(VILLAGE, TOWN)).isFalse();
        assertThat(divisions.placeOf("511129299202")).isEqualTo("511129299202");
    }

    @Test
    void a_village_goes_with_its_township_and_stays_a_village() {
        var divisions = ended(Map.of(TOWN, List.of(NEXT)));
        assertThat(divisions.placeOf(VILLAGE)).isEqualTo(NEXT);
        assertThat(divisions.villageOf(VILLAGE)).isEqualTo(VILLAGE);
        assertThat(divisions.liesIn(VILLAGE, NEXT)).isTrue();
        assertThat(divisions.liesIn(VILLAGE, TOWN)).isFalse();
    }

    @Test
    void of_several_successors_it_is_in_whatever_holds_them_all() {
        var split = ended(Map.of(VILLAGE, List.of("511129105210", "511129105211")));
        assertThat(split.placeOf(VILLAGE)).isEqualTo(NEXT);
        assertThat(split.liesIn(VILLAGE, NEXT)).isTrue();
        var apart = ended(Map.of(VILLAGE, List.of("511129105210", "511129106201")));
        assertThat(apart.placeOf(VILLAGE)).isEqualTo("511129000000");
        assertThat(apart.villageOf(VILLAGE)).isEqualTo(VILLAGE);
        assertThat(apart.liesIn(VILLAGE, TOWN)).isTrue();
        assertThat(apart.liesIn(VILLAGE, NEXT)).isFalse();
    }

    @Test
    void what_nobody_is_known_to_follow_stays_where_it_was() {
        var divisions = ended(Map.of(TOWN, List.of(NEXT), VILLAGE, List.of()));
        assertThat(divisions.placeOf(VILLAGE)).isEqualTo(VILLAGE);
        assertThat(divisions.liesIn(VILLAGE, TOWN)).isTrue();
        var circle = ended(Map.of(TOWN, List.of(NEXT), NEXT, List.of(TOWN)));
        assertThat(circle.placeOf(TOWN)).isEqualTo(TOWN);
    }
}
