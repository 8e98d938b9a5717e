package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.IdentificationCommand.WithdrawApplication;
import cn.fupin.household.household.IdentificationEvent.HouseholdWithdrew;
import cn.fupin.household.household.IdentificationEvent.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WithdrawApplicationTest {
    private static WithdrawApplication withdraw(@Nullable String signer, String on) {
        return new WithdrawApplication(HOUSEHOLD, signer, "外出务工", day(on), false, RECEIVED, null);
    }

    private static HouseholdWithdrew withdrew(Stage stage) {
        return new HouseholdWithdrew(
                HOUSEHOLD, day("2014-05-01"), stage, HEAD, "外出务工", false, null);
    }

    @Test
    void at_every_stage_of_identification_signed_by_a_member() {
        given(HouseholdDecider.INSTANCE, applied())
                .when(withdraw(HEAD, "2014-05-01"))
                .then(withdrew(Stage.APPLIED));
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(withdraw(HEAD, "2014-05-01"))
                .then(withdrew(Stage.TOWNSHIP_REVIEWED));
        given(HouseholdDecider.INSTANCE, applied())
                .when(withdraw(THIRD, "2014-05-01"))
                .refused(SIGNER_NOT_A_MEMBER);
        given(HouseholdDecider.INSTANCE, applied())
                .when(withdraw(null, "2014-05-01"))
                .refused(SIGNER_NOT_A_MEMBER);
    }

    @Test
    void not_once_it_is_registered_or_withdrew_before() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(withdraw(HEAD, "2014-06-01"))
                .refused(NOT_A_CANDIDATE);
        given(HouseholdDecider.INSTANCE, applied(), withdrew(Stage.APPLIED))
                .when(withdraw(HEAD, "2014-06-01"))
                .refused(NOT_A_CANDIDATE);
    }

    @Test
    void not_before_the_step_before_nor_in_the_future() {
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(withdraw(HEAD, "2014-04-28"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, applied())
                .when(withdraw(HEAD, "2020-01-02"))
                .refused(IN_THE_FUTURE);
    }
}
