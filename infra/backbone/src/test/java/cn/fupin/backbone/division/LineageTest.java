package cn.fupin.backbone.division;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.division.Lineage.Succession;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A place is found wherever its divisions went, and nowhere that nobody knows of. */
class LineageTest {
    private static final String TOWN = "511129299000";
    private static final String NEXT = "511129105000";
    private static final String OTHER = "511129106000";
    private static final String VILLAGE = "511129299201";
    private static final String NEIGHBOUR = "511129299202";
    private static final String HEIR = "511129105212";
    private static final LocalDate END = LocalDate.parse("2019-12-01");
    private static final LocalDate BEFORE = LocalDate.parse("2019-11-30");

    private static Succession ended(String region, String... successors) {
        return new Succession(region, END, List.of(successors));
    }

    private static Succession later(String region, String... successors) {
        return new Succession(region, END.plusYears(1), List.of(successors));
    }

    private static Lineage lineage(Succession... happened) {
        return Lineage.of(List.of(happened));
    }

    @Test
    void a_place_lies_in_what_it_was_and_in_what_it_became() {
        var lineage = lineage(ended(TOWN, NEXT), ended(VILLAGE, HEIR));
        assertThat(Stream.of(TOWN, NEXT, HEIR, "511129000000"))
                .allMatch(division -> lineage.liesIn(VILLAGE, division));
        assertThat(lineage.liesIn(NEIGHBOUR, NEXT)).isTrue();
        assertThat(lineage.liesIn(NEIGHBOUR, HEIR)).isFalse();
        assertThat(lineage.liesIn(HEIR, TOWN)).isFalse();
        assertThat(lineage.liesIn(VILLAGE, OTHER)).isFalse();
        assertThat(lineage.on(BEFORE).liesIn(VILLAGE, NEXT)).isFalse();
        assertThat(lineage.on(END).liesIn(VILLAGE, NEXT)).isTrue();
    }

    @Test
    void a_place_goes_with_its_own_successors_where_any_are_known() {
        var apart = lineage(ended(TOWN, NEXT, OTHER), ended(VILLAGE, HEIR));
        assertThat(apart.liesIn(VILLAGE, OTHER)).isFalse();
        assertThat(apart.liesIn(NEIGHBOUR, OTHER)).isTrue();
        assertThat(apart.liesIn(NEIGHBOUR, NEXT)).isTrue();
        assertThat(lineage(ended(TOWN, NEXT), ended(VILLAGE)).liesIn(VILLAGE, NEXT)).isTrue();
    }

    @Test
    void what_it_became_goes_on_with_the_division_it_lies_in() {
        var lineage = lineage(ended(VILLAGE, HEIR), later(NEXT, OTHER));
        assertThat(lineage.liesIn(VILLAGE, OTHER)).isTrue();
        assertThat(lineage.on(END).liesIn(VILLAGE, OTHER)).isFalse();
        assertThat(lineage.successorsOf(VILLAGE)).containsExactly(HEIR, OTHER);
        assertThat(lineage.endedInto(OTHER)).containsExactly(VILLAGE, NEXT);
    }

    @Test
    void what_was_held_in_a_division_reaches_what_ended_into_it_from_that_day_on() {
        var lineage = lineage(ended(TOWN, NEXT), ended(VILLAGE, HEIR));
        assertThat(lineage.reaches(NEXT, HEIR, BEFORE)).isTrue();
        assertThat(lineage.reaches(NEXT, VILLAGE, END)).isTrue();
        assertThat(lineage.reaches(NEXT, VILLAGE, BEFORE)).isFalse();
        assertThat(Lineage.UNDIVIDED.reaches(NEXT, VILLAGE, END)).isFalse();
    }

    @Test
    void and_of_an_ended_division_what_its_places_became_and_not_all_of_its_heir() {
        var lineage = lineage(ended(TOWN, NEXT), ended(VILLAGE, HEIR));
        assertThat(lineage.reaches(TOWN, VILLAGE, END)).isTrue();
        assertThat(lineage.reaches(TOWN, HEIR, END)).isTrue();
        assertThat(lineage.reaches(TOWN, HEIR, BEFORE)).isFalse();
        assertThat(lineage.reaches(TOWN, "511129105201", END)).isFalse();
    }

