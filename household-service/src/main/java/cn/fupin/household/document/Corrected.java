package cn.fupin.household.document;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.household.CorrectionEvent.CausesCorrected;
import cn.fupin.household.household.CorrectionEvent.SurveyCorrected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which events of a stream correct which, through corrections of corrections. */
final class Corrected {
    private final Map<String, StoredEvent<Event>> byId = new HashMap<>();
    private final Map<String, StoredEvent<Event>> latest = new HashMap<>();

    private Corrected() {}

    /** Of a stream in its order: the later of two corrections of a fact is the one that holds. */
    static Corrected of(List<StoredEvent<Event>> stream) {
        var corrected = new Corrected();
        for (var recorded : stream) {
            corrected.byId.put(recorded.eventId(), recorded);
            if (corrects(recorded.event()) != null) {
                corrected.latest.put(corrected.fact(recorded).eventId(), recorded);
            }
        }
        return corrected;
    }

    /**
     * The fact a correction is about; of anything else itself. Nothing corrects what came later.
     */
    StoredEvent<Event> fact(StoredEvent<Event> recorded) {
        var at = recorded;
        while (corrects(at.event()) instanceof String earlier) {
            var before = byId.get(earlier);
            if (before == null || before.sequence() >= at.sequence()) return at;
            at = before;
        }
        return at;
    }

    /** The correction that says what the event should have said, or the event itself. */
    Event asItStands(StoredEvent<Event> recorded) {
        return latest.getOrDefault(recorded.eventId(), recorded).event();
    }

    private static @Nullable String corrects(Event event) {
        return switch (event) {
            case SurveyCorrected e -> e.correctsEventId();
            case CausesCorrected e -> e.correctsEventId();
            default -> null;
        };
    }
}
