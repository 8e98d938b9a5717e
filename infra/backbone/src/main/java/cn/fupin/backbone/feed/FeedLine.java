package cn.fupin.backbone.feed;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.store.EventDigest;
import cn.fupin.backbone.store.PositionedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One event as a line of the history feed. Metadata and payload are strings that hold the stored
 * text exactly, so that their digest can be computed by whoever reads them.
 */
record FeedLine(
        long position,
        String id,
        String type,
        int version,
        String streamId,
        long sequence,
        String recordedAt,
        String region,
        String digest,
        String metadata,
        String payload) {

    static FeedLine of(PositionedEvent event) {
        return new FeedLine(
                event.position(),
                event.id(),
                event.type(),
                event.version(),
                event.streamId(),
                event.sequence(),
                EventDigest.text(event.recordedAt()),
                event.region(),
                EventDigest.hex(event.digest()),
                new String(event.metadata(), StandardCharsets.UTF_8),
                new String(event.payload(), StandardCharsets.UTF_8));
    }

    static FeedLine parse(String json) {
        return EventJson.LENIENT.readValue(json, FeedLine.class);
    }

    byte[] json() {
        return EventJson.MAPPER.writeValueAsBytes(this);
    }

    Message message(String source) {
        return new Message(
                source,
                type,
                version,
                id,
                streamId,
                sequence,
                position,
                Instant.parse(recordedAt),
                region,
                digest,
                metadata.getBytes(StandardCharsets.UTF_8),
                payload.getBytes(StandardCharsets.UTF_8));
    }
}
