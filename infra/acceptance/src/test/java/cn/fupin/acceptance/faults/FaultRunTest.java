package cn.fupin.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * The short run of every build: each named point once, in an order by chance. The long one is
 * {@code ./run --faults}.
 */
@OnTheSmallSystem
class FaultRunTest {
    /** {@code mvn verify -Dfupin.faults.seed=N}: the order of a build that found something. */
    private static final long SEED = Long.getLong("fupin.faults.seed", FaultRun.anySeed());

    @Test
    void programs_die_and_nothing_is_lost(Small small) throws SQLException {
        assertThat(FaultRun.once(small.watched, SEED, System.out::println))
                .as("seed %d", SEED)
                .isEmpty();
    }
}
