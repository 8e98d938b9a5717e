package cn.fupin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long a list takes is never asserted; that there is something in each that is measured is. */
class ClerkListsTest {
    @Test
    void every_list_is_measured_with_something_to_find_in_it() {
        System.setProperty("benchmarks.households", "20000");
        System.setProperty("benchmarks.runs", "1");
        var lines = ClerkLists.measure();
        assertThat(lines).extracting(Measured::en).doesNotHaveDuplicates();
        assertThat(lines)
                .extracting(Measured::en)
                .anyMatch(en -> en.endsWith("county: findings, exit-while-unsafe"))
                .anyMatch(en -> en.endsWith("township: findings, loan-above-limit"))
                .anyMatch(en -> en.endsWith("county: figure, households-moved-out"));
    }
}
