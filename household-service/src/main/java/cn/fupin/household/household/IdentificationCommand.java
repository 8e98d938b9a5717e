package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Needs;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.assessment.Assessments.KnownAssessment;
import cn.fupin.household.batch.Batches.KnownBatch;
import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.HouseholdType;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.IdentificationEvent.Separation;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import cn.fupin.household.round.Rounds.KnownRound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From application to registration. {@code Asked} is what the request says; what stands beside it
 * is what the door looked up, null when there is no such thing.
 */
sealed interface IdentificationCommand extends HouseholdCommand {
    /**
     * Persons are sealed already: what an application says of them is in {@link ApplicationForm}.
     *
     * @param batch the batch of {@code batchId}, null when it names none or there is no such batch
     */
    @Needs(permission = "household.apply", region = Needs.Region.COMMAND)
    record ApplyForRegistration(
            String householdId,
            String region,
            @Nullable String group,
            List<Member> members,
            Village village,
            @Nullable String batchId,
            @Nullable BatchThere batch,
            LocalDate on,
            boolean assumed,
            Enclosures enclosures,
            Instant receivedAt)
            implements IdentificationCommand {
        public ApplyForRegistration {
            members = List.copyOf(members);
        }
    }

    /** Puts an ordinary household on file; sealed as an application is. */
    @Needs(permission = "household.record", region = Needs.Region.COMMAND)
    record RecordHousehold(
            String householdId,
            String region,
            @Nullable String group,
            List<Member> members,
            Village village,
            LocalDate on,
            boolean assumed,
            Enclosures enclosures,
            Instant receivedAt)
            implements IdentificationCommand {
        public RecordHousehold {
            members = List.copyOf(members);
        }
    }

    /**
     * Of a household that is on file already, with the members and the village it has there.
     *
     * @param batch the batch of {@code batchId}, null when it names none or there is no such batch
     */
    @Needs(permission = "household.apply")
    record ApplyFromFile(ApplyFromFile.Asked asked, Village village, @Nullable BatchThere batch)
            implements IdentificationCommand {
        record Asked(
                String householdId,
                LocalDate appliedOn,
                @Nullable String batchId,
                @Nullable Separation separation,
                boolean assumed,
                Instant receivedAt,
                @Nullable List<Evidence> evidence) {
            Asked {
                HouseholdCommand.checkId(householdId);
                if (batchId != null) Check.id("batch", "batchId", batchId);
                if (separation != null) {
                    Check.text("separation.document", separation.document(), 200);
                }
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.appliedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    /**
     * What the door knows of the village a household is of.
     *
     * @param listedOn null when it is not listed, or no village
     * @param supersededOn the day it ended as a division, null while it has not
     * @param groups its villagers' groups, those that have ended too; empty where none was listed
     */
    record Village(
            @Nullable LocalDate listedOn,
            @Nullable LocalDate supersededOn,
            List<KnownGroup> groups) {
        public Village {
            groups = List.copyOf(groups);
        }
    }

    /** What the door knows of the batch that is named, and of what became of its village. */
    record BatchThere(KnownBatch batch, Lineage lineage) {}

    @Needs(permission = "household.survey")
    record SurveyHousehold(
            String householdId,
            LocalDate surveyedOn,
            List<String> surveyors,
            int incomeYear,
            long wageFen,
            long businessFen,
            long transferFen,
            long propertyFen,
            long costFen,
            boolean waterSafe,
            boolean housingSafe,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements IdentificationCommand {
        public SurveyHousehold {
            HouseholdCommand.checkId(householdId);
            Check.size("surveyors", surveyors, 1, 20);
            Check.distinct("surveyors", surveyors);
            surveyors.forEach(surveyor -> Check.text("surveyors", surveyor, 100));
            surveyors = List.copyOf(surveyors);
            new Income(incomeYear, wageFen, businessFen, transferFen, propertyFen, costFen);
            evidence = HelpCommand.files(evidence);
        }

        Income income() {
            return new Income(incomeYear, wageFen, businessFen, transferFen, propertyFen, costFen);
        }

        @Override
        public LocalDate on() {
            return surveyedOn;
        }
    }

    @Needs(permission = "household.assess")
    record AssessHousehold(StepByVote.Asked asked, @Nullable KnownAssessment assessment)
            implements IdentificationCommand, StepByVote {}

    @Needs(permission = "household.review")
    record ReviewByTownship(ReviewByTownship.Asked asked, @Nullable KnownNotice notice)
            implements IdentificationCommand {
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

    /**
     * @param round the round of {@code roundId}, null when it names none or there is no such round
     * @param screening whether a member is on a list that an exclusion rule speaks of
     */
    @Needs(permission = "household.register")
    record RegisterHousehold(
            RegisterHousehold.Asked asked,
            @Nullable KnownNotice notice,
            @Nullable KnownLine line,
            @Nullable KnownRound round,
            Screening screening)
            implements IdentificationCommand {
        record Asked(
                String householdId,
                String noticeId,
                LocalDate approvedOn,
                @Nullable LocalDate announcedOn,
                Decision decidedBy,
                Standard standard,
                HouseholdType householdType,
                Cause mainCause,
                List<Cause> otherCauses,
                int quotaYear,
                @Nullable String batch,
                @Nullable String roundId,
                @Nullable String roundRule,
                boolean assumed,
                Instant receivedAt,
                @Nullable List<Evidence> evidence,
                @Nullable String householdNumber) {
            Asked {
                HouseholdCommand.checkId(householdId);
                Check.id("notice", "noticeId", noticeId);
                if (householdNumber != null) {
                    HouseholdNumber.check("householdNumber", householdNumber);
                }
                Check.size("otherCauses", otherCauses, 0, Cause.values().length);
                Check.range("quotaYear", quotaYear, 1978, 2100);
                if (batch != null) Check.text("batch", batch, 50);
                InARound.check(roundId, roundRule);
                otherCauses = List.copyOf(otherCauses);
                evidence = HelpCommand.files(evidence);
            }
        }

        @Override
        public String householdId() {
            return asked.householdId();
        }

        @Override
        public LocalDate on() {
            return asked.approvedOn();
        }

        @Override
        public Instant receivedAt() {
            return asked.receivedAt();
        }
    }

    @Needs(permission = "household.reject")
    record RejectHousehold(
            String householdId,
            LocalDate rejectedOn,
            Decision decidedBy,
            String grounds,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements IdentificationCommand {
        public RejectHousehold {
            HouseholdCommand.checkId(householdId);
            Check.text("grounds", grounds, 1000);
            evidence = HelpCommand.files(evidence);
        }

        @Override
        public LocalDate on() {
            return rejectedOn;
        }
    }

    /**
     * The household takes its application back; the form it comes in is {@link WithdrawalForm}.
     *
     * @param signedBy null for somebody this register has never heard of
     */
    @Needs(permission = "household.withdraw")
    record WithdrawApplication(
            String householdId,
            @Nullable String signedBy,
            String reason,
            LocalDate on,
            boolean assumed,
            Instant receivedAt,
            @Nullable List<Evidence> evidence)
            implements IdentificationCommand {}
}
