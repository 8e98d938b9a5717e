package cn.fupin.household.region;

import static cn.fupin.household.region.RegionReason.*;

import cn.fupin.backbone.command.FourEyes;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.region.Region.Listed;
import cn.fupin.household.region.RegionCommand.TakeBackWork;
import cn.fupin.household.region.RegionEvent.*;
import cn.fupin.household.region.WorkTakenBack.*;

/**
 * A meeting, a training, an inspection entered for the wrong place or day is taken back: the entry
 * stays and is found in the history, and two persons stand for it.
 */
final class WrongWork {
    private WrongWork() {}

    static WorkTakenBack decide(TakeBackWork c, Listed region) {
        var asked = c.asked();
        byTwoPersons(asked);
        var wrong = c.corrected();
        if (wrong == null) throw new Refused(CORRECTED_EVENT_UNKNOWN);
        var takenBack = takenBack(asked, wrong, region.code());
        onceAndLater(asked, wrong, region);
        return takenBack;
    }

    /** Four eyes: whoever enters a correction may not approve it. */
    static void byTwoPersons(TakeBackWork.Asked asked) {
        FourEyes.check(asked.approvedBy(), asked.enteredBy(), APPROVED_BY_WHOEVER_ENTERED);
    }

    static void onceAndLater(TakeBackWork.Asked asked, RegionEvent wrong, Listed region) {
        if (asked.correctedOn().isBefore(wrong.occurredOn())) {
            throw new Refused(CORRECTION_BEFORE_FACT);
        }
        if (region.recorded().takenBack().contains(asked.correctsEventId())) {
            throw new Refused(TAKEN_BACK_ALREADY);
        }
    }

    private static WorkTakenBack takenBack(
            TakeBackWork.Asked asked, RegionEvent wrong, String region) {
        return switch (wrong) {
            case MeetingHeld e ->
                    new MeetingTakenBack(
                            region,
                            asked.correctedOn(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.kind(),
                            e.title(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case TrainingHeld e ->
                    new TrainingTakenBack(
                            region,
                            asked.correctedOn(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.classes(),
                            e.personTimes(),
                            e.persons(),
                            e.subject(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case SurveyRoundHeld e ->
                    new SurveyRoundTakenBack(
                            region,
                            asked.correctedOn(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case InspectionHeld e ->
                    new InspectionTakenBack(
                            region,
                            asked.correctedOn(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.inspectedBy(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case PolicyDocumentIssued e ->
                    new PolicyDocumentTakenBack(
                            region,
                            asked.correctedOn(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.documentNo(),
                            e.title(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case VillageExitRechecked e ->
                    new VillageExitRecheckTakenBack(
                            region,
                            asked.correctedOn(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.confirmed(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            // What others rest on is put right by an event of its own.
            default -> throw new Refused(CORRECTS_ANOTHER_KIND);
        };
    }
}
