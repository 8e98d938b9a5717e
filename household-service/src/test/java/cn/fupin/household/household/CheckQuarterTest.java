package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.HelpCommand.CheckQuarter;
import cn.fupin.household.household.HelpEvent.QuarterChecked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckQuarterTest {
    private static CheckQuarter check(String on, boolean named, @Nullable String signer) {
        return new CheckQuarter(
                HOUSEHOLD, quarter(2), "zhang", named, signer, false, null, day(on), RECEIVED);
    }

    private static Quarter quarter(int quarter) {
        return new Quarter(2014, quarter, 100, 200, 30, 4, 400, 50, 6, 7, 8);
    }

    private static QuarterChecked checkedOn(String on, @Nullable String signer) {
        return new QuarterChecked(
                HOUSEHOLD, day(on), 2014, 2, 100, 200, 30, 4, 400, -66, 50, 6, 7, 8, 71, 2, "zhang",
                signer, false, null);
    }

    @Test
    void what_came_in_less_what_production_cost_and_what_the_household_lived_on() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(check("2014-07-01", true, HEAD)).then(checkedOn("2014-07-01", HEAD));
        spec.when(check("2014-07-01", false, null)).then(checkedOn("2014-07-01", null));
    }

    @Test
    void signed_by_a_member_of_that_day_if_by_anybody() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(check("2014-07-01", true, THIRD)).refused(SIGNER_NOT_A_MEMBER);
        spec.when(check("2014-07-01", true, null)).refused(SIGNER_NOT_A_MEMBER);
    }

    @Test
    void not_of_a_quarter_that_had_not_begun() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(check("2014-04-01", false, null)).accepted();
        spec.when(
                        new CheckQuarter(
                                HOUSEHOLD,
                                quarter(3),
                                "zhang",
                                false,
                                null,
                                false,
                                null,
                                day("2014-06-30"),
                                RECEIVED))
                .refused(QUARTER_NOT_BEGUN);
        assertThatThrownBy(() -> quarter(5)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> quarter(0)).isInstanceOf(Malformed.class);
    }

    @Test
    void help_goes_on_after_an_exit_and_a_household_on_file_is_checked_too() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(check("2017-01-01", true, CHILD))
                .accepted();
        given(HouseholdDecider.INSTANCE, recorded())
                .when(check("2014-07-01", false, null))
                .accepted();
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(check("2014-07-01", false, null))
                .refused(NOT_ON_FILE);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(check("2014-03-31", false, null))
                .refused(BEFORE_THE_OPENING);
        given(HouseholdDecider.INSTANCE, and(until(registered()), dissolved()))
                .when(check("2014-07-01", false, null))
                .refused(NOT_ON_FILE);
    }
}
