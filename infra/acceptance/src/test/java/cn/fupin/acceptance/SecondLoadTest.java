package cn.fupin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.townships.Progress;
import org.junit.jupiter.api.Test;

/** The same file once more: every command is known by its key, and nothing changes. */
@OnTheWholeSystem
class SecondLoadTest {

    @Test
    void loading_the_same_file_again_changes_nothing(WholeSystem system) {
        String figures = "/figures?effective=2015-12-31&region=" + system.sample.township();
        var before = system.report(figures);

        var again = system.load(system.sample, Progress.silent());

        assertThat(again.replayed()).isEqualTo(again.commands());
        assertThat(system.firstLoad.replayed()).isZero();
        // The positions are part of the answer: not one event was added anywhere.
        assertThat(system.report(figures)).isEqualTo(before);
    }
}
