package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.assessment.Assessments.KnownAssessment;
import cn.fupin.household.household.MonitoringCommand.AssessMonitoring;
import cn.fupin.household.household.MonitoringCommand.ConfirmMonitoring;
import cn.fupin.household.household.MonitoringCommand.DismissClue;
import cn.fupin.household.household.MonitoringEvent.ClueSource;
import cn.fupin.household.household.MonitoringEvent.MonitoringAssessed;
import cn.fupin.household.household.MonitoringEvent.MonitoringClueRaised;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import cn.fupin.household.notice.NoticeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 监测民主评议: between the check and the notice; where a rule asks for it, nobody without it. */
class AssessMonitoringTest {
    private static final List<HouseholdEvent> CHECKED = and(until(exited()), clue(), checked());
    private static final List<HouseholdEvent> ASSESSED = and(CHECKED, assessedForIt());

    private static MonitoringAssessed assessedForIt() {
        return new MonitoringAssessed(HOUSEHOLD, day("2018-03-04"), ASSESSMENT, 40, 30, 2, false);
    }

    private static AssessMonitoring assess(@Nullable KnownAssessment meeting) {
        return new AssessMonitoring(new StepByVote.Asked(HOUSEHOLD, ASSESSMENT, RECEIVED), meeting);
    }

    private static ConfirmMonitoring confirm(String postedOn, @Nullable Integer required) {
        return new ConfirmMonitoring(
                new ConfirmMonitoring.Asked(
                        HOUSEHOLD,
                        MonitoringKind.UNSTABLE_EXITED,
                        NOTICE,
                        by("县"),
                        false,
                        day("2018-03-16"),
                        RECEIVED,
                        null),
                notice(NoticeKind.MONITORING, postedOn),
                15,
                required);
    }

    @Test
    void what_a_meeting_passed_is_hung_out_and_confirmed() {
        given(HouseholdDecider.INSTANCE, CHECKED)
                .when(assess(meeting("2018-03-04", 30, 2)))
                .then(assessedForIt());
        for (var rule : new Integer[] {null, 0, 1}) {
            given(HouseholdDecider.INSTANCE, ASSESSED)
                    .when(confirm("2018-03-05", rule))
                    .then(monitored(MonitoringKind.UNSTABLE_EXITED));
        }
    }

    @Test
    void the_notice_hangs_after_the_meeting() {
        given(HouseholdDecider.INSTANCE, ASSESSED)
                .when(confirm("2018-03-03", 1))
                .refused(NOTICE_BEFORE_PREVIOUS_STEP);
    }

    @Test
    void where_the_rule_is_in_force_nobody_is_watched_whom_no_meeting_passed() {
        var spec = given(HouseholdDecider.INSTANCE, CHECKED);
        spec.when(confirm("2018-03-05", 1)).refused(MONITORING_NOT_ASSESSED);
        spec.when(confirm("2018-03-05", 0)).accepted();
        spec.when(confirm("2018-03-05", null)).accepted();
    }

    @Test
    void by_a_meeting_after_the_check_that_voted_for_it() {
        var spec = given(HouseholdDecider.INSTANCE, CHECKED);
        spec.when(assess(null)).refused(ASSESSMENT_UNKNOWN);
        spec.when(assess(meeting("2018-03-04", 2, 30))).refused(VOTED_DOWN);
        spec.when(assess(meeting("2018-03-02", 30, 2))).refused(BEFORE_PREVIOUS_STEP);
    }

    @Test
    void once_and_only_what_is_checked_and_not_watched_yet() {
        for (var past :
                List.of(
                        until(exited()),
                        and(until(exited()), clue()),
                        ASSESSED,
                        and(CHECKED, monitored(MonitoringKind.UNSTABLE_EXITED)))) {
            given(HouseholdDecider.INSTANCE, past)
                    .when(assess(meeting("2018-04-04", 30, 2)))
                    .refused(MONITORING_NOT_WAITING_FOR_ASSESSMENT);
        }
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(assess(meeting("2018-04-04", 30, 2)))
                .refused(NOT_TO_BE_MONITORED);
    }

    @Test
    void a_new_clue_is_looked_into_anew_and_what_was_assessed_may_come_to_nothing() {
        var again =
                new MonitoringClueRaised(
                        HOUSEHOLD, day("2018-03-10"), ClueSource.CADRE_CHECK, false, null);
        given(HouseholdDecider.INSTANCE, and(ASSESSED, again))
                .when(confirm("2018-03-05", null))
                .refused(NOT_CHECKED);
        given(HouseholdDecider.INSTANCE, ASSESSED)
                .when(
                        new DismissClue(
                                HOUSEHOLD,
                                "已化解",
                                by("村"),
                                false,
                                day("2018-03-06"),
                                RECEIVED,
                                null))
                .accepted();
    }
}
