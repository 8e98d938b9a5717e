package cn.fupin.household.assessment;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Command;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.assessment.AssessmentEvent.Ballot;
import cn.fupin.household.batch.HouseholdsOnFile;
import cn.fupin.household.evidence.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

sealed interface AssessmentCommand extends Command
        permits HoldAssessment,
                AssessmentCommand.WithdrawAssessment,
                AssessmentCommand.CorrectAssessment {
    Instant receivedAt();

    static void check(int attendance, List<Ballot> ballots, @Nullable Integer entitled) {
        Check.range("attendance", attendance, 1, 100_000);
        Check.size("ballots", ballots, 1, 5000);
        Check.distinct("ballots", ballots.stream().map(Ballot::householdId).toList());
        for (var ballot : ballots) {
            Check.id("household", "ballots.householdId", ballot.householdId());
            Check.range("ballots.votesFor", ballot.votesFor(), 0, 100_000);
            Check.range("ballots.votesAgainst", ballot.votesAgainst(), 0, 100_000);
        }
        if (entitled != null) Check.range("entitled", entitled, 1, 100_000);
    }

    private static @Nullable List<Evidence> files(@Nullable List<Evidence> evidence) {
        if (evidence == null) return null;
        Check.size("evidence", evidence, 1, 20);
        Check.distinct("evidence", evidence);
        return List.copyOf(evidence);
    }

    /** No such meeting was held. */
    @Needs(permission = "assessment.withdraw")
    record WithdrawAssessment(
            String assessmentId,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence,
            LocalDate withdrawnOn,
            boolean assumed,
            String enteredBy,
            Instant receivedAt)
            implements AssessmentCommand {
        public WithdrawAssessment {
            Check.id("assessment", "assessmentId", assessmentId);
            Check.text("reason", reason, 1000);
            Check.actor("approvedBy", approvedBy);
            evidence = files(evidence);
        }

        @Override
        public String streamId() {
            return assessmentId;
        }
    }

    /**
     * It was held otherwise than was recorded.
     *
     * @param quorumPercent how many of those entitled must be there by the rule of its day, null
     *     without a rule
     * @param unknownHousehold one it spoke of that is not on file, null when all of them are
     * @param later one it spoke of that is on file only since a later day, null when none is
     */
    @Needs(permission = "assessment.correct")
    record CorrectAssessment(
            Asked asked,
            @Nullable Integer quorumPercent,
            @Nullable String unknownHousehold,
            HouseholdsOnFile.@Nullable Later later)
            implements AssessmentCommand {
        record Asked(
                String assessmentId,
                LocalDate heldOn,
                int attendance,
                List<Ballot> ballots,
                @Nullable Integer entitled,
                String reason,
                String approvedBy,
                @Nullable List<Evidence> evidence,
                LocalDate correctedOn,
                boolean assumed,
                String enteredBy,
                Instant receivedAt) {
            Asked {
                Check.id("assessment", "assessmentId", assessmentId);
                AssessmentCommand.check(attendance, ballots, entitled);
                Check.text("reason", reason, 1000);
                Check.actor("approvedBy", approvedBy);
                ballots = List.copyOf(ballots);
                evidence = files(evidence);
            }
        }

        @Override
        public String streamId() {
            return asked.assessmentId();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }
}
