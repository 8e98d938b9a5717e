package cn.fupin.household.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** With the published test vectors of GB 11643-1999; none of them is anybody's. */
class IdentityNumberTest {
    @Test
    void birth_date_and_sex_are_read_from_it() {
        var woman = IdentityNumber.parse("n", "11010519491231002x");
        assertThat(woman.bornOn()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(woman.isMale()).isFalse();
        assertThat(woman.number()).endsWith("X");
        var man = IdentityNumber.parse("n", "440524188001010014");
        assertThat(man.bornOn().getYear()).isEqualTo(1880);
        assertThat(man.isMale()).isTrue();
    }

    @Test
    void one_digit_changed_is_noticed_wherever_it_is() {
        var number = "11010519491231002X";
        for (var i = 0; i < 17; i++) {
            var other = (char) ('0' + (number.charAt(i) - '0' + 1) % 10);
            var changed = number.substring(0, i) + other + number.substring(i + 1);
            malformed(changed);
        }
    }

    @Test
    void neither_short_nor_old_nor_other_signs_nor_days_that_never_were() {
        malformed("110105194912310");
        malformed("1101051949123100２X");
        malformed("");
        malformed("11010519490231002X");
        malformed("99010118000101001X");
    }

    private static void malformed(String number) {
        assertThatThrownBy(() -> IdentityNumber.parse("members[0].identityNumber", number))
                .as(number)
                .isInstanceOfSatisfying(
                        Malformed.class,
                        m -> assertThat(m.zh() + m.en() + m.rule()).doesNotContain("19"));
    }
}
