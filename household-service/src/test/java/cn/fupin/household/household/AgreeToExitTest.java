package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.ExitCommand.AgreeToExit;
import org.junit.jupiter.api.Test;

class AgreeToExitTest {
    private static AgreeToExit agree(String on, String signedBy) {
        return new AgreeToExit(HOUSEHOLD, day(on), signedBy, false, RECEIVED, null);
    }

    @Test
    void a_member_signs() {
        given(HouseholdDecider.INSTANCE, until(exitVerified()))
                .when(agree("2016-10-10", HEAD))
                .then(exitAgreed());
    }

    @Test
    void nobody_else() {
        given(HouseholdDecider.INSTANCE, until(exitVerified()))
                .when(agree("2016-10-10", "person-00000000-0000-4000-8000-000000000009"))
                .refused(SIGNER_NOT_A_MEMBER);
        // whose number the register has never heard of
        given(HouseholdDecider.INSTANCE, until(exitVerified()))
                .when(new AgreeToExit(HOUSEHOLD, day("2016-10-10"), null, false, RECEIVED, null))
                .refused(SIGNER_NOT_A_MEMBER);
    }

    @Test
    void only_to_what_was_verified_and_not_before_nor_in_the_future() {
        given(HouseholdDecider.INSTANCE, until(exitProposed()))
                .when(agree("2016-10-10", HEAD))
                .refused(EXIT_NOT_VERIFIED);
        given(HouseholdDecider.INSTANCE, until(exitVerified()))
                .when(agree("2016-10-04", HEAD))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, until(exitVerified()))
                .when(agree("2020-01-02", HEAD))
                .refused(IN_THE_FUTURE);
    }
}
