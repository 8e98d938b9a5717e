package cn.fupin.backbone.relay;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.store.EventDigest;
import cn.fupin.backbone.store.PositionedEvent;
import cn.fupin.backbone.store.PositionedEvents;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings back from the topic what a restored store lacks: the events with their places, the answers
 * under their keys, and through the witnesses whatever the events fill. All of it is one
 * transaction: it is as it was, or nothing has changed.
 */
final class Recovery {
    /** One at a time, whoever else was told to recover too. */
    private static final long LOCK = 0x66_75_70_69_6eL;

    private final String service;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final PositionedEvents events;
    private final List<RecoveryWitness> witnesses;
    private final List<String> laws;

    /**
     * @param laws constraints of the guards: two appends that waited for each other may have their
     *     positions the other way round, so only the end has to keep them
     */
    Recovery(
            String service,
            JdbcClient db,
            TransactionTemplate transaction,
            PositionedEvents events,
            List<RecoveryWitness> witnesses,
            List<String> laws) {
        this.service = service;
        this.db = db;
        this.transaction = transaction;
        this.events = events;
        this.witnesses = witnesses;
        this.laws = laws;
    }

    /**
     * @param events that came back; {@code there} of them had been stored without a position
     * @param commands whose answers were written again
     */
    record Recovered(long first, long last, long events, long there, long commands) {}

    /**
     * @throws RelayRefused if the store and the topic are of two histories; nothing has changed
     *     then
     */
    Recovered run(KafkaSettings kafka) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> inTransaction(kafka)));
        } catch (DataIntegrityViolationException e) {
            throw new RelayRefused(
                    "从主题收回失败，库中已有另外的事件或状态，未作任何改动；请重新恢复备份，并立即带收回选项启动：%s"
                            .formatted(e.getMostSpecificCause().getMessage()),
                    "Nothing was recovered and nothing changed: the store has got other events or rows since. Restore the backup again and start with recovery at once.");
        }
    }

    private Recovered inTransaction(KafkaSettings kafka) {
        // the topic may be long, and PostgreSQL has nothing to do while it is read
        db.sql("set local idle_in_transaction_session_timeout = 0").update();
        db.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
        var away = laws();
        away.forEach(law -> db.sql(law.away()).update());
        var head = events.head();
        var answers = new LinkedHashMap<String, ObjectNode>();
        var types = new HashMap<String, String>();
        long there = 0;
        var last = head;
        try (var published = new PublishedFrom(KafkaSettings.topic(service), head, kafka)) {
            for (var next = published.next(); next.isPresent(); next = published.next()) {
                var event = next.get();
                if (event.position() == head && head > 0) {
                    var ours = events.at(head).orElseThrow().digest();
                    if (!Arrays.equals(ours, event.digest())) throw another(head);
                    continue;
                }
                if (event.position() <= last) continue; // once more, by whatever way
                if (event.position() != last + 1) throw hole(last + 1);
                if (!store(event, types)) there++;
                answer(event, answers);
                last = event.position();
            }
        }
        answers.forEach(this::keep);
        away.forEach(law -> db.sql(law.back()).update());
        return new Recovered(head + 1, last, last - head, there, answers.size());
    }

    private static RelayRefused another(long position) {
        return new RelayRefused(
                "主题在位置 %d 的事件与本库不符，无法收回，未作任何改动；请重新恢复备份，并立即带收回选项启动。".formatted(position),
                "The topic's event at position %d is not this store's: nothing was recovered and nothing changed. Restore the backup again and start with recovery at once."
                        .formatted(position));
    }

    private static RelayRefused hole(long position) {
        return new RelayRefused(
                "主题中缺少位置 %d 的事件，无法收回，未作任何改动。".formatted(position),
                "The topic lacks the event at position %d: nothing was recovered and nothing changed."
                        .formatted(position));
    }

    /** Whether it was new; an event may have been stored and not have had its position yet. */
    private boolean store(PositionedEvent event, Map<String, String> types) {
        var known =
                db.sql("select global_index from events where event_id = :id")
                        .param("id", event.id())
                        .query(Long.class)
                        .optional();
        long index = known.orElseGet(() -> insert(event, types));
        db.sql(
                        """
                        insert into positions (position, global_index, recorded_at, digest)
                        values (:position, :index, :recorded, :digest)
                        """)
                .param("position", event.position())
                .param("index", index)
                .param("recorded", event.recordedAt().atOffset(ZoneOffset.UTC))
                .param("digest", event.digest())
                .update();
        var stored = events.at(event.position()).orElseThrow();
        if (!Arrays.equals(EventDigest.of(stored), event.digest())) {
            throw another(event.position());
        }
        if (known.isEmpty()) witnesses.forEach(witness -> witness.recovered(event));
        return known.isEmpty();
    }

    private long insert(PositionedEvent event, Map<String, String> types) {
        return db.sql(
                        """
                        insert into events (event_id, stream_id, sequence, stream_type, payload_type, payload_revision, payload, metadata, recorded_text)
                        values (:id, :stream, :sequence, :streamType, :type, :revision, :payload, :metadata, :recorded)
                        returning global_index
                        """)
                .param("id", event.id())
                .param("stream", event.streamId())
                .param("sequence", event.sequence())
                .param("streamType", types.computeIfAbsent(kind(event), this::streamType))
                .param("type", event.type())
                .param("revision", Integer.toString(event.version()))
                .param("payload", event.payload())
                .param("metadata", event.metadata())
                .param("recorded", EventDigest.text(event.recordedAt()))
                .query(Long.class)
                .single();
    }

    private static String kind(PositionedEvent event) {
        var dash = event.streamId().indexOf('-');
        return dash < 0 ? event.streamId() : event.streamId().substring(0, dash);
    }

    /** Axon keeps one and never asks for it: streams are read by their id alone. */
    private String streamType(String kind) {
        return db.sql(
                        """
                        select stream_type from events
                        where stream_id >= :kind || '-' and stream_id < :kind || '.' and stream_type is not null
                        limit 1
                        """)
                .param("kind", kind)
                .query(String.class)
                .optional()
                .orElse(kind);
    }

    private static void answer(PositionedEvent event, Map<String, ObjectNode> answers) {
        var metadata = EventJson.MAPPER.readTree(event.metadata());
        var command = metadata.path("commandId").asString("");
        var answer = answers.get(command);
        if (answer == null) {
            answer = EventJson.MAPPER.createObjectNode().put("streamId", event.streamId());
            answer.putArray("events");
            answers.put(command, answer);
        }
        answer.withArray("events")
                .addObject()
                .put("id", event.id())
                .put("type", event.type())
                .put("sequence", event.sequence());
    }

    /** The body is not known any more: an empty hash stands for any. */
    private void keep(String command, ObjectNode answer) {
        db.sql(
                        """
                        insert into commands (command_id, body_sha256, status, answer)
                        values (:id, ''::bytea, 200, :answer) on conflict do nothing
                        """)
                .param("id", command)
                .param("answer", answer.toString().getBytes(StandardCharsets.UTF_8))
                .update();
    }

    /** A constraint: how it goes and how it comes back. */
    private record Law(String away, String back) {}

    private List<Law> laws() {
        if (laws.isEmpty()) return new ArrayList<>();
        return db.sql(
                        """
                        select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
                               format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                                      pg_get_constraintdef(oid)) as back
                        from pg_constraint where conname = any(:names) order by conname
                        """)
                .param("names", laws.toArray(String[]::new))
                .query(Law.class)
                .list();
    }
}
