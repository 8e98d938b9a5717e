package cn.fupin.household.region;

import static cn.fupin.household.region.RegionReason.*;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.region.PlaceEvent.PoorVillageExited;
import cn.fupin.household.region.PlaceEvent.RegionRenamed;
import cn.fupin.household.region.PlaceTakenBack.*;
import cn.fupin.household.region.Region.Listed;
import cn.fupin.household.region.Region.OutOfPoverty;
import cn.fupin.household.region.Region.Poor;
import cn.fupin.household.region.RegionCommand.TakeBackPlace;
import cn.fupin.household.region.RegionCommand.TakeBackWork.Asked;
import cn.fupin.household.region.RegionEvent.PoorVillageIdentified;
import cn.fupin.household.region.RegionEvent.RegionListed;
import cn.fupin.household.region.RegionEvent.RegionSuperseded;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a place is said to be wrongly is taken back the last first, and only while nothing stands on
 * it: the entry stays and is found in the history, and two persons stand for it.
 */
final class WrongPlace {
    private WrongPlace() {}

    static PlaceTakenBack decide(TakeBackPlace c, Listed region) {
        var asked = c.asked();
        WrongWork.byTwoPersons(asked);
        var wrong = c.corrected();
        if (wrong == null) throw new Refused(CORRECTED_EVENT_UNKNOWN);
        var takenBack = takenBack(asked, wrong, region.code());
        WrongWork.onceAndLater(asked, wrong, region);
        last(wrong, region);
        var stands = c.stands();
        if (stands != null) throw new Refused(stands.reason(), stands.what());
        return takenBack;
    }

    private static PlaceTakenBack takenBack(Asked asked, RegionEvent wrong, String region) {
        return switch (wrong) {
            case RegionListed e ->
                    new ListingTakenBack(
                            region,
                            asked.correctedOn(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.name(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case RegionSuperseded e ->
                    new SuccessionTakenBack(
                            region,
                            asked.correctedOn(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.successors(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case RegionRenamed e ->
                    new RenamingTakenBack(
                            region,
                            asked.correctedOn(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            e.name(),
                            e.formerName(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case PoorVillageIdentified e ->
                    new PoorVillageIdentificationTakenBack(
                            region,
                            asked.correctedOn(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            case PoorVillageExited e ->
                    new PoorVillageExitTakenBack(
                            region,
                            asked.correctedOn(),
                            asked.correctsEventId(),
                            e.occurredOn(),
                            asked.reason(),
                            asked.approvedBy(),
                            asked.evidence());
            default -> throw new Refused(CORRECTS_ANOTHER_KIND);
        };
    }

    /** A later step of the same kind stands on it: that is taken back before. */
    private static void last(RegionEvent wrong, Listed region) {
        switch (wrong) {
            case RegionRenamed e -> {
                var since = region.name().since();
                if (since != null && since.isAfter(e.occurredOn())) throw later(since);
            }
            case PoorVillageIdentified e -> {
                if (!(region.poverty() instanceof Poor(var since, _, var rechecks))
                        || !since.equals(e.occurredOn())) throw later(region);
                if (rechecks > 0) throw new Refused(EXIT_WAS_RECHECKED);
            }
            case PoorVillageExited e -> {
                if (!(region.poverty() instanceof OutOfPoverty out)
                        || !out.exitedOn().equals(e.occurredOn())) throw later(region);
                if (out.rechecks() > 0) throw new Refused(EXIT_WAS_RECHECKED);
            }
            default -> {} // what stands on it is asked of others
        }
    }

    private static Refused later(Listed region) {
        return switch (region.poverty()) {
            case Poor(var since, _, _) -> later(since);
            case OutOfPoverty out -> later(out.exitedOn());
            case Region.NeverPoor _ -> new Refused(A_LATER_STEP_STANDS_ON_IT);
        };
    }

    private static Refused later(LocalDate since) {
        return new Refused(A_LATER_STEP_STANDS_ON_IT, Map.of("since", since.toString()));
    }
}
