package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.Position;
import cn.fupin.acceptance.audit.Evidence.Store;
import cn.fupin.acceptance.audit.Evidence.StoredEvent;
import cn.fupin.acceptance.audit.Finding.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A store by itself: streams without holes, positions without holes, digests that are right. */
final class StoreAudit {
    private final Store store;
    private final Consumer<Finding> findings;

    StoreAudit(Store store, Consumer<Finding> findings) {
        this.store = store;
        this.findings = findings;
    }

    void run() {
        events();
        streams();
        positions();
    }

    private void events() {
        Set<String> ids = new HashSet<>();
        for (StoredEvent event : store.events()) {
            if (!ids.add(event.id())) {
                find(Kind.EVENT_TWICE, "events", event.id(), name(event));
            }
            if (!Told.json(event.payload()).path("occurredOn").isString()) {
                find(Kind.NOT_JSON, "events", event.id(), name(event) + " payload");
            }
            if (Told.json(event.metadata()).isMissingNode()) {
                find(Kind.NOT_JSON, "events", event.id(), name(event) + " metadata");
            }
        }
    }

    private void streams() {
        Map<String, TreeMap<Long, StoredEvent>> streams = new TreeMap<>();
        for (StoredEvent event : store.events()) {
            var stream = streams.computeIfAbsent(event.stream(), s -> new TreeMap<>());
            StoredEvent other = stream.put(event.sequence(), event);
            if (other != null) {
                find(Kind.SEQUENCE_TWICE, "events", name(event), other.id() + " and " + event.id());
            }
        }
        streams.forEach((id, stream) -> {
            long expected = 0;
            for (long sequence : stream.keySet()) {
                if (sequence != expected) {
                    String missing = id + " #" + expected;
                    find(Kind.STREAM_HOLE, "events", missing, "the next is #" + sequence);
                }
                expected = sequence + 1;
            }
        });
    }

    private void positions() {
        Map<Long, StoredEvent> byIndex = new HashMap<>();
        store.events().forEach(e -> byIndex.put(e.globalIndex(), e));
        List<Position> inOrder =
                store.positions().stream()
                        .sorted(Comparator.comparingLong(Position::position))
                        .toList();
        Set<Long> positioned = new HashSet<>();
        Map<String, Long> latest = new HashMap<>();
        long expected = 1;
        Instant before = Instant.MIN;
        for (Position p : inOrder) {
            String subject = "position " + p.position();
            if (p.position() < expected) {
                find(Kind.POSITION_TWICE, "positions", subject, "twice");
            } else if (p.position() > expected) {
                String missing = "position " + expected;
                find(Kind.POSITION_HOLE, "positions", missing, "the next is " + p.position());
            }
            expected = Math.max(expected, p.position() + 1);
            if (p.recordedAt().isBefore(before)) {
                String times = Digest.text(p.recordedAt()) + " after " + Digest.text(before);
                find(Kind.RECORDED_BACKWARDS, "positions", subject, times);
            }
            before = p.recordedAt();
            StoredEvent event = byIndex.get(p.globalIndex());
            if (event == null) {
                String index = "no event at index " + p.globalIndex();
                find(Kind.POSITION_WITHOUT_EVENT, "positions", subject, index);
                continue;
            }
            if (!positioned.add(p.globalIndex())) {
                find(Kind.POSITION_TWICE, "positions", subject, name(event) + " has another too");
            }
            Long last = latest.put(event.stream(), event.sequence());
            if (last != null && last > event.sequence()) {
                String order = name(event) + " comes after #" + last;
                find(Kind.STREAM_OUT_OF_ORDER, "positions", subject, order);
            }
            if (!Arrays.equals(p.digest(), Digest.of(event, p.position(), p.recordedAt()))) {
                find(Kind.WRONG_DIGEST, "positions", subject, name(event) + " " + event.id());
            }
        }
        for (StoredEvent event : store.events()) {
            if (!positioned.contains(event.globalIndex())) {
                find(Kind.EVENT_WITHOUT_POSITION, "events", event.id(), name(event));
            }
        }
    }

    private void find(Kind kind, String table, String subject, String detail) {
        findings.accept(new Finding(kind, store.service() + "." + table, subject, detail));
    }

    static String name(StoredEvent event) {
        return event.stream() + " #" + event.sequence() + " " + event.type();
    }
}
