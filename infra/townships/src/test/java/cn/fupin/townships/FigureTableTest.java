package cn.fupin.townships;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {

    @Test
    void a_chinese_character_takes_two_places() {
        assertThat(Columns.width("788户")).isEqualTo(5);
        assertThat(Columns.of(List.of(List.of("户", "1"), List.of("ab", "22")), List.of(1)))
                .isEqualTo("户   1\nab  22\n");
    }

    @Test
    void money_reads_as_the_text_writes_it() {
        assertThat(Amounts.of(new BigDecimal("82300000"), "fen")).isEqualTo("82.3 万元");
        assertThat(Amounts.of(new BigDecimal("273600"), "fen")).isEqualTo("2736 元");
        assertThat(Amounts.of(new BigDecimal("3274"), "person")).isEqualTo("3274 人");
        assertThat(Amounts.of(new BigDecimal("468.230"), "km2")).isEqualTo("468.23 平方公里");
    }
}
