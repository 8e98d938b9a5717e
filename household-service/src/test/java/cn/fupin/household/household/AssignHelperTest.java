package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.household.HelpEvent.HelperReleased;
import cn.fupin.household.household.IdentificationEvent.HouseholdOnFileApplied;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import cn.fupin.household.household.RegisterCommand.AssignHelper;
import cn.fupin.household.household.RegisterEvent.HelperAssigned;
import java.util.List;
import java.util.Objects;
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
    void whoever_helped_it_earlier_is_entered_late_and_helps_until_the_next_one() {
        var life = and(until(registered()), helpedOn("li", "2016-01-01"));
        given(HouseholdDecider.INSTANCE, life)
                .when(assign("zhang", "2015-03-01", 5))
                .then(helpedOn("zhang", "2015-03-01"));
        var both = and(life, helpedOn("zhang", "2015-03-01"));
        var spec = given(HouseholdDecider.INSTANCE, both);
        spec.when(assign("zhang", "2015-12-31", 5)).refused(SAME_HELPER);
        spec.when(assign("li", "2016-06-01", 5)).refused(SAME_HELPER);
        // the present one began earlier
        spec.when(assign("li", "2015-09-01", 5)).then(helpedOn("li", "2015-09-01"));
        spec.when(assign("li", "2014-05-08", 5)).refused(BEFORE_PREVIOUS_STEP);
        assertThat(helpersOf(both).now()).isEqualTo("li");
        var all = helpersOf(and(both, helpedOn("li", "2015-09-01")));
        assertThat(all.since()).isEqualTo(day("2016-01-01"));
        assertThat(all.on(day("2015-02-28"))).isNull();
        assertThat(all.on(day("2015-08-31"))).isEqualTo("zhang");
        assertThat(all.on(day("2015-09-01"))).isEqualTo("li");
    }

    private static Helpers helpersOf(List<HouseholdEvent> life) {
        return Objects.requireNonNull(Household.registration(stateAfter(life))).help().helpers();
    }

    @Test
    void not_of_a_day_on_which_it_was_left_without_one() {
        var released =
                new HelperReleased(
                        HOUSEHOLD,
                        day("2019-11-01"),
                        "zhang",
                        day("2016-10-19"),
                        "期满",
                        by("县"),
                        false,
                        null);
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(exited()),
                                helped("zhang"),
                                released,
                                helpedOn("li", "2019-12-01")));
        spec.when(assign("wang", "2019-10-31", 5)).refused(BEFORE_PREVIOUS_STEP);
        spec.when(assign("wang", "2019-11-15", 5)).accepted();
    }

    @Test
    void not_where_no_rule_says_how_many_households_he_may_have() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(assign("zhang", "2014-06-01", null))
                .refused(NO_RULE_FOR_HELPERS);
    }

    private static final List<HouseholdEvent> MONITORED =
            List.of(recorded(), clue(), checked(), monitored(MonitoringKind.MARGINAL));

    private static HelperAssigned helpedOn(String helper, String on) {
        return new HelperAssigned(HOUSEHOLD, day(on), helper, "县林业局", false, null, null);
    }

    @Test
    void a_monitored_household_that_was_never_registered_gets_a_helper_and_then_the_next() {
        given(HouseholdDecider.INSTANCE, MONITORED)
                .when(assign("zhang", "2018-03-16", 5))
                .then(helpedOn("zhang", "2018-03-16"));
        var spec =
                given(HouseholdDecider.INSTANCE, and(MONITORED, helpedOn("zhang", "2018-03-20")));
        spec.when(assign("li", "2018-04-01", 5)).then(helpedOn("li", "2018-04-01"));
        spec.when(assign("zhang", "2018-04-01", 5)).refused(SAME_HELPER);
        // somebody helped it before
        spec.when(assign("li", "2018-03-19", 5)).then(helpedOn("li", "2018-03-19"));
        spec.when(assign("li", "2018-03-15", 5)).refused(BEFORE_PREVIOUS_STEP);
        spec.when(assign("li", "2018-04-01", null)).refused(NO_RULE_FOR_HELPERS);
    }

    @Test
    void not_before_it_is_monitored_nor_once_that_is_over() {
        given(HouseholdDecider.INSTANCE, recorded(), clue(), checked())
                .when(assign("zhang", "2018-03-16", 5))
                .refused(NOT_MONITORED);
        given(HouseholdDecider.INSTANCE, MONITORED)
                .when(assign("zhang", "2018-03-15", 5))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, and(MONITORED, safe()))
                .when(assign("zhang", "2018-12-01", 5))
                .refused(NOT_MONITORED);
        // who helps it then may have a successor
        given(HouseholdDecider.INSTANCE, and(MONITORED, helpedOn("zhang", "2018-03-20"), safe()))
                .when(assign("li", "2018-12-01", 5))
                .then(helpedOn("li", "2018-12-01"));
    }

    @Test
    void whoever_helped_it_while_it_was_monitored_helps_it_through_its_identification_and_after() {
        var applied =
                new HouseholdOnFileApplied(
                        HOUSEHOLD, day("2018-04-01"), VILLAGE, 2, false, null, null, null);
        given(HouseholdDecider.INSTANCE, and(MONITORED, helpedOn("zhang", "2018-03-20"), applied))
                .when(assign("li", "2018-05-01", 5))
                .then(helpedOn("li", "2018-05-01"));
        var registered =
                and(
                        MONITORED,
                        helpedOn("zhang", "2018-03-20"),
                        applied,
                        surveyed(200_00),
                        assessed(),
                        reviewed(),
                        registered());
        var spec = given(HouseholdDecider.INSTANCE, registered);
        spec.when(assign("zhang", "2018-06-01", 5)).refused(SAME_HELPER);
        spec.when(assign("li", "2018-06-01", 5)).then(helpedOn("li", "2018-06-01"));
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
