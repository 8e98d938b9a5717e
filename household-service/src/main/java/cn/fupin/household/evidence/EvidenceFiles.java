package cn.fupin.household.evidence;

import static cn.fupin.household.evidence.EvidenceReason.*;

import cn.fupin.backbone.axon.DecidedStream;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.Parts;
import cn.fupin.household.evidence.EvidenceEvent.*;
import cn.fupin.household.vault.ErasedWith;
import cn.fupin.household.vault.PersonKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which files are stored, and the guard of all who name one: an event that names a file the store
 * does not have, or another one under its id, is not appended.
 */
@Component
public class EvidenceFiles implements ErasedWith {
    /**
     * @param about the stream it is evidence of, null when nobody says
     * @param personIds whose keys it is sealed with
     * @param fault what the last check found, null when all was well
     */
    record Row(
            String evidenceId,
            String region,
            EvidenceKind kind,
            String sha256,
            String mediaType,
            long bytes,
            @Nullable String about,
            List<String> personIds,
            @Nullable EvidenceFault fault,
            boolean erased) {
        Evidence evidence() {
            return new Evidence(evidenceId, kind, sha256, mediaType, bytes);
        }
    }

    private static final String COLUMNS =
            "evidence_id, region, kind, sha256, media_type, bytes, about, person_ids, fault,"
                    + " erased";
    private static final String ROWS = "select " + COLUMNS + " from evidence ";

    private final JdbcClient db;
    private final PersonKeys keys;
    private final FileStore files;
    private final Lineage lineage;

    EvidenceFiles(JdbcClient db, PersonKeys keys, FileStore files, Lineage lineage) {
        this.db = db;
        this.keys = keys;
        this.files = files;
        this.lineage = lineage;
    }

