package cn.fupin.household.document;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.division.Division;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.document.Names.Naming;
import cn.fupin.household.naming.HelperEvent;
import cn.fupin.household.region.OrganisationEvent.UnitContactEnded;
import cn.fupin.household.region.PlaceEvent.RegionRenamed;
import cn.fupin.household.region.RegionEvent;
import cn.fupin.household.region.RegionEvent.RegionListed;
import cn.fupin.household.region.RegionEvent.UnitContactAssigned;
import cn.fupin.household.region.Successions;
import com.google.common.hash.Hashing;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is stored of a stream, read from the store itself: a document is of events, not of rows. */
@Component
class Streams {
    private final JdbcClient db;
    private final StoredEvents events;
    private final Successions successions;

    Streams(JdbcClient db, StoredEvents events, Successions successions) {
        this.db = db;
        this.events = events;
        this.successions = successions;
    }

    /** In the order of the stream; empty when there is no such stream. */
    List<StoredEvent<Event>> of(String streamId) {
        return events.of(streamId);
    }

    Map<String, List<StoredEvent<Event>>> of(Collection<String> streamIds) {
        return events.of(streamIds);
    }

    /**
     * Those of these persons whose key was destroyed, also under an id from before their number was
     * known: of them not even a surname is shown.
     */
    Set<String> erased(Collection<String> personIds) {
        return new HashSet<>(
                db.sql("select person_id from person_erased where person_id = any(?)")
                        .param(personIds.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /** What is said of these helpers up to that day, by id; of whom nothing is said, nothing. */
    Map<String, Naming> helpers(Collection<String> helperIds, LocalDate asOf) {
        var named = new HashMap<String, Naming>();
        if (helperIds.isEmpty()) return named;
        of(helperIds.stream().map(HelperEvent::streamOf).toList())
                .values()
                .forEach(stream -> {
                    var naming = naming(stream, asOf);
                    if (naming != null) named.put(naming.said().helperId(), naming);
                });
        return named;
    }

    private static @Nullable Naming naming(List<StoredEvent<Event>> stream, LocalDate asOf) {
        var digest = Hashing.sha256().newHasher();
        HelperEvent said = null;
        var last = -1L;
        for (var recorded : stream) {
            if (recorded.event() instanceof HelperEvent e && !e.occurredOn().isAfter(asOf)) {
                digest.putBytes(recorded.payload());
                said = e;
                last = recorded.sequence();
            }
        }
        return said == null ? null : new Naming(said, last, digest.hash().toString());
    }

    /**
     * The last notice by that day that names a telephone: the village's own before its township's,
     * and that before its county's; null where there is none.
     */
    @Nullable StoredEvent<Event> hotline(String village, LocalDate asOf) {
        return db.sql(
                        """
                        select notice_id from notice
                        where region = any(:places) and hotline is not null and posted_on <= :day
                          and (withdrawn_on is null or withdrawn_on > :day)
                        order by region desc, posted_on desc, notice_id
                        limit 1
                        """)
                .param("places", Division.lineage(village).toArray(String[]::new))
                .param("day", asOf)
                .query(String.class)
                .optional()
                .map(notice -> of(notice).getFirst())
                .orElse(null);
    }

    /** The units in contact with these households on that day, by the words of their villages. */
    Contacts contacts(Collection<Dossier> dossiers, LocalDate asOf) {
        var lineage = successions.lineage();
        var villages =
                dossiers.stream()
                        .flatMap(dossier -> dossier.places().stream())
                        .distinct()
                        .flatMap(place ->
                                Stream.concat(
                                        Stream.of(place), lineage.successorsOf(place).stream()))
                        .distinct()
                        .map(code -> "region-" + code)
                        .toList();
        if (villages.isEmpty()) return new Contacts(List.of(), asOf);
        return new Contacts(
                events.<RegionEvent>of(villages, UnitContactAssigned.class, UnitContactEnded.class)
                        .values(),
                asOf);
    }

    /** By the ids from before their numbers were known or corrected: the ids they go by now. */
    Map<String, String> identified(Collection<String> personIds) {
        var now = new HashMap<String, String>();
        db.sql(
                        """
                        with recursive called as (
                            select person_id, identified_as from unnumbered_person
                            where person_id = any(?) and identified_as is not null
                            union
                            select c.person_id, u.identified_as from called c
                            join unnumbered_person u on u.person_id = c.identified_as
                            where u.identified_as is not null)
                        select person_id, identified_as from called c
                        where not exists (
                            select from unnumbered_person u
                            where u.person_id = c.identified_as and u.identified_as is not null)
                        """)
                .param(personIds.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(each -> now.put(each.getKey(), each.getValue()));
        return now;
    }

    /**
     * The households that lie in a place, below it or in what it came after, or once did. By the
     * text of the moves: one that is no JSON to the database must not close a whole township's
     * register.
     */
    List<String> householdsWithin(String region) {
        var codes = prefixesOf(region);
        return db.sql(
                        """
                        select household_id from household_place where region like any(:codes)
                        union
                        select stream_id from events
                        where payload_type = 'HouseholdMoved'
                          and convert_from(payload, 'UTF8') like any(:moves)
                        order by 1
                        """)
                .param("codes", codes.toArray(String[]::new))
                .param(
                        "moves",
                        codes.stream()
                                .map(code -> "%\"fromRegion\":\"" + code)
                                .toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The listed villages of a place, and of what it came after. */
    List<String> villagesWithin(String region) {
        return db.sql(
                        """
                        select region from region
                        where region like any(?) and level = 'VILLAGE' order by region
                        """)
                .param(prefixesOf(region).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    PlacesOfDay places(LocalDate day) {
        return new PlacesOfDay(this, successions, day);
    }

    private List<String> prefixesOf(String region) {
        return Stream.concat(Stream.of(region), successions.lineage().endedInto(region).stream())
                .map(code -> Division.prefix(code) + "%")
                .toList();
    }

    /** How these places were called on that day, by code; what is not listed is left out. */
    Map<String, String> namesOf(Collection<String> regions, LocalDate on) {
        var names = new HashMap<String, String>();
        events.<RegionEvent>of(
                        regions.stream().map(code -> "region-" + code).toList(),
                        RegionListed.class,
                        RegionRenamed.class)
                .values()
                .forEach(stream -> {
                    var said = stream.stream().map(StoredEvent::event).toList();
                    names.put(said.getFirst().region(), nameOn(on, said));
                });
        return names;
    }

    /** What it was renamed to by then, or else the name it had before it was first renamed. */
    private static String nameOn(LocalDate on, List<RegionEvent> said) {
        var name = "";
        var since = LocalDate.MIN;
        for (var event : said) {
            if (event instanceof RegionListed listed) name = listed.name();
            if (event instanceof RegionRenamed renamed
                    && !renamed.occurredOn().isAfter(on)
                    && !renamed.occurredOn().isBefore(since)) {
                name = renamed.name();
                since = renamed.occurredOn();
            }
        }
        return name;
    }
}
