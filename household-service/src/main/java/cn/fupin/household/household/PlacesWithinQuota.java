package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.QUOTA_EXCEEDED;
import static cn.fupin.household.household.HouseholdReason.QUOTA_UNKNOWN;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.division.Division;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.IdentificationEvent.HouseholdRegistered;
import cn.fupin.household.household.RegisterEvent.HouseholdRemoved;
import cn.fupin.household.household.StandingEvent.HouseholdMerged;
import cn.fupin.household.household.StandingEvent.HouseholdSplit;
import cn.fupin.household.quota.QuotaEvent.QuotaAllocated;
import cn.fupin.household.region.Successions;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Persons registered stay within the ceiling of every quota above them: village, township, county
 * and so on, as far as any is allocated for the year; at least one must be. Removal gives the
 * places back, since the household should not have been there. Exit does not: a place is for one
 * identification of a year, and nobody else is identified because somebody got out of poverty; so
 * an exit that is taken back takes none. A relapse takes places of its own year, unless the
 * household still holds places of that same year. A suspended household keeps its places. When two
 * households are merged, or one is split, the places go with the persons: nobody's are given back
 * and none are taken. Where a division has ended and has no quota of the year, the places are those
 * of what came after it.
 */
@Component
class PlacesWithinQuota {
    static final String CONSTRAINT = "quota_places_within_ceiling";

    private final JdbcClient db;
    private final HouseholdPlaces places;
    private final Successions successions;

    PlacesWithinQuota(JdbcClient db, HouseholdPlaces places, Successions successions) {
        this.db = db;
        this.places = places;
        this.successions = successions;
    }

