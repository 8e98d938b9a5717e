package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.FileEvent.HouseholdVisited;
import cn.fupin.household.household.FileEvent.VisitPurpose;
import cn.fupin.household.household.HelpEvent.HouseholdMoved;
import cn.fupin.household.household.HelpEvent.MoveReason;
import cn.fupin.household.household.HelpEvent.ResultSigned;
import cn.fupin.household.household.MemberCommand.DissolveHousehold;
import cn.fupin.household.household.RegisterEvent.HelperAssigned;
import cn.fupin.household.household.StandingCommand.RevokeEnd;
import java.util.List;
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
    void also_before_what_was_entered_until_it_was_known() {
        var visited =
                new HouseholdVisited(
                        HOUSEHOLD,
                        day("2018-06-05"),
                        "zhang",
                        VisitPurpose.VISIT,
                        false,
                        null,
                        null,
                        null);
        var helped =
                new HelperAssigned(
                        HOUSEHOLD, day("2018-06-05"), "helper-9", "县水务局", false, null, null);
        var moved =
                new HouseholdMoved(
                        HOUSEHOLD,
                        day("2018-06-07"),
                        "513423199202",
                        VILLAGE,
                        null,
                        MoveReason.REDIVISION,
                        2,
                        null,
                        false,
                        null);
        var life = and(until(exited()), visited, helped, moved);
        given(HouseholdDecider.INSTANCE, life).when(dissolve("2018-06-01")).then(dissolved());
        given(HouseholdDecider.INSTANCE, and(life, dissolved()))
                .when(revoke("2018-06-04"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, and(life, dissolved()))
                .when(revoke("2018-06-05"))
                .accepted();
    }

    @Test
    void not_before_a_grant_nor_a_signature_of_a_member() {
        var granted =
                given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(exited()),
                                granted(
                                        HOUSEHOLD,
                                        Policy.SUBSISTENCE_ALLOWANCE,
                                        "2018-06-10",
                                        CHILD)));
        granted.when(dissolve("2018-06-09")).refused(ENDS_BEFORE_A_FACT);
        granted.when(dissolve("2018-06-10")).accepted();
        var signed =
                given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(exited()),
                                new ResultSigned(
                                        HOUSEHOLD,
                                        day("2018-06-10"),
                                        2018,
                                        List.of(),
                                        HEAD,
                                        false,
                                        null)));
        signed.when(dissolve("2018-06-09")).refused(SIGNED_AS_A_MEMBER);
        signed.when(dissolve("2018-06-10")).accepted();
    }

    private static RevokeEnd revoke(String on) {
        return new RevokeEnd(
                new RevokeEnd.Asked(
                        HOUSEHOLD,
                        day(on),
                        "误登",
                        new Decision("县", "9号"),
                        "chief",
                        false,
                        "officer-2",
                        RECEIVED,
                        null),
                "officer-1");
    }

    @Test
    void its_cause_is_a_code() {
        assertThatThrownBy(
                        () -> new DissolveHousehold(HOUSEHOLD, "病故", TODAY, false, RECEIVED, null))
                .isInstanceOf(Malformed.class);
    }
}
