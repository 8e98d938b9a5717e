package cn.fupin.household.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HelpTimeTest {
    private static final List<HelpTime> TIMES =
            List.of(time("a", 1, 10), time("b", 5, 10), time("c", 10, null), time("d", 12, null));

    @Test
    void the_day_that_ends_one_is_the_first_of_the_next() {
        assertThat(HelpTime.mostAtOnce(TIMES, day(10), null)).isEqualTo(2);
        assertThat(HelpTime.mostAtOnce(TIMES.subList(0, 3), day(10), null)).isEqualTo(1);
    }

    @Test
    void days_before_are_not_looked_at_and_days_after_are() {
        var many = List.of(time("a", 1, 3), time("b", 1, 3), time("c", 1, 3), time("d", 8, null));
        assertThat(HelpTime.mostAtOnce(many, day(1), null)).isEqualTo(3);
        assertThat(HelpTime.mostAtOnce(many, day(3), null)).isEqualTo(1);
        assertThat(HelpTime.mostAtOnce(many, day(2), null)).isEqualTo(3);
        assertThat(HelpTime.mostAtOnce(List.of(), day(1), null)).isZero();
    }

    @Test
    void of_whoever_was_entered_late_no_day_of_the_next_one() {
        var times = List.of(time("a", 1, 5), time("b", 4, null), time("c", 4, null));
        assertThat(HelpTime.mostAtOnce(times, day(1), day(4))).isEqualTo(1);
        assertThat(HelpTime.mostAtOnce(times, day(1), day(5))).isEqualTo(3);
    }

    private static HelpTime time(String household, int since, @Nullable Integer until) {
        return new HelpTime(household, day(since), until == null ? null : day(until));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2014, 6, day);
    }
}
