package cn.fupin.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short run of every build: each named point once. The long one is {@code ./run --faults}. */
@OnTheSmallSystem
class FaultRunTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 20)
    void programs_die_and_nothing_is_lost(long seed, Small small) throws SQLException {
        assertThat(FaultRun.once(small.watched, seed, System.out::println)).isEmpty();
    }
}
