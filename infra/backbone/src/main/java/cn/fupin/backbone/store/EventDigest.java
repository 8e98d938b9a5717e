package cn.fupin.backbone.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What an auditor computes to check an event against the store. SHA-256 over these bytes, UTF-8,
 * each line ended by one {@code \n}:
 *
 * <pre>
 * position      decimal
 * id
 * type          the bare name, HouseholdRegistered
 * version       as stored, 1
 * stream id
 * sequence      decimal, from 0
 * recordedAt    UTC with six decimals, 2014-06-30T08:00:00.000000Z
 * payload       the stored bytes, then one \n
 * metadata      the stored bytes, no \n behind
 * </pre>
 *
 * The sequencer computes the same in SQL ({@link #SQL}); a test holds the two together.
 */
public final class EventDigest {

    /** The digest of {@code events e} under {@code n.position} and {@code m.recorded_at}. */
    static final String SQL =
            """
            sha256(convert_to(concat(
                       n.position, E'\\n', e.event_id, E'\\n', e.payload_type, E'\\n', e.payload_revision, E'\\n',
                       e.stream_id, E'\\n', e.sequence, E'\\n',
                       to_char(m.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), E'\\n'), 'UTF8')
                   || e.payload || convert_to(E'\\n', 'UTF8') || e.metadata)
            """;

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private EventDigest() {}

    /** The digest of a stored event, 32 bytes. */
    public static byte[] of(PositionedEvent event) {
        return of(
                event.position(),
                event.id(),
                event.type(),
                event.version(),
                event.streamId(),
                event.sequence(),
                event.recordedAt(),
                event.payload(),
                event.metadata());
    }

    /** The digest of an event from its parts, as any reader holds them; 32 bytes. */
    public static byte[] of(
            long position,
            String id,
            String type,
            int version,
            String streamId,
            long sequence,
            Instant recordedAt,
            byte[] payload,
            byte[] metadata) {
        var sha256 = sha256();
        var lines =
                String.join(
                        "\n",
                        Long.toString(position),
                        id,
                        type,
                        Integer.toString(version),
                        streamId,
                        Long.toString(sequence),
                        text(recordedAt),
                        "");
        sha256.update(lines.getBytes(StandardCharsets.UTF_8));
        sha256.update(payload);
        sha256.update((byte) '\n');
        return sha256.digest(metadata);
    }

    /** An instant as it stands in the digest, in headers and in the feed. */
    public static String text(Instant recordedAt) {
        return MICROS.format(recordedAt);
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
