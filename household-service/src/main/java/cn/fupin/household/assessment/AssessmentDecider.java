package cn.fupin.household.assessment;

import static cn.fupin.household.assessment.AssessmentReason.*;

import cn.fupin.backbone.command.Decider;
import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.assessment.AssessmentCommand.CorrectAssessment;
import cn.fupin.household.assessment.AssessmentCommand.WithdrawAssessment;
import cn.fupin.household.assessment.AssessmentEvent.*;
import cn.fupin.household.batch.HouseholdsOnFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meeting is a fact once; nobody can have cast more votes than persons were there. How it was
 * recorded wrongly is corrected by two persons. What stands on it is guarded by {@link
 * Assessments}.
 */
enum AssessmentDecider
        implements Decider<AssessmentCommand, AssessmentDecider.Assessment, AssessmentEvent> {
    INSTANCE;

    sealed interface Assessment {
        record NotHeld() implements Assessment {}

        /** As it was recorded, or corrected last. */
        record Held(
                String region,
                LocalDate heldOn,
                int attendance,
                List<Ballot> ballots,
                @Nullable Integer entitled)
                implements Assessment {}

        record Withdrawn(String region) implements Assessment {}
    }

    @Override
    public Assessment initial() {
        return new Assessment.NotHeld();
    }

    @Override
    public List<AssessmentEvent> decide(AssessmentCommand command, Assessment state) {
        return List.of(
                switch (command) {
                    case HoldAssessment c -> hold(c, state);
                    case WithdrawAssessment c -> withdraw(c, state);
                    case CorrectAssessment c -> correct(c, state);
                });
    }

    private static AssessmentHeld hold(HoldAssessment c, Assessment state) {
        var asked = c.asked();
        switch (state) {
            case Assessment.NotHeld _ -> {}
            case Assessment.Held _ -> throw new Refused(ALREADY_HELD);
            case Assessment.Withdrawn _ -> throw new Refused(ALREADY_WITHDRAWN);
        }
        past(asked.heldOn(), c);
        if (!c.regionListed()) throw new Refused(REGION_NOT_LISTED);
        onFile(c.unknownHousehold(), c.later());
        quorate(asked.attendance(), asked.entitled(), c.quorumPercent());
        votes(asked.attendance(), asked.ballots());
        return new AssessmentHeld(
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
                asked.attendanceList());
    }

    private static AssessmentWithdrawn withdraw(WithdrawAssessment c, Assessment state) {
        var meeting = held(state);
        past(c.withdrawnOn(), c);
        if (c.withdrawnOn().isBefore(meeting.heldOn())) throw new Refused(BEFORE_THE_MEETING);
        FourEyes.check(c.approvedBy(), c.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        return new AssessmentWithdrawn(
                c.assessmentId(),
                c.withdrawnOn(),
                c.reason(),
                c.approvedBy(),
                c.assumed(),
                c.evidence());
    }

    private static AssessmentCorrected correct(CorrectAssessment c, Assessment state) {
        var meeting = held(state);
        var asked = c.asked();
        past(asked.correctedOn(), c);
        if (asked.correctedOn().isBefore(asked.heldOn())) throw new Refused(BEFORE_THE_MEETING);
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
        onFile(c.unknownHousehold(), c.later());
        quorate(asked.attendance(), asked.entitled(), c.quorumPercent());
        votes(asked.attendance(), asked.ballots());
        var now =
                new Assessment.Held(
                        meeting.region(),
                        asked.heldOn(),
                        asked.attendance(),
                        asked.ballots(),
                        asked.entitled());
        if (saysTheSame(now, meeting)) throw new Refused(RECORDED_SO_ALREADY);
        return new AssessmentCorrected(
                asked.assessmentId(),
                asked.correctedOn(),
                asked.heldOn(),
                asked.attendance(),
                asked.ballots(),
                asked.entitled(),
                asked.reason(),
                asked.approvedBy(),
                asked.assumed(),
                asked.evidence());
    }

    private static boolean saysTheSame(Assessment.Held now, Assessment.Held before) {
        return now.heldOn().equals(before.heldOn())
                && now.attendance() == before.attendance()
                && Set.copyOf(now.ballots()).equals(Set.copyOf(before.ballots()))
                && Objects.equals(now.entitled(), before.entitled());
    }

    private static Assessment.Held held(Assessment state) {
        return switch (state) {
            case Assessment.Held held -> held;
            case Assessment.Withdrawn _ -> throw new Refused(ALREADY_WITHDRAWN);
            case Assessment.NotHeld _ -> throw new Refused(NOT_HELD);
        };
    }

    private static void onFile(@Nullable String unknown, HouseholdsOnFile.@Nullable Later later) {
        if (unknown != null) {
            throw new Refused(HOUSEHOLD_NOT_ON_FILE, Map.of("householdId", unknown));
        }
        if (later != null) {
            throw new Refused(
                    HOUSEHOLD_ON_FILE_LATER,
                    Map.of(
                            "householdId",
                            later.householdId(),
                            "onFileSince",
                            later.onFileSince().toString()));
        }
    }

    /** Abstaining is allowed, so votes may be fewer than persons, never more. */
    private static void votes(int attendance, List<Ballot> ballots) {
        for (var ballot : ballots) {
            if (ballot.votesFor() + ballot.votesAgainst() > attendance) {
                throw new Refused(
                        MORE_VOTES_THAN_PRESENT, Map.of("householdId", ballot.householdId()));
            }
        }
    }

    /** Only judged where it is said how many could have come. */
    private static void quorate(
            int attendance, @Nullable Integer entitled, @Nullable Integer percent) {
        if (entitled == null) return;
        if (attendance > entitled) throw new Refused(MORE_PRESENT_THAN_ENTITLED);
        if (percent == null) return;
        var fewest = Math.ceilDiv(entitled * (long) percent, 100);
        if (attendance < fewest) throw new Refused(NOT_QUORATE, Map.of("fewestPersons", fewest));
    }

    private static void past(LocalDate day, AssessmentCommand c) {
        if (day.isAfter(Shanghai.dateOf(c.receivedAt()))) throw new Refused(IN_THE_FUTURE);
    }

    @Override
    public Assessment evolve(Assessment state, AssessmentEvent event) {
        return switch (event) {
            case AssessmentHeld e ->
                    new Assessment.Held(
                            e.region(), e.occurredOn(), e.attendance(), e.ballots(), e.entitled());
            case AssessmentCorrected e ->
                    new Assessment.Held(
                            region(state), e.heldOn(), e.attendance(), e.ballots(), e.entitled());
            case AssessmentWithdrawn _ -> new Assessment.Withdrawn(region(state));
        };
    }

    @Override
    public String region(Assessment state) {
        return switch (state) {
            case Assessment.Held held -> held.region();
            case Assessment.Withdrawn withdrawn -> withdrawn.region();
            case Assessment.NotHeld _ -> throw new IllegalStateException("not held");
        };
    }
}
