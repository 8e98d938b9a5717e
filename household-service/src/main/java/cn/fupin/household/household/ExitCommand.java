package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.assessment.Assessments.KnownAssessment;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Assurances;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.round.Rounds.KnownRound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Out of poverty, and back into it. */
sealed interface ExitCommand extends HouseholdCommand {
    @Needs(permission = "household.propose-exit")
    record ProposeExit(
            String householdId,
            LocalDate proposedOn,
            Decision decidedBy,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements ExitCommand {
        public ProposeExit {
            HouseholdCommand.checkId(householdId);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return proposedOn;
        }
    }

    /** The exit that is under way is taken back; a new one begins with its proposal. */
    @Needs(permission = "household.propose-exit")
    record WithdrawExit(
            String householdId,
            LocalDate withdrawnOn,
            String reason,
            Decision decidedBy,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements ExitCommand {
        public WithdrawExit {
            HouseholdCommand.checkId(householdId);
            Check.text("reason", reason, 500);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return withdrawnOn;
        }
    }

    @Needs(permission = "household.assess")
    record AssessExit(StepByVote.Asked asked, @Nullable KnownAssessment assessment)
            implements ExitCommand, StepByVote {}

    /**
     * @param verifiersMin how many persons verify there that day at the least, null without a rule
     * @param assessmentRequired 1 where no exit is verified that no meeting passed, null without a
     *     rule
     */
    @Needs(permission = "household.verify-exit")
    record VerifyExit(
            VerifyExit.Asked asked,
            @Nullable KnownLine line,
            @Nullable Integer verifiersMin,
            @Nullable Integer assessmentRequired)
            implements ExitCommand {
        record Asked(
                String householdId,
                LocalDate verifiedOn,
                List<String> verifiers,
                int incomeYear,
                long incomeFenPerHead,
                Assurances assurances,
                boolean assumed,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                Check.size("verifiers", verifiers, 1, 20);
                verifiers.forEach(verifier -> Check.text("verifiers", verifier, 100));
                Check.range("incomeYear", incomeYear, 1978, 2100);
                Check.range("incomeFenPerHead", incomeFenPerHead, -Check.MOST_FEN, Check.MOST_FEN);
                verifiers = List.copyOf(verifiers);
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.verifiedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * @param signedBy null for somebody this register has never heard of
     */
    @Needs(permission = "household.agree-to-exit")
    record AgreeToExit(
            String householdId,
            LocalDate agreedOn,
            @Nullable String signedBy,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements ExitCommand {
        public AgreeToExit {
            HouseholdCommand.checkId(householdId);
            if (signedBy != null) Check.id("person", "signedBy", signedBy);
        }

        @Override
        public LocalDate on() {
            return agreedOn;
        }
    }

    /**
     * @param notInYearOfEntry 1 where nobody exits in the year of registration or relapse, null
     *     without a rule
     */
    @Needs(permission = "household.exit")
    record ExitHousehold(
            ExitHousehold.Asked asked,
            @Nullable KnownNotice notice,
            @Nullable Integer notInYearOfEntry)
            implements ExitCommand {
        record Asked(
                String householdId,
                String noticeId,
                LocalDate exitedOn,
                Decision decidedBy,
                boolean assumed,
                Instant receivedAt,
                @Nullable LocalDate announcedOn,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                Check.id("notice", "noticeId", noticeId);
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.exitedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * What the county approves; the steps before it are {@link RelapseCommand}s.
     *
     * @param notice the one that is named
     * @param second the last second notice posted for it by that day, named or not, null without
     *     one
     * @param screening whether a member is on a list that an exclusion rule speaks of
     * @param procedureRequired 1 where nobody comes back without those steps, null without a rule
     * @param round the round it names, if it is known
     */
    @Needs(permission = "household.relapse")
    record RecordRelapse(
            RecordRelapse.Asked asked,
            @Nullable KnownNotice notice,
            @Nullable KnownNotice second,
            @Nullable KnownLine line,
            Screening screening,
            @Nullable Integer procedureRequired,
            @Nullable KnownRound round)
            implements ExitCommand {
        record Asked(
                String householdId,
                @Nullable String noticeId,
                LocalDate relapsedOn,
                Cause cause,
                int incomeYear,
                long incomeFenPerHead,
                int quotaYear,
                Decision decidedBy,
                boolean assumed,
                Instant receivedAt,
                @Nullable List<Evidence> evidence,
                @Nullable String roundId,
                @Nullable String roundRule) {
            Asked {
                InARound.check(roundId, roundRule);
                evidence = HelpCommand.files(evidence);
                HouseholdCommand.checkId(householdId);
                if (noticeId != null) Check.id("notice", "noticeId", noticeId);
                Check.range("incomeYear", incomeYear, 1978, 2100);
                Check.range("incomeFenPerHead", incomeFenPerHead, -Check.MOST_FEN, Check.MOST_FEN);
                Check.range("quotaYear", quotaYear, 1978, 2100);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.relapsedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }
}
