package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.HelpCommand.ReleaseHelper;
import cn.fupin.household.household.HelpEvent.HelperReleased;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import cn.fupin.household.household.RegisterCommand.AssignHelper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseHelperTest {
    private static ReleaseHelper release(String on, @Nullable Integer years) {
        return new ReleaseHelper(
                new ReleaseHelper.Asked(HOUSEHOLD, day(on), "过渡期满", by("县"), false, RECEIVED, null),
                years);
    }

    private static HelperReleased released(String on) {
        return new HelperReleased(
                HOUSEHOLD, day(on), "zhang", day("2016-10-19"), "过渡期满", by("县"), false, null);
    }

    private static List<HouseholdEvent> helpedUntil(HouseholdEvent last) {
        var past = new ArrayList<>(until(last));
        past.add(past.indexOf(registered()) + 1, helped("zhang"));
        return past;
    }

    @Test
    void never_before_the_exit_and_never_without_a_helper() {
        given(HouseholdDecider.INSTANCE, helpedUntil(registered()))
                .when(release("2019-06-01", 0))
                .refused(HELPER_NOT_BEFORE_EXIT);
        given(HouseholdDecider.INSTANCE, helpedUntil(exitAgreed()))
                .when(release("2019-06-01", 0))
                .refused(HELPER_NOT_BEFORE_EXIT);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(release("2019-06-01", 0))
                .refused(NO_HELPER);
        given(HouseholdDecider.INSTANCE, recorded())
                .when(release("2019-06-01", 0))
                .refused(NOT_EXITED);
    }

    @Test
    void not_before_the_years_of_the_rule_are_over_nor_without_a_rule() {
        var spec = given(HouseholdDecider.INSTANCE, helpedUntil(exited()));
        spec.when(release("2019-10-18", 3)).refused(HELP_GOES_ON);
        spec.when(release("2019-10-19", 3)).then(released("2019-10-19"));
        spec.when(release("2016-10-19", 0)).then(released("2016-10-19"));
        spec.when(release("2019-10-19", null)).refused(NO_RULE_FOR_RELEASE);
        spec.when(release("2020-01-02", 3)).refused(IN_THE_FUTURE);
    }

    @Test
    void not_while_the_household_is_monitored_and_once_only() {
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                helpedUntil(exited()),
                                clue(),
                                checked(),
                                monitored(MonitoringKind.UNSTABLE_EXITED)))
                .when(release("2019-10-19", 3))
                .refused(HELPED_WHILE_MONITORED);
        given(HouseholdDecider.INSTANCE, and(helpedUntil(exited()), released("2019-10-19")))
                .when(release("2019-10-20", 3))
                .refused(NO_HELPER);
    }

    @Test
    void after_an_exit_too_one_helper_takes_over_from_another() {
        given(HouseholdDecider.INSTANCE, helpedUntil(exited()))
                .when(
                        new AssignHelper(
                                new AssignHelper.Asked(
                                        HOUSEHOLD,
                                        "li",
                                        "县林业局",
                                        day("2017-01-01"),
                                        null,
                                        false,
                                        RECEIVED,
                                        null),
                                5))
                .accepted();
    }
}
