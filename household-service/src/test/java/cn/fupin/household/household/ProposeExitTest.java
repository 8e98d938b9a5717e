package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.ExitCommand.ProposeExit;
import org.junit.jupiter.api.Test;

class ProposeExitTest {
    private static ProposeExit propose(String on) {
        return new ProposeExit(HOUSEHOLD, day(on), by("村两委"), false, RECEIVED, null);
    }

    @Test
    void of_a_registered_household() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(propose("2016-10-01"))
                .then(exitProposed());
    }

    @Test
    void anew_when_the_one_before_came_to_nothing() {
        given(HouseholdDecider.INSTANCE, until(exitVerified()))
                .when(propose("2017-10-01"))
                .events();
    }

    @Test
    void not_of_one_that_is_not_on_the_register() {
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(propose("2016-10-01"))
                .refused(NOT_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(propose("2017-10-01"))
                .refused(NOT_ON_THE_REGISTER);
    }

    @Test
    void not_before_registration_nor_in_the_future() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(propose("2014-05-08"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(propose("2020-01-02"))
                .refused(IN_THE_FUTURE);
    }
}
