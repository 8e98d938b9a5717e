package cn.fupin.household.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What files have entered of a household, under fingerprints that tell nothing by themselves. */
@Component
class Facts {
    /**
     * @param sequence the last of the stream's events that the file knew
     */
    record Fact(String fingerprint, long sequence) {}

    private record Row(String fact, String fingerprint, long sequence) {}

    private final JdbcClient db;

    Facts(JdbcClient db) {
        this.db = db;
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
     */
    record Standing(long last, @Nullable String lastOf, long lastOfSequence) {}

    /**
     * @param person only events that name this person; null for any
     */
    Standing standing(String streamId, List<String> types, @Nullable String person) {
        return db.sql(
                        """
                        select coalesce(max(sequence), -1) as last,
                               (array_agg(event_id order by sequence desc) filter (where asked))[1] as last_of,
                               coalesce(max(sequence) filter (where asked), -1) as last_of_sequence
                        from (select sequence, event_id,
                                     payload_type in (:types)
                                         and (cast(:person as text) is null
                                              or strpos(convert_from(payload, 'UTF8'), :person) > 0) as asked
                              from events where stream_id = :stream) e
                        """)
                .param("stream", streamId)
                .param("types", types)
                .param("person", person)
                .query(Standing.class)
                .single();
    }
}
