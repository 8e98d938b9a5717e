package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.assessment.Assessments.KnownAssessment;
import cn.fupin.household.household.IdentificationCommand.AssessHousehold;
import cn.fupin.household.household.IdentificationEvent.HouseholdAssessed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessHouseholdTest {
    private static AssessHousehold assess(@Nullable KnownAssessment meeting) {
        return new AssessHousehold(new StepByVote.Asked(HOUSEHOLD, ASSESSMENT, RECEIVED), meeting);
    }

    @Test
    void more_votes_for_than_against_pass_on_the_day_of_the_meeting() {
        given(HouseholdDecider.INSTANCE, until(surveyed(0)))
                .when(assess(meeting("2014-04-10", 30, 2)))
                .then(assessed());
    }

    @Test
    void what_an_assumed_meeting_found_is_assumed() {
        given(HouseholdDecider.INSTANCE, until(surveyed(0)))
                .when(
                        assess(
                                new KnownAssessment(
                                        ASSESSMENT,
                                        VILLAGE,
                                        Lineage.UNDIVIDED,
                                        day("2014-04-10"),
                                        40,
                                        true,
                                        30,
                                        2)))
                .then(
                        new HouseholdAssessed(
                                HOUSEHOLD, day("2014-04-10"), ASSESSMENT, 40, 30, 2, true));
    }

    @Test
    void as_many_against_as_for_do_not() {
        given(HouseholdDecider.INSTANCE, until(surveyed(0)))
                .when(assess(meeting("2014-04-10", 20, 20)))
                .refused(VOTED_DOWN);
    }

    @Test
    void the_meeting_is_known_was_here_and_voted_on_this_household() {
        var spec = given(HouseholdDecider.INSTANCE, until(surveyed(0)));
        spec.when(assess(null)).refused(ASSESSMENT_UNKNOWN);
        spec.when(assess(meeting("513423199202", "2014-04-10", 30, 2)))
                .refused(ASSESSMENT_ELSEWHERE);
        spec.when(assess(meeting("2014-04-10", null, null))).refused(NOT_ON_THE_BALLOT);
    }

    @Test
    void not_by_a_meeting_before_the_survey() {
        given(HouseholdDecider.INSTANCE, until(surveyed(0)))
                .when(assess(meeting("2014-04-04", 30, 2)))
                .refused(BEFORE_PREVIOUS_STEP);
    }

    @Test
    void only_after_the_survey_and_once() {
        given(HouseholdDecider.INSTANCE, applied())
                .when(assess(meeting("2014-04-10", 30, 2)))
                .refused(NOT_SURVEYED);
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(assess(meeting("2014-04-10", 30, 2)))
                .refused(NOT_SURVEYED);
    }
}
