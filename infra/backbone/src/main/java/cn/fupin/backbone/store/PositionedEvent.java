package cn.fupin.backbone.store;

import java.time.Instant;

/**
 * An event of this service in the order in which everybody reads it.
 *
 * @param region the 12-digit code from the metadata; empty if there is none
 * @param digest 32 bytes, see {@link EventDigest}
 */
@SuppressWarnings("ArrayRecordComponent") // the stored bytes, compared by nobody
public record PositionedEvent(
        long position,
        String id,
        String type,
        int version,
        String streamId,
        long sequence,
        Instant recordedAt,
        String region,
        byte[] digest,
        byte[] metadata,
        byte[] payload) {}
