package cn.fupin.household.assessment;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.assessment.AssessmentReason.*;

import cn.fupin.household.assessment.AssessmentCommand.CorrectAssessment;
import cn.fupin.household.assessment.AssessmentCommand.WithdrawAssessment;
import cn.fupin.household.assessment.AssessmentEvent.*;
import cn.fupin.household.batch.HouseholdsOnFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 更正评议会, 撤销误登的评议会. */
class CorrectAssessmentTest {
    private static final String ID = "assessment-00000000-0000-7000-8000-000000000001";
    private static final String HOUSEHOLD = "household-00000000-0000-7000-8000-000000000001";
    private static final String OTHER = "household-00000000-0000-7000-8000-000000000002";
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static AssessmentHeld held() {
        return new AssessmentHeld(
                ID,
                day("2014-04-10"),
                "513423199201",
                40,
                List.of(new Ballot(HOUSEHOLD, 3, 2)),
                null,
                false,
                null,
                null,
                null,
                null,
                null);
    }

    private static CorrectAssessment correct(
            String heldOn,
            int attendance,
            String approvedBy,
            @Nullable Integer entitled,
            @Nullable Integer quorumPercent,
            Ballot... ballots) {
        return new CorrectAssessment(
                new CorrectAssessment.Asked(
                        ID,
                        day(heldOn),
                        attendance,
                        List.of(ballots),
                        entitled,
                        "漏写一个零",
                        approvedBy,
                        null,
                        day("2014-06-01"),
                        false,
                        "clerk-1",
                        RECEIVED),
                quorumPercent,
                null,
                null);
    }

    private static CorrectAssessment correct(Ballot... ballots) {
        return correct("2014-04-10", 40, "chief", null, null, ballots);
    }

    private static AssessmentCorrected corrected(Ballot... ballots) {
        return new AssessmentCorrected(
                ID,
                day("2014-06-01"),
                day("2014-04-10"),
                40,
                List.of(ballots),
                null,
                "漏写一个零",
                "chief",
                false,
                null);
    }

    private static WithdrawAssessment withdraw(String on, String approvedBy) {
        return new WithdrawAssessment(
                ID, "另一村的会议", approvedBy, null, day(on), false, "clerk-1", RECEIVED);
    }

    private static AssessmentWithdrawn withdrawn() {
        return new AssessmentWithdrawn(ID, day("2014-06-01"), "另一村的会议", "chief", false, null);
    }

    @Test
    void thirty_votes_that_were_written_down_as_three() {
        var spec = given(AssessmentDecider.INSTANCE, held());
        var thirty = new Ballot(HOUSEHOLD, 30, 2);
        spec.when(correct(thirty)).then(corrected(thirty));
        spec.when(correct(new Ballot(HOUSEHOLD, 3, 2))).refused(RECORDED_SO_ALREADY);
        spec.when(correct(new Ballot(HOUSEHOLD, 39, 2))).refused(MORE_VOTES_THAN_PRESENT);
        given(AssessmentDecider.INSTANCE, held(), corrected(thirty))
                .when(correct(thirty))
                .refused(RECORDED_SO_ALREADY);
        given(AssessmentDecider.INSTANCE, held(), corrected(thirty))
                .when(correct(new Ballot(HOUSEHOLD, 31, 2)))
                .then(corrected(new Ballot(HOUSEHOLD, 31, 2)));
    }

    @Test
    void also_whom_it_voted_on_and_on_which_day_and_how_many_could_have_come() {
        var spec = given(AssessmentDecider.INSTANCE, held());
        spec.when(correct(new Ballot(OTHER, 3, 2))).accepted();
        var ballot = new Ballot(HOUSEHOLD, 3, 2);
        spec.when(correct("2014-04-12", 40, "chief", null, null, ballot)).accepted();
        spec.when(correct("2014-06-02", 40, "chief", null, null, ballot))
                .refused(BEFORE_THE_MEETING);
        spec.when(correct("2014-04-10", 40, "chief", 50, 66, ballot)).accepted();
        spec.when(correct("2014-04-10", 40, "chief", 90, 66, ballot)).refused(NOT_QUORATE);
        spec.when(correct("2014-04-10", 40, "chief", 39, null, ballot))
                .refused(MORE_PRESENT_THAN_ENTITLED);
        var asked = correct(new Ballot(OTHER, 3, 2)).asked();
        spec.when(new CorrectAssessment(asked, null, OTHER, null)).refused(HOUSEHOLD_NOT_ON_FILE);
        var later = new HouseholdsOnFile.Later(OTHER, day("2014-04-11"));
        spec.when(new CorrectAssessment(asked, null, null, later)).refused(HOUSEHOLD_ON_FILE_LATER);
    }

    @Test
    void withdrawn_it_is_none_and_cannot_be_held_or_corrected() {
        given(AssessmentDecider.INSTANCE, held())
                .when(withdraw("2014-06-01", "chief"))
                .then(withdrawn());
        var spec = given(AssessmentDecider.INSTANCE, held(), withdrawn());
        spec.when(withdraw("2014-06-02", "chief")).refused(ALREADY_WITHDRAWN);
        spec.when(correct(new Ballot(HOUSEHOLD, 30, 2))).refused(ALREADY_WITHDRAWN);
        spec.when(HoldAssessmentTest.again()).refused(ALREADY_WITHDRAWN);
        given(AssessmentDecider.INSTANCE, List.of())
                .when(withdraw("2014-06-01", "chief"))
                .refused(NOT_HELD);
    }

    @Test
    void by_two_persons_and_not_before_it_nor_in_the_future() {
        var spec = given(AssessmentDecider.INSTANCE, held());
        spec.when(withdraw("2014-06-01", "clerk-1")).refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(withdraw("2014-04-09", "chief")).refused(BEFORE_THE_MEETING);
        spec.when(withdraw("2020-01-02", "chief")).refused(IN_THE_FUTURE);
        spec.when(correct("2014-04-10", 40, "clerk-1", null, null, new Ballot(HOUSEHOLD, 30, 2)))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
    }
}
