package cn.fupin.household.assessment;

import static cn.fupin.household.assessment.AssessmentReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.assessment.AssessmentEvent.AssessmentHeld;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A meeting is a fact once; nobody can have cast more votes than persons were there. */
enum AssessmentDecider
        implements Decider<HoldAssessment, AssessmentDecider.Assessment, AssessmentEvent> {
    INSTANCE;

    sealed interface Assessment {
        record NotHeld() implements Assessment {}

        record Held(String region) implements Assessment {}
    }

    @Override
    public Assessment initial() {
        return new Assessment.NotHeld();
    }

    @Override
    public List<AssessmentEvent> decide(HoldAssessment c, Assessment state) {
        var asked = c.asked();
        if (state instanceof Assessment.Held) throw new Refused(ALREADY_HELD);
        if (asked.heldOn().isAfter(Shanghai.dateOf(asked.receivedAt()))) {
            throw new Refused(IN_THE_FUTURE);
        }
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        if (c.unknownHousehold() != null) {
            throw new Refused(HOUSEHOLD_NOT_ON_FILE, Map.of("householdId", c.unknownHousehold()));
        }
        var later = c.later();
        if (later != null) {
            throw new Refused(
                    HOUSEHOLD_ON_FILE_LATER,
                    Map.of(
                            "householdId",
                            later.householdId(),
                            "onFileSince",
                            later.onFileSince().toString()));
        }
        quorate(asked, c.quorumPercent());
        for (var ballot : asked.ballots()) {
            // Abstaining is allowed, so votes may be fewer than persons, never more.
            if (ballot.votesFor() + ballot.votesAgainst() > asked.attendance()) {
                throw new Refused(
                        MORE_VOTES_THAN_PRESENT, Map.of("householdId", ballot.householdId()));
            }
        }
        return List.of(
                new AssessmentHeld(
                        asked.assessmentId(),
                        asked.heldOn(),
                        asked.region(),
                        asked.attendance(),
                        asked.ballots(),
                        asked.minutesSha256(),
                        asked.assumed(),
                        asked.kind(),
                        asked.chair(),
                        asked.entitled(),
                        asked.minutes(),
                        asked.attendanceList()));
    }

    /** Only judged where it is said how many could have come. */
    private static void quorate(HoldAssessment.Asked asked, @Nullable Integer percent) {
        var entitled = asked.entitled();
        if (entitled == null) return;
        if (asked.attendance() > entitled) throw new Refused(MORE_PRESENT_THAN_ENTITLED);
        if (percent == null) return;
        var fewest = Math.ceilDiv(entitled * (long) percent, 100);
        if (asked.attendance() < fewest) {
            throw new Refused(NOT_QUORATE, Map.of("fewestPersons", fewest));
        }
    }

    @Override
    public Assessment evolve(Assessment state, AssessmentEvent event) {
        return switch (event) {
            case AssessmentHeld e -> new Assessment.Held(e.region());
        };
    }

    @Override
    public String region(Assessment state) {
        return ((Assessment.Held) state).region();
    }
}
