package cn.fupin.backbone.projection;

import cn.fupin.backbone.relay.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Turns a Kafka record into a message, checked against the digest that travels with it. */
final class KafkaMessages {
    private static final Pattern TYPE =
            Pattern.compile("fupin\\.([a-z]+)\\.(\\p{L}[\\p{L}\\p{N}]*)\\.v(\\d{1,6})");

    private static final int MOST_DIGITS = 18;

    /** As the relay writes an instant: 2014-06-30T08:00:00.000000Z. */
    private static final int USUAL_TIME_CHARS = 27;

    private KafkaMessages() {}

    /**
     * A record that does not even claim to be a CloudEvent is none of ours: it is counted and
     * passed over. One that claims it and is broken parks its key.
     */
    static boolean isForeign(ConsumerRecord<String, byte[]> record) {
        return record.headers().lastHeader(CloudEventHeaders.SPECVERSION) == null;
    }

    /**
     * @throws NotAnEvent naming the header that is missing or wrong
     */
    static Message message(ConsumerRecord<String, byte[]> record) {
        var headers = new Headers(record);
        var type = TYPE.matcher(Headers.text(CloudEventHeaders.TYPE, headers.type));
        if (!type.matches() || !record.topic().equals("fupin." + type.group(1))) {
            throw new NotAnEvent(CloudEventHeaders.TYPE);
        }
        var message =
                new Message(
                        type.group(1),
                        type.group(2),
                        Integer.parseInt(type.group(3)),
                        Headers.text(CloudEventHeaders.ID, headers.id),
                        Headers.text(CloudEventHeaders.SUBJECT, headers.subject),
                        Headers.number(CloudEventHeaders.SEQUENCE, headers.sequence),
                        Headers.number(CloudEventHeaders.POSITION, headers.position),
                        headers.time(),
                        Headers.text(CloudEventHeaders.REGION, headers.region),
                        Headers.text(CloudEventHeaders.DIGEST, headers.digest),
                        Headers.bytes(CloudEventHeaders.METADATA, headers.metadata),
                        payload(record));
        if (!message.hasItsDigest()) throw new NotAnEvent(CloudEventHeaders.DIGEST);
        return message;
    }

    private static byte[] payload(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) throw new NotAnEvent("no payload");
        return record.value();
    }

    /** The last header of each name, in one pass: asking for each takes ten. */
    private static final class Headers {
        private byte @Nullable [] type;
        private byte @Nullable [] id;
        private byte @Nullable [] subject;
        private byte @Nullable [] sequence;
        private byte @Nullable [] position;
        private byte @Nullable [] time;
        private byte @Nullable [] region;
        private byte @Nullable [] digest;
        private byte @Nullable [] metadata;

        Headers(ConsumerRecord<String, byte[]> record) {
            for (var header : record.headers()) {
                switch (header.key()) {
                    case CloudEventHeaders.TYPE -> type = header.value();
                    case CloudEventHeaders.ID -> id = header.value();
                    case CloudEventHeaders.SUBJECT -> subject = header.value();
                    case CloudEventHeaders.SEQUENCE -> sequence = header.value();
                    case CloudEventHeaders.POSITION -> position = header.value();
                    case CloudEventHeaders.TIME -> time = header.value();
                    case CloudEventHeaders.REGION -> region = header.value();
                    case CloudEventHeaders.DIGEST -> digest = header.value();
                    case CloudEventHeaders.METADATA -> metadata = header.value();
                    default -> {} // others may have others
                }
            }
        }

        static byte[] bytes(String name, byte @Nullable [] value) {
            if (value == null) throw new NotAnEvent(name);
            return value;
        }

        static String text(String name, byte @Nullable [] value) {
            return new String(bytes(name, value), StandardCharsets.UTF_8);
        }

        static long number(String name, byte @Nullable [] value) {
            var text = text(name, value);
            if (text.isEmpty() || text.length() > MOST_DIGITS) throw new NotAnEvent(name);
            var number = digits(text, 0, text.length());
            if (number < 0) throw new NotAnEvent(name);
            return number;
        }

        Instant time() {
            try {
                return KafkaMessages.time(text(CloudEventHeaders.TIME, time));
            } catch (DateTimeException e) {
                throw new NotAnEvent(CloudEventHeaders.TIME);
            }
        }
    }

    /** As {@link Instant#parse}. */
    static Instant time(String text) {
        var usual = usualTime(text);
        return usual == null ? Instant.parse(text) : usual;
    }

    /**
     * Every record has one, and Java's own parser takes ten times as long; what looks otherwise is
     * left to it.
     */
    private static @Nullable Instant usualTime(String text) {
        if (text.length() != USUAL_TIME_CHARS
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(19) != '.'
                || text.charAt(26) != 'Z') {
            return null;
        }
        var year = digits(text, 0, 4);
        var month = digits(text, 5, 7);
        var day = digits(text, 8, 10);
        var hour = digits(text, 11, 13);
        var minute = digits(text, 14, 16);
        var second = digits(text, 17, 19);
        var micros = digits(text, 20, 26);
        if ((year | month | day | hour | minute | second | micros) < 0) return null;
        if (hour > 23 || second > 59) return null; // Java knows of 24:00 and of leap seconds
        return LocalDateTime.of(
                        (int) year,
                        (int) month,
                        (int) day,
                        (int) hour,
                        (int) minute,
                        (int) second,
                        (int) micros * 1000)
                .toInstant(ZoneOffset.UTC);
    }

    /** The number that these ASCII digits are; -1 if one of them is none. */
    private static long digits(String text, int from, int to) {
        var number = 0L;
        for (var at = from; at < to; at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = 10 * number + digit;
        }
        return number;
    }
}
