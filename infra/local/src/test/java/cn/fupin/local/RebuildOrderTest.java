package cn.fupin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.local.RebuildOrder.Act;
import cn.fupin.local.RebuildOrder.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebuildOrderTest {
    @Test
    void saysWhichProjectionFromWhereAndWhatToDo() {
        assertThat(order("--rebuild register"))
                .isEqualTo(new RebuildOrder("register", Source.TOPIC, Act.START));
        assertThat(order("--rebuild register --from history"))
                .isEqualTo(new RebuildOrder("register", Source.HISTORY, Act.START));
        assertThat(order("--rebuild money --cancel").act()).isEqualTo(Act.CANCEL);
        assertThat(RebuildOrder.isIn(List.of("--fresh"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rebuild",
                "--rebuild --pause",
                "--rebuild a/b",
                "--rebuild register --from",
                "--rebuild register --pause --cancel",
                "--rebuild register --fresh"
            })
    void anythingElseIsRefusedWithTheUsage(String line) {
        assertThatThrownBy(() -> order(line))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--rebuild <projection>");
    }

    private static RebuildOrder order(String line) {
        return RebuildOrder.of(List.of(line.split(" ")));
    }
}
