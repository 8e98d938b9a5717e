package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.BenefitLinkEvent.*;
import cn.fupin.household.household.CorrectionCommand.TakeBack;
import cn.fupin.household.household.CorrectionCommand.TakeBackClearance;
import cn.fupin.household.household.CorrectionCommand.TakeBackEntry;
import cn.fupin.household.household.EntryTakenBack.*;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.HelpEvent.*;
import cn.fupin.household.household.Household.Known;
import org.jspecify.annotations.Nullable;

/**
 * What was entered wrongly of a household's help and papers is taken back, also after its life is
 * over: the entry stays and is found in the history, and two persons stand for it.
 */
final class WrongEntries {
    private WrongEntries() {}

    static EntryTakenBack decide(TakeBack c, Household state) {
        if (!(state instanceof Known household)) throw new Refused(NOT_APPLIED);
        Corrections.fourEyes(c);
        var wrong = Corrections.fact(c.corrected(), _ -> true, HouseholdEvent::occurredOn, c.on());
        var takenBack =
                switch (c) {
                    case TakeBackEntry t -> entry(t, wrong, household.file());
                    case TakeBackClearance _ -> clearance(c, wrong);
                };
        if (household.file().entries().takenBack().contains(c.asked().correctsEventId())) {
            throw new Refused(TAKEN_BACK_ALREADY);
        }
        if (takenBack instanceof BenefitLinkTakenBack link
                && !household.file().links().isUnused(link.contract())) {
            throw new Refused(CONTRACT_IN_USE);
        }
        return takenBack;
    }

    private static EntryTakenBack entry(TakeBackEntry c, HouseholdEvent wrong, File file) {
        var asked = c.asked();
        return switch (wrong) {
            case HouseholdVisited e ->
                    new VisitTakenBack(
                            c.householdId(),
                            c.on(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.visitedBy(),
                            e.channel(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case PlanAdopted e ->
                    new PlanTakenBack(
                            c.householdId(),
                            c.on(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.kind(),
                            e.fromYear(),
                            e.toYear(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence(),
                            equalBefore(c, e, file));
            case PlannedMeasureDone e ->
                    new PlannedMeasureTakenBack(
                            c.householdId(),
                            c.on(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.kind(),
                            e.fromYear(),
                            e.code(),
                            e.quantity(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case MeasureAssigned e ->
                    new MeasureTakenBack(
                            c.householdId(),
                            c.on(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.measure(),
                            e.scheme(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case QuarterChecked e ->
                    new QuarterCheckTakenBack(
                            c.householdId(),
                            c.on(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.year(),
                            e.quarter(),
                            e.signedBy(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case HandbookIssued e ->
                    new HandbookTakenBack(
                            c.householdId(),
                            c.on(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.number(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case ClearCardIssued e ->
                    new ClearCardTakenBack(
                            c.householdId(),
                            c.on(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.year(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case ResultSigned e ->
                    new ResultTakenBack(
                            c.householdId(),
                            c.on(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.year(),
                            e.signedBy(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case BenefitLinkSigned e ->
                    new BenefitLinkTakenBack(
                            c.householdId(),
                            c.on(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.contract(),
                            e.partner(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case BenefitLinkEnded e ->
                    new BenefitLinkEndTakenBack(
                            c.householdId(),
                            c.on(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.contract(),
                            e.partner(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case DividendReceived e ->
                    new DividendTakenBack(
                            c.householdId(),
                            c.on(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.contract(),
                            e.partner(),
                            e.year(),
                            e.amountFen(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            // What has steps resting on it, or a correction of its own, is put right by that.
            default -> throw new Refused(CORRECTS_ANOTHER_KIND);
        };
    }

    /** Of several plans of one kind, first year and day, which one it is. */
    private static @Nullable Integer equalBefore(TakeBackEntry c, PlanAdopted plan, File file) {
        if (file.plans().equalTo(plan) < 2) return null;
        var takenBack = file.entries().takenBack();
        return (int) c.equalBefore().stream().filter(id -> !takenBack.contains(id)).count();
    }

    private static ClearanceTakenBack clearance(TakeBack c, HouseholdEvent wrong) {
        if (!(wrong instanceof ExclusionCleared e)) throw new Refused(CORRECTS_ANOTHER_KIND);
        var asked = c.asked();
        return new ClearanceTakenBack(
                c.householdId(),
                c.on(),
                asked.correctsEventId(),
                e.occurredOn(),
                e.personId(),
                e.item(),
                asked.reason(),
                asked.approvedBy(),
                asked.evidence());
    }
}
