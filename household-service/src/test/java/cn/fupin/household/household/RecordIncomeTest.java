package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.FileCommand.RecordIncome;
import cn.fupin.household.household.FileEvent.IncomeRecorded;
import org.junit.jupiter.api.Test;

class RecordIncomeTest {
    private static RecordIncome income(int year, String on) {
        return new RecordIncome(
                HOUSEHOLD, year, 300_01, 200_00, 100_00, 0, 100_00, false, day(on), RECEIVED, null);
    }

    private static IncomeRecorded recorded(int year, String on, long fenPerHead) {
        return new IncomeRecorded(
                HOUSEHOLD,
                day(on),
                year,
                300_01,
                200_00,
                100_00,
                0,
                100_00,
                500_01,
                fenPerHead,
                false,
                null);
    }

    @Test
    void of_a_year_per_head_rounded_down_to_the_fen() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(income(2014, "2015-01-10"))
                .then(recorded(2014, "2015-01-10", 250_00));
    }

    @Test
    void divided_by_the_members_of_that_day() {
        var grown = and(until(registered()), joined(THIRD, "2015-02-01", 3));
        var spec = given(HouseholdDecider.INSTANCE, grown);
        spec.when(income(2014, "2015-01-31")).then(recorded(2014, "2015-01-31", 250_00));
        spec.when(income(2014, "2015-02-01")).then(recorded(2014, "2015-02-01", 166_67));
    }

    @Test
    void again_for_the_same_year_and_back_dated_before_the_latest_step() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(exited()), recorded(2015, "2016-01-10", 250_00)));
        spec.when(income(2015, "2016-02-01")).accepted();
        spec.when(income(2014, "2014-12-31")).accepted();
    }

    @Test
    void of_a_household_on_file_and_of_an_exited_one_but_of_no_candidate_and_of_none_removed() {
        given(HouseholdDecider.INSTANCE, Facts.recorded())
                .when(income(2014, "2014-12-31"))
                .accepted();
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(income(2016, "2016-12-31"))
                .accepted();
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(income(2014, "2014-12-31"))
                .refused(NOT_ON_FILE);
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(income(2014, "2014-12-31"))
                .refused(NOT_ON_FILE);
        given(HouseholdDecider.INSTANCE, and(until(exited()), dissolved()))
                .when(income(2014, "2014-12-31"))
                .refused(NOT_ON_FILE);
    }

    @Test
    void not_before_the_opening_nor_in_the_future_nor_of_a_later_year() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(income(2013, "2014-03-31")).refused(BEFORE_THE_OPENING);
        spec.when(income(2013, "2020-01-02")).refused(IN_THE_FUTURE);
        spec.when(income(2015, "2014-12-31")).refused(YEAR_AFTER_THE_STEP);
    }

    @Test
    void every_item_is_an_amount() {
        assertThatThrownBy(() ->
                        new RecordIncome(
                                HOUSEHOLD, 2014, -1, 0, 0, 0, 0, false, TODAY, RECEIVED, null))
                .isInstanceOf(Malformed.class);
    }
}
