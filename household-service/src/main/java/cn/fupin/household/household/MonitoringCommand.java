package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.assessment.Assessments.KnownAssessment;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Assurances;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.MonitoringEvent.ClueSource;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 防止返贫监测: from a clue to the confirmation or to nothing, and to the end of the risk. */
sealed interface MonitoringCommand extends HouseholdCommand {
    @Needs(permission = "household.raise-clue")
    record RaiseClue(
            String householdId,
            ClueSource source,
            boolean assumed,
            LocalDate raisedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements MonitoringCommand {
        public RaiseClue {
            HouseholdCommand.checkId(householdId);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return raisedOn;
        }
    }

    /**
     * What was found at home; the form it comes in is {@link CheckForm}.
     *
     * @param authorisationSignedBy null for somebody this register has never heard of
     * @param rangePercent up to how much of the line somebody is watched there, null without a rule
     */
    @Needs(permission = "household.check-risk")
    record CheckRisk(
            String householdId,
            List<String> checkers,
            @Nullable String authorisationSignedBy,
            int incomeYear,
            long incomeFenPerHead,
            Cause risk,
            boolean assumed,
            LocalDate on,
            Instant receivedAt,
            @Nullable List<Evidence> evidence,
            @Nullable KnownLine line,
            @Nullable Integer rangePercent)
            implements MonitoringCommand {
        public CheckRisk {
            checkers = List.copyOf(checkers);
        }
    }

    @Needs(permission = "household.assess")
    record AssessMonitoring(StepByVote.Asked asked, @Nullable KnownAssessment assessment)
            implements MonitoringCommand, StepByVote {}

    /**
     * @param daysMax how many days after the clue it may be confirmed by the rule there, null
     *     without a rule
     * @param assessmentRequired 1 where nobody is watched whom no meeting passed, null without a
     *     rule
     */
    @Needs(permission = "household.monitor")
    record ConfirmMonitoring(
            ConfirmMonitoring.Asked asked,
            @Nullable KnownNotice notice,
            @Nullable Integer daysMax,
            @Nullable Integer assessmentRequired)
            implements MonitoringCommand {
        record Asked(
                String householdId,
                MonitoringKind kind,
                String noticeId,
                Decision decidedBy,
                boolean assumed,
                LocalDate confirmedOn,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                evidence = HelpCommand.files(evidence);
                HouseholdCommand.checkId(householdId);
                Check.id("notice", "noticeId", noticeId);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.confirmedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /** What was told or looked into comes to nothing. */
    @Needs(permission = "household.dismiss-clue")
    record DismissClue(
            String householdId,
            String reason,
            Decision decidedBy,
            boolean assumed,
            LocalDate dismissedOn,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements MonitoringCommand {
        public DismissClue {
            HouseholdCommand.checkId(householdId);
            Check.text("reason", reason, 500);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return dismissedOn;
        }
    }

    /**
     * It was made a monitored household by mistake.
     *
     * @param confirmation the last of the household, null when the door found none
     */
    @Needs(permission = "household.revoke-monitoring")
    record RevokeMonitoring(RevokeMonitoring.Asked asked, @Nullable Entered confirmation)
            implements MonitoringCommand {
        /**
         * @param enteredBy who entered the confirmation, null when nobody says
         */
        record Entered(String eventId, LocalDate on, @Nullable String enteredBy) {}

        record Asked(
                String householdId,
                LocalDate revokedOn,
                String reason,
                Decision decidedBy,
                String approvedBy,
                boolean assumed,
                String enteredBy,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                Check.text("reason", reason, 1000);
                Check.actor("approvedBy", approvedBy);
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.revokedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * @param rangePercent how much of the line the income has to be above, null without a rule
     */
    @Needs(permission = "household.eliminate-risk")
    record EliminateRisk(
            EliminateRisk.Asked asked, @Nullable KnownLine line, @Nullable Integer rangePercent)
            implements MonitoringCommand {
        record Asked(
                String householdId,
                int incomeYear,
                long incomeFenPerHead,
                Assurances assurances,
                Decision decidedBy,
                boolean assumed,
                LocalDate eliminatedOn,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                evidence = HelpCommand.files(evidence);
                HouseholdCommand.checkId(householdId);
                Check.range("incomeYear", incomeYear, 1978, 2100);
                Check.range("incomeFenPerHead", incomeFenPerHead, -Check.MOST_FEN, Check.MOST_FEN);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.eliminatedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }
}
