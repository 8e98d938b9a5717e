package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.Offset;
import cn.fupin.acceptance.audit.Evidence.Published;
import cn.fupin.acceptance.audit.Evidence.Tables;
import cn.fupin.acceptance.audit.Evidence.Topic;
import cn.fupin.acceptance.audit.Finding.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How far projections and lookups say they have read, beside what there is to read. Ends of
 * transactions take offsets too, so being at the end means: no record lies behind.
 */
final class OffsetAudit {
    private final List<Topic> topics;
    private final Tables tables;
    private final Consumer<Finding> findings;

    OffsetAudit(List<Topic> topics, Tables tables, Consumer<Finding> findings) {
        this.topics = topics;
        this.tables = tables;
        this.findings = findings;
    }

    void run() {
        Map<String, Topic> byName = new HashMap<>();
        topics.forEach(topic -> byName.put("fupin." + topic.service(), topic));
        Map<String, Set<String>> readBy = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (Offset offset : tables.offsets()) {
            readBy.computeIfAbsent(offset.projection(), p -> new HashSet<>()).add(offset.topic());
            known.add(offset.projection() + " " + offset.topic() + "-" + offset.partition());
            Topic topic = byName.get(offset.topic());
            if (topic != null) {
                compare(offset, topic);
            }
        }
        readBy.forEach((projection, names) ->
                names.stream()
                        .filter(byName::containsKey)
                        .forEach(name -> complete(projection, byName.get(name), known)));
        tables.parked()
                .forEach(parked ->
                        findings.accept(
                                new Finding(
                                        Kind.KEY_PARKED,
                                        tables.service() + "." + parked.projection(),
                                        parked.topic() + " " + parked.key(),
                                        parked.reason())));
    }

    private void compare(Offset offset, Topic topic) {
        long end = topic.ends().getOrDefault(offset.partition(), 0L);
        if (offset.nextOffset() > end) {
            find(
                    Kind.OFFSET_AHEAD,
                    offset,
                    "next %d, the end is %d".formatted(offset.nextOffset(), end));
        }
        long lastOffset = -1;
        long lastPosition = 0;
        for (Published record : topic.records()) {
            if (record.partition() == offset.partition()) {
                lastOffset = Math.max(lastOffset, record.offset());
                byte[] position = record.headers().get("ce_position");
                if (position != null) {
                    lastPosition = Math.max(lastPosition, number(position));
                }
            }
        }
        if (lastOffset >= offset.nextOffset()) {
            find(
                    Kind.OFFSET_STALE,
                    offset,
                    "next %d, a record at %d".formatted(offset.nextOffset(), lastOffset));
        } else if (offset.lastPosition() > lastPosition) {
            find(
                    Kind.OFFSET_AHEAD,
                    offset,
                    "position %d, the last is %d".formatted(offset.lastPosition(), lastPosition));
        }
    }

    private static long number(byte[] digits) {
        String text = Text.of(digits);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** A partition that has records has an offset. */
    private void complete(
            String projection, @org.jspecify.annotations.Nullable Topic topic, Set<String> known) {
        if (topic == null) {
            return;
        }
        Set<Integer> filled = new HashSet<>();
        topic.records().forEach(record -> filled.add(record.partition()));
        for (int partition : filled) {
            String name = "fupin.%s-%d".formatted(topic.service(), partition);
            if (!known.contains(projection + " " + name)) {
                findings.accept(
                        new Finding(
                                Kind.OFFSET_MISSING,
                                tables.service() + "." + projection,
                                name,
                                "it has records"));
            }
        }
    }

    private void find(Kind kind, Offset offset, String detail) {
        findings.accept(
                new Finding(
                        kind,
                        tables.service() + "." + offset.projection(),
                        offset.topic() + "-" + offset.partition(),
                        detail));
    }
}
