package cn.fupin.backbone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.fupin.backbone.event.EventJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** One spelling for each text, and nothing in it that nobody sees. */
class PlainTextTest {
    private static ObjectNode json(String text) {
        return (ObjectNode) EventJson.MAPPER.readTree(text);
    }

    @Test
    void blanks_of_any_kind_at_the_ends_go_and_those_within_stay() {
        assertThat(PlainText.of("name", " \u3000公益岗\u00a0\t")).isEqualTo("公益岗");
        assertThat(PlainText.of("name", "保洁 公益岗")).isEqualTo("保洁 公益岗");
        assertThat(PlainText.of("note", "一行\n二行")).isEqualTo("一行\n二行");
    }

    @Test
    void a_letter_and_its_accent_are_one_however_they_were_typed() {
        assertThat(PlainText.of("name", "Rene\u0301")).isEqualTo("René");
        assertThat(PlainText.same("Rene\u0301", "René ")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "盐源县发〔2017〕8号",
                "𠮷𬱖",
                "\ud888\udf50",
                "葛\udb40\udd01",
                "阿依·古丽",
                "岗位（保洁）👍",
                "¥1,200.50",
                ""
            })
    void what_is_seen_and_known_passes_as_it_is(String text) {
        assertThat(PlainText.of("note", text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0007, no-control-characters",
        "0085, no-control-characters",
        "2028, no-control-characters",
        "200B, no-invisible-characters",
        "200D, no-invisible-characters",
        "202E, no-invisible-characters",
        "2066, no-invisible-characters",
        "FEFF, no-invisible-characters",
        "00AD, no-invisible-characters",
        "3164, no-invisible-characters",
        "FE0F, no-invisible-characters",
        "E0041, no-invisible-characters",
        "E863, known-characters",
        "F0000, known-characters",
        "FFFD, known-characters",
        "0378, known-characters",
        "2FFFE, known-characters"
    })
    void what_nobody_sees_or_knows_is_refused_by_its_rule(String codePoint, String rule) {
        var text = "甲" + Character.toString(Integer.parseInt(codePoint, 16)) + "乙";
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> PlainText.of("note", text))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo("note");
                    assertThat(refused.rule()).isEqualTo(rule);
                    assertThat(refused.zh() + refused.en()).doesNotContain(text);
                });
    }

    @Test
    void every_text_of_a_body_is_put_right_in_its_place() {
        var body = json("{\"a\":\" x \",\"b\":[{\"c\":\"y\u3000\"},\" z\"],\"n\":1,\"t\":true}");
        PlainText.within(body);
        assertThat(body)
                .isEqualTo(json("{\"a\":\"x\",\"b\":[{\"c\":\"y\"},\"z\"],\"n\":1,\"t\":true}"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> PlainText.within(json("{\"b\":[{\"c\":\"y\u200bz\"}]}")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("b[0].c"));
    }

    @Test
    void what_was_stored_before_is_the_same_word_and_found_in_its_own_spelling() {
        assertThat(PlainText.spelling("公益\u200b岗\u3000")).isEqualTo("公益岗");
        var stored = List.of("扶贫队 ", "工作队");
        assertThat(PlainText.among(stored, "扶贫队")).isEqualTo("扶贫队 ");
        assertThat(PlainText.among(stored, "工作队")).isEqualTo("工作队");
        assertThat(PlainText.among(stored, "别的队")).isEqualTo("别的队");
    }
}
