package cn.fupin.backbone.axon;

import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * An event with its place in its stream, as {@link StoredEvents} reads it.
 *
 * @param event as its type is today, whatever version is stored
 * @param payload the bytes that are stored, and published
 */
@SuppressWarnings("ArrayRecordComponent") // the stored bytes, compared by nobody
public record StoredEvent<E extends Event>(
        String streamId, long sequence, String eventId, E event, byte[] payload, byte[] metadata) {
    /** The contract name. */
    public String type() {
        return event.getClass().getSimpleName();
    }

    /** The actor's id; null when the metadata names none. */
    public @Nullable String enteredBy() {
        return EventJson.MAPPER.readTree(metadata).path("actorId").stringValue(null);
    }
}
