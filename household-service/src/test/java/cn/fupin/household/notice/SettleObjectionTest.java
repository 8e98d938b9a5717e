package cn.fupin.household.notice;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.notice.NoticeFacts.*;
import static cn.fupin.household.notice.NoticeReason.*;

import cn.fupin.household.notice.NoticeCommand.SettleObjection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettleObjectionTest {
    private static SettleObjection settle(String on, boolean upheld) {
        return new SettleObjection(NOTICE, HOUSEHOLD, upheld, "已核实", null, null, day(on), RECEIVED);
    }

    @Test
    void upheld_or_not_while_it_hangs() {
        given(NoticeDecider.INSTANCE, posted(), raised())
                .when(settle("2014-04-25", true))
                .then(settled(true));
        given(NoticeDecider.INSTANCE, posted(), raised())
                .when(settle("2014-04-25", false))
                .then(settled(false));
    }

    @Test
    void after_it_is_closed_too() {
        given(NoticeDecider.INSTANCE, posted(), raised(), closed())
                .when(settle("2014-05-03", false))
                .events();
    }

    @Test
    void only_what_is_open_and_in_order_of_time() {
        given(NoticeDecider.INSTANCE, posted())
                .when(settle("2014-04-25", true))
                .refused(NO_OPEN_OBJECTION);
        given(NoticeDecider.INSTANCE, posted(), raised(), settled(false))
                .when(settle("2014-04-26", true))
                .refused(NO_OPEN_OBJECTION);
        given(NoticeDecider.INSTANCE, posted(), raised())
                .when(settle("2014-04-22", true))
                .refused(BEFORE_PREVIOUS_STEP);
        given(NoticeDecider.INSTANCE, posted(), raised())
                .when(settle("2020-01-02", true))
                .refused(IN_THE_FUTURE);
        given(NoticeDecider.INSTANCE, List.of())
                .when(settle("2014-04-25", true))
                .refused(NOT_POSTED);
    }
}
