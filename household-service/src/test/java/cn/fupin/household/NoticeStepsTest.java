package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A notice of a kind names households that are at that step on the day it hangs from. */
class NoticeStepsTest {
    private final Township township = Township.ready(100);
    private final String household = Township.newHousehold();

    @Test
    void each_kind_from_its_step_on_and_not_before_it_or_after() {
        township.done(
                township.rule(township.town, "monitoring-notice-days", 5, "day", "2014-01-01"));
        township.done(township.step(household, "application", township.applicationOf(2)));
        for (var kind : List.of("FIRST", "SECOND", "EXIT")) {
            refused(post(kind, "2014-04-20"), "HouseholdApplied");
        }
        refused(post("MONITORING", "2014-04-20"), "");
        township.done(township.survey(household, 100_00));
        refused(post("FIRST", "2014-04-09"), "HouseholdSurveyed");
        township.done(township.assess(household, 30, 2));
        // as it was on that day, whatever is entered since
        refused(post("FIRST", "2014-04-09"), "HouseholdSurveyed");
        refused(post("SECOND", "2014-04-21"), "HouseholdAssessed");
        var first = township.noticeOver("FIRST", "2014-04-21", "2014-04-29", household);
        township.done(township.review(household, first, "2014-04-29"));
        refused(post("FIRST", "2014-04-30"), "TownshipReviewed");
        var second = township.noticeOver("SECOND", "2014-05-01", "2014-05-09", household);
        township.done(township.register(household, second, "2014-05-09"));
        refused(post("SECOND", "2014-05-10"), "HouseholdRegistered");
        refused(post("EXIT", "2016-09-30"), "HouseholdRegistered");
        township.done(township.line(township.town, 2015, 2855_00));
        var exit = township.exitReady(household);
        refused(post("EXIT", "2016-10-09"), "ExitVerified");
        township.done(township.step(household, "exit", exit));
        refused(post("EXIT", "2016-10-21"), "HouseholdExited");
        refused(post("MONITORING", "2017-03-03"), "");
    }

    @Test
    void once_the_meeting_voted_for_it_also_before_the_result_is_entered() {
        township.done(township.step(household, "application", township.applicationOf(1)));
        township.done(township.survey(household, 100_00));
        township.meeting(household, "2014-04-10", 2, 30);
        refused(post("FIRST", "2014-04-21"), "HouseholdSurveyed");
        township.meeting(household, "2014-04-12", 30, 2);
        refused(post("FIRST", "2014-04-11"), "HouseholdSurveyed");
        township.done(post("FIRST", "2014-04-21"));
    }

    @Test
    void no_meeting_speaks_of_who_had_not_applied_yet() {
        township.done(township.step(household, "application", township.applicationOf(1)));
        var early =
                township.door.post(
                        "/assessments/assessment-" + UUID.randomUUID() + "/holding",
                        Map.of(
                                "region",
                                township.village,
                                "heldOn",
                                "2014-03-31",
                                "attendance",
                                40,
                                "ballots",
                                List.of(
                                        Map.of(
                                                "householdId",
                                                household,
                                                "votesFor",
                                                30,
                                                "votesAgainst",
                                                2))));
        assertThat(early.reason()).isEqualTo("HOUSEHOLD_ON_FILE_LATER");
        assertThat(early.json().path("onFileSince").asString()).isEqualTo("2014-04-01");
        township.meeting(household, "2014-04-01", 30, 2);
    }

    private Reply post(String kind, String on) {
        return township.post(Township.newNotice(), kind, on, household);
    }

    private void refused(Reply reply, String step) {
        assertThat(reply.reason()).as(reply.text()).isEqualTo("HOUSEHOLD_AT_ANOTHER_STEP");
        assertThat(reply.json().path("householdId").asString()).isEqualTo(household);
        assertThat(reply.json().path("step").asString()).isEqualTo(step);
    }
}
