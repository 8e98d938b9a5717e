package cn.fupin.household.assessment;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.assessment.AssessmentReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.assessment.AssessmentEvent.AssessmentHeld;
import cn.fupin.household.assessment.AssessmentEvent.Ballot;
import cn.fupin.household.batch.HouseholdsOnFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldAssessmentTest {
    private static final String ID = "assessment-00000000-0000-7000-8000-000000000001";
    private static final String HOUSEHOLD = "household-00000000-0000-7000-8000-000000000001";

    private static HoldAssessment hold(String on, boolean listed, Ballot... ballots) {
        return hold(on, listed, null, null, ballots);
    }

    private static HoldAssessment hold(
            String on,
            boolean listed,
            @Nullable Integer entitled,
            @Nullable Integer quorumPercent,
            Ballot... ballots) {
        return new HoldAssessment(
                new HoldAssessment.Asked(
                        ID,
                        "513423199201",
                        LocalDate.parse(on),
                        40,
                        List.of(ballots),
                        null,
                        null,
                        null,
                        entitled,
                        null,
                        null,
                        false,
                        Instant.parse("2020-01-01T00:00:00Z")),
                listed,
                quorumPercent,
                null,
                null);
    }

    static HoldAssessment again() {
        return hold("2014-04-10", true, new Ballot(HOUSEHOLD, 38, 2));
    }

    private static AssessmentHeld held(Ballot ballot) {
        return new AssessmentHeld(
                ID,
                LocalDate.parse("2014-04-10"),
                "513423199201",
                40,
                List.of(ballot),
                null,
                false,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void with_no_more_votes_than_persons_present_but_some_may_abstain() {
        var all = new Ballot(HOUSEHOLD, 38, 2);
        given(AssessmentDecider.INSTANCE, List.of())
                .when(hold("2014-04-10", true, all))
                .then(held(all));
        var few = new Ballot(HOUSEHOLD, 10, 2);
        given(AssessmentDecider.INSTANCE, List.of())
                .when(hold("2014-04-10", true, few))
                .then(held(few));
        given(AssessmentDecider.INSTANCE, List.of())
                .when(hold("2014-04-10", true, new Ballot(HOUSEHOLD, 39, 2)))
                .refused(MORE_VOTES_THAN_PRESENT);
    }

    @Test
    void as_many_of_those_entitled_as_the_rule_asks_for() {
        var ballot = new Ballot(HOUSEHOLD, 38, 2);
        var spec = given(AssessmentDecider.INSTANCE, List.<AssessmentEvent>of());
        // two thirds of 60 are 40
        spec.when(hold("2014-04-10", true, 60, 66, ballot)).accepted();
        spec.when(hold("2014-04-10", true, 60, 67, ballot)).refused(NOT_QUORATE);
        spec.when(hold("2014-04-10", true, 60, null, ballot)).accepted();
        spec.when(hold("2014-04-10", true, null, 67, ballot)).accepted();
        spec.when(hold("2014-04-10", true, 39, null, ballot)).refused(MORE_PRESENT_THAN_ENTITLED);
    }

    @Test
    void once_in_a_listed_region_and_not_in_the_future() {
        var ballot = new Ballot(HOUSEHOLD, 38, 2);
        given(AssessmentDecider.INSTANCE, held(ballot))
                .when(hold("2014-04-10", true, ballot))
                .refused(ALREADY_HELD);
        given(AssessmentDecider.INSTANCE, List.of())
                .when(hold("2014-04-10", false, ballot))
                .refused(REGION_NOT_LISTED);
        given(AssessmentDecider.INSTANCE, List.of())
                .when(hold("2020-01-02", true, ballot))
                .refused(IN_THE_FUTURE);
    }

    @Test
    void of_households_that_are_on_file() {
        var asked = hold("2014-04-10", true, new Ballot(HOUSEHOLD, 38, 2)).asked();
        given(AssessmentDecider.INSTANCE, List.of())
                .when(new HoldAssessment(asked, true, null, HOUSEHOLD, null))
                .refused(HOUSEHOLD_NOT_ON_FILE);
    }

    @Test
    void of_households_that_had_applied_by_its_day() {
        var asked = hold("2014-04-10", true, new Ballot(HOUSEHOLD, 38, 2)).asked();
        var later = new HouseholdsOnFile.Later(HOUSEHOLD, LocalDate.parse("2014-04-11"));
        given(AssessmentDecider.INSTANCE, List.of())
                .when(new HoldAssessment(asked, true, null, null, later))
                .refused(HOUSEHOLD_ON_FILE_LATER);
    }

    @Test
    void one_ballot_for_each_household() {
        var ballot = new Ballot(HOUSEHOLD, 38, 2);
        assertThatThrownBy(() -> hold("2014-04-10", true, ballot, ballot))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> hold("2014-04-10", true)).isInstanceOf(Malformed.class);
    }
}
