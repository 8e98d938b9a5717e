package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HelpEvent.MoveReason;
import cn.fupin.household.household.HelpEvent.ProjectType;
import cn.fupin.household.household.IdentificationCommand.Village;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done for a household and handed to it: no step of its life, it may come in late. */
sealed interface HelpCommand extends HouseholdCommand {
    int MOST_FILES = 20;

    static @Nullable List<Evidence> files(@Nullable List<Evidence> evidence) {
        if (evidence == null) return null;
        Check.size("evidence", evidence, 1, MOST_FILES);
        Check.distinct("evidence", evidence);
        return List.copyOf(evidence);
    }

    /**
     * Ends a helper's duty without a successor.
     *
     * @param yearsAfterExit for how many years help goes on after an exit there, null without a
     *     rule
     */
    @Needs(permission = "household.release-helper")
    record ReleaseHelper(Asked asked, @Nullable Integer yearsAfterExit) implements HelpCommand {
        record Asked(
                String householdId,
                LocalDate releasedOn,
                String reason,
                Decision decidedBy,
                boolean assumed,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                Check.text("reason", reason, 200);
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.releasedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * @param named whether a signer is named at all; {@code signedBy} is null for one whom this
     *     register has never heard of
     */
    @Needs(permission = "household.check-quarter")
    record CheckQuarter(
            String householdId,
            Quarter quarter,
            String checkedBy,
            boolean named,
            @Nullable String signedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            LocalDate on,
            Instant receivedAt)
            implements HelpCommand {}

    @Needs(permission = "household.handbook")
    record IssueHandbook(
            String householdId,
            String number,
            LocalDate printedOn,
            String issuedBy,
            LocalDate issuedOn,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            Instant receivedAt)
            implements HelpCommand {
        public IssueHandbook {
            HouseholdCommand.checkId(householdId);
            Check.text("number", number, 50);
            Check.text("issuedBy", issuedBy, 200);
            evidence = files(evidence);
        }

        @Override
        public LocalDate on() {
            return issuedOn;
        }
    }

    @Needs(permission = "household.handbook")
    record IssueClearCard(
            String householdId,
            int year,
            String issuedBy,
            LocalDate issuedOn,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            Instant receivedAt)
            implements HelpCommand {
        public IssueClearCard {
            HouseholdCommand.checkId(householdId);
            Check.range("year", year, 1978, 2100);
            Check.text("issuedBy", issuedBy, 200);
            evidence = files(evidence);
        }

        @Override
        public LocalDate on() {
            return issuedOn;
        }
    }

    /**
     * @param signedBy null for somebody this register has never heard of
     */
    @Needs(permission = "household.sign-result")
    record SignResult(
            String householdId,
            int year,
            List<ProjectType> projectTypes,
            @Nullable String signedBy,
            boolean assumed,
            @Nullable List<Evidence> evidence,
            LocalDate on,
            Instant receivedAt)
            implements HelpCommand {}

    /**
     * @param village what the register knows of the place it moves to
     * @param follows whether and since when that is what came after the place it lies in
     */
    @Needs(permission = "household.move")
    record MoveHousehold(Asked asked, Village village, Follows follows) implements HelpCommand {
        record Asked(
                String householdId,
                String region,
                @Nullable String group,
                MoveReason reason,
                @Nullable String documentNo,
                boolean assumed,
                LocalDate movedOn,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                Check.region("region", region);
                if (group != null) Check.text("group", group, 50);
                if (documentNo != null) Check.text("documentNo", documentNo, 100);
                evidence = HelpCommand.files(evidence);
            }
        }

        /**
         * @param from the place that was asked about
         * @param since the day that ended as a division, null when the other did not come after it
         */
        record Follows(@Nullable String from, @Nullable LocalDate since) {}

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.movedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }
}
