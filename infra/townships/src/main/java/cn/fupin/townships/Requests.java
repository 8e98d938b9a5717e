package cn.fupin.townships;

import cn.fupin.townships.Township.Decision;
import cn.fupin.townships.Township.MoneyLine;
import cn.fupin.townships.Township.OpenQuestion;
import cn.fupin.townships.Township.Output;
import cn.fupin.townships.Township.Served;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies the services' commands take, as far as a township file fills them. */
final class Requests {

    private Requests() {}

    /**
     * Holds personal numbers. Its key is made from its path alone: a hash of the numbers would give
     * them away.
     */
    sealed interface Personal
            permits Application, ExitAgreement, MemberJoining, MemberLeaving, PolicyOfMembers {}

    record Listing(
            String region,
            String name,
            String level,
            @Nullable String parent,
            boolean sample,
            @Nullable String villageType,
            LocalDate listedOn) {}

    record Succession(
            List<String> successors,
            @Nullable String documentNo,
            boolean assumed,
            LocalDate supersededOn) {}

    record Fact(
            String measure,
            BigDecimal value,
            String unit,
            boolean approximate,
            boolean assumed,
            LocalDate asOf) {}

    record PoorVillage(Decision decidedBy, boolean assumed, LocalDate identifiedOn) {}

    record Training(
            int classes,
            int personTimes,
            @Nullable Integer persons,
            boolean assumed,
            LocalDate heldOn) {}

    record Meeting(String kind, String title, boolean assumed, LocalDate heldOn) {}

    record Document(
            String documentNo,
            String title,
            String issuedBy,
            boolean assumed,
            LocalDate issuedOn) {}

    record WorkTeam(
            String team,
            String kind,
            String level,
            List<String> units,
            boolean assumed,
            LocalDate formedOn) {}

    record Staff(String kind, int persons, boolean assumed, LocalDate appointedOn) {}

    record UnitContact(String unit, int households, boolean assumed, LocalDate assignedOn) {}

    record Recheck(Decision decidedBy, boolean assumed, LocalDate recheckedOn) {}

    record Held(boolean assumed, LocalDate heldOn) {}

    record LineSetting(
            String region,
            int year,
            long lineFenPerYear,
            String incomeConcept,
            @Nullable String documentNo,
            LocalDate setOn) {}

    record RuleEnactment(
            String region,
            String code,
            long value,
            String unit,
            LocalDate effectiveFrom,
            String source,
            boolean assumed) {}

    record QuotaAllocation(
            String region,
            int year,
            long persons,
            long ceilingPersons,
            Decision decidedBy,
            boolean assumed,
            LocalDate allocatedOn) {}

    record Application(
            String region,
            @Nullable String group,
            List<Households.Member> members,
            boolean assumed,
            LocalDate appliedOn)
            implements Personal {}

    record Survey(
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
            LocalDate surveyedOn) {}

    record Assessment(
            String region,
            int attendance,
            List<Ballot> ballots,
            boolean assumed,
            LocalDate heldOn) {}

    record Ballot(String householdId, int votesFor, int votesAgainst) {}

    record Assessed(String assessmentId) {}

    record Notice(
            String kind,
            String region,
            String place,
            List<String> householdIds,
            boolean assumed,
            LocalDate postedOn) {}

    record Closing(boolean assumed, LocalDate closedOn) {}

    /**
     * @param kind REGISTRATION, EXIT
     */
    record Announcement(
            String kind,
            String region,
            String place,
            List<String> householdIds,
            Decision decidedBy,
            boolean assumed,
            LocalDate announcedOn) {}

    record ExitReport(
            int year,
            int households,
            int persons,
            String reportedTo,
            @Nullable String documentNo,
            boolean assumed,
            LocalDate reportedOn) {}

    record Review(String noticeId, Decision decidedBy, boolean assumed, LocalDate reviewedOn) {}

    record Registration(
            String noticeId,
            LocalDate approvedOn,
            LocalDate announcedOn,
            Decision decidedBy,
            String standard,
            String householdType,
            String mainCause,
            List<String> otherCauses,
            int quotaYear,
            String batch,
            boolean assumed) {}

    record HelperNaming(
            String region, String name, String unit, boolean assumed, LocalDate namedOn) {}

    record Helper(
            String helperId,
            String helperUnit,
            @Nullable String helperKind,
            boolean assumed,
            LocalDate assignedOn) {}

    record Reverification(
            String round, Decision decidedBy, boolean assumed, LocalDate reverifiedOn) {}

    record Measure(String measure, String scheme, boolean assumed, LocalDate assignedOn) {}

