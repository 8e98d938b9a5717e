package cn.fupin.backbone.projection;

import cn.fupin.backbone.relay.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns a Kafka record into a message, checked against the digest that travels with it. */
final class KafkaMessages {
    private static final Pattern TYPE =
            Pattern.compile("fupin\\.([a-z]+)\\.(\\p{L}[\\p{L}\\p{N}]*)\\.v(\\d{1,6})");

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
        var type = TYPE.matcher(header(record, CloudEventHeaders.TYPE));
        if (!type.matches() || !record.topic().equals("fupin." + type.group(1))) {
            throw new NotAnEvent(CloudEventHeaders.TYPE);
        }
        var message =
                new Message(
                        type.group(1),
                        type.group(2),
                        Integer.parseInt(type.group(3)),
                        header(record, CloudEventHeaders.ID),
                        header(record, CloudEventHeaders.SUBJECT),
                        number(record, CloudEventHeaders.SEQUENCE),
                        number(record, CloudEventHeaders.POSITION),
                        time(record),
                        header(record, CloudEventHeaders.REGION),
                        header(record, CloudEventHeaders.DIGEST),
                        header(record, CloudEventHeaders.METADATA).getBytes(StandardCharsets.UTF_8),
                        payload(record));
        if (!message.hasItsDigest()) throw new NotAnEvent(CloudEventHeaders.DIGEST);
        return message;
    }

    private static byte[] payload(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) throw new NotAnEvent("no payload");
        return record.value();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var text = CloudEventHeaders.text(record.headers(), name);
        if (text == null) throw new NotAnEvent(name);
        return text;
    }

    private static long number(ConsumerRecord<String, byte[]> record, String name) {
        var text = header(record, name);
        if (!text.matches("\\d{1,18}")) throw new NotAnEvent(name);
        return Long.parseLong(text);
    }

    private static Instant time(ConsumerRecord<String, byte[]> record) {
        try {
            return Instant.parse(header(record, CloudEventHeaders.TIME));
        } catch (DateTimeParseException e) {
            throw new NotAnEvent(CloudEventHeaders.TIME);
        }
    }
}
