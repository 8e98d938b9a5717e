package cn.fupin.funding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.BareRequests;
import cn.fupin.backbone.testing.ReadRoutes;
import cn.fupin.backbone.testing.RefusedNumbers;
import org.junit.jupiter.api.Test;

class BareRequestsTest {
    @Test
    void what_the_server_itself_refuses_is_a_problem_like_any_other() {
        BareRequests.areAnsweredAsProblems(FundingServer.shared().clerk.url());
    }

    @Test
    void what_nobody_reads_is_named_by_every_route() {
        assertThat(ReadRoutes.refuseWhatNobodyReads(FundingServer.shared().service()))
                .contains("/journal", "/events", "/commands");
    }

    @Test
    void no_number_is_taken_or_told_where_none_belongs() throws Exception {
        var server = FundingServer.shared();
        assertThat(RefusedNumbers.areNowhere(server.service(), server.clerk)).isGreaterThan(100);
    }
}
