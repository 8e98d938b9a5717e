package cn.fupin.household.household;

import cn.fupin.household.evidence.Evidence;
import cn.fupin.household.household.BenefitLinkEvent.*;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.HelpEvent.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 撤销误登: What {@code correctsEventId} says was entered wrongly: it never was, on no day. What it
 * said is said again, so that nobody has to look it up to know what is gone.
 */
public sealed interface EntryTakenBack extends CorrectionEvent {
    String correctsEventId();

    String reason();

    String approvedBy();

    @Nullable List<Evidence> evidence();

    /** 撤销误登的走访: Nobody came, or called, on that day; so it was entered wrongly. */
    record VisitTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate visitedOn,
            String visitedBy,
            @Nullable VisitChannel channel,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements EntryTakenBack {}

    /**
     * 撤销误登的帮扶计划: No such plan was adopted for the household.
     *
     * @param equalPlansBefore how many plans of the kind, the first year and the day were recorded
     *     before this one and stand; null where there is no other
     */
    record PlanTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate adoptedOn,
            PlanKind kind,
            int fromYear,
            int toYear,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence,
            @Nullable Integer equalPlansBefore)
            implements EntryTakenBack {}

    /**
     * 撤销误登的计划措施落实: Nothing of the planned measure, or not so much, was done on that day.
     *
     * @param doneOn the day it was said to be done
     */
    record PlannedMeasureTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate doneOn,
            PlanKind kind,
            int fromYear,
            String code,
            @Nullable BigDecimal quantity,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements EntryTakenBack {}

    /**
     * 撤销误登的帮扶措施: The household does not belong to that batch by that entry; it may be assigned
     * again.
     */
    record MeasureTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate assignedOn,
            String measure,
            String scheme,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements EntryTakenBack {}

    /**
     * 撤销误登的季度收支核实: What came in and went out in the quarter was not so checked; a check it replaced
     * holds again.
     *
     * @param signedBy whose signature falls with it, null when nobody signed
     */
    record QuarterCheckTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate checkedOn,
            int year,
            int quarter,
            @Nullable String signedBy,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements EntryTakenBack {}

    /** 撤销误登的扶贫手册发放: That handbook was not handed over; the household has the one before it. */
    record HandbookTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate issuedOn,
            String number,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements EntryTakenBack {}

    /** 撤销误登的明白卡: The clear card of the year was not hung up then. */
    record ClearCardTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate issuedOn,
            int year,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements EntryTakenBack {}

    /**
     * 撤销误登的成效签认: The household did not so sign for what help of the year came to; a signature it
     * replaced holds again.
     *
     * @param signedBy the personId in the signature
     */
    record ResultTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate signedOn,
            int year,
            String signedBy,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements EntryTakenBack {}

    /**
     * 撤销误登的比对核查排除: That a member is on a list of an exclusion rule was not so looked into, and
     * stands in the way again. What was decided on it stands until an authority decides otherwise.
     *
     * @param personId as in the clearance
     */
    record ClearanceTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate clearedOn,
            String personId,
            String item,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements EntryTakenBack {}

    /** 撤销误登的利益联结合同: The household signed no such contract. */
    record BenefitLinkTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate signedOn,
            String contract,
            String partner,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements EntryTakenBack {}

    /** 撤销误登的合同终止: The contract did not end then; it runs on. */
    record BenefitLinkEndTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate endedOn,
            String contract,
            String partner,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements EntryTakenBack {}

    /** 撤销误登的分红: The household did not have that by the contract. */
    record DividendTakenBack(
            String householdId,
            LocalDate occurredOn,
            String correctsEventId,
            LocalDate receivedOn,
            String contract,
            String partner,
            int year,
            long amountFen,
            String reason,
            String approvedBy,
            @Nullable List<Evidence> evidence)
            implements EntryTakenBack {}

    /** The kind of fact that is taken back. */
    default Class<? extends HouseholdEvent> entry() {
        return switch (this) {
            case VisitTakenBack _ -> HouseholdVisited.class;
            case PlanTakenBack _ -> PlanAdopted.class;
            case PlannedMeasureTakenBack _ -> PlannedMeasureDone.class;
            case MeasureTakenBack _ -> MeasureAssigned.class;
            case QuarterCheckTakenBack _ -> QuarterChecked.class;
            case HandbookTakenBack _ -> HandbookIssued.class;
            case ClearCardTakenBack _ -> ClearCardIssued.class;
            case ResultTakenBack _ -> ResultSigned.class;
            case ClearanceTakenBack _ -> ExclusionCleared.class;
            case BenefitLinkTakenBack _ -> BenefitLinkSigned.class;
            case BenefitLinkEndTakenBack _ -> BenefitLinkEnded.class;
            case DividendTakenBack _ -> DividendReceived.class;
        };
    }

    /** Its day. */
    default LocalDate entryOn() {
        return switch (this) {
            case VisitTakenBack e -> e.visitedOn();
            case PlanTakenBack e -> e.adoptedOn();
            case PlannedMeasureTakenBack e -> e.doneOn();
            case MeasureTakenBack e -> e.assignedOn();
            case QuarterCheckTakenBack e -> e.checkedOn();
            case HandbookTakenBack e -> e.issuedOn();
            case ClearCardTakenBack e -> e.issuedOn();
            case ResultTakenBack e -> e.signedOn();
            case ClearanceTakenBack e -> e.clearedOn();
            case BenefitLinkTakenBack e -> e.signedOn();
            case BenefitLinkEndTakenBack e -> e.endedOn();
            case DividendTakenBack e -> e.receivedOn();
        };
    }
}