    Row find(String evidenceId) {
        return rows(db.sql(ROWS + "where evidence_id = ?").param(evidenceId)).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownId("evidenceId", evidenceId));
    }

    boolean isKnown(String evidenceId) {
        return db.sql("select exists (select from evidence where evidence_id = ?)")
                .param(evidenceId)
                .query(Boolean.class)
                .single();
    }

    /**
     * In a region, below it and in what ended into it, in the order of their ids.
     *
     * @param prefixes the digits that their codes begin with
     */
    List<Row> within(List<String> prefixes, String afterId, boolean faultyOnly, int most) {
        return rows(
                db.sql(
                                ROWS
                                        + """
                                        where region like any(?) and evidence_id > ? and (fault is not null or not ?)
                                        order by evidence_id limit ?
                                        """)
                        .param(prefixes.stream().map(prefix -> prefix + "%").toArray(String[]::new))
                        .params(afterId, faultyOnly, most));
    }

    /** Files that hold data of the person and go when the person is erased. */
    public List<String> holding(String personId, List<String> alsoKnownAs) {
        return db.sql(
                        """
                        select evidence_id from evidence where person_ids && ?::text[] and not erased order by 1
                        """)
                .param(
                        Stream.concat(Stream.of(personId), alsoKnownAs.stream())
                                .toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Everybody whose data are in a file that one of these persons takes along. */
    public List<String> namedIn(List<String> personIds) {
        return db.sql(
                        """
                        select distinct unnest(person_ids) from evidence
                        where person_ids && ?::text[] and not erased
                        """)
                .param(personIds.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Whether it is listed, or anything within it. */
    boolean isPlace(String region) {
        return lineage.knows(region);
    }

    /**
     * A file may be kept for a listed place, and about a stream that lies in it or in what covers
     * it.
     */
    void mayBeKept(String region, @Nullable String about) {
        if (!isPlace(region)) {
            throw new Refused(REGION_NOT_LISTED, Map.of("region", region));
        }
        if (about == null) return;
        var places = placesOf(about);
        if (places.isEmpty()) throw new UnknownId("about", about);
        if (places.stream().noneMatch(place -> lineage.joins(region, place))) {
            throw new Refused(ABOUT_ANOTHER_PLACE, Map.of("about", about, "region", region));
        }
    }

    /** Whoever reads an old event again is not asked: what it names was there. */
    @EventHandler
    void named(
            Event event,
            @MetaDataValue(DecidedStream.REGION) String region,
            @SourceId String stream) {
        if (!CurrentUnitOfWork.isStarted()) return;
        for (var part : Parts.of(event)) {
            if (part instanceof Evidence evidence) proves(evidence, region, stream);
        }
    }

    private void proves(Evidence evidence, String region, String stream) {
        var row = stored(evidence);
        if (row == null) throw refused(EVIDENCE_NOT_STORED, evidence);
        if (row.fault() != null || !files.has(row.evidenceId(), row.sha256())) {
            throw refused(EVIDENCE_MISSING, evidence);
        }
        // What moves keeps its papers: a file of any place where it lay is one of its own.
        if (!lineage.joins(row.region(), region)
                && placesOf(stream).stream().noneMatch(at -> lineage.joins(row.region(), at))) {
            throw new Refused(
                    EVIDENCE_OF_ANOTHER_PLACE,
                    Map.of(
                            "evidenceId",
                            evidence.evidenceId(),
                            "storedFor",
                            row.region(),
                            "region",
                            region));
        }
    }

    private static Refused refused(EvidenceReason reason, Evidence evidence) {
        return new Refused(reason, Map.of("evidenceId", evidence.evidenceId()));
    }

    private @Nullable Row stored(Evidence evidence) {
        return db.sql(ROWS + "where evidence_id = ? and not erased for key share")
                .param(evidence.evidenceId())
                .query(EvidenceFiles::row)
                .optional()
                .filter(row -> row.evidence().equals(evidence))
                .orElse(null);
    }

    /** Where the stream's events say that it lay; nothing when there is no such stream. */
    private List<String> placesOf(String stream) {
        return db.sql(
                        """
                        select distinct convert_from(metadata, 'UTF8')::json ->> 'region' from events where stream_id = ?
                        """)
                .param(stream)
                .query(String.class)
                .list();
    }

    @EventHandler
    void on(EvidenceStored e) {
        var persons = e.personIds() == null ? List.<String>of() : e.personIds();
        if (CurrentUnitOfWork.isStarted() && keys.held(persons).size() < persons.size()) {
            throw new Refused(PERSON_WITHOUT_KEY);
        }
        db.sql(
                        """
                        insert into evidence
                            (evidence_id, region, kind, sha256, media_type, bytes, about, person_ids)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        e.evidenceId(),
                        e.region(),
                        e.kind().name(),
                        e.sha256(),
                        e.mediaType(),
                        e.bytes())
                .param(e.about())
                .param(persons.toArray(String[]::new))
                .update();
    }

    @EventHandler
    void on(EvidenceFaultFound e) {
        found(e.evidenceId(), e.fault().name());
    }

    @EventHandler
    void on(EvidenceRestored e) {
        found(e.evidenceId(), null);
    }

    private void found(String evidenceId, @Nullable String fault) {
        db.sql("update evidence set fault = ? where evidence_id = ?")
                .param(fault)
                .param(evidenceId)
                .update();
    }

    /** Closed for ever with the key; the file itself goes once that is committed. */
    @Override
    public void erase(List<String> personIds, List<byte[]> blindIndexes) {
        var gone =
                rows(
                        db.sql(
                                        """
                                        update evidence set erased = true, fault = null
                                        where person_ids && ?::text[] and not erased
                                        returning %s
                                        """
                                                .formatted(COLUMNS))
                                .param(personIds.toArray(String[]::new)));
        Runnable delete = () -> gone.forEach(row -> files.delete(row.evidenceId(), row.sha256()));
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().afterCommit(_ -> delete.run());
        }
    }

    private static List<Row> rows(JdbcClient.StatementSpec statement) {
        return statement.query(EvidenceFiles::row).list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var fault = row.getString("fault");
        return new Row(
                row.getString("evidence_id"),
                row.getString("region"),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getString("sha256"),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getString("about"),
                List.of((String[]) row.getArray("person_ids").getArray()),
                fault == null ? null : EvidenceFault.valueOf(fault),
                row.getBoolean("erased"));
    }
}
