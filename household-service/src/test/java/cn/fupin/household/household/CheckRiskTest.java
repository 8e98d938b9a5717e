package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.MonitoringCommand.CheckRisk;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckRiskTest {
    private static CheckRisk check(@Nullable String signedBy, int incomeYear, String on) {
        return check(signedBy, incomeYear, on, null);
    }

    private static CheckRisk check(
            @Nullable String signedBy, int incomeYear, String on, @Nullable Integer rangePercent) {
        return new CheckRisk(
                HOUSEHOLD,
                List.of("甲"),
                signedBy,
                incomeYear,
                3500_00,
                Cause.ILLNESS,
                false,
                day(on),
                RECEIVED,
                null,
                line(incomeYear, 2952_00),
                rangePercent);
    }

    @Test
    void at_home_with_the_households_leave() {
        given(HouseholdDecider.INSTANCE, and(until(exited()), clue()))
                .when(check(HEAD, 2017, "2018-03-03"))
                .then(checked());
    }

    @Test
    void with_the_range_of_its_day_where_a_rule_says_it() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(exited()), clue()));
        // one and a half times 2952 yuan
        spec.when(check(HEAD, 2017, "2018-03-03", 150)).then(checked(3500_00, 4428_00L));
    }

    @Test
    void only_a_clue_is_checked() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(check(HEAD, 2017, "2018-03-03"))
                .refused(NO_CLUE);
        given(HouseholdDecider.INSTANCE, and(until(exited()), clue(), checked()))
                .when(check(HEAD, 2017, "2018-03-03"))
                .refused(NO_CLUE);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(check(HEAD, 2017, "2018-03-03"))
                .refused(NOT_TO_BE_MONITORED);
    }

    @Test
    void a_member_of_that_day_gave_leave() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(exited()), left(CHILD, "2018-03-03", null, 1), clue()));
        spec.when(check(null, 2017, "2018-03-03")).refused(SIGNER_NOT_A_MEMBER);
        spec.when(check(THIRD, 2017, "2018-03-03")).refused(SIGNER_NOT_A_MEMBER);
        spec.when(check(CHILD, 2017, "2018-03-03")).refused(SIGNER_NOT_A_MEMBER);
        spec.when(check(CHILD, 2017, "2018-03-02")).accepted();
    }

    @Test
    void not_before_the_clue_nor_in_the_future_nor_of_a_later_years_income() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(exited()), clue()));
        spec.when(check(HEAD, 2017, "2018-02-28")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(check(HEAD, 2017, "2020-01-02")).refused(IN_THE_FUTURE);
        spec.when(check(HEAD, 2019, "2018-03-03")).refused(YEAR_AFTER_THE_STEP);
    }
}
