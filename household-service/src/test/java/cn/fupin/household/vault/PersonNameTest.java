package cn.fupin.household.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.fupin.backbone.command.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one way in which a name is written down. */
class PersonNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "王小明",
                "王",
                "𠮷田",
                "𬱖某",
                "\ud888\udf50某",
                "葛\udb40\udd01某",
                "〇某",
                "阿尔约日拉铁木呷",
                "买买提·吐尔逊·阿不都热合曼",
                "Nguyễn Thị Lan",
                "Jean-Pierre O'Neill",
                "John Q. Smith Jr.",
                "ئايگۈل",
                "བཀྲ"
            })
    void a_name_as_people_have_it_stays(String name) {
        assertThat(PersonName.of("name", name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "买买提•吐尔逊, 买买提·吐尔逊",
        "买买提・吐尔逊, 买买提·吐尔逊",
        "买买提．吐尔逊, 买买提·吐尔逊",
        "买买提.吐尔逊, 买买提·吐尔逊",
        "买买提 · 吐尔逊, 买买提·吐尔逊",
        "' 王小明\u3000', 王小明",
        "王\u3000明, 王明",
        "⼭某, 山某",
        "Ｊｏｈｎ\u3000\u3000Ｓｍｉｔｈ, John Smith",
        "O’Neill, O'Neill",
        "Rene\u0301, René"
    })
    void and_has_one_spelling(String typed, String kept) {
        assertThat(PersonName.of("name", typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "王3明, no-digits",
        "王３明, no-digits",
        "王\u0663明, no-digits",
        "王明😀, letters-of-a-name",
        "王①明, letters-of-a-name",
        "王★明, letters-of-a-name",
        "王*明, letters-of-a-name",
        "王某(户主), letters-of-a-name",
        "·王明, letters-of-a-name",
        "王··明, letters-of-a-name",
        "Ⅳ某, letters-of-a-name",
        "\u0301王, letters-of-a-name",
        "a\u0301\u0302\u0303\u0304\u0305\u0306, letters-of-a-name",
        "王\u202e明, no-invisible-characters",
        "王\u200b明, no-invisible-characters",
        "王\u0007明, no-control-characters",
        "王\ue863明, known-characters",
        "'\u3000 ', not-blank"
    })
    void what_is_no_name_is_refused_by_its_rule_and_not_repeated(String text, String rule) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> PersonName.of("name", text))
                .satisfies(refused -> {
                    assertThat(refused.rule()).isEqualTo(rule);
                    assertThat(refused.zh() + refused.en()).doesNotContain("王");
                });
    }

    @Test
    void a_text_says_a_name_however_it_is_spaced() {
        assertThat(PersonName.isIn("与王 小明同住", "王小明")).isTrue();
        assertThat(PersonName.isIn("即买买提吐尔逊本人", "买买提·吐尔逊 ")).isTrue();
        assertThat(PersonName.isIn("of JOHN SMITH", "John Smith")).isTrue();
        assertThat(PersonName.isIn("王某与小明", "王小明")).isFalse();
        assertThat(PersonName.isIn("王家", "王")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "找到老李。明天再去, 李明",
        "老李 明天再去, 李明",
        "disaster relief, Li",
        "relief work, Li Ef",
        "Johnathan Smithson, John Smith"
    })
    void and_not_where_its_letters_are_of_other_words(String text, String name) {
        assertThat(PersonName.isIn(text, name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "李 明再去, 李明",
        "找到李　明, 李明",
        "与李明同住, 李明",
        "与李·明同住, 李明",
        "与欧 阳小　明同住, 欧阳小明",
        "与买买提.吐尔逊同住, 买买提·吐尔逊",
        "与Ｌｉ同住, Li",
        "li's son, Li",
        "h-liwei-01, Li Wei",
        "of LI-WEI, Li Wei",
        "of ONeill, O'Neill",
        "即ئايگۈلنىڭ, ئايگۈل"
    })
    void and_where_they_stand_apart_or_beside_others(String text, String name) {
        assertThat(PersonName.isIn(text, name)).isTrue();
    }
}