    /**
     * @param since null of an application
     * @param appliedOn null of a grant
     */
    record PolicyOfHousehold(
            String policy,
            Township.@Nullable PolicyDetails details,
            @Nullable Decision decidedBy,
            boolean assumed,
            @Nullable LocalDate appliedOn,
            @Nullable LocalDate since) {}

    /** As {@link PolicyOfHousehold}, of members by their numbers. */
    record PolicyOfMembers(
            String policy,
            Township.@Nullable PolicyDetails details,
            List<Recipient> recipients,
            @Nullable Decision decidedBy,
            boolean assumed,
            @Nullable LocalDate appliedOn,
            @Nullable LocalDate since)
            implements Personal {}

    record Recipient(String identityNumber) {
        @Override
        public String toString() {
            return "Recipient[*]";
        }
    }

    record Plan(
            String kind,
            int fromYear,
            int toYear,
            List<String> measures,
            boolean assumed,
            LocalDate adoptedOn) {}

    record Visit(String visitedBy, String purpose, boolean assumed, LocalDate visitedOn) {}

    record ExitPlan(int year, Decision decidedBy, boolean assumed, LocalDate plannedOn) {}

    record ExitProposal(Decision decidedBy, boolean assumed, LocalDate proposedOn) {}

    record ExitVerification(
            List<String> verifiers,
            int incomeYear,
            long incomeFenPerHead,
            Assurances assurances,
            boolean assumed,
            LocalDate verifiedOn) {}

    /** 两不愁三保障 and safe water. */
    record Assurances(
            boolean food,
            boolean clothing,
            boolean education,
            boolean medical,
            boolean housing,
            boolean water) {
        static final Assurances ALL = new Assurances(true, true, true, true, true, true);
    }

    record ExitAgreement(String signedByIdentityNumber, boolean assumed, LocalDate agreedOn)
            implements Personal {
        @Override
        public String toString() {
            return "ExitAgreement[*]";
        }
    }

    record Exit(String noticeId, Decision decidedBy, boolean assumed, LocalDate exitedOn) {}

    record MemberJoining(
            String reason, Households.Member member, boolean assumed, LocalDate joinedOn)
            implements Personal {}

    record MemberLeaving(String identityNumber, String reason, boolean assumed, LocalDate leftOn)
            implements Personal {
        @Override
        public String toString() {
            return "MemberLeaving[*]";
        }
    }

    record Removal(
            String cause,
            Decision authority,
            @Nullable String orderedBy,
            boolean assumed,
            LocalDate removedOn) {}

    record Proposal(
            String region,
            String name,
            String kind,
            @Nullable Long budgetFen,
            List<Output> plannedOutputs,
            String proposedBy,
            boolean assumed,
            LocalDate proposedOn) {}

    record ProjectApproval(
            int libraryYear, Decision decidedBy, boolean assumed, LocalDate approvedOn) {}

    record Contract(
            String contractNo,
            String contractor,
            @Nullable Long contractFen,
            boolean assumed,
            LocalDate signedOn) {}

    record ProgressReport(int percent, boolean assumed, LocalDate reportedOn) {}

    record Acceptance(
            String acceptedBy,
            List<Output> outputs,
            List<Served> served,
            boolean assumed,
            LocalDate acceptedOn) {}

    record Naming(List<Share> households, boolean assumed, LocalDate namedOn) {}

    record Share(String householdId, long shareBasisPoints) {}

    record Receipt(
            String region,
            String documentNo,
            String sourceLevel,
            String sourceType,
            String purpose,
            long amountFen,
            boolean assumed,
            LocalDate issuedOn) {}

    record Allocation(
            String allocationId,
            String region,
            String purpose,
            long amountFen,
            boolean assumed,
            LocalDate allocatedOn) {}

    record Commitment(
            String projectId,
            List<Line> lines,
            long amountFen,
            boolean assumed,
            LocalDate committedOn) {}

    record Line(String allocationId, long amountFen) {}

    record PaymentRequest(
            String commitmentId,
            Payee payee,
            List<Line> lines,
            long amountFen,
            boolean assumed,
            LocalDate requestedOn) {}

    record Payee(String kind, String name) {}

    record PaymentApproval(Decision decidedBy, boolean assumed, LocalDate approvedOn) {}

    record BankResult(
            boolean succeeded, String bankReference, boolean assumed, LocalDate settledOn) {}

    record Statement(
            String region,
            String figure,
            String phraseZh,
            BigDecimal value,
            String unit,
            boolean approximate,
            LocalDate claimedFor,
            @Nullable String divisions,
            @Nullable OpenQuestion openQuestion,
            String source,
            LocalDate statedOn) {}

    static List<Line> lines(List<MoneyLine> lines, Ids ids) {
        return lines.stream()
                .map(l -> new Line(ids.of("allocation", l.allocation()), l.amountFen()))
                .toList();
    }
}
