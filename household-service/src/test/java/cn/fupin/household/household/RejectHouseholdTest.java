package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.IdentificationCommand.RejectHousehold;
import cn.fupin.household.household.IdentificationEvent.HouseholdRejected;
import cn.fupin.household.household.IdentificationEvent.Stage;
import org.junit.jupiter.api.Test;

class RejectHouseholdTest {
    private static RejectHousehold reject(String on) {
        return new RejectHousehold(HOUSEHOLD, day(on), by("村委会"), "拆户", RECEIVED, null);
    }

    @Test
    void not_before_somebody_came_or_went() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(surveyed(200_00)), joined(THIRD, "2014-06-01", 3)));
        spec.when(reject("2014-05-31")).refused(ENDS_BEFORE_A_FACT);
        spec.when(reject("2014-06-01")).accepted();
    }

    private static HouseholdRejected rejected(Stage stage) {
        return new HouseholdRejected(HOUSEHOLD, day("2014-05-01"), stage, by("村委会"), "拆户", null);
    }

    @Test
    void at_every_stage_of_identification() {
        given(HouseholdDecider.INSTANCE, applied())
                .when(reject("2014-05-01"))
                .then(rejected(Stage.APPLIED));
        given(HouseholdDecider.INSTANCE, until(surveyed(0)))
                .when(reject("2014-05-01"))
                .then(rejected(Stage.SURVEYED));
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(reject("2014-05-01"))
                .then(rejected(Stage.ASSESSED));
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(reject("2014-05-01"))
                .then(rejected(Stage.TOWNSHIP_REVIEWED));
    }

    @Test
    void not_once_it_is_registered_or_rejected() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(reject("2014-06-01"))
                .refused(NOT_A_CANDIDATE);
        given(HouseholdDecider.INSTANCE, applied(), rejected(Stage.APPLIED))
                .when(reject("2014-06-01"))
                .refused(NOT_A_CANDIDATE);
    }

    @Test
    void not_before_the_step_before_nor_in_the_future() {
        given(HouseholdDecider.INSTANCE, applied())
                .when(reject("2014-03-01"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, applied())
                .when(reject("2020-01-02"))
                .refused(IN_THE_FUTURE);
    }
}
