package cn.fupin.reporting.history;

import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/**
 * One event of a household's life.
 *
 * @param names whether it names the household itself; if not, its stream does elsewhere
 */
record LifeEvent(
        String source,
        String type,
        int version,
        String id,
        String streamId,
        long sequence,
        long position,
        Instant recordedAt,
        LocalDate occurredOn,
        String region,
        String digest,
        JsonNode metadata,
        JsonNode payload,
        boolean names) {

    String text(String field) {
        return payload.path(field).asString("");
    }

    /** The id of what was ordered, and made this event perhaps with others. */
    String command() {
        return metadata.path("commandId").asString(id);
    }

    long number(String field) {
        return payload.path(field).asLong(0);
    }

    boolean assumed() {
        return payload.path("assumed").asBoolean(false);
    }

    /** Whether it is a fact of that household, not of another that only names it. */
    boolean isOf(String householdId) {
        return payload.path("householdId").asString(householdId).equals(householdId);
    }

    boolean isCorrection() {
        return payload.path("correctsEventId").isString();
    }
}
