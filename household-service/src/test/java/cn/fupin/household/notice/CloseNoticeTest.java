package cn.fupin.household.notice;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.notice.NoticeFacts.*;
import static cn.fupin.household.notice.NoticeReason.*;

import cn.fupin.household.notice.NoticeCommand.CloseNotice;
import cn.fupin.household.notice.NoticeEvent.NoticeClosed;
import cn.fupin.household.notice.NoticeEvent.ObjectionSettled;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseNoticeTest {
    private static CloseNotice close(String on) {
        return new CloseNotice(NOTICE, day(on), false, RECEIVED);
    }

    @Test
    void a_day_the_text_does_not_state_stays_marked() {
        given(NoticeDecider.INSTANCE, posted())
                .when(new CloseNotice(NOTICE, day("2014-04-29"), true, RECEIVED))
                .then(new NoticeClosed(NOTICE, day("2014-04-29"), true));
    }

    @Test
    void of_seven_days_from_the_21st_on_the_29th_at_the_earliest() {
        var spec = given(NoticeDecider.INSTANCE, posted());
        spec.when(close("2014-04-29")).then(closed());
        spec.when(close("2014-04-28")).refused(BEFORE_LEGAL_DURATION);
    }

    @Test
    void once_and_not_in_the_future_nor_before_what_happened_to_it() {
        given(NoticeDecider.INSTANCE, posted(), closed())
                .when(close("2014-04-30"))
                .refused(ALREADY_CLOSED);
        given(NoticeDecider.INSTANCE, posted()).when(close("2020-01-02")).refused(IN_THE_FUTURE);
        given(NoticeDecider.INSTANCE, List.of()).when(close("2014-04-30")).refused(NOT_POSTED);
        given(NoticeDecider.INSTANCE, posted(), raised())
                .when(close("2014-04-22"))
                .refused(BEFORE_LEGAL_DURATION);
    }

    @Test
    void whatever_the_day_of_an_answer_to_an_objection() {
        var answered =
                new ObjectionSettled(
                        NOTICE, day("2014-06-25"), HOUSEHOLD, false, "已核实", null, null);
        given(NoticeDecider.INSTANCE, posted(), raised(), answered)
                .when(close("2014-04-29"))
                .then(closed());
    }
}
