package cn.fupin.backbone.division;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DivisionTest {
    @Test
    void a_code_lies_under_its_township_county_prefecture_province_and_the_country() {
        assertThat(Division.lineage("513423199201"))
                .containsExactly(
                        "513423199201",
                        "513423199000",
                        "513423000000",
                        "513400000000",
                        "510000000000",
                        "000000000000");
        assertThat(Division.lineage("513423000000"))
                .containsExactly("513423000000", "513400000000", "510000000000", "000000000000");
    }

    @Test
    void within_means_under_it_or_itself() {
        assertThat(Division.isWithin("513423199201", "513423199000")).isTrue();
        assertThat(Division.isWithin("513423199201", "513423199201")).isTrue();
        assertThat(Division.isWithin("513423199201", "513423198000")).isFalse();
        assertThat(Division.isWithin("513423199000", "513423199201")).isFalse();
    }

    @Test
    void the_prefix_is_what_every_code_within_begins_with() {
        assertThat(Division.prefix("513423199201")).isEqualTo("513423199201");
        assertThat(Division.prefix("513423199000")).isEqualTo("513423199");
        assertThat(Division.prefix("513423000000")).isEqualTo("513423");
        assertThat(Division.prefix("510000000000")).isEqualTo("51");
        assertThat(Division.prefix("000000000000")).isEmpty();
    }
}
