package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** An event's digest, written again from the documented form. */
final class Digest {
    private Digest() {}

    static byte[] of(StoredEvent event, long position, Instant recordedAt) {
        var head = new StringBuilder();
        head.append(position).append('\n');
        head.append(event.id()).append('\n');
        head.append(event.type()).append('\n');
        head.append(event.revision()).append('\n');
        head.append(event.stream()).append('\n');
        head.append(event.sequence()).append('\n');
        head.append(text(recordedAt)).append('\n');
        MessageDigest sha = sha256();
        sha.update(head.toString().getBytes(StandardCharsets.UTF_8));
        sha.update(event.payload());
        sha.update((byte) 10);
        sha.update(event.metadata());
        return sha.digest();
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** UTC with exactly six decimals. */
    static String text(Instant instant) {
        LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ"
                .formatted(
                        at.getYear(),
                        at.getMonthValue(),
                        at.getDayOfMonth(),
                        at.getHour(),
                        at.getMinute(),
                        at.getSecond(),
                        at.getNano() / 1000);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
