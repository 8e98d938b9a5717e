package cn.fupin.household.region;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.region.PlaceCommand.CorrectPoorVillageFigures.Stated;
import cn.fupin.household.region.PlaceEvent.PoorVillageExited;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import cn.fupin.household.region.RegionEvent.PoorVillageIdentified;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was recorded of a place, and stated when it was identified, or exited; from the store. */
@Component
class VillageSteps {
    private final StoredEvents events;

    VillageSteps(StoredEvents events) {
        this.events = events;
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

    private static @Nullable Stated stated(Event event) {
        return switch (event) {
            case PoorVillageIdentified e ->
                    new Stated(VillageStep.IDENTIFICATION, e.occurredOn(), e.criteria());
            case PoorVillageExited e -> new Stated(VillageStep.EXIT, e.occurredOn(), null);
            default -> null;
        };
    }
}
