package cn.fupin.household.region;

import static cn.fupin.household.region.RegionReason.*;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.division.Division;
import cn.fupin.household.region.HouseholdsThere.Came;
import cn.fupin.household.region.RegionEvent.PoorVillageIdentified;
import cn.fupin.household.region.RegionEvent.RegionListed;
import cn.fupin.household.region.RegionEvent.RegionSuperseded;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on what a place is said to be: on its listing, and on its end as a division. */
@Component
class Standing {
    private final JdbcClient db;
    private final StoredEvents events;
    private final Successions successions;
    private final HouseholdsThere households;

    Standing(
            JdbcClient db,
            StoredEvents events,
            Successions successions,
            HouseholdsThere households) {
        this.db = db;
        this.events = events;
        this.successions = successions;
        this.households = households;
    }

    /**
     * @param wrong the event that is to be taken back, null when the place has none such
     */
    @Nullable Stands on(@Nullable RegionEvent wrong, String eventId) {
        return switch (wrong) {
            case null -> null;
            case RegionListed e -> onListing(e.region(), eventId);
            case RegionSuperseded e -> onSuccession(e, eventId);
            case PoorVillageIdentified e -> heirOut(e.region());
            default -> null; // what stands on it is of its own stream
        };
    }

    /** Anything that was ever recorded of the place since, or in it. */
    private @Nullable Stands onListing(String region, String eventId) {
        return ofItself(region, eventId)
                .or(() -> below(region))
                .or(() -> into(region))
                .or(() -> within(region))
                .map(id -> new Stands(SOMETHING_IS_RECORDED_THERE, Map.of("stands", id)))
                .orElse(null);
    }

    /** What was taken back since, and the taking back, is nothing. */
    private Optional<String> ofItself(String region, String eventId) {
        var stream = events.of("region-" + region);
        var gone = new HashSet<String>();
        for (var stored : stream) {
            switch (stored.event()) {
                case WorkTakenBack e -> gone.addAll(List.of(stored.eventId(), e.correctsEventId()));
                case PlaceTakenBack e ->
                        gone.addAll(List.of(stored.eventId(), e.correctsEventId()));
                default -> {} // says something of the place
            }
        }
        return stream.stream()
                .dropWhile(stored -> !stored.eventId().equals(eventId))
                .skip(1)
                .map(stored -> stored.eventId())
                .filter(id -> !gone.contains(id))
                .findFirst();
    }

    private Optional<String> below(String region) {
        return one(
                "select region from region where region like ? and region <> ? order by region limit 1",
                Division.prefix(region) + "%",
                region);
    }

    private Optional<String> into(String region) {
        return one(
                "select region from region_succession where ? = any(successors) order by region limit 1",
                region);
    }

    /** By what every event says of where it was: whatever the stream, it is found. */
    private Optional<String> within(String region) {
        return one(
                """
                select stream_id from events
                where not starts_with(stream_id, 'region-')
                  and convert_from(metadata, 'UTF8') like ?
                order by global_index limit 1
                """,
                "%\"region\":\"" + Division.prefix(region) + "%");
    }

    /**
     * What was recorded by the new codes since, and of that day or later; and whose places are
     * counted in a quota of what came after.
     */
    private @Nullable Stands onSuccession(RegionSuperseded e, String eventId) {
        var heirs = e.successors();
        var came =
                households.cameSince(
                        new HouseholdsThere.NewCodes(
                                e.region(), heirs, founded(e), e.occurredOn(), eventId));
        if (came != null) return stands(came);
        var place = listedSince(e, eventId).or(() -> endedInto(e)).orElse(null);
        if (place != null) return new Stands(PLACES_RECORDED_SINCE, Map.of("place", place));
        var counted =
                households.countedIn(e.region(), successions.lineage().successorsOf(e.region()));
        return counted == null
                ? heirOut(e.region())
                : new Stands(PLACES_TAKEN_OF_SUCCESSORS, Map.of("householdId", counted));
    }

    /** 合村并居: one that came after it, never identified itself, came out of its poverty. */
    private @Nullable Stands heirOut(String region) {
        for (var heir : successions.lineage().successorsOf(region)) {
            Region state = Region.Unlisted.NEVER_LISTED;
            for (var stored : events.of("region-" + heir)) {
                if (stored.event() instanceof RegionEvent e) state = Region.evolve(state, e);
            }
            if (state instanceof Region.Listed village
                    && village.poverty() instanceof Region.OutOfPoverty out
                    && out.before() instanceof Region.NeverPoor) {
                return new Stands(
                        A_LATER_STEP_STANDS_ON_IT,
                        Map.of("since", out.exitedOn().toString(), "place", heir));
            }
        }
        return null;
    }

    private static Stands stands(Came came) {
        return new Stands(
                HOUSEHOLDS_RECORDED_SINCE,
                Map.of("householdId", came.householdId(), "on", came.on().toString()));
    }

    /** Successors that are on the register from that very day on: they came with it. */
    private List<String> founded(RegionSuperseded e) {
        return db.sql("select region from region where region = any(?) and listed_on >= ?")
                .params(e.successors().toArray(String[]::new), e.occurredOn())
                .query(String.class)
                .list();
    }

    private Optional<String> listedSince(RegionSuperseded e, String eventId) {
        return one(
                """
                select r.region from region r
                where r.region like any(?) and r.region <> all(?) and r.listed_on >= ?
                  and exists (
                    select from events l
                    where l.stream_id = 'region-' || r.region and l.payload_type = 'RegionListed'
                      and l.global_index > (select global_index from events where event_id = ?))
                order by r.region limit 1
                """,
                patterns(e.successors()),
                e.successors().toArray(String[]::new),
                e.occurredOn(),
                eventId);
    }

    /** A village of the township that ended in a village of what came after it. */
    private Optional<String> endedInto(RegionSuperseded e) {
        return one(
                """
                select region from region_succession s
                where region like ? and region <> ?
                  and exists (select from unnest(s.successors) heir where heir like any(?))
                order by region limit 1
                """,
                Division.prefix(e.region()) + "%",
                e.region(),
                patterns(e.successors()));
    }

    static String[] patterns(Collection<String> codes) {
        return codes.stream().map(code -> Division.prefix(code) + "%").toArray(String[]::new);
    }

    private Optional<String> one(String sql, Object... params) {
        return db.sql(sql).params(Stream.of(params).toList()).query(String.class).optional();
    }
}
