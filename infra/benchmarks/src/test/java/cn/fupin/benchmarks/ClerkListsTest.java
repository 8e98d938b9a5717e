package cn.fupin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * How long a list takes is never asserted; that there is something in the findings measured rule by
 * rule and in the figures is. What is due may be empty.
 */
class ClerkListsTest {
    @Test
    void the_findings_of_a_rule_and_the_figures_are_measured_with_something_in_them() {
        System.setProperty("benchmarks.households", "20000");
        System.setProperty("benchmarks.runs", "1");
        var lines = ClerkLists.measure();
        assertThat(lines).extracting(Measured::en).doesNotHaveDuplicates();
        assertThat(lines)
                .extracting(Measured::en)
                .anyMatch(en -> en.endsWith("county: findings, exit-while-unsafe"))
                .anyMatch(en -> en.endsWith("county: findings, notice-by-a-rule-corrected-since"))
                .anyMatch(en -> en.endsWith("township: findings, loan-above-limit"))
                .anyMatch(en -> en.endsWith("county: figure, households-moved-out"));
    }
}
