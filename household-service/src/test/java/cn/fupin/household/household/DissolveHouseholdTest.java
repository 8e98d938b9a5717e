package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.MemberCommand.DissolveHousehold;
import org.junit.jupiter.api.Test;

class DissolveHouseholdTest {
    private static DissolveHousehold dissolve(String on) {
        return new DissolveHousehold(HOUSEHOLD, "ALL_DECEASED", day(on), false, RECEIVED, null);
    }

    @Test
    void of_any_household_that_has_not_ended() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(dissolve("2018-06-01"))
                .then(dissolved());
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(dissolve("2018-06-01"))
                .accepted();
        given(HouseholdDecider.INSTANCE, until(applied())).when(dissolve("2018-06-01")).accepted();
        given(HouseholdDecider.INSTANCE, recorded()).when(dissolve("2018-06-01")).accepted();
    }

    @Test
    void for_good() {
        given(HouseholdDecider.INSTANCE, and(until(exited()), dissolved()))
                .when(dissolve("2018-06-01"))
                .refused(HOUSEHOLD_ENDED);
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(dissolve("2018-06-01"))
                .refused(HOUSEHOLD_ENDED);
    }

    @Test
    void not_before_the_latest_step_nor_before_somebody_came_or_went_nor_in_the_future() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(exited()), left(CHILD, "2017-06-01", null, 1)));
        spec.when(dissolve("2017-05-31")).refused(ENDS_BEFORE_A_FACT);
        spec.when(dissolve("2017-06-01")).accepted();
        spec.when(dissolve("2020-01-02")).refused(IN_THE_FUTURE);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(dissolve("2016-10-18"))
                .refused(BEFORE_PREVIOUS_STEP);
    }

    @Test
    void its_cause_is_a_code() {
        assertThatThrownBy(
                        () -> new DissolveHousehold(HOUSEHOLD, "病故", TODAY, false, RECEIVED, null))
                .isInstanceOf(Malformed.class);
    }
}
