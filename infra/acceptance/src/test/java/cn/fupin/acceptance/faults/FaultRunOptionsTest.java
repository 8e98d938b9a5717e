package cn.fupin.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.acceptance.faults.FaultRun.Asked;
import cn.fupin.local.CannotStart;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./run --faults …} */
class FaultRunOptionsTest {
    @Test
    void seed_and_minutes_may_be_told_in_any_order() {
        assertThat(Asked.of(List.of("--faults", "--minutes", "60", "--seed", "42")))
                .isEqualTo(new Asked(42, Duration.ofMinutes(60)));
        assertThat(Asked.of(List.of("--faults")).time()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seed", "--seed x", "--seed -1", "--minutes 1.5", "--hours 2"})
    void what_is_wrong_is_said_and_nothing_starts(String wrong) {
        var arguments = List.of(("--faults " + wrong).split(" "));
        assertThatThrownBy(() -> Asked.of(arguments))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(
                        wrong.startsWith("--hours") ? "--minutes" : wrong.split(" ")[0]);
    }
}
