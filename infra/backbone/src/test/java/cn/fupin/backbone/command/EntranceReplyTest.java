package cn.fupin.backbone.command;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.command.Entrance.Reply;
import cn.fupin.backbone.event.EventJson;
import org.junit.jupiter.api.Test;

/** By what whoever enters many lines tells why one of them was not taken. */
class EntranceReplyTest {
    private static String code(int status, String problem) {
        var json = EventJson.MAPPER.readTree(problem);
        return new Reply(status, json.asObject(), false).code();
    }

    @Test
    void a_refusal_has_its_reason_a_malformed_line_its_rule_and_one_denied_is_told_so() {
        assertThat(code(409, "{\"reason\":\"NOT_A_MEMBER\"}")).isEqualTo("NOT_A_MEMBER");
        assertThat(code(400, "{\"field\":\"year\",\"rule\":\"range\"}")).isEqualTo("range");
        assertThat(code(403, "{\"permission\":\"household.visit\"}")).isEqualTo("DENIED");
        assertThat(code(400, "{}")).isEqualTo("MALFORMED");
    }
}
