package cn.fupin.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * The short run of every build: each named point once, in the order of a seed that it says. The
 * long one is {@code ./run --faults}.
 */
@OnTheSmallSystem
class FaultRunTest {
    /** {@code mvn verify -Dfupin.faults.seed=N} takes another order, and 0 one by chance. */
    private static final long SEED = seed(Long.getLong("fupin.faults.seed", 7160));

    private static long seed(long asked) {
        return asked == 0 ? FaultRun.anySeed() : asked;
    }

    @Test
    void programs_die_and_nothing_is_lost(Small small) throws SQLException {
        assertThat(FaultRun.once(small.watched, SEED, System.out::println))
                .as("seed %d", SEED)
                .isEmpty();
    }
}