    /** A quota that comes after registrations begins with their persons. */
    @EventHandler
    void on(QuotaAllocated e) {
        lock("", e.year());
        var there =
                db.sql(
                                """
                                select coalesce(sum(persons), 0) from quota_place
                                where year = ? and not released and starts_with(region, ?)
                                """)
                        .params(e.year(), Division.prefix(e.region()))
                        .query(Long.class)
                        .single();
        if (there > e.ceilingPersons() && CurrentUnitOfWork.isStarted()) {
            throw exceeded(e.region(), there, e.ceilingPersons());
        }
        db.sql("insert into quota values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(e.quotaId(), e.region(), e.year(), e.persons(), e.ceilingPersons(), there)
                .update();
    }

    @EventHandler
    void on(HouseholdRegistered e) {
        take(e.householdId(), e.region(), e.quotaYear(), e.persons());
    }

    @EventHandler
    void on(HouseholdRelapsed e) {
        var place = Objects.requireNonNull(places.of(e.householdId(), e.occurredOn()));
        take(e.householdId(), place.region(), e.quotaYear(), e.persons());
    }

    /** Only the household itself adds years to its places: the year read here stays the latest. */
    @EventHandler
    void on(HouseholdRemoved e) {
        db.sql("select year from quota_place where household_id = ? order by year desc limit 1")
                .param(e.householdId())
                .query(Integer.class)
                .optional()
                .ifPresent(latest -> release(e.householdId(), latest));
    }

    private void release(String householdId, int year) {
        lockAgainstAllocation(year);
        db.sql(
                        """
                        update quota_place set released = true
                        where household_id = ? and year = ? and not released
                        returning region, persons
                        """)
                .params(householdId, year)
                .query(Released.class)
                .optional()
                .ifPresent(places -> use(places.region(), year, -places.persons()));
    }

    private record Released(String region, int persons) {}

    @EventHandler
    void on(HouseholdMerged e) {
        handOver(e.householdId(), e.intoHouseholdId(), Integer.MAX_VALUE);
    }

    @EventHandler
    void on(HouseholdSplit e) {
        handOver(e.householdId(), e.newHouseholdId(), e.personIds().size());
    }

    private void handOver(String from, String to, int most) {
        db.sql(
                        """
                        select year, region, least(persons, ?) as persons from quota_place
                        where household_id = ? and not released and persons > 0 order by year
                        """)
                .params(most, from)
                .query(Places.class)
                .list()
                .forEach(places -> handOver(from, to, places));
    }

    private record Places(int year, String region, int persons) {}

    /** Where the other has places of that year they are counted where those are. */
    private void handOver(String from, String to, Places places) {
        lockAgainstAllocation(places.year());
        db.sql("update quota_place set persons = persons - ? where household_id = ? and year = ?")
                .params(places.persons(), from, places.year())
                .update();
        var counted =
                db.sql(
                                """
                                insert into quota_place values (?, ?, ?, ?)
                                on conflict (household_id, year) do update
                                set persons = quota_place.persons + excluded.persons
                                returning region
                                """)
                        .params(to, places.year(), places.region(), places.persons())
                        .query(String.class)
                        .single();
        if (counted.equals(places.region())) return;
        use(places.region(), places.year(), -places.persons());
        use(counted, places.year(), places.persons());
    }

    private void take(String householdId, String region, int year, int persons) {
        lockAgainstAllocation(year);
        var taken =
                db.sql("insert into quota_place values (?, ?, ?, ?) on conflict do nothing")
                        .params(householdId, year, region, persons)
                        .update();
        if (taken == 1 && use(region, year, persons) == 0) {
            takeOfSuccessor(householdId, region, year, persons);
        }
    }

    /** From then on they lie in the successor, where a later quota and a removal look for them. */
    private void takeOfSuccessor(String householdId, String region, int year, int persons) {
        var counted = successions.firstOf(region, code -> hasQuota(code, year) ? code : null);
        if (counted == null) {
            throw new Refused(QUOTA_UNKNOWN, Map.of("region", region, "year", year));
        }
        db.sql("update quota_place set region = ? where household_id = ? and year = ?")
                .params(counted, householdId, year)
                .update();
        use(counted, year, persons);
    }

    private boolean hasQuota(String region, int year) {
        return db.sql(
                        "select exists (select from quota where year = :year and division in (:lineage))")
                .param("year", year)
                .param("lineage", Division.lineage(region))
                .query(Boolean.class)
                .single();
    }

    private record Free(String division, int left) {}

    /**
     * The rows are locked in the order of their ids before any is changed. Written again from the
     * events, of two that waited for each other either may come first: only the end is held to it.
     */
    private int use(String region, int year, int persons) {
        var free =
                db.sql(
                                """
                                select division, ceiling_persons - used_persons as "left" from quota
                                where year = :year and division in (:lineage)
                                order by quota_id for update
                                """)
                        .param("year", year)
                        .param("lineage", Division.lineage(region))
                        .query(Free.class)
                        .list();
        free.stream()
                .min(Comparator.comparing(Free::left))
                .filter(f -> f.left() < persons && CurrentUnitOfWork.isStarted())
                .ifPresent(f -> {
                    throw exceeded(f.division(), persons, f.left());
                });
        return db.sql(
                        """
                        update quota set used_persons = used_persons + :persons
                        where year = :year and division in (:lineage)
                        """)
                .param("persons", persons)
                .param("year", year)
                .param("lineage", Division.lineage(region))
                .update();
    }

    private static Refused exceeded(String division, long needed, int left) {
        return new Refused(
                QUOTA_EXCEEDED, Map.of("division", division, "needed", needed, "left", left));
    }

    /**
     * Shared: households do not wait for each other here, only for a quota being allocated. Without
     * it the new quota would count places as they were, and never hear of those that change.
     */
    private void lockAgainstAllocation(int year) {
        lock("_shared", year);
    }

    private void lock(String mode, int year) {
        db.sql(
                        "select pg_advisory_xact_lock%s(hashtext('fupin quota of a year'), ?)"
                                .formatted(mode))
                .param(year)
                .query((_, _) -> true)
                .list();
    }
}
