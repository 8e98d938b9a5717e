package cn.fupin.household.povertyline;

import static cn.fupin.household.povertyline.PovertyLines.inOrder;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.povertyline.PovertyLines.Whose;
import org.junit.jupiter.api.Test;

class PovertyLinesTest {
    private static final String VILLAGE = "513423199201";

    @Test
    void a_line_is_that_of_its_level_or_above_and_only_then_of_a_county_or_below() {
        assertThat(inOrder(VILLAGE, Whose.NATION))
                .containsExactly("000000000000", VILLAGE, "513423199000", "513423000000");
        assertThat(inOrder(VILLAGE, Whose.PROVINCE))
                .containsExactly(
                        "510000000000", "000000000000", VILLAGE, "513423199000", "513423000000");
        assertThat(inOrder(VILLAGE, Whose.NEAREST)).startsWith(VILLAGE).endsWith("000000000000");
    }

    @Test
    void of_a_province_and_of_the_nation_too() {
        assertThat(inOrder("510000000000", Whose.NATION)).containsExactly("000000000000");
        assertThat(inOrder("510000000000", Whose.PROVINCE))
                .containsExactly("510000000000", "000000000000");
        assertThat(inOrder("000000000000", Whose.PROVINCE)).containsExactly("000000000000");
    }
}
