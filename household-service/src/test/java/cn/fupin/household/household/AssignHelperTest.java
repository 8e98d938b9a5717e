package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.RegisterCommand.AssignHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignHelperTest {
    private static AssignHelper assign(String helper, String on, @Nullable Integer most) {
        return new AssignHelper(
                new AssignHelper.Asked(
                        HOUSEHOLD, helper, "县林业局", day(on), null, false, RECEIVED, null),
                most);
    }

    @Test
    void a_registered_household_gets_a_helper_and_then_the_next() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(assign("zhang", "2014-06-01", 5))
                .then(helped("zhang"));
        given(HouseholdDecider.INSTANCE, and(until(registered()), helped("zhang")))
                .when(assign("li", "2014-06-01", 5))
                .then(helped("li"));
    }

    @Test
    void not_the_same_again() {
        given(HouseholdDecider.INSTANCE, and(until(registered()), helped("zhang")))
                .when(assign("zhang", "2014-07-01", 5))
                .refused(SAME_HELPER);
    }

    @Test
    void not_where_no_rule_says_how_many_households_he_may_have() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(assign("zhang", "2014-06-01", null))
                .refused(NO_RULE_FOR_HELPERS);
    }

    @Test
    void not_before_registration_nor_in_the_future() {
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(assign("zhang", "2014-06-01", 5))
                .refused(NOT_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(assign("zhang", "2014-05-08", 5))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(assign("zhang", "2020-01-02", 5))
                .refused(IN_THE_FUTURE);
    }

    @Test
    void an_exit_under_way_goes_on_with_the_next_helper() {
        given(HouseholdDecider.INSTANCE, until(exitVerified()))
                .when(assign("li", "2016-10-06", 5))
                .events();
    }
}
