package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.ExitCommand.ProposeExit;
import cn.fupin.household.household.FileCommand.DropExitPlan;
import cn.fupin.household.household.FileCommand.PlanExit;
import cn.fupin.household.household.FileEvent.ExitPlanDropped;
import cn.fupin.household.household.FileEvent.ExitPlanned;
import org.junit.jupiter.api.Test;

class PlanExitTest {
    private static PlanExit plan(int year, String on) {
        return new PlanExit(HOUSEHOLD, year, by("村两委"), false, day(on), RECEIVED, null);
    }

    private static ExitPlanned planned() {
        return new ExitPlanned(HOUSEHOLD, day("2016-01-15"), 2016, by("村两委"), 2, false, null);
    }

    @Test
    void a_registered_household_is_meant_to_exit_in_a_year() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(plan(2016, "2016-01-15"))
                .then(planned());
    }

    @Test
    void it_stays_on_the_register_and_its_exit_takes_every_step() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), planned()));
        spec.when(plan(2017, "2016-06-01")).accepted();
        spec.when(new ProposeExit(HOUSEHOLD, day("2015-12-01"), by("村两委"), false, RECEIVED, null))
                .accepted();
    }

    @Test
    void not_for_a_year_that_is_over_nor_before_it_was_registered_nor_in_the_future() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(plan(2015, "2016-01-15")).refused(YEAR_BEFORE_THE_STEP);
        spec.when(plan(2016, "2014-05-08")).refused(NOT_YET_ON_THE_REGISTER);
        spec.when(plan(2020, "2020-01-02")).refused(IN_THE_FUTURE);
    }

    private static DropExitPlan drop(String on) {
        return new DropExitPlan(HOUSEHOLD, "家中有人患病", by("村两委"), false, day(on), RECEIVED, null);
    }

    private static ExitPlanDropped dropped(String on) {
        return new ExitPlanDropped(HOUSEHOLD, day(on), "家中有人患病", by("村两委"), false, null);
    }

    @Test
    void a_plan_is_dropped_once_and_made_anew() {
        given(HouseholdDecider.INSTANCE, and(until(registered()), planned()))
                .when(drop("2016-05-01"))
                .then(dropped("2016-05-01"));
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), planned(), dropped("2016-05-01")));
        spec.when(drop("2016-06-01")).refused(NO_EXIT_PLAN);
        spec.when(plan(2017, "2017-01-15")).accepted();
    }

    @Test
    void nothing_is_dropped_before_it_was_planned_nor_what_came_to_an_exit() {
        given(HouseholdDecider.INSTANCE, and(until(registered()), planned()))
                .when(drop("2016-01-14"))
                .refused(BEFORE_THE_EXIT_PLAN);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(drop("2016-05-01"))
                .refused(NO_EXIT_PLAN);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(drop("2017-05-01"))
                .refused(NOT_ON_THE_REGISTER);
    }

    @Test
    void only_of_a_household_on_the_register() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(plan(2017, "2017-01-15"))
                .refused(NOT_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, recorded())
                .when(plan(2017, "2017-01-15"))
                .refused(NOT_ON_THE_REGISTER);
    }
}
