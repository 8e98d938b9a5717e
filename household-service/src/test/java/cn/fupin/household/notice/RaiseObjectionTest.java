package cn.fupin.household.notice;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.notice.NoticeFacts.*;
import static cn.fupin.household.notice.NoticeReason.*;

import cn.fupin.household.notice.NoticeCommand.RaiseObjection;
import cn.fupin.household.notice.NoticeEvent.NoticePosted;
import cn.fupin.household.notice.NoticeEvent.ObjectionRaised;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaiseObjectionTest {
    private static RaiseObjection raise(String on, String household) {
        return new RaiseObjection(NOTICE, household, "有小汽车", null, day(on), RECEIVED);
    }

    @Test
    void to_a_household_it_names_while_it_hangs() {
        given(NoticeDecider.INSTANCE, posted()).when(raise("2014-04-23", HOUSEHOLD)).then(raised());
    }

    @Test
    void again_after_one_was_dismissed_but_not_beside_an_open_or_an_upheld_one() {
        given(NoticeDecider.INSTANCE, posted(), raised(), settled(false))
                .when(raise("2014-04-26", HOUSEHOLD))
                .events();
        given(NoticeDecider.INSTANCE, posted(), raised())
                .when(raise("2014-04-26", HOUSEHOLD))
                .refused(OBJECTION_ALREADY_OPEN);
        given(NoticeDecider.INSTANCE, posted(), raised(), settled(true))
                .when(raise("2014-04-26", HOUSEHOLD))
                .refused(OBJECTION_ALREADY_UPHELD);
    }

    @Test
    void not_to_others_not_before_it_hangs_not_after_it_is_closed_not_in_the_future() {
        var spec = given(NoticeDecider.INSTANCE, posted());
        spec.when(raise("2014-04-23", STRANGER)).refused(HOUSEHOLD_NOT_NAMED);
        spec.when(raise("2014-04-20", HOUSEHOLD)).refused(BEFORE_PREVIOUS_STEP);
        spec.when(raise("2020-01-02", HOUSEHOLD)).refused(IN_THE_FUTURE);
        given(NoticeDecider.INSTANCE, posted(), closed())
                .when(raise("2014-04-30", HOUSEHOLD))
                .refused(AFTER_THE_HANGING_DAYS);
        given(NoticeDecider.INSTANCE, List.of())
                .when(raise("2014-04-23", HOUSEHOLD))
                .refused(NOT_POSTED);
    }

    @Test
    void on_the_last_of_its_days_and_no_later_though_it_hangs_on() {
        var spec = given(NoticeDecider.INSTANCE, posted());
        spec.when(raise("2014-04-28", HOUSEHOLD)).accepted();
        spec.when(raise("2014-04-29", HOUSEHOLD)).refused(AFTER_THE_HANGING_DAYS);
    }

    /** The paper of the 28th comes in on the 30th, when the notice is closed: it is no less one. */
    @Test
    void raised_within_its_days_it_is_taken_also_after_the_notice_was_closed() {
        var spec = given(NoticeDecider.INSTANCE, posted(), closed());
        spec.when(raise("2014-04-23", HOUSEHOLD)).then(raised());
        spec.when(raise("2014-04-28", HOUSEHOLD)).accepted();
        spec.when(raise("2014-04-29", HOUSEHOLD)).refused(AFTER_THE_HANGING_DAYS);
        spec.when(raise("2014-04-23", STRANGER)).refused(HOUSEHOLD_NOT_NAMED);
        given(NoticeDecider.INSTANCE, posted(), raised(), closed())
                .when(raise("2014-04-26", HOUSEHOLD))
                .refused(OBJECTION_ALREADY_OPEN);
        given(NoticeDecider.INSTANCE, posted(), closed(), raised())
                .when(
                        new NoticeCommand.SettleObjection(
                                NOTICE,
                                HOUSEHOLD,
                                true,
                                "属实",
                                null,
                                null,
                                day("2014-05-02"),
                                RECEIVED))
                .accepted();
    }

    @Test
    void each_household_has_an_order_of_time_of_its_own() {
        var both =
                new NoticePosted(
                        NOTICE,
                        day("2014-04-21"),
                        NoticeKind.FIRST,
                        "513423199201",
                        "村务公开栏",
                        null,
                        7,
                        List.of(HOUSEHOLD, STRANGER),
                        false,
                        null,
                        null);
        var ofTheOther = new ObjectionRaised(NOTICE, day("2014-04-27"), STRANGER, "有小汽车", null);
        var spec = given(NoticeDecider.INSTANCE, both, ofTheOther);
        spec.when(raise("2014-04-23", HOUSEHOLD)).then(raised());
        given(NoticeDecider.INSTANCE, both, ofTheOther, raised(), settled(false))
                .when(raise("2014-04-24", HOUSEHOLD))
                .refused(BEFORE_PREVIOUS_STEP);
    }
}
