package cn.fupin.local;

import static cn.fupin.local.Patience.Verdict.HANGS;
import static cn.fupin.local.Patience.Verdict.SAY;
import static cn.fupin.local.Patience.Verdict.TOO_LONG;
import static cn.fupin.local.Patience.Verdict.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience();

    @Test
    void who_writes_or_works_is_waited_for_and_it_is_said_now_and_then() {
        assertThat(look(1, 100, 1)).isEqualTo(WAIT);
        assertThat(look(30, 100, 2)).isEqualTo(SAY);
        assertThat(look(31, 100, 2)).isEqualTo(WAIT);
        assertThat(look(170, 101, 3)).isEqualTo(SAY);
        assertThat(look(340, 101, 9)).as("no line, but work").isEqualTo(SAY);
        assertThat(patience.quiet(Duration.ofSeconds(350))).isEqualTo(Duration.ofSeconds(10));
        assertThat(look(519, 101, 10)).isEqualTo(SAY);
    }

    @Test
    void who_neither_writes_nor_works_hangs() {
        look(1, 100, 20);
        assertThat(look(180, 100, 24)).isEqualTo(SAY);
        assertThat(look(181, 100, 24)).isEqualTo(HANGS);
    }

    @Test
    void in_the_end_somebody_has_to_look() {
        for (int second = 60; second < 1800; second += 60) {
            assertThat(look(second, second, 0)).isEqualTo(SAY);
        }
        assertThat(look(1800, 1800, 0)).isEqualTo(TOO_LONG);
    }

    private Patience.Verdict look(int afterSeconds, long logBytes, int workedSeconds) {
        return patience.look(
                Duration.ofSeconds(afterSeconds), logBytes, Duration.ofSeconds(workedSeconds));
    }
}