    @Test
    void it_stands_where_its_successors_went_to_the_end() {
        var lineage = lineage(ended(VILLAGE, HEIR), later(HEIR, "511129106201"));
        assertThat(lineage.placeOf(VILLAGE)).isEqualTo("511129106201");
        assertThat(lineage.villageOf(VILLAGE)).isEqualTo("511129106201");
        assertThat(lineage.isKeptIn(VILLAGE, OTHER)).isTrue();
        assertThat(lineage.isKeptIn(VILLAGE, TOWN)).isFalse();
        assertThat(lineage.placeOf(NEIGHBOUR)).isEqualTo(NEIGHBOUR);
        assertThat(lineage.on(END).placeOf(VILLAGE)).isEqualTo(HEIR);
    }

    @Test
    void a_village_goes_with_its_township_and_stays_a_village() {
        var lineage = lineage(ended(TOWN, NEXT));
        assertThat(lineage.placeOf(VILLAGE)).isEqualTo(NEXT);
        assertThat(lineage.villageOf(VILLAGE)).isEqualTo(VILLAGE);
        assertThat(lineage.isKeptIn(VILLAGE, NEXT)).isTrue();
        assertThat(lineage.isKeptIn(VILLAGE, TOWN)).isFalse();
    }

    @Test
    void of_several_successors_it_is_in_whatever_holds_them_all() {
        var split = lineage(ended(VILLAGE, "511129105210", "511129105211"));
        assertThat(split.placeOf(VILLAGE)).isEqualTo(NEXT);
        assertThat(split.isKeptIn(VILLAGE, NEXT)).isTrue();
        var apart = lineage(ended(VILLAGE, "511129105210", "511129106201"));
        assertThat(apart.placeOf(VILLAGE)).isEqualTo("511129000000");
        assertThat(apart.villageOf(VILLAGE)).isEqualTo(VILLAGE);
        assertThat(apart.isKeptIn(VILLAGE, TOWN)).isTrue();
        assertThat(apart.isKeptIn(VILLAGE, NEXT)).isFalse();
    }

    @Test
    void what_nobody_is_known_to_follow_stays_where_it_was() {
        var lineage = lineage(ended(TOWN, NEXT), ended(VILLAGE));
        assertThat(lineage.placeOf(VILLAGE)).isEqualTo(VILLAGE);
        assertThat(lineage.isKeptIn(VILLAGE, TOWN)).isTrue();
        var circle = lineage(ended(TOWN, NEXT), ended(NEXT, TOWN));
        assertThat(circle.placeOf(TOWN)).isEqualTo(TOWN);
        assertThat(circle.liesIn(TOWN, NEXT)).isTrue();
    }

    @Test
    void a_place_is_of_one_line_with_what_it_lies_in_and_what_came_after_it() {
        var lineage = lineage(ended(TOWN, NEXT), ended(VILLAGE, HEIR));
        assertThat(lineage.isOneLine(VILLAGE, TOWN)).isTrue();
        assertThat(lineage.isOneLine(VILLAGE, HEIR)).isTrue();
        assertThat(lineage.isOneLine(HEIR, VILLAGE)).isTrue();
        assertThat(lineage.isOneLine(TOWN, HEIR)).isTrue();
        assertThat(lineage.isOneLine(NEIGHBOUR, NEXT)).isTrue();
        assertThat(lineage.isOneLine(NEIGHBOUR, HEIR)).isFalse();
        assertThat(lineage.isOneLine(VILLAGE, "511129105201")).isFalse();
        assertThat(lineage.isOneLine(VILLAGE, NEIGHBOUR)).isFalse();
    }

    @Test
    void it_follows_from_the_day_of_the_last_succession_on_the_way() {
        var lineage = lineage(ended(VILLAGE, HEIR), later(NEXT, OTHER));
        assertThat(lineage.followed(VILLAGE, HEIR)).isEqualTo(END);
        assertThat(lineage.followed(VILLAGE, "511129106201")).isEqualTo(END.plusYears(1));
        assertThat(lineage.followed(HEIR, VILLAGE)).isNull();
    }

    @Test
    void its_prefixes_are_its_own_and_those_of_what_ended_into_it() {
        assertThat(lineage(ended(TOWN, NEXT), ended(VILLAGE, HEIR)).prefixes(NEXT))
                .containsExactly("511129105", "511129299", "511129299201");
    }
}
