package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.ExitCommand.ProposeExit;
import cn.fupin.household.household.MemberCommand.DissolveHousehold;
import cn.fupin.household.household.RegisterCommand.*;
import cn.fupin.household.household.StandingCommand.*;
import cn.fupin.household.household.StandingEvent.HouseholdResumed;
import org.junit.jupiter.api.Test;

class SuspendHouseholdTest {
    private static SuspendHousehold suspend(String on) {
        return new SuspendHousehold(
                HOUSEHOLD, "UNDER_INVESTIGATION", by("县"), false, day(on), RECEIVED, null);
    }

    private static ResumeHousehold resume(String on) {
        return new ResumeHousehold(HOUSEHOLD, "核查无误", by("县"), false, day(on), RECEIVED, null);
    }

    @Test
    void one_on_the_register_is_suspended() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(suspend("2015-03-01"))
                .then(suspended());
    }

    @Test
    void no_other_is_nor_twice_nor_before_the_previous_step() {
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(suspend("2015-03-01"))
                .refused(NOT_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(suspend("2017-03-01"))
                .refused(NOT_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, and(until(registered()), suspended()))
                .when(suspend("2015-03-01"))
                .refused(NOT_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(suspend("2014-05-08"))
                .refused(BEFORE_PREVIOUS_STEP);
    }

    @Test
    void nothing_of_the_register_happens_meanwhile() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), suspended()));
        spec.when(new ProposeExit(HOUSEHOLD, day("2016-10-01"), by("村"), false, RECEIVED, null))
                .refused(NOT_ON_THE_REGISTER);
    }

    @Test
    void it_is_resumed_counting_who_is_there_then() {
        given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), suspended(), joined(THIRD, "2015-04-01", 3)))
                .when(resume("2015-06-01"))
                .then(
                        new HouseholdResumed(
                                HOUSEHOLD, day("2015-06-01"), 3, "核查无误", by("县"), false, null));
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(resume("2015-06-01"))
                .refused(NOT_SUSPENDED);
        given(HouseholdDecider.INSTANCE, and(until(registered()), suspended()))
                .when(resume("2015-02-28"))
                .refused(BEFORE_PREVIOUS_STEP);
    }

    @Test
    void an_exit_that_was_under_way_has_to_be_proposed_anew() {
        var past =
                and(
                        until(registered()),
                        new ExitEvent.ExitProposed(
                                HOUSEHOLD, day("2015-01-01"), by("村"), false, null),
                        suspended(),
                        new HouseholdResumed(
                                HOUSEHOLD, day("2015-06-01"), 2, "核查无误", by("县"), false, null));
        given(HouseholdDecider.INSTANCE, past)
                .when(new ProposeExit(HOUSEHOLD, day("2016-10-01"), by("村"), false, RECEIVED, null))
                .accepted();
        given(HouseholdDecider.INSTANCE, past)
                .when(
                        new ExitCommand.AgreeToExit(
                                HOUSEHOLD, day("2016-10-01"), HEAD, false, RECEIVED, null))
                .refused(EXIT_NOT_VERIFIED);
    }

    @Test
    void it_may_end_in_removal_or_dissolution() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), suspended()));
        spec.when(
                        new RemoveHousehold(
                                new RemoveHousehold.Asked(
                                        HOUSEHOLD,
                                        day("2015-06-01"),
                                        "CONCEALMENT",
                                        by("县"),
                                        null,
                                        null,
                                        null,
                                        false,
                                        RECEIVED,
                                        null),
                                null))
                .accepted();
        spec.when(
                        new DissolveHousehold(
                                HOUSEHOLD, "GONE", day("2015-06-01"), false, RECEIVED, null))
                .accepted();
    }
}
