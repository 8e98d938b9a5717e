package cn.fupin.household.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedNameTest {
    @Test
    void shows_the_surname_and_nothing_else() {
        assertThat(MaskedName.of("王小明")).isEqualTo("王**");
        assertThat(MaskedName.of("李四")).isEqualTo("李*");
        assertThat(MaskedName.of("欧阳修文")).isEqualTo("欧阳**");
        assertThat(MaskedName.of("阿说尔古")).isEqualTo("阿***");
        assertThat(MaskedName.of("𠮷田")).isEqualTo("𠮷*");
        assertThat(MaskedName.of("王")).isEqualTo("*");
    }
}
