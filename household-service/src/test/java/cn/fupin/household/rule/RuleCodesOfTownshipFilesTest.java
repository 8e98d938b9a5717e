package cn.fupin.household.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A rule that is new here can be enacted by a township's file too. */
class RuleCodesOfTownshipFilesTest {
    private static final Path SCHEMA =
            Path.of("../infra/townships/src/main/resources/townships/township.schema.json");

    @Test
    void the_schema_of_township_files_knows_every_rule_and_no_other() throws IOException {
        var known =
                EventJson.MAPPER
                        .readTree(Files.readString(SCHEMA))
                        .at("/properties/rules/items/properties/code/enum");
        assertThat(known.valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(RuleCode.values()).map(RuleCode::code).toList());
    }
}
