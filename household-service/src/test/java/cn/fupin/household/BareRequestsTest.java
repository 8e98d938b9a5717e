package cn.fupin.household;

import cn.fupin.backbone.testing.BareRequests;
import org.junit.jupiter.api.Test;

class BareRequestsTest {
    @Test
    void what_the_server_itself_refuses_is_a_problem_like_any_other() {
        BareRequests.areAnsweredAsProblems(Running.service().url());
    }
}
