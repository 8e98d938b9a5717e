package cn.fupin.household.division;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.division.Extent.Since;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A township that ended into another, with a village of it that got a code there. */
class ExtentTest {
    private static final LocalDate END = LocalDate.parse("2019-12-01");
    private static final LocalDate BEFORE = LocalDate.parse("2019-11-30");
    private static final Extent HEIR =
            new Extent(
                    "511129105000",
                    List.of(new Since("511129299000", END), new Since("511129299201", END)),
                    List.of());
    private static final Extent ENDED =
            new Extent(
                    "511129299000",
                    List.of(),
                    List.of(new Since("511129105000", END), new Since("511129105212", END)));

    @Test
    void what_lies_beneath_its_code_on_any_day() {
        assertThat(HEIR.covers("511129105201", BEFORE)).isTrue();
        assertThat(ENDED.covers("511129299201", END)).isTrue();
        assertThat(Extent.of("511129105000").covers("511129299201", END)).isFalse();
    }

    @Test
    void what_ended_into_it_from_that_day_on() {
        assertThat(HEIR.covers("511129299201", END)).isTrue();
        assertThat(HEIR.covers("511129299201", BEFORE)).isFalse();
    }

    @Test
    void of_a_division_that_ended_what_its_places_became_and_not_all_of_its_heir() {
        assertThat(ENDED.covers("511129105212", END)).isTrue();
        assertThat(ENDED.covers("511129105212", BEFORE)).isFalse();
        assertThat(ENDED.covers("511129105201", END)).isFalse();
    }

    @Test
    void its_prefixes_are_its_own_and_those_of_what_ended_into_it() {
        assertThat(HEIR.prefixes()).containsExactly("511129105", "511129299", "511129299201");
    }
}
