package cn.fupin.reporting.history;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Erasure;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.register.HelperNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads a household's life from the rows of the history. */
final class Lives {
    private static final JsonMapper JSON = JsonMapper.shared();

    // An event belongs to a household if it names it, or if it names nobody and its stream names
    // the household
    // elsewhere: so a notice is closed for everyone on it, and another family's objection stays
    // with that family. The streams that an event of the household cites, and those of its persons,
    // are taken the same way; who else was left out of a notice is nobody else's. Of a list of
    // another register its receipt belongs to it, and who of
    // it was found there.
    private static final String KNOWN =
            """
            with named as (
                select e.*, true as names
                from life_households h join life_events e using (event_id)
                where h.household_id = :id),
            listed as (
                select event_id, matching_id from listed_persons
                where person_id in (select person_id from household_persons where household_id = :id)),
            known as (
                select * from named
                union all
                select e.*, false as names
                from life_events e
                where e.stream_id in (
                    select stream_id from named where kind <> 'region'
                    union select stream_id from life_citations where household_id = :id
                    union select person_id from household_persons where household_id = :id)
                  and not exists (select 1 from life_households o where o.event_id = e.event_id)
                  and (e.type not in ('OmissionRaised', 'OmissionSettled') or exists (
                    select 1 from named n
                    where n.type = 'OmissionFollowedUp' and n.stream_id = e.stream_id
                      and cast(n.payload as json) ->> 'omissionId' = cast(e.payload as json) ->> 'omissionId'))
                union all
                select e.*, true as names
                from life_events e
                where e.event_id in (select event_id from listed)
                union all
                select e.*, false as names
                from life_events e
                where e.stream_id in (select matching_id from listed) and e.type = 'MatchingListReceived')
            select * from known
            where position <= case source
                when 'household' then :household
                when 'project' then :project
                when 'funding' then :funding
                else :reporting end
            """;

    // Who a helper is and how the work was appraised belongs to the lives of those helped
    // meanwhile.
    private static final String OF_HELPERS =
            """
            select e.*, true as names
            from life_helpers h join life_events e using (event_id)
            where h.helper_id = any(cast(:helpers as text[])) and e.position <= :household
            """;

    // A unit that is in contact with households of a village may come to name others, or end it.
    private static final String OF_CONTACTS =
            """
            select e.*, true as names
            from life_events e
            where e.stream_id = any(cast(:villages as text[])) and e.source = 'household'
              and e.type in ('UnitContactAssigned', 'UnitContactEnded') and e.position <= :household
            """;

    // What became of the village, the township and what is above them belongs to the lives of those
    // who lay there then.
    private static final String OF_DIVISIONS =
            """
            select e.*, true as names
            from life_events e
            where e.source = 'household' and e.kind = 'region' and e.region = any(cast(:divisions as text[]))
              and e.type in ('RegionSuperseded', 'RegionRenamed', 'SuccessionTakenBack', 'RenamingTakenBack')
              and e.position <= :household
            """;

    private static final String ERASED =
            """
            select p.event_id, p.person_id, %s as erased from household_persons p
            where p.household_id = :id or p.event_id = any(cast(:events as text[]))
            union all select null, h.id, true from unnest(cast(:helpers as text[])) h (id) where %s
            """
                    .formatted(Erasure.of("p"), Erasure.ofId("h.id"));

    private Lives() {}

    /** Whether any event ever named it, whatever the dates. */
    static boolean isThere(String householdId, JdbcClient db) {
        return db.sql("select exists (select 1 from life_households where household_id = :id)")
                .param("id", householdId)
                .query(Boolean.class)
                .single();
    }

    /** All that was known by then, of whatever date. */
    static Life known(String householdId, AsOf asOf, JdbcClient db) {
        var events =
                new ArrayList<>(
                        db.sql(KNOWN)
                                .paramSource(asOf.parameters().addValue("id", householdId))
                                .query((row, _) -> event(row))
                                .list());
        var came = new HashMap<String, LocalDate>();
        events.addAll(ofEarlierFiles(householdId, came, asOf, db));
        events.addAll(ofHelpers(HelperTerms.of(householdId, events), asOf, db));
        events.addAll(ofContacts(householdId, events, asOf, db));
        var lineage = Lineage.of(new Lineages(db).successions(asOf));
        events.addAll(ofDivisions(DivisionTerms.of(householdId, events, lineage), asOf, db));
        return Life.of(
                householdId,
                events,
                erased(householdId, events, db),
                PlaceNames.of(PlaceNames.calledIn(events), asOf, db),
                HelperNames.of(
                        events.stream()
                                .flatMap(e -> StreamsNamed.helpersIn(e.payload()).stream())
                                .toList(),
                        asOf,
                        db),
                NoticeNames.of(events, asOf, db),
                Sentence.Known.items(events, asOf, db),
                MeasureNames.of(events, asOf, db),
                came);
    }

