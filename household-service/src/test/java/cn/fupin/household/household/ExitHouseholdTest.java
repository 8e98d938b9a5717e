package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.ExitCommand.ExitHousehold;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExitHouseholdTest {
    private static ExitHousehold exit(String on, @Nullable KnownNotice notice) {
        return new ExitHousehold(
                new ExitHousehold.Asked(
                        HOUSEHOLD, NOTICE, day(on), by("县扶贫移民局"), false, RECEIVED, null, null),
                notice,
                null);
    }

    @Test
    void after_its_notice_hung_for_its_days() {
        var spec = given(HouseholdDecider.INSTANCE, until(exitAgreed()));
        spec.when(exit("2016-10-19", notice(NoticeKind.EXIT, "2016-10-11"))).then(exited());
        spec.when(exit("2016-10-18", notice(NoticeKind.EXIT, "2016-10-11")))
                .refused(BEFORE_NOTICE_IS_OVER);
    }

    @Test
    void with_the_members_of_that_day() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(exitAgreed()),
                                joined(THIRD, "2015-06-01", 3),
                                joined(FOURTH, "2016-10-20", 4)));
        spec.when(exit("2016-10-19", notice(NoticeKind.EXIT, "2016-10-11")))
                .then(
                        new ExitEvent.HouseholdExited(
                                HOUSEHOLD,
                                day("2016-10-19"),
                                NOTICE,
                                by("县扶贫移民局"),
                                3,
                                false,
                                null,
                                null));
    }

    @Test
    void not_by_a_notice_of_identification_nor_one_before_the_household_agreed() {
        var spec = given(HouseholdDecider.INSTANCE, until(exitAgreed()));
        spec.when(exit("2016-10-19", null)).refused(NOTICE_UNKNOWN);
        spec.when(exit("2016-10-19", notice(NoticeKind.SECOND, "2016-10-11")))
                .refused(NOTICE_OF_ANOTHER_KIND);
        spec.when(exit("2016-10-19", notice(NoticeKind.EXIT, "2016-10-09")))
                .refused(NOTICE_BEFORE_PREVIOUS_STEP);
    }

    @Test
    void not_without_the_households_agreement_nor_in_the_future() {
        given(HouseholdDecider.INSTANCE, until(exitVerified()))
                .when(exit("2016-10-19", notice(NoticeKind.EXIT, "2016-10-11")))
                .refused(EXIT_NOT_AGREED);
        given(HouseholdDecider.INSTANCE, until(exitAgreed()))
                .when(exit("2020-01-02", notice(NoticeKind.EXIT, "2016-10-11")))
                .refused(IN_THE_FUTURE);
    }
}
