package cn.fupin.reporting.fact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CauseTest {
    @Test
    void every_cause_that_household_service_knows_has_a_word_and_may_be_asked_for()
            throws IOException {
        var schema =
                EventJson.LENIENT.readTree(
                        Files.readAllBytes(
                                Path.of(
                                        "..",
                                        "household-service",
                                        "contract",
                                        "schemas",
                                        "HouseholdRegistered.v1.schema.json")));
        var codes =
                schema.at("/properties/mainCause/enum")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
        assertThat(codes).isNotEmpty().isEqualTo(Cause.CODES);
    }
}