    /**
     * @param came filled by event: the day before which it is none of the household's life
     */
    private static List<LifeEvent> ofEarlierFiles(
            String householdId, Map<String, LocalDate> came, AsOf asOf, JdbcClient db) {
        return db.sql(EarlierFile.KNOWN)
                .paramSource(
                        asOf.parameters()
                                .addValue("id", householdId)
                                .addValue("told", EarlierFile.told().toArray(String[]::new)))
                .query((row, _) -> {
                    var event = event(row);
                    came.put(event.id(), row.getObject("came_on", LocalDate.class));
                    return event;
                })
                .list();
    }

    private static List<LifeEvent> ofContacts(
            String householdId, List<LifeEvent> events, AsOf asOf, JdbcClient db) {
        var villages =
                events.stream()
                        .filter(e -> e.type().equals("UnitContactAssigned"))
                        .map(LifeEvent::streamId)
                        .distinct()
                        .toArray(String[]::new);
        if (villages.length == 0) return List.of();
        return ContactTerms.ends(
                householdId,
                db.sql(OF_CONTACTS)
                        .paramSource(asOf.parameters().addValue("villages", villages))
                        .query((row, _) -> event(row))
                        .list());
    }

    private static List<LifeEvent> ofDivisions(DivisionTerms terms, AsOf asOf, JdbcClient db) {
        return db
                .sql(OF_DIVISIONS)
                .paramSource(
                        asOf.parameters()
                                .addValue("divisions", terms.codes().toArray(String[]::new)))
                .query((row, _) -> event(row))
                .list()
                .stream()
                .filter(terms::layThere)
                .toList();
    }

    private static List<LifeEvent> ofHelpers(HelperTerms terms, AsOf asOf, JdbcClient db) {
        if (terms.helpers().isEmpty()) return List.of();
        return db
                .sql(OF_HELPERS)
                .paramSource(
                        asOf.parameters()
                                .addValue("helpers", terms.helpers().toArray(String[]::new)))
                .query((row, _) -> event(row))
                .list()
                .stream()
                .filter(terms::meanwhile)
                .toList();
    }

    /** Whose names are shown no more, whatever dates are asked for: of members, and of helpers. */
    private static Erased erased(String householdId, List<LifeEvent> events, JdbcClient db) {
        var helpers =
                events.stream()
                        .filter(e ->
                                e.payload().path("helperId").isString()
                                        || e.type().equals("OmissionRaised"))
                        .map(e -> e.text("personId"))
                        .toArray(String[]::new);
        var others =
                events.stream()
                        .filter(e -> !e.isOf(householdId))
                        .map(LifeEvent::id)
                        .toArray(String[]::new);
        var entered = new HashMap<Erased.Entry, Boolean>();
        var ids = new HashSet<String>();
        db.sql(ERASED)
                .param("id", householdId)
                .param("events", others)
                .param("helpers", helpers)
                .query(row -> {
                    var person = row.getString("person_id");
                    var event = row.getString("event_id");
                    var erased = row.getBoolean("erased");
                    if (event != null) entered.put(new Erased.Entry(event, person), erased);
                    if (erased) ids.add(person);
                });
        return new Erased(entered, ids);
    }

    static LifeEvent event(ResultSet row) throws SQLException {
        return new LifeEvent(
                row.getString("source"),
                row.getString("type"),
                row.getInt("version"),
                row.getString("event_id"),
                row.getString("stream_id"),
                row.getLong("sequence"),
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("effective_on", LocalDate.class),
                row.getString("region"),
                row.getString("digest"),
                JSON.readTree(row.getString("metadata")),
                JSON.readTree(row.getString("payload")),
                row.getBoolean("names"));
    }
}
