package cn.fupin.backbone.relay;

import cn.fupin.backbone.store.EventDigest;
import cn.fupin.backbone.store.PositionedEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a published event, CloudEvents 1.0 in binary mode, all of them UTF-8 text. The
 * extensions let a reader find the event in the store and check what it received.
 */
public final class CloudEventHeaders {
    public static final String SPECVERSION = "ce_specversion";
    public static final String ID = "ce_id";

    /** {@code /fupin/<service>}. */
    public static final String SOURCE = "ce_source";

    /** {@code fupin.<service>.<Type>.v<version>}. */
    public static final String TYPE = "ce_type";

    /** When it was recorded, UTC with six decimals. */
    public static final String TIME = "ce_time";

    /** The stream's id, as the record's key. */
    public static final String SUBJECT = "ce_subject";

    /** The place within the stream, from 0. */
    public static final String SEQUENCE = "ce_sequence";

    /** The place within the service's events, dense, from 1. */
    public static final String POSITION = "ce_position";

    /** The 12-digit code; empty if the event names none. */
    public static final String REGION = "ce_region";

    /** Hex, see {@link EventDigest}. */
    public static final String DIGEST = "ce_digest";

    /** The stored metadata, untouched. */
    public static final String METADATA = "ce_metadata";

    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    static List<Header> of(PositionedEvent event, String service) {
        return List.of(
                header(SPECVERSION, "1.0"),
                header(ID, event.id()),
                header(SOURCE, "/fupin/" + service),
                header(TYPE, "fupin.%s.%s.v%d".formatted(service, event.type(), event.version())),
                header(TIME, EventDigest.text(event.recordedAt())),
                header(SUBJECT, event.streamId()),
                header(CONTENT_TYPE, "application/json"),
                header(SEQUENCE, Long.toString(event.sequence())),
                header(POSITION, Long.toString(event.position())),
                header(REGION, event.region()),
                header(DIGEST, EventDigest.hex(event.digest())),
                new RecordHeader(METADATA, event.metadata()));
    }

    /** The last header of this name as text; null if there is none. */
    public static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
