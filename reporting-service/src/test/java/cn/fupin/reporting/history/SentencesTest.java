package cn.fupin.reporting.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever household-service can say can be read here by a person, in both languages. */
class SentencesTest {
    private static final Path EXAMPLES = Path.of("..", "household-service", "contract", "examples");

    @Test
    void everyEventOfTheCatalogueHasASentence() throws IOException {
        var reader = new Sentence.Reader("household-none", Map.of(), (_, name) -> name);
        for (var example : examples()) {
            var e = event(example);
            var sentence = Sentence.of(e, reader);
            assertThat(sentence.zh())
                    .as(e.type())
                    .matches("(?s).*\\p{IsHan}.*")
                    .isNotEqualTo(Sentence.words(e.type()))
                    .doesNotContain("null", "%s", "%d", "$s");
            assertThat(sentence.en())
                    .as(e.type())
                    .matches("(?s).*\\p{Alpha}{3}.*")
                    .isNotEqualTo(Sentence.words(e.type()))
                    .doesNotContain("null", "%s", "%d", "$s");
        }
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static LifeEvent event(Path example) {
        JsonNode payload = JsonMapper.shared().readTree(example.toFile());
        var type = example.getFileName().toString().replaceAll("\\..*", "");
        return new LifeEvent(
                "household",
                type,
                1,
                "e",
                payload.path("householdId").asString("stream"),
                0,
                1,
                Instant.EPOCH,
                LocalDate.parse(payload.get("occurredOn").asString()),
                payload.path("region").asString("513423199201"),
                "",
                JsonMapper.shared().createObjectNode(),
                payload,
                true);
    }
}
