package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.ReadRoutes;
import org.junit.jupiter.api.Test;

class ReadRoutesTest {
    @Test
    void what_nobody_reads_is_named_by_every_route() {
        assertThat(ReadRoutes.refuseWhatNobodyReads(Running.service()))
                .contains("/quotas", "/events", "/commands", "/villages/{region}/visit-kit");
    }
}
