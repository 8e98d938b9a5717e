package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.RegisterCommand.RemoveHousehold;
import org.junit.jupiter.api.Test;

class RemoveHouseholdTest {
    private static RemoveHousehold remove(String on) {
        return new RemoveHousehold(
                HOUSEHOLD,
                day(on),
                "NEW_YI_VILLAGE_BENEFICIARY",
                by("县扶贫移民局"),
                null,
                false,
                RECEIVED);
    }

    @Test
    void an_authority_takes_a_registered_household_off_the_register() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(remove("2014-07-01"))
                .then(removed());
    }

    @Test
    void while_its_exit_is_under_way_too() {
        given(HouseholdDecider.INSTANCE, until(exitProposed())).when(remove("2016-10-02")).events();
    }

    @Test
    void only_a_registered_one_and_only_once() {
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(remove("2014-07-01"))
                .refused(NOT_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(remove("2017-07-01"))
                .refused(NOT_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(remove("2014-07-01"))
                .refused(NOT_ON_THE_REGISTER);
    }

    @Test
    void not_before_registration_nor_in_the_future() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(remove("2014-05-08"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(remove("2020-01-02"))
                .refused(IN_THE_FUTURE);
    }
}
