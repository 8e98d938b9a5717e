package cn.fupin.backbone.projection;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One filling of a projection beside the live one, as it stands.
 *
 * @param ddlHash what its tables were made with; null before they are
 * @param positions how far each service's history has been read
 * @param done records behind it, of {@code total}, in the phase that loads
 * @param trouble why it does not get on just now, or why it failed
 * @param comparison what came out when it was held against the live one
 * @param replaced the generation that was live before the switch
 */
record Rebuild(
        String projection,
        int generation,
        String schema,
        Source source,
        Phase phase,
        Wanted wanted,
        @Nullable String ddlHash,
        Map<String, Long> positions,
        long done,
        long total,
        double perSecond,
        @Nullable String trouble,
        @Nullable JsonNode comparison,
        @Nullable String switchReason,
        @Nullable Integer replaced,
        Instant requestedAt,
        Instant phaseSince,
        @Nullable Instant endedAt) {

    enum Source {
        TOPIC,
        HISTORY
    }

    enum Phase {
        REQUESTED,
        /** Rows go in. */
        LOADING,
        /** Looks for the place in the topics behind what was read from the history. */
        LOCATING,
        /** Keys and indexes are made. */
        INDEXING,
        CATCHING_UP,
        /** Its digest is held against the live one's at the same offsets. */
        COMPARING,
        /** Stands still until a person decides. */
        DIFFERS,
        SWITCHING,
        /** Readers see it; the replaced rows go when nobody can be reading them. */
        DRAINING,
        DONE,
        CANCELLED,
        FAILED;

        private static final Set<Phase> ENDS = Set.of(DONE, CANCELLED, FAILED);

        boolean ended() {
            return ENDS.contains(this);
        }

        /** Whether it still takes a pause or a cancel: the switch itself goes through. */
        boolean stoppable() {
            return compareTo(SWITCHING) < 0;
        }

        /** Nothing that anybody reads has changed yet. */
        boolean beforeTheSwitch() {
            return compareTo(SWITCHING) <= 0;
        }
    }

    enum Wanted {
        GO,
        PAUSE,
        CANCEL,
        SWITCH
    }

    Generation of(ReadModel model) {
        return new Generation(model, generation, schema);
    }

    boolean paused() {
        return wanted == Wanted.PAUSE;
    }

    /** Whether somebody has to do something now. */
    boolean wantsWork() {
        if (phase.ended() || paused()) return false;
        return phase != Phase.DIFFERS || wanted != Wanted.GO;
    }

    /** What is left of the loading at the present rate; null if there is nothing to go by. */
    @Nullable Long etaSeconds() {
        if (phase != Phase.LOADING || perSecond <= 0) return null;
        return Math.round(Math.max(0, total - done) / perSecond);
    }
}
