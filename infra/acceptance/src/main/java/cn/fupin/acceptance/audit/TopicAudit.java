package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.Published;
import cn.fupin.acceptance.audit.Evidence.StoredEvent;
import cn.fupin.acceptance.audit.Evidence.Topic;
import cn.fupin.acceptance.audit.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Utils;

/** A topic beside its store: each event once, byte for byte, under its key and in its order. */
final class TopicAudit {
    private final Topic topic;
    private final List<Told> stored;
    private final Consumer<Finding> findings;

    TopicAudit(Topic topic, List<Told> stored, Consumer<Finding> findings) {
        this.topic = topic;
        this.stored = stored;
        this.findings = findings;
    }

    void run() {
        Map<String, Told> byId = new HashMap<>();
        stored.forEach(t -> byId.put(t.event().id(), t));
        Set<String> published = new HashSet<>();
        for (Published record : topic.records()) {
            String id = text(record, "ce_id");
            Told told = id == null ? null : byId.get(id);
            if (told == null) {
                find(Kind.NOT_STORED, record, id == null ? "no ce_id" : id, "not in the store");
                continue;
            }
            if (!published.add(told.event().id())) {
                find(Kind.PUBLISHED_TWICE, record, told.event().id(), name(told));
            }
            compare(record, told);
        }
        for (Told told : stored) {
            if (!published.contains(told.event().id())) {
                findings.accept(
                        new Finding(
                                Kind.NOT_PUBLISHED,
                                "fupin." + topic.service(),
                                name(told),
                                id(told)));
            }
        }
        order(byId);
    }

    private void compare(Published record, Told told) {
        StoredEvent event = told.event();
        byte[] key = event.stream().getBytes(StandardCharsets.UTF_8);
        // The partition of a key is where consumers and later producers look for it.
        int partition = Utils.toPositive(Utils.murmur2(key)) % topic.partitions();
        if (!event.stream().equals(record.key()) || record.partition() != partition) {
            String where = "key %s in partition %d".formatted(record.key(), record.partition());
            find(Kind.WRONG_KEY, record, name(told), where);
        }
        if (!Arrays.equals(event.payload(), record.value())) {
            find(Kind.PUBLISHED_DIFFERENTLY, record, name(told), "payload");
        }
        expectedHeaders(told)
                .forEach((name, value) -> {
                    if (!Arrays.equals(value, record.headers().get(name))) {
                        String header = "%s is %s".formatted(name, text(record, name));
                        find(Kind.PUBLISHED_DIFFERENTLY, record, name(told), header);
                    }
                });
        if (record.timestampMillis() != told.position().recordedAt().toEpochMilli()) {
            find(Kind.PUBLISHED_DIFFERENTLY, record, name(told), "the record's timestamp");
        }
    }

    private Map<String, byte[]> expectedHeaders(Told told) {
        StoredEvent event = told.event();
        Map<String, byte[]> headers = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("ce_specversion", "1.0");
        texts.put("ce_source", "/fupin/" + topic.service());
        texts.put(
                "ce_type",
                "fupin.%s.%s.v%s".formatted(topic.service(), event.type(), event.revision()));
        texts.put("ce_time", Digest.text(told.position().recordedAt()));
        texts.put("ce_subject", event.stream());
        texts.put("ce_sequence", Long.toString(event.sequence()));
        texts.put("ce_position", Long.toString(told.position().position()));
        texts.put("ce_region", told.region());
        texts.put(
                "ce_digest",
                Digest.hex(
                        Digest.of(
                                event, told.position().position(), told.position().recordedAt())));
        texts.put("content-type", "application/json");
        texts.forEach((name, text) -> headers.put(name, text.getBytes(StandardCharsets.UTF_8)));
        headers.put("ce_metadata", event.metadata());
        return headers;
    }

    /** Within a partition positions only grow; a repeated record has been named already. */
    private void order(Map<String, Told> byId) {
        Map<Integer, Long> last = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<Published> inOrder =
                topic.records().stream()
                        .sorted(
                                Comparator.comparingInt(Published::partition)
                                        .thenComparingLong(Published::offset))
                        .toList();
        for (Published record : inOrder) {
            String id = text(record, "ce_id");
            Told told = id == null ? null : byId.get(id);
            if (told == null || !seen.add(told.event().id())) {
                continue;
            }
            long position = told.position().position();
            Long before = last.put(record.partition(), position);
            if (before != null && before > position) {
                String order = "position %d after %d".formatted(position, before);
                find(Kind.PUBLISHED_OUT_OF_ORDER, record, name(told), order);
            }
        }
    }

    private void find(Kind kind, Published record, String subject, String detail) {
        String place =
                "fupin.%s-%d@%d".formatted(topic.service(), record.partition(), record.offset());
        findings.accept(new Finding(kind, place, subject, detail));
    }

    private static @org.jspecify.annotations.Nullable String text(Published record, String header) {
        byte[] value = record.headers().get(header);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static String name(Told told) {
        return StoreAudit.name(told.event());
    }

    private static String id(Told told) {
        return told.event().id() + " at position " + told.position().position();
    }
}
