package cn.fupin.backbone.projection;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.store.EventDigest;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event of some service as a reader meets it, whether from Kafka or from the history feed.
 *
 * @param source the service that owns the event: {@code household}, {@code project}, …
 * @param type the bare name, {@code HouseholdRegistered}; the shape of the payload is (type,
 *     version)
 * @param id the event's id, unique for ever
 * @param sequence the place within the stream, from 0
 * @param position the place within the source, dense, from 1
 * @param region the 12-digit code the event happened in; empty if the event names none
 * @param digest hex SHA-256, see {@link EventDigest}
 * @param metadata the stored JSON bytes: who entered it and why
 * @param payload the stored JSON bytes, untouched
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the contract; nobody compares messages
public record Message(
        String source,
        String type,
        int version,
        String id,
        String streamId,
        long sequence,
        long position,
        Instant recordedAt,
        String region,
        String digest,
        byte[] metadata,
        byte[] payload) {

    /**
     * The payload as the reader's own small record; what that record does not name is left out.
     *
     * @throws tools.jackson.core.JacksonException if the payload has another shape
     */
    public <T> T as(Class<T> shape) {
        return EventJson.LENIENT.readValue(payload, shape);
    }

    /**
     * The payload as a tree.
     *
     * @throws tools.jackson.core.JacksonException if the payload is no JSON object
     */
    public ObjectNode json() {
        return EventJson.LENIENT.readValue(payload, ObjectNode.class);
    }

    /** Whether everything in here is what the owner's store has. */
    public boolean hasItsDigest() {
        var computed =
                EventDigest.of(
                        position,
                        id,
                        type,
                        version,
                        streamId,
                        sequence,
                        recordedAt,
                        payload,
                        metadata);
        return EventDigest.hex(computed).equals(digest);
    }
}
