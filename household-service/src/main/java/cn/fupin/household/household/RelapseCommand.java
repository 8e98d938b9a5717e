package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.assessment.Assessments.KnownAssessment;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.notice.Notices.KnownNotice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps before the county approves a relapse; that is {@link ExitCommand.RecordRelapse}. */
sealed interface RelapseCommand extends HouseholdCommand {
    @Needs(permission = "household.propose-relapse")
    record ProposeRelapse(
            String householdId,
            LocalDate proposedOn,
            Cause cause,
            Decision decidedBy,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements RelapseCommand {
        public ProposeRelapse {
            HouseholdCommand.checkId(householdId);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return proposedOn;
        }
    }

    /** The relapse that is under way is taken back; a new one begins with its proposal. */
    @Needs(permission = "household.propose-relapse")
    record WithdrawRelapse(
            String householdId,
            LocalDate withdrawnOn,
            String reason,
            Decision decidedBy,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements RelapseCommand {
        public WithdrawRelapse {
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
    record AssessRelapse(StepByVote.Asked asked, @Nullable KnownAssessment assessment)
            implements RelapseCommand, StepByVote {}

    @Needs(permission = "household.review")
    record ReviewRelapse(ReviewRelapse.Asked asked, @Nullable KnownNotice notice)
            implements RelapseCommand {
        record Asked(
                String householdId,
                String noticeId,
                LocalDate reviewedOn,
                Decision decidedBy,
                boolean assumed,
                Instant receivedAt,
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
            return asked.reviewedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }
}
