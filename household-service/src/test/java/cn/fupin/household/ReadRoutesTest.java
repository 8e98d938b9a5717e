package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.ReadRoutes;
import cn.fupin.backbone.testing.RefusedNumbers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadRoutesTest {
    @Test
    void what_nobody_reads_is_named_by_every_route() {
        assertThat(ReadRoutes.refuseWhatNobodyReads(Running.service()))
                .contains("/quotas", "/events", "/commands", "/villages/{region}/visit-kit");
    }

    @Test
    void no_number_is_taken_or_told_where_none_belongs() throws Exception {
        var service = Running.service();
        assertThat(RefusedNumbers.areNowhere(service, service.door())).isGreaterThan(1000);
    }

    @Test
    void a_commands_fields_are_listed_with_what_may_stand_in_them() {
        var commands = Running.service().door().get("/commands").json();
        var fields =
                commands.valueStream()
                        .filter(c -> c.path("command").asString().equals("ApplyForRegistration"))
                        .findFirst()
                        .orElseThrow()
                        .path("fields");
        assertThat(fields.has("receivedAt") || fields.has("householdId")).isFalse();
        assertThat(fields.at("/assumed/optional").asBoolean()).isTrue();
        var member = fields.at("/members/of/fields");
        assertThat(member.at("/relation/values").valueStream())
                .extracting(JsonNode::asString)
                .contains("HEAD", "SPOUSE");
        assertThat(member.at("/name/optional").asBoolean(false)).isFalse();
    }
}
