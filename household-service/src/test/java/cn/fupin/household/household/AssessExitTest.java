package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.assessment.Assessments.KnownAssessment;
import cn.fupin.household.household.ExitCommand.AssessExit;
import cn.fupin.household.household.ExitCommand.VerifyExit;
import cn.fupin.household.household.ExitCommand.WithdrawExit;
import cn.fupin.household.household.ExitEvent.ExitAssessed;
import cn.fupin.household.household.ExitEvent.ExitProposed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 退出民主评议: between the proposal and the verification; where a rule asks for it, not without it. */
class AssessExitTest {
    private static final List<HouseholdEvent> ASSESSED = and(until(exitProposed()), assessed());

    private static ExitAssessed assessed() {
        return new ExitAssessed(HOUSEHOLD, day("2016-10-03"), ASSESSMENT, 40, 30, 2, false);
    }

    private static AssessExit assess(@Nullable KnownAssessment meeting) {
        return new AssessExit(new StepByVote.Asked(HOUSEHOLD, ASSESSMENT, RECEIVED), meeting);
    }

    private static VerifyExit verify(String on, @Nullable Integer assessmentRequired) {
        return new VerifyExit(
                new VerifyExit.Asked(
                        HOUSEHOLD,
                        day(on),
                        List.of("甲", "乙", "丙"),
                        2015,
                        3000_00,
                        assured(),
                        false,
                        RECEIVED,
                        null),
                line(2015, 2855_00),
                null,
                assessmentRequired);
    }

    @Test
    void what_a_meeting_passed_is_verified() {
        given(HouseholdDecider.INSTANCE, until(exitProposed()))
                .when(assess(meeting("2016-10-03", 30, 2)))
                .then(assessed());
        for (var rule : new Integer[] {null, 0, 1}) {
            given(HouseholdDecider.INSTANCE, ASSESSED)
                    .when(verify("2016-10-05", rule))
                    .then(exitVerified());
        }
    }

    @Test
    void where_the_rule_is_in_force_no_exit_is_verified_that_no_meeting_passed() {
        var spec = given(HouseholdDecider.INSTANCE, until(exitProposed()));
        spec.when(verify("2016-10-05", 1)).refused(EXIT_NOT_ASSESSED);
        spec.when(verify("2016-10-05", 0)).accepted();
        spec.when(verify("2016-10-05", null)).accepted();
    }

    @Test
    void not_verified_before_the_meeting() {
        given(HouseholdDecider.INSTANCE, ASSESSED)
                .when(verify("2016-10-02", 1))
                .refused(BEFORE_PREVIOUS_STEP);
    }

    @Test
    void by_a_meeting_after_the_proposal_that_voted_for_it_where_it_lives() {
        var spec = given(HouseholdDecider.INSTANCE, until(exitProposed()));
        spec.when(assess(null)).refused(ASSESSMENT_UNKNOWN);
        spec.when(assess(meeting("2016-10-03", 2, 2))).refused(VOTED_DOWN);
        spec.when(assess(meeting("2016-10-03", null, null))).refused(NOT_ON_THE_BALLOT);
        spec.when(assess(meeting("2016-09-30", 30, 2))).refused(BEFORE_PREVIOUS_STEP);
        spec.when(assess(meeting("2020-01-02", 30, 2))).refused(IN_THE_FUTURE);
        spec.when(assess(meeting("513423198201", "2016-10-03", 30, 2)))
                .refused(ASSESSMENT_ELSEWHERE);
    }

    @Test
    void once_and_only_of_an_exit_that_is_proposed_and_not_verified() {
        for (var past :
                List.of(until(registered()), ASSESSED, until(exitVerified()), until(exited()))) {
            given(HouseholdDecider.INSTANCE, past)
                    .when(assess(meeting("2016-11-03", 30, 2)))
                    .refused(EXIT_NOT_WAITING_FOR_ASSESSMENT);
        }
    }

    @Test
    void a_new_proposal_is_assessed_anew_and_what_was_assessed_may_be_taken_back() {
        var again = new ExitProposed(HOUSEHOLD, day("2016-10-04"), by("村两委"), false, null);
        given(HouseholdDecider.INSTANCE, and(ASSESSED, again))
                .when(verify("2016-10-05", 1))
                .refused(EXIT_NOT_ASSESSED);
        given(HouseholdDecider.INSTANCE, ASSESSED)
                .when(
                        new WithdrawExit(
                                HOUSEHOLD,
                                day("2016-10-04"),
                                "收入有误",
                                by("镇"),
                                false,
                                RECEIVED,
                                null))
                .accepted();
    }
}
