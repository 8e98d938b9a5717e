package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import cn.fupin.documents.page.Readback;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 更正、撤销评议会: a meeting that was entered wrongly, over HTTP and with what stands on it. */
class AssessmentCorrectionTest {
    private final Township township = Township.ready(20);

    private String surveyed() {
        var household = Township.newHousehold();
        township.done(township.step(household, "application", township.applicationOf(2)));
        township.done(township.survey(household, 200_00));
        return household;
    }

    private Reply withdraw(String meeting, String approvedBy) {
        return township.door.post(
                "/assessments/" + meeting + "/withdrawal",
                Map.of("reason", "误登", "approvedBy", approvedBy, "withdrawnOn", "2014-06-01"));
    }

    private Reply correct(String meeting, String household, String heldOn, int votesFor) {
        var body = new LinkedHashMap<String, Object>();
        body.put("heldOn", heldOn);
        body.put("attendance", 40);
        body.put(
                "ballots",
                List.of(Map.of("householdId", household, "votesFor", votesFor, "votesAgainst", 2)));
        body.put("reason", "漏写一个零");
        body.put("approvedBy", "chief-1");
        body.put("correctedOn", "2014-06-01");
        return township.door.post("/assessments/" + meeting + "/correction", body);
    }

    private Reply assess(String household, String meeting) {
        return township.step(household, "assessment", Map.of("assessmentId", meeting));
    }

    @Test
    void withdrawn_while_no_step_stands_on_it_it_votes_for_nobody() {
        var household = surveyed();
        var meeting = township.meeting(household, "2014-04-10", 30, 2);
        assertThat(withdraw(meeting, "clerk-1").reason()).isEqualTo("APPROVED_BY_WHOEVER_ENTERED");
        township.done(withdraw(meeting, "chief-1"));
        assertThat(assess(household, meeting).reason()).isEqualTo("ASSESSMENT_UNKNOWN");
        assertThat(withdraw(meeting, "chief-1").reason()).isEqualTo("ALREADY_WITHDRAWN");
        var right = township.meeting(household, "2014-04-11", 30, 2);
        township.done(assess(household, right));
        var stands = withdraw(right, "chief-1");
        assertThat(stands.reason()).isEqualTo("STEPS_STAND_ON_IT");
        assertThat(stands.json().path("householdId").asString()).isEqualTo(household);
    }

    @Test
    void three_votes_that_were_thirty_are_corrected_and_the_household_goes_on() {
        var household = surveyed();
        var meeting = township.meeting(household, "2014-04-10", 1, 2);
        assertThat(assess(household, meeting).reason()).isEqualTo("VOTED_DOWN");
        township.done(correct(meeting, household, "2014-04-11", 30));
        township.done(assess(household, meeting));
        // its day is the step's by now; the votes are told as they were, whatever stands on them
        assertThat(correct(meeting, household, "2014-04-12", 30).reason())
                .isEqualTo("STEPS_STAND_ON_IT");
        township.done(correct(meeting, household, "2014-04-11", 1));
        assertThat(correct(meeting, household, "2014-04-11", 1).reason())
                .isEqualTo("RECORDED_SO_ALREADY");
        assertThat(
                        Readback.ofXlsx(
                                township.door.download(
                                        "/households/"
                                                + household
                                                + "/documents/form?format=xlsx")))
                .contains("到会 40 人，赞成 1，反对 2（已更正）");
    }
}
