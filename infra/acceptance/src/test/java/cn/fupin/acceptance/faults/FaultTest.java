package cn.fupin.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.acceptance.faults.WireProxy.Moment;
import cn.fupin.local.Program;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a run strikes: whoever takes a fault out has to say so here. */
class FaultTest {
    @Test
    void the_short_run_has_every_named_point_and_every_kind_of_victim() {
        assertThat(Fault.essential())
                .doesNotHaveDuplicates()
                .extracting(Fault::moment)
                .contains(
                        Moment.EVENTS_BEFORE_COMMIT,
                        Moment.EVENTS_COMMITTED,
                        Moment.PRODUCED_BEFORE_END,
                        Moment.ROWS_BEFORE_OFFSET,
                        Moment.COPIED_BEFORE_OFFSET,
                        Moment.SWITCH_BEFORE_COMMIT,
                        null); // whenever chance has it
        assertThat(Fault.essential())
                .extracting(Fault::victim)
                .contains(
                        Program.HOUSEHOLD,
                        Program.FUNDING,
                        Program.REPORTING,
                        Program.POSTGRESQL,
                        Program.KAFKA);
    }

    @Test
    void the_long_run_has_every_moment_and_takes_every_program_at_random() {
        List<Fault> all = Fault.all();

        assertThat(all).doesNotHaveDuplicates().containsAll(Fault.essential());
        assertThat(all).extracting(Fault::moment).contains(Moment.values());
        assertThat(all).containsAll(Arrays.stream(Program.values()).map(Fault::whenever).toList());
    }

    @Test
    void the_same_seed_is_the_same_order_and_another_one_is_another() {
        assertThat(order(20)).isEqualTo(order(20)).isNotEqualTo(order(21));
    }

    private static List<Fault> order(long seed) {
        return FaultRun.shuffled(Fault.all(), new Random(seed));
    }
}
