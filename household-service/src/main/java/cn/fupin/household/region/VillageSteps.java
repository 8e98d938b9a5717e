package cn.fupin.household.region;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.region.PlaceCommand.CorrectPoorVillageFigures.Stated;
import cn.fupin.household.region.PlaceEvent.PoorVillageExited;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import cn.fupin.household.region.Region.Listed;
import cn.fupin.household.region.Region.Poor;
import cn.fupin.household.region.RegionEvent.PoorVillageIdentified;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was recorded of a place, and stated when it was identified, or exited; from the store. */
@Component
class VillageSteps {
    private final StoredEvents events;
    private final Successions successions;

    VillageSteps(StoredEvents events, Successions successions) {
        this.events = events;
        this.successions = successions;
    }

    /** Null when the place has no such event, or it is neither of both. */
    @Nullable Stated find(String eventId, String streamId) {
        var stored = events.find(streamId, eventId).orElse(null);
        return stored == null ? null : stated(stored.event());
    }

    /** Null when the place has no such event. */
    @Nullable RegionEvent event(String eventId, String streamId) {
        return events.find(streamId, eventId)
                .filter(stored -> stored.event() instanceof RegionEvent)
                .map(stored -> (RegionEvent) stored.event())
                .orElse(null);
    }

    /**
     * 合村并居: since when a village is poor that ended into this one by that day, by its last word;
     * null without one.
     */
    @Nullable LocalDate poorBefore(String regionId, LocalDate on) {
        return successions
                .lineage()
                .on(on)
                .endedInto(regionId.substring("region-".length()))
                .stream()
                .flatMap(ended -> Stream.ofNullable(poorSince("region-" + ended)))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable LocalDate poorSince(String regionId) {
        Region region = Region.Unlisted.NEVER_LISTED;
        for (var stored : events.of(regionId)) {
            if (stored.event() instanceof RegionEvent e) region = Region.evolve(region, e);
        }
        return region instanceof Listed village && village.poverty() instanceof Poor poor
                ? poor.identifiedOn()
                : null;
    }

    private static @Nullable Stated stated(Event event) {
        return switch (event) {
            case PoorVillageIdentified e ->
                    new Stated(VillageStep.IDENTIFICATION, e.occurredOn(), e.criteria());
            case PoorVillageExited e -> new Stated(VillageStep.EXIT, e.occurredOn(), null);
            default -> null;
        };
    }
}
