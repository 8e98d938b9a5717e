package cn.fupin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.townships.Progress;
import cn.fupin.townships.Township;
import org.junit.jupiter.api.Test;

/** The same file once more: every command is known by its key, and nothing changes. */
@OnTheWholeSystem
class SecondLoadTest {
    private static final String SMALLEST = "muchuan-township";

    @Test
    void loading_the_same_file_again_changes_nothing(WholeSystem system) {
        Township township = system.shipped(SMALLEST);
        String figures = "/figures?effective=2016-12-31&region=" + township.township();
        var before = system.report(figures);

        var again = system.load(township, Progress.silent());

        assertThat(again.replayed()).isEqualTo(again.commands());
        assertThat(system.firstLoads).allSatisfy(load -> assertThat(load.replayed()).isZero());
        // The positions are part of the answer: not one event was added anywhere.
        assertThat(system.report(figures)).isEqualTo(before);
    }
}
