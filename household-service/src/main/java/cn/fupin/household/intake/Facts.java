package cn.fupin.household.intake;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.household.Chronological;
import cn.fupin.household.household.CorrectionEvent.MemberNumberCorrected;
import cn.fupin.household.household.DescriptionEvent.MemberDescribed;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What files have entered of a household, under fingerprints that tell nothing by themselves. */
@Component
class Facts {
    /** In place of a fingerprint that somebody who is erased had a part in. */
    static final String ERASED = "erased";

    /**
     * @param sequence the last of the stream's events that the file knew
     */
    record Fact(String fingerprint, long sequence) {}

    private record Row(String fact, String fingerprint, long sequence) {}

    private final JdbcClient db;
    private final StoredEvents events;

    Facts(JdbcClient db, StoredEvents events) {
        this.db = db;
        this.events = events;
    }

    Map<String, Fact> of(String subjectId) {
        var facts = new HashMap<String, Fact>();
        db.sql("select fact, fingerprint, sequence from import_fact where subject_id = ?")
                .param(subjectId)
                .query(Row.class)
                .list()
                .forEach(row -> facts.put(row.fact(), new Fact(row.fingerprint(), row.sequence())));
        return facts;
    }

    /** The number that the national system gave the household; null while it has none. */
    @Nullable String numberOf(String householdId) {
        return db.sql("select household_number from household_number where household_id = ?")
                .param(householdId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private record RowOf(String subjectId, String fact, String fingerprint, long sequence) {}

    /** Those of each, by its id; none for one of which nothing was entered. */
    Map<String, Map<String, Fact>> of(List<String> subjectIds) {
        var facts = new HashMap<String, Map<String, Fact>>();
        db.sql(
                        "select subject_id, fact, fingerprint, sequence from import_fact where subject_id = any(?)")
                .param(subjectIds.toArray(String[]::new))
                .query(RowOf.class)
                .list()
                .forEach(row ->
                        facts.computeIfAbsent(row.subjectId(), _ -> new HashMap<>())
                                .put(row.fact(), new Fact(row.fingerprint(), row.sequence())));
        return facts;
    }

    /** The last event of the type in the stream, null without any. */
    <E extends Event> @Nullable E last(String streamId, Class<E> type) {
        return events.<E>last(streamId, type).map(StoredEvent::event).orElse(null);
    }

    /** What events of the type said by that day, by the days they said it of. */
    <E extends Event> List<E> by(LocalDate day, String streamId, Class<E> type) {
        return Chronological.of(events.<E>of(streamId, type)).stream()
                .map(StoredEvent::event)
                .filter(event -> !event.occurredOn().isAfter(day))
                .toList();
    }

    private record Described(StoredEvent<Event> event, String goesBy) {
        Described identified(String person, String as) {
            return goesBy.equals(person) ? new Described(event, as) : this;
        }
    }

    /**
     * What was said of a member, as recorded: also under an id from before the number was known or
     * corrected, and not what was said of whoever has that id since.
     */
    List<StoredEvent<Event>> described(String streamId, String person) {
        var described = new ArrayList<Described>();
        for (var stored :
                events.<Event>of(
                        streamId,
                        MemberDescribed.class,
                        MemberIdentified.class,
                        MemberNumberCorrected.class)) {
            switch (stored.event()) {
                case MemberDescribed e -> described.add(new Described(stored, e.personId()));
                case MemberIdentified e ->
                        described.replaceAll(one -> one.identified(e.personId(), e.identifiedAs()));
                case MemberNumberCorrected e ->
                        described.replaceAll(one -> one.identified(e.personId(), e.identifiedAs()));
                default -> {}
            }
        }
        return described.stream()
                .filter(one -> one.goesBy().equals(person))
                .map(Described::event)
                .toList();
    }

    /** The answer to a command of which a key begins so, if any was entered; null otherwise. */
    @Nullable JsonNode answerTo(String keyBegin) {
        return db.sql(
                        """
                        select convert_from(answer, 'UTF8') from commands
                        where command_id between :begin and :begin || 'zz'
                          and starts_with(command_id, :begin) and status = 200 limit 1
                        """)
                .param("begin", keyBegin)
                .query(String.class)
                .optional()
                .map(EventJson.MAPPER::readTree)
                .orElse(null);
    }

    /** Which events of a stream after one came from a kit. */
    List<Long> ofKit(String kit, String streamId, long after) {
        return db.sql(
                        """
                        select sequence from events
                        where stream_id = ? and sequence > ?
                          and convert_from(metadata, 'UTF8')::json ->> 'commandId' like 'kit-%-' || ? || '%'
                        """)
                .params(streamId, after, kit)
                .query(Long.class)
                .list();
    }

    void put(String subjectId, Map<String, Fact> facts) {
        if (facts.isEmpty()) return;
        var rows = List.copyOf(new LinkedHashMap<>(facts).entrySet());
        db.sql(
                        """
                        insert into import_fact (subject_id, fact, fingerprint, sequence)
                        select ?, * from unnest(?, ?, ?)
                        on conflict (subject_id, fact)
                        do update set fingerprint = excluded.fingerprint, sequence = excluded.sequence
                        """)
                .param(subjectId)
                .param(rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(rows.stream().map(r -> r.getValue().fingerprint()).toArray(String[]::new))
                .param(rows.stream().map(r -> r.getValue().sequence()).toArray(Long[]::new))
                .update();
    }

    /**
     * Where a stream stands.
     *
     * @param last its last sequence
     * @param lastOf the last event of the kinds asked for, null without any
     * @param lastOfCommand the key it was entered by
     */
    record Standing(
            long last,
            @Nullable String lastOf,
            @Nullable String lastOfCommand,
            long lastOfSequence) {}

    /** By the last event of these types. */
    Standing standing(String streamId, List<String> types) {
        return standing(streamId, types, null);
    }

    /** By the last of these events. */
    Standing standing(String streamId, Collection<StoredEvent<Event>> asked) {
        return standing(
                streamId,
                asked.stream().map(StoredEvent::type).distinct().toList(),
                asked.stream().map(StoredEvent::eventId).toArray(String[]::new));
    }

    private Standing standing(String streamId, List<String> types, String @Nullable [] asked) {
        return db.sql(
                        """
                        select coalesce(max(sequence), -1) as last,
                               (array_agg(event_id order by sequence desc) filter (where asked))[1] as last_of,
                               (array_agg(convert_from(metadata, 'UTF8')::json ->> 'commandId'
                                          order by sequence desc) filter (where asked))[1] as last_of_command,
                               coalesce(max(sequence) filter (where asked), -1) as last_of_sequence
                        from (select sequence, event_id, metadata,
                                     payload_type = any(:types)
                                         and (cast(:asked as text[]) is null or event_id = any(:asked)) as asked
                              from events where stream_id = :stream) e
                        """)
                .param("stream", streamId)
                .param("types", types.toArray(String[]::new))
                .param("asked", asked)
                .query(Standing.class)
                .single();
    }

    /** Nothing of a member is left, nor of the whole that he was part of. */
    void erase(List<String> personIds) {
        var households =
                db.sql(
                                """
                                select f.subject_id from import_fact f
                                join events e on e.stream_id = f.subject_id and e.sequence = 0
                                where f.fact = 'application'
                                  and exists (select from unnest(?) p (id)
                                              where strpos(convert_from(e.payload, 'UTF8'), p.id) > 0)
                                """)
                        .param(personIds.toArray(String[]::new))
                        .query(String.class)
                        .list()
                        .toArray(String[]::new);
        db.sql(
                        """
                        delete from import_fact where subject_id = any(?)
                          and (starts_with(fact, 'member:') or starts_with(fact, 'details:'))
                        """)
                .param(households)
                .update();
        db.sql(
                        "update import_fact set fingerprint = ? where subject_id = any(?) and fact = 'application'")
                .param(ERASED)
                .param(households)
                .update();
    }
}
