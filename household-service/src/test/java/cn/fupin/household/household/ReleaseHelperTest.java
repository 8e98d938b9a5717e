package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.HelpCommand.ReleaseHelper;
import cn.fupin.household.household.HelpEvent.HelperReleased;
import cn.fupin.household.household.HelpEvent.MonitoringHelperReleased;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.household.RegisterCommand.AssignHelper;
import cn.fupin.household.household.RegisterEvent.HelperAssigned;
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

    private static List<HouseholdEvent> monitoredAndHelped(HouseholdEvent... more) {
        var past = new ArrayList<HouseholdEvent>();
        past.addAll(List.of(recorded(), clue(), checked(), monitored(MonitoringKind.MARGINAL)));
        past.add(
                new HelperAssigned(
                        HOUSEHOLD, day("2018-03-20"), "zhang", "县林业局", false, null, null));
        past.addAll(List.of(more));
        return past;
    }

    private static MonitoringHelperReleased watchOver(String on) {
        return new MonitoringHelperReleased(
                HOUSEHOLD, day(on), "zhang", day("2018-11-15"), "过渡期满", by("县"), false, null);
    }

    @Test
    void of_one_that_was_never_registered_only_once_its_risk_is_eliminated() {
        given(HouseholdDecider.INSTANCE, monitoredAndHelped())
                .when(release("2018-12-01", null))
                .refused(HELPED_WHILE_MONITORED);
        var spec = given(HouseholdDecider.INSTANCE, monitoredAndHelped(safe()));
        spec.when(release("2018-11-14", null)).refused(HELPED_WHILE_MONITORED);
        spec.when(release("2018-11-15", null)).then(watchOver("2018-11-15"));
        given(HouseholdDecider.INSTANCE, monitoredAndHelped(safe(), watchOver("2018-11-15")))
                .when(release("2018-12-01", null))
                .refused(NO_HELPER);
    }

    @Test
    void not_when_it_is_monitored_again() {
        var again =
                List.of(
                        new MonitoringClueRaised(
                                HOUSEHOLD, day("2018-12-01"), ClueSource.CADRE_CHECK, false, null),
                        new MonitoringChecked(
                                HOUSEHOLD,
                                day("2018-12-02"),
                                List.of("甲"),
                                HEAD,
                                2017,
                                3500_00,
                                Cause.ILLNESS,
                                false,
                                null,
                                null),
                        new MonitoringConfirmed(
                                HOUSEHOLD,
                                day("2018-12-12"),
                                MonitoringKind.MARGINAL,
                                NOTICE,
                                by("县"),
                                day("2018-12-01"),
                                2,
                                false,
                                null));
        var past = monitoredAndHelped(safe());
        past.addAll(again);
        given(HouseholdDecider.INSTANCE, past)
                .when(release("2018-12-20", null))
                .refused(HELPED_WHILE_MONITORED);
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
