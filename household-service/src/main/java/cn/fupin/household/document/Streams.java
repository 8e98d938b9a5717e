package cn.fupin.household.document;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.division.Division;
import cn.fupin.backbone.division.Lineage.Succession;
import cn.fupin.backbone.event.Event;
import cn.fupin.household.assessment.AssessmentEvent.AssessmentCorrected;
import cn.fupin.household.document.Names.Naming;
import cn.fupin.household.household.CorrectionEvent.MemberNumberCorrected;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.ExitEvent.ExitAssessed;
import cn.fupin.household.household.HouseholdEvent;
import cn.fupin.household.household.IdentificationEvent.HouseholdAssessed;
import cn.fupin.household.household.MonitoringEvent.MonitoringAssessed;
import cn.fupin.household.household.PersonsNow;
import cn.fupin.household.household.RelapseEvent.RelapseAssessed;
import cn.fupin.household.naming.HelperEvent;
import cn.fupin.household.notice.NoticeEvent.NoticeWithdrawn;
import cn.fupin.household.region.OrganisationEvent.UnitContactEnded;
import cn.fupin.household.region.PlaceEvent.RegionListingCorrected;
import cn.fupin.household.region.PlaceEvent.RegionRenamed;
import cn.fupin.household.region.PlaceTakenBack;
import cn.fupin.household.region.PlaceTakenBack.ListingTakenBack;
import cn.fupin.household.region.PlaceTakenBack.RenamingTakenBack;
import cn.fupin.household.region.PlaceTakenBack.SuccessionTakenBack;
import cn.fupin.household.region.RegionEvent;
import cn.fupin.household.region.RegionEvent.RegionListed;
import cn.fupin.household.region.RegionEvent.RegionSuperseded;
import cn.fupin.household.region.RegionEvent.UnitContactAssigned;
import cn.fupin.household.region.Successions;
import com.google.common.hash.Hashing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** As they were when no event beyond that position was recorded. */
    Streams knownUpTo(long position) {
        return new Streams(db, events.knownUpTo(position), successions);
    }

    /** The position of an event, null while it has none. */
    @Nullable Long positionOf(StoredEvent<Event> stored) {
        return events.positionOf(stored.eventId());
    }

    long lastBefore(Instant instant) {
        return events.lastBefore(instant);
    }

    /** Whether there is such a stream, known by then or not. */
    boolean isThere(String streamId) {
        return !events.whole().of(streamId).isEmpty();
    }

    /** In the order of the stream; empty when there is no such stream. */
    List<StoredEvent<Event>> of(String streamId) {
        return events.of(streamId);
    }

    Map<String, List<StoredEvent<Event>>> of(Collection<String> streamIds) {
        return events.of(streamIds);
    }

    /**
     * How the meetings voted on which steps of these households stand, where that was corrected.
     */
    Map<String, AssessmentCorrected> corrected(Collection<List<StoredEvent<Event>>> households) {
        var meetings = new HashSet<String>();
        for (var stream : households) {
            for (var stored : stream) {
                switch (stored.event()) {
                    case HouseholdAssessed e -> meetings.add(e.assessmentId());
                    case ExitAssessed e -> meetings.add(e.assessmentId());
                    case RelapseAssessed e -> meetings.add(e.assessmentId());
                    case MonitoringAssessed e -> meetings.add(e.assessmentId());
                    default -> {}
                }
            }
        }
        if (meetings.isEmpty()) return Map.of();
        var last = new HashMap<String, AssessmentCorrected>();
        events.<AssessmentCorrected>of(meetings, AssessmentCorrected.class)
                .forEach((id, said) -> last.put(id, said.getLast().event()));
        return last;
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

    /**
     * Those of households' persons, and of others, whose key was destroyed. A paper of what was
     * known once calls them by ids from before a number was told or corrected: who they are is
     * asked of all that is recorded.
     */
    Set<String> erasedOf(Collection<Dossier> households, Collection<String> others) {
        var shown = new HashSet<>(others);
        households.forEach(household -> shown.addAll(household.personIds()));
        if (shown.isEmpty()) return Set.of();
        var goBy = events.known() == null ? Map.<String, Set<String>>of() : goBy(households);
        var all = new HashSet<>(shown);
        goBy.values().forEach(all::addAll);
        var erased = erased(all);
        goBy.forEach((person, ids) -> {
            if (ids.stream().anyMatch(erased::contains)) erased.add(person);
        });
        return erased;
    }

    /** By the ids as far as they are known: what was told of them since. */
    private Map<String, Set<String>> goBy(Collection<Dossier> households) {
        var ids = households.stream().map(Dossier::householdId).toList();
        var known = told(events, ids);
        var goBy = new HashMap<String, Set<String>>();
        var whole = told(events.whole(), ids);
        for (var household : households) {
            var all = whole.get(household.householdId());
            if (all == null) continue;
            var told = known.getOrDefault(household.householdId(), List.of());
            var last = told.isEmpty() ? -1 : told.getLast().sequence();
            var now = PersonsNow.of(all);
            for (var person : household.personIds()) {
                goBy.computeIfAbsent(person, _ -> new HashSet<>()).add(now.after(last, person));
            }
        }
        return goBy;
    }

    private static Map<String, List<StoredEvent<HouseholdEvent>>> told(
            StoredEvents events, List<String> householdIds) {
        return events.of(householdIds, MemberIdentified.class, MemberNumberCorrected.class);
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
        return db
                .sql(
                        """
                        select notice_id from notice
                        where region = any(:places) and hotline is not null and posted_on <= :day
                          and (:earlier or withdrawn_on is null or withdrawn_on > :day)
                        order by region desc, posted_on desc, notice_id
                        """)
                .param("places", Division.lineage(village).toArray(String[]::new))
                .param("day", asOf)
                .param("earlier", events.known() != null)
                .query(String.class)
                .list()
                .stream()
                .map(this::of)
                .filter(notice -> !notice.isEmpty() && !isWithdrawn(notice, asOf))
                .map(List::getFirst)
                .findFirst()
                .orElse(null);
    }

    private static boolean isWithdrawn(List<StoredEvent<Event>> notice, LocalDate asOf) {
        return notice.stream()
                .map(StoredEvent::event)
                .anyMatch(e -> e instanceof NoticeWithdrawn && !e.occurredOn().isAfter(asOf));
    }

    /** The units in contact with these households on that day, by the words of their villages. */
    Contacts contacts(Collection<Dossier> dossiers, LocalDate asOf) {
        var lineage = divisions().lineage();
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
        var villages = listedWithin(region);
        if (events.known() == null) return villages;
        var known = namesOf(villages, LocalDate.MAX).keySet();
        return villages.stream().filter(known::contains).toList();
    }

    private List<String> listedWithin(String region) {
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
        return new PlacesOfDay(this, divisions(), day);
    }

    /** What became of divisions, by what is known. */
    private Ended divisions() {
        if (events.known() == null) return new Ended(successions.all());
        var ended =
                db.sql(
                                "select distinct stream_id from events where payload_type = 'RegionSuperseded'")
                        .query(String.class)
                        .list();
        return new Ended(
                events
                        .<RegionEvent>of(ended, RegionSuperseded.class, SuccessionTakenBack.class)
                        .values()
                        .stream()
                        .flatMap(stream -> standing(stream).stream())
                        .filter(RegionSuperseded.class::isInstance)
                        .map(event -> (RegionSuperseded) event)
                        .map(e -> new Succession(e.region(), e.occurredOn(), e.successors()))
                        .sorted(Comparator.comparing(Succession::region))
                        .toList());
    }

    private List<String> prefixesOf(String region) {
        return Stream.concat(Stream.of(region), divisions().lineage().endedInto(region).stream())
                .map(code -> Division.prefix(code) + "%")
                .toList();
    }

    /** How these places were called on that day, by code; what is not listed is left out. */
    Map<String, String> namesOf(Collection<String> regions, LocalDate on) {
        var names = new HashMap<String, String>();
        events.<RegionEvent>of(
                        regions.stream().map(code -> "region-" + code).toList(),
                        RegionListed.class,
                        RegionListingCorrected.class,
                        RegionRenamed.class,
                        ListingTakenBack.class,
                        RenamingTakenBack.class)
                .values()
                .forEach(stream -> {
                    var said = standing(stream);
                    if (!said.isEmpty()) names.put(said.getFirst().region(), nameOn(on, said));
                });
        return names;
    }

    /** What was not taken back since. */
    private static List<RegionEvent> standing(List<StoredEvent<RegionEvent>> stream) {
        var wrong =
                stream.stream()
                        .map(StoredEvent::event)
                        .filter(PlaceTakenBack.class::isInstance)
                        .map(event -> ((PlaceTakenBack) event).correctsEventId())
                        .collect(Collectors.toSet());
        return stream.stream()
                .filter(stored -> !wrong.contains(stored.eventId()))
                .map(StoredEvent::event)
                .filter(event -> !(event instanceof PlaceTakenBack))
                .toList();
    }

    /** What it was renamed to by then, or else the name it had before it was first renamed. */
    private static String nameOn(LocalDate on, List<RegionEvent> said) {
        var name = "";
        var since = LocalDate.MIN;
        for (var event : said) {
            if (event instanceof RegionListed listed) name = listed.name();
            if (event instanceof RegionListingCorrected corrected && since.equals(LocalDate.MIN)) {
                name = corrected.name();
            }
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
