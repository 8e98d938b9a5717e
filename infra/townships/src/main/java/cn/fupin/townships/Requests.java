package cn.fupin.townships;

import cn.fupin.townships.Township.Decision;
import cn.fupin.townships.Township.MoneyLine;
import cn.fupin.townships.Township.Output;
import cn.fupin.townships.Township.Served;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies the services' commands take, as far as a township file fills them. */
final class Requests {

    private Requests() {}

    record Listing(
            String region,
            String name,
            String level,
            @Nullable String parent,
            boolean sample,
            LocalDate listedOn) {}

    record Fact(
            String measure,
            BigDecimal value,
            String unit,
            boolean approximate,
            boolean assumed,
            LocalDate asOf) {}

    record PoorVillage(Decision decidedBy, boolean assumed, LocalDate identifiedOn) {}

    record Training(int classes, int personTimes, boolean assumed, LocalDate heldOn) {}

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
            LocalDate appliedOn) {}

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

    record Helper(String helperId, String helperUnit, boolean assumed, LocalDate assignedOn) {}

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
            String source,
            LocalDate statedOn) {}

    static List<Line> lines(List<MoneyLine> lines, Ids ids) {
        return lines.stream()
                .map(l -> new Line(ids.of("allocation", l.allocation()), l.amountFen()))
                .toList();
    }
}
