package cn.fupin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.townships.TownshipFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void anUnknownOptionIsRefusedByName() {
        assertThatThrownBy(() -> Options.of(List.of("--check", "--chek")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--chek");
    }

    @Test
    void aFileToLoadMustBeReadable() {
        assertThatThrownBy(() -> Options.of(List.of("--load"))).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> Options.of(List.of("--load", "no-such-file.json")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no-such-file.json");
    }

    @Test
    void townshipsAreChosenByNameAndComeInTheOrderOfTheirSize() {
        assertThat(Options.of(List.of("--townships", "shan-town,muchuan-township")).chosen())
                .containsExactly("muchuan-township", "shan-town");
        assertThat(Options.of(List.of()).chosen()).hasSize(5);
        assertThatThrownBy(() -> Options.of(List.of("--townships", "shan-town,atlantis")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("guogou-town");
        assertThatThrownBy(() -> Options.of(List.of("--no-load", "--townships", "shan-town")))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void helpNamesEveryPortAndEverySample() {
        for (var program : Program.values()) {
            assertThat(Options.helpText())
                    .contains(
                            "  %-22s %5d  %s"
                                    .formatted(
                                            program.portVariable(),
                                            program.usualPort,
                                            program.title));
        }
        assertThat(Options.helpText()).contains(String.join(", ", TownshipFile.SHIPPED));
    }

    @Test
    void aPortThatIsNoPortIsRefusedByItsVariable() {
        assertThatThrownBy(
                        () -> Settings.standard(Path.of(""), Map.of("FUPIN_PORT_KAFKA", "70000")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("FUPIN_PORT_KAFKA");
    }
}
