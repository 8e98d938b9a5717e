package cn.fupin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscardTest {
    @Test
    void what_the_system_made_goes_and_what_a_person_keeps_there_stays(@TempDir Path data)
            throws IOException {
        for (String made : new String[] {"postgres", "kafka", "keys", "files/evidence", "logs"}) {
            Files.createDirectories(data.resolve(made));
            Files.writeString(data.resolve(made).resolve("x"), "x");
        }
        Files.writeString(data.resolve("loading"), "muli");
        Files.writeString(data.resolve("my-township.json"), "{}");
        Run.discard(data);
        try (var left = Files.list(data)) {
            assertThat(left).containsExactly(data.resolve("my-township.json"));
        }
    }
}
