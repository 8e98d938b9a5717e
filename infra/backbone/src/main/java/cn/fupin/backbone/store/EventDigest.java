package cn.fupin.backbone.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
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

    private static final MessageDigest SHA256 = find();

    private static final String PATTERN = "0000-00-00T00:00:00.000000Z";

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
        var utc =
                LocalDateTime.ofEpochSecond(
                        recordedAt.getEpochSecond(), recordedAt.getNano(), ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > 9999) return MICROS.format(recordedAt);
        // every event that is read has this written once, and the formatter takes its time
        var text = PATTERN.getBytes(StandardCharsets.US_ASCII);
        digits(text, 0, 4, utc.getYear());
        digits(text, 5, 2, utc.getMonthValue());
        digits(text, 8, 2, utc.getDayOfMonth());
        digits(text, 11, 2, utc.getHour());
        digits(text, 14, 2, utc.getMinute());
        digits(text, 17, 2, utc.getSecond());
        digits(text, 20, 6, utc.getNano() / 1000);
        return new String(text, StandardCharsets.US_ASCII);
    }

    private static void digits(byte[] text, int from, int count, int number) {
        for (int at = from + count - 1, left = number; at >= from; at--, left /= 10) {
            text[at] = (byte) ('0' + left % 10);
        }
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA256.clone(); // looking for the provider takes longer
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest find() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
