package cn.fupin.household.notice;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.notice.NoticeFacts.*;
import static cn.fupin.household.notice.NoticeReason.*;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.notice.NoticeCommand.CloseNotice;
import cn.fupin.household.notice.NoticeCommand.RaiseObjection;
import cn.fupin.household.notice.NoticeCommand.SettleObjection;
import cn.fupin.household.notice.NoticeCommand.WithdrawNotice;
import cn.fupin.household.notice.NoticeEvent.NoticeWithdrawn;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithdrawNoticeTest {
    private static final Decision VILLAGE = new Decision("村民委员会", null);

    private static WithdrawNotice withdraw(String on) {
        return new WithdrawNotice(NOTICE, "名单有误", VILLAGE, day(on), false, RECEIVED);
    }

    private static NoticeWithdrawn withdrawn() {
        return new NoticeWithdrawn(NOTICE, day("2014-04-23"), "名单有误", VILLAGE, false);
    }

    @Test
    void while_it_hangs_or_once_it_is_closed() {
        given(NoticeDecider.INSTANCE, posted()).when(withdraw("2014-04-23")).then(withdrawn());
        given(NoticeDecider.INSTANCE, posted(), closed()).when(withdraw("2014-05-23")).accepted();
    }

    @Test
    void once_only_what_was_posted_and_in_order_of_time() {
        given(NoticeDecider.INSTANCE, List.of()).when(withdraw("2014-04-23")).refused(NOT_POSTED);
        given(NoticeDecider.INSTANCE, posted(), withdrawn())
                .when(withdraw("2014-04-24"))
                .refused(ALREADY_WITHDRAWN);
        given(NoticeDecider.INSTANCE, posted(), closed())
                .when(withdraw("2014-04-28"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(NoticeDecider.INSTANCE, posted()).when(withdraw("2020-01-02")).refused(IN_THE_FUTURE);
    }

    @Test
    void after_that_nobody_objects_and_nobody_closes_it_but_an_open_objection_is_still_answered() {
        given(NoticeDecider.INSTANCE, posted(), withdrawn())
                .when(
                        new RaiseObjection(
                                NOTICE, HOUSEHOLD, "有小汽车", null, day("2014-04-24"), RECEIVED))
                .refused(ALREADY_WITHDRAWN);
        given(NoticeDecider.INSTANCE, posted(), withdrawn())
                .when(new CloseNotice(NOTICE, day("2014-04-29"), false, RECEIVED))
                .refused(ALREADY_WITHDRAWN);
        given(NoticeDecider.INSTANCE, posted(), raised(), withdrawn())
                .when(
                        new SettleObjection(
                                NOTICE,
                                HOUSEHOLD,
                                true,
                                "属实",
                                VILLAGE,
                                null,
                                day("2014-04-25"),
                                RECEIVED))
                .accepted();
    }
}
