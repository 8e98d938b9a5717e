package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Out of poverty and under the watch only by a meeting's vote, in a township that asks for it. */
class ExitAssessmentTest {
    private final Township township = Township.ready(5);
    private final String household = township.registered(3);

    @Test
    void no_exit_and_no_watch_without_a_vote_from_the_day_on_that_the_rules_are_in_force() {
        for (var rule : List.of("exit-assessment-required", "monitoring-assessment-required")) {
            township.done(township.rule(township.town, rule, 1, "flag", "2016-01-01"));
        }
        township.done(township.line(township.town, 2015, 2855_00));
        done(
                "exit-proposal",
                Map.of("proposedOn", "2016-10-01", "decidedBy", Township.body("村两委")));
        refused("exit-verification", verification(), "EXIT_NOT_ASSESSED");
        refused(
                "exit-assessment",
                Map.of("assessmentId", township.meeting(household, "2016-10-02", 9, 20)),
                "VOTED_DOWN");
        done(
                "exit-assessment",
                Map.of("assessmentId", township.meeting(household, "2016-10-03", 30, 2)));
        done("exit-verification", verification());
        done(
                "exit-agreement",
                Map.of("agreedOn", "2016-10-10", "signedBy", Township.headOf(household)));
        done(
                "exit",
                Map.of(
                        "noticeId",
                        township.noticeOver("EXIT", "2016-10-11", "2016-10-19", household),
                        "exitedOn",
                        "2016-10-20",
                        "decidedBy",
                        Township.body("县")));
        watched();
        assertThat(WholeLifeTest.types(household))
                .endsWith(
                        "ExitProposed",
                        "ExitAssessed",
                        "ExitVerified",
                        "ExitAgreed",
                        "HouseholdExited",
                        "MonitoringClueRaised",
                        "MonitoringChecked",
                        "MonitoringAssessed",
                        "MonitoringConfirmed");
    }

    private static Map<String, Object> verification() {
        return Map.of(
                "verifiedOn",
                "2016-10-05",
                "verifiers",
                List.of("甲", "乙", "丙"),
                "incomeYear",
                2015,
                "incomeFenPerHead",
                3000_00,
                "assurances",
                Township.assured());
    }

    private void watched() {
        township.done(
                township.rule(township.town, "monitoring-notice-days", 5, "day", "2016-01-01"));
        township.done(township.rule(township.town, "monitoring-days-max", 15, "day", "2016-01-01"));
        done("monitoring-clue", Map.of("source", "CADRE_CHECK", "raisedOn", "2017-03-01"));
        done(
                "monitoring-check",
                Map.of(
                        "checkers",
                        List.of("甲"),
                        "authorisationSignedBy",
                        Township.headOf(household),
                        "incomeYear",
                        2016,
                        "incomeFenPerHead",
                        3500_00,
                        "risk",
                        "ILLNESS",
                        "checkedOn",
                        "2017-03-02"));
        var hung = township.noticeOver("MONITORING", "2017-03-03", "2017-03-09", household);
        refused("monitoring", monitoring(hung), "MONITORING_NOT_ASSESSED");
        done(
                "monitoring-assessment",
                Map.of("assessmentId", township.meeting(household, "2017-03-03", 30, 2)));
        done("monitoring", monitoring(hung));
    }

    private static Map<String, Object> monitoring(String notice) {
        return Map.of(
                "kind",
                "UNSTABLE_EXITED",
                "noticeId",
                notice,
                "decidedBy",
                Township.body("县"),
                "confirmedOn",
                "2017-03-10");
    }

    private Reply done(String step, Object body) {
        return township.done(township.step(household, step, body));
    }

    private void refused(String step, Object body, String reason) {
        var reply = township.step(household, step, body);
        assertThat(reply.reason()).as(reply.text()).isEqualTo(reason);
    }
}
