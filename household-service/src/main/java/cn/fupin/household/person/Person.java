package cn.fupin.household.person;

import cn.fupin.household.person.PersonEvent.*;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done with somebody's data so far. */
sealed interface Person {
    /** In the register, and nothing was done yet. */
    record Untouched() implements Person {}

    /**
     * @param holds that were placed and not lifted, by id
     * @param requestedBy who asked for the erasure that waits for a second person; null for none
     */
    record Known(String region, Map<String, Hold> holds, @Nullable String requestedBy)
            implements Person {
        public Known {
            holds = Map.copyOf(holds);
        }
    }

    record Erased(String region) implements Person {}

    /**
     * @param until its last day, null until it is lifted
     * @param placedOn null of one that is told of from elsewhere
     */
    record Hold(HoldKind kind, @Nullable LocalDate until, @Nullable LocalDate placedOn) {
        Hold(HoldKind kind, @Nullable LocalDate until) {
            this(kind, until, null);
        }

        boolean standsOn(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }

    static Person evolve(Person state, PersonEvent event) {
        return switch (event) {
            case PersonalDataRevealed e -> now(state, e);
            case PersonLookedUp e -> now(state, e);
            case HoldPlaced e -> {
                var hold = new Hold(e.kind(), e.until(), e.occurredOn());
                yield holding(state, e, e.holdId(), hold);
            }
            case HoldLifted e -> holding(state, e, e.holdId(), null);
            case ErasureRequested e -> requested(state, e, e.requestedBy());
            case ErasureDeclined e -> requested(state, e, null);
            case PersonErased e -> new Erased(e.region());
        };
    }

    private static Known now(Person state, PersonEvent e) {
        return state instanceof Known known
                ? new Known(e.region(), known.holds(), known.requestedBy())
                : new Known(e.region(), Map.of(), null);
    }

    private static Known holding(Person state, PersonEvent e, String holdId, @Nullable Hold hold) {
        var known = now(state, e);
        var holds = new HashMap<>(known.holds());
        if (hold == null) holds.remove(holdId);
        else holds.put(holdId, hold);
        return new Known(known.region(), holds, known.requestedBy());
    }

    private static Known requested(Person state, PersonEvent e, @Nullable String by) {
        return new Known(e.region(), now(state, e).holds(), by);
    }
}
