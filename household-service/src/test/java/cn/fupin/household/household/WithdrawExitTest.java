package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.ExitCommand.*;
import cn.fupin.household.household.ExitEvent.ExitWithdrawn;
import cn.fupin.household.notice.NoticeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An exit taken back, and the local rules an exit is judged by. */
class WithdrawExitTest {
    private static WithdrawExit withdraw(String on) {
        return new WithdrawExit(HOUSEHOLD, day(on), "收入核实有误", by("镇"), false, RECEIVED, null);
    }

    private static ExitWithdrawn withdrawn(String on) {
        return new ExitWithdrawn(HOUSEHOLD, day(on), "收入核实有误", by("镇"), false, null);
    }

    @Test
    void at_any_step_before_the_exit_and_the_household_stays_on_the_register() {
        for (var step : List.of(exitProposed(), exitVerified(), exitAgreed())) {
            given(HouseholdDecider.INSTANCE, until(step))
                    .when(withdraw("2016-10-12"))
                    .then(withdrawn("2016-10-12"));
        }
        var spec =
                given(HouseholdDecider.INSTANCE, and(until(exitAgreed()), withdrawn("2016-10-12")));
        spec.when(exit("2016-10-21", null, 0)).refused(EXIT_NOT_AGREED);
        spec.when(new ProposeExit(HOUSEHOLD, day("2016-11-01"), by("村两委"), false, RECEIVED, null))
                .accepted();
        spec.when(withdraw("2016-10-13")).refused(NO_EXIT_UNDER_WAY);
    }

    @Test
    void not_before_the_step_it_takes_back_nor_when_nothing_is_under_way() {
        given(HouseholdDecider.INSTANCE, until(exitVerified()))
                .when(withdraw("2016-10-04"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(withdraw("2016-10-04"))
                .refused(NO_EXIT_UNDER_WAY);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(withdraw("2016-11-04"))
                .refused(NO_EXIT_UNDER_WAY);
    }

    @Test
    void as_many_verify_as_the_rule_of_the_place_says() {
        var spec = given(HouseholdDecider.INSTANCE, until(exitProposed()));
        spec.when(verify(4)).refused(TOO_FEW_VERIFIERS);
        spec.when(verify(3)).accepted();
        spec.when(verify(null)).accepted();
    }

    private static VerifyExit verify(@Nullable Integer least) {
        return new VerifyExit(
                new VerifyExit.Asked(
                        HOUSEHOLD,
                        day("2016-10-05"),
                        List.of("甲", "乙", "丙"),
                        2015,
                        3000_00,
                        assured(),
                        false,
                        RECEIVED,
                        null),
                line(2015, 2855_00),
                least,
                null);
    }

    @Test
    void nobody_exits_in_the_year_of_registration_where_that_is_the_rule() {
        var early =
                List.<HouseholdEvent>of(
                        new ExitEvent.ExitProposed(
                                HOUSEHOLD, day("2014-10-01"), by("村两委"), false, null),
                        new ExitEvent.ExitVerified(
                                HOUSEHOLD,
                                day("2014-10-05"),
                                List.of("甲", "乙", "丙"),
                                2013,
                                3000_00,
                                "povertyline-510000000000-2013",
                                LINE,
                                assured(),
                                false,
                                null),
                        new ExitEvent.ExitAgreed(HOUSEHOLD, day("2014-10-10"), HEAD, false, null));
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), early.toArray(HouseholdEvent[]::new)));
        spec.when(exit("2014-12-31", "2014-10-11", 1)).refused(NO_EXIT_IN_THAT_YEAR);
        spec.when(exit("2015-01-01", "2014-10-11", 1)).accepted();
        spec.when(exit("2014-12-31", "2014-10-11", 0)).accepted();
        spec.when(exit("2014-12-31", "2014-10-11", null)).accepted();
    }

    @Test
    void an_exit_is_announced_no_earlier_than_it_is_approved() {
        var spec = given(HouseholdDecider.INSTANCE, until(exitAgreed()));
        spec.when(announced("2016-10-18")).refused(ANNOUNCED_BEFORE_APPROVAL);
        spec.when(announced("2020-01-02")).refused(IN_THE_FUTURE);
        spec.when(announced("2016-10-19")).accepted();
    }

    private static ExitHousehold announced(String on) {
        return new ExitHousehold(
                new ExitHousehold.Asked(
                        HOUSEHOLD,
                        NOTICE,
                        day("2016-10-19"),
                        by("县"),
                        false,
                        RECEIVED,
                        day(on),
                        null),
                notice(NoticeKind.EXIT, "2016-10-11"),
                null);
    }

    private static ExitHousehold exit(
            String on, @Nullable String postedOn, @Nullable Integer rule) {
        return new ExitHousehold(
                new ExitHousehold.Asked(
                        HOUSEHOLD, NOTICE, day(on), by("县"), false, RECEIVED, null, null),
                postedOn == null ? null : notice(NoticeKind.EXIT, postedOn),
                rule);
    }
}
