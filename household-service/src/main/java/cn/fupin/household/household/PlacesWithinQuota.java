package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.QUOTA_EXCEEDED;
import static cn.fupin.household.household.HouseholdReason.QUOTA_UNKNOWN;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.division.Division;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.IdentificationEvent.HouseholdRegistered;
import cn.fupin.household.household.RegisterEvent.HouseholdRemoved;
import cn.fupin.household.household.StandingEvent.End;
import cn.fupin.household.household.StandingEvent.EndRevoked;
import cn.fupin.household.household.StandingEvent.HouseholdMerged;
import cn.fupin.household.household.StandingEvent.HouseholdSplit;
import cn.fupin.household.household.StandingEvent.RelapseRevoked;
import cn.fupin.household.quota.QuotaEvent.QuotaAdjusted;
import cn.fupin.household.quota.QuotaEvent.QuotaAllocated;
import cn.fupin.household.quota.QuotaEvent.QuotaCorrected;
import cn.fupin.household.region.Successions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Persons registered stay within the ceiling of every quota above them: village, township, county
 * and so on, as far as any is allocated for the year; at least one must be. Removal gives the
 * places back, since the household should not have been there; a removal that is taken back takes
 * them again. Exit does not: a place is for one identification of a year, and nobody else is
 * identified because somebody got out of poverty; so an exit that is taken back takes none. A
 * relapse takes places of its own year, unless the household still holds places of that same year,
 * and gives them back when it is taken back. A suspended household keeps its places. When two
 * households are merged, or one is split, the places go with the persons: nobody's are given back
 * and none are taken; that two were one is a fact, and where the other's division has no place left
 * they lie over its ceiling, as those who are born later do. Where a division has ended and has no
 * quota of the year, the places are those of what came after it. All this holds of every day,
 * whenever it is recorded: places count from the day they are taken to the day they are given back,
 * and on no day is more used than the ceiling of that day, whether somebody registers as of an
 * earlier day or a ceiling is adjusted or corrected.
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
        held(e.region(), e.year(), e.ceilingPersons(), e.occurredOn(), null);
        var there =
                db.sql(
                                """
                                select coalesce(sum(persons), 0) from quota_place
                                where year = ? and not released and starts_with(region, ?)
                                """)
                        .params(e.year(), Division.prefix(e.region()))
                        .query(Long.class)
                        .single();
        db.sql(
                        """
                        insert into quota values (?, ?, ?, ?, ?, ?, greatest(0, ? - ?))
                        on conflict do nothing
                        """)
                .params(e.quotaId(), e.region(), e.year(), e.persons(), e.ceilingPersons(), there)
                .params(there, e.ceilingPersons())
                .update();
    }

    /** It is the latest amount: it holds from its day on. */
    @EventHandler
    void on(QuotaAdjusted e) {
        lock("", e.year());
        if (lowers(e.quotaId(), e.ceilingPersons())) {
            held(e.region(), e.year(), e.ceilingPersons(), e.occurredOn(), null);
        }
        amount(e.quotaId(), e.persons(), e.ceilingPersons());
    }

    @EventHandler
    void on(QuotaCorrected e) {
        lock("", e.year());
        var next =
                db.sql(
                                """
                                select min(effective_on) from quota_amount
                                where quota_id = ? and effective_on > ?
                                """)
                        .params(e.quotaId(), e.amountOn())
                        .query((row, _) -> row.getObject(1, LocalDate.class))
                        .optional()
                        .orElse(null);
        if (e.ceilingPersonsBefore() == null || e.ceilingPersons() < e.ceilingPersonsBefore()) {
            held(e.region(), e.year(), e.ceilingPersons(), e.amountOn(), next);
        }
        if (next == null) amount(e.quotaId(), e.persons(), e.ceilingPersons());
    }

    /** One that rises is refused for nothing, even where persons lie over it all the same. */
    private boolean lowers(String quotaId, int ceiling) {
        return db.sql("select ceiling_persons > ? from quota where quota_id = ?")
                .params(ceiling, quotaId)
                .query(Boolean.class)
                .single();
    }

    private void held(
            String division, int year, int ceiling, LocalDate from, @Nullable LocalDate until) {
        if (!CurrentUnitOfWork.isStarted()) return;
        var used = used(division, year);
        var days = new TreeSet<>(Set.of(from));
        days.addAll(used.tailMap(from).keySet());
        for (var day : until == null ? days : days.headSet(until)) {
            var persons = on(day, used);
            if (persons > ceiling) throw exceeded(division, persons, ceiling);
        }
    }

    private void amount(String quotaId, int persons, int ceiling) {
        db.sql(
                        """
                        update quota set persons = :persons, ceiling_persons = :ceiling,
                            over_persons = greatest(0, used_persons - :ceiling)
                        where quota_id = :quota
                        """)
                .param("persons", persons)
                .param("ceiling", ceiling)
                .param("quota", quotaId)
                .update();
    }

    private NavigableMap<LocalDate, Integer> ceilings(String division, int year) {
        var ceilings = new TreeMap<LocalDate, Integer>();
        db.sql(
                        "select effective_on, ceiling_persons from quota_amount where division = ? and year = ?")
                .params(division, year)
                .query((row, _) -> ceilings.put(row.getObject(1, LocalDate.class), row.getInt(2)))
                .list();
        return ceilings;
    }

    /** Before the first amount that one holds too: it begins with who is there. */
    private static @Nullable Integer ceilingOn(
            NavigableMap<LocalDate, Integer> ceilings, LocalDate day) {
        var then = ceilings.floorEntry(day);
        if (then == null) then = ceilings.firstEntry();
        return then == null ? null : then.getValue();
    }

    /** How many persons' places of the year are used in the division, from which day on. */
    private NavigableMap<LocalDate, Long> used(String division, int year) {
        var used = new TreeMap<LocalDate, Long>();
        var sum = new long[1];
        db.sql(
                        """
                        select day, sum(persons) from quota_change
                        where year = ? and starts_with(region, ?) group by day order by day
                        """)
                .params(year, Division.prefix(division))
                .query((row, _) ->
                        used.put(row.getObject(1, LocalDate.class), sum[0] += row.getLong(2)))
                .list();
        return used;
    }

    private static long on(LocalDate day, NavigableMap<LocalDate, Long> used) {
        var then = used.floorEntry(day);
        return then == null ? 0 : then.getValue();
    }

    @EventHandler
    void on(HouseholdRegistered e) {
        take(e.householdId(), e.region(), e.quotaYear(), e.persons(), e.occurredOn());
    }

    @EventHandler
    void on(HouseholdRelapsed e) {
        var place = Objects.requireNonNull(places.of(e.householdId(), e.occurredOn()));
        take(e.householdId(), place.region(), e.quotaYear(), e.persons(), e.occurredOn());
    }

    /** Only the household itself adds years to its places: the year read here stays the latest. */
    @EventHandler
    void on(HouseholdRemoved e) {
        db.sql(
                        """
                        select year from quota_place where household_id = ? and not released
                        order by year desc limit 1
                        """)
                .param(e.householdId())
                .query(Integer.class)
                .optional()
                .ifPresent(latest -> release(e.householdId(), latest, e.occurredOn()));
    }

    private void release(String householdId, int year, LocalDate on) {
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
                .ifPresent(places -> {
                    use(places.region(), year, -places.persons(), on);
                    changed(householdId, year, places.region(), on, -places.persons());
                });
    }

    private record Released(String region, int persons) {}

    /** Written where the quotas above are locked already, and counted by whoever comes after. */
    private void changed(String householdId, int year, String region, LocalDate on, int persons) {
        db.sql(
                        """
                        insert into quota_change (household_id, year, region, day, persons) values (?, ?, ?, ?, ?)
                        on conflict (household_id, year, region, day) do update
                        set persons = quota_change.persons + excluded.persons
                        """)
                .params(householdId, year, region, on, persons)
                .update();
    }

    /**
     * What that relapse took is given back; where it held places of the year already it took none.
     */
    @EventHandler
    void on(RelapseRevoked e) {
        var took =
                db.sql(
                                """
                                select exists (
                                    select from quota_change
                                    where household_id = ? and year = ? and day = ? and persons > 0)
                                """)
                        .params(e.householdId(), e.quotaYear(), e.relapsedOn())
                        .query(Boolean.class)
                        .single();
        if (took) release(e.householdId(), e.quotaYear(), e.occurredOn());
    }

    /**
     * What the removal gave back is taken again, where there is still room on that day and since.
     */
    @EventHandler
    void on(EndRevoked e) {
        if (e.ended() != End.REMOVAL) return;
        db.sql(
                        """
                        select year from quota_place p
                        where household_id = ? and released and exists (
                            select from quota_change c
                            where c.household_id = p.household_id and c.year = p.year
                              and c.day = ? and c.persons <= 0)
                        order by year limit 1
                        """)
                .params(e.householdId(), e.endedOn())
                .query(Integer.class)
                .optional()
                .ifPresent(latest -> takeAgain(e.householdId(), latest, e.occurredOn()));
    }

    private void takeAgain(String householdId, int year, LocalDate on) {
        lockAgainstAllocation(year);
        db.sql(
                        """
                        update quota_place set released = false
                        where household_id = ? and year = ? and released
                        returning region, persons
                        """)
                .params(householdId, year)
                .query(Released.class)
                .optional()
                .ifPresent(places -> {
                    use(places.region(), year, places.persons(), on);
                    changed(householdId, year, places.region(), on, places.persons());
                });
    }

    @EventHandler
    void on(HouseholdMerged e) {
        handOver(e.householdId(), e.intoHouseholdId(), Integer.MAX_VALUE, e.occurredOn());
    }

    @EventHandler
    void on(HouseholdSplit e) {
        handOver(e.householdId(), e.newHouseholdId(), e.personIds().size(), e.occurredOn());
    }

    private void handOver(String from, String to, int most, LocalDate on) {
        db.sql(
                        """
                        select year, region, least(persons, ?) as persons from quota_place
                        where household_id = ? and not released and persons > 0 order by year
                        """)
                .params(most, from)
                .query(Places.class)
                .list()
                .forEach(places -> handOver(from, to, places, on));
    }

    private record Places(int year, String region, int persons) {}

    /**
     * Where the other has places of that year they are counted where those are, from that day on.
     */
    private void handOver(String from, String to, Places places, LocalDate on) {
        lockAgainstAllocation(places.year());
        db.sql("update quota_place set persons = persons - ? where household_id = ? and year = ?")
                .params(places.persons(), from, places.year())
                .update();
        var counted =
                db.sql(
                                """
                                insert into quota_place (household_id, year, region, persons) values (?, ?, ?, ?)
                                on conflict (household_id, year) do update
                                set persons = quota_place.persons + excluded.persons
                                returning region
                                """)
                        .params(to, places.year(), places.region(), places.persons())
                        .query(String.class)
                        .single();
        if (!counted.equals(places.region())) {
            goOver(places.region(), counted, places.year(), places.persons());
            changed(from, places.year(), places.region(), on, -places.persons());
            changed(to, places.year(), counted, on, places.persons());
        }
    }

    /** Out of the quotas above the one place and into those above the other; all locked at once. */
    private void goOver(String from, String to, int year, int persons) {
        var out = new HashSet<>(Division.lineage(from));
        var into = new HashSet<>(Division.lineage(to));
        var above = Set.copyOf(out);
        out.removeAll(into);
        into.removeAll(above);
        var all = new HashSet<>(out);
        all.addAll(into);
        locked(all, year);
        db.sql(
                        """
                        update quota set used_persons = used_persons + change,
                            over_persons = greatest(0, used_persons + change - ceiling_persons)
                        from (select quota_id as id, case when division = any(:into) then :persons else - :persons end as change
                              from quota where year = :year and division = any(:all)) c
                        where quota_id = c.id
                        """)
                .param("into", into.toArray(String[]::new))
                .param("persons", persons)
                .param("year", year)
                .param("all", all.toArray(String[]::new))
                .update();
    }

    private void take(String householdId, String region, int year, int persons, LocalDate on) {
        lockAgainstAllocation(year);
        var taken =
                db.sql(
                                """
                                insert into quota_place (household_id, year, region, persons)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(householdId, year, region, persons)
                        .update();
        if (taken == 0 && !takenAnew(householdId, region, year, persons)) return;
        if (use(region, year, persons, on) > 0) {
            changed(householdId, year, region, on, persons);
        } else {
            takeOfSuccessor(householdId, region, year, persons, on);
        }
    }

    /** Those that a relapse took and gave back when it was taken back. */
    private boolean takenAnew(String householdId, String region, int year, int persons) {
        return db.sql(
                                """
                                update quota_place set region = ?, persons = ?, released = false
                                where household_id = ? and year = ? and released
                                """)
                        .params(region, persons, householdId, year)
                        .update()
                > 0;
    }

    /** From then on they lie in the successor, where a later quota and a removal look for them. */
    private void takeOfSuccessor(
            String householdId, String region, int year, int persons, LocalDate on) {
        var counted = successions.firstOf(region, code -> hasQuota(code, year) ? code : null);
        if (counted == null) {
            throw new Refused(QUOTA_UNKNOWN, Map.of("region", region, "year", year));
        }
        db.sql("update quota_place set region = ? where household_id = ? and year = ?")
                .params(counted, householdId, year)
                .update();
        use(counted, year, persons, on);
        changed(householdId, year, counted, on, persons);
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
    private int use(String region, int year, int persons, LocalDate on) {
        var lineage = Division.lineage(region);
        var free = locked(lineage, year);
        var held = persons > 0 && CurrentUnitOfWork.isStarted();
        if (held) {
            var since = since(free, year, on);
            free.stream()
                    .map(f ->
                            Objects.requireNonNull(since.get(f.division())).mayHaveLess(f, persons)
                                    ? left(f.division(), year, on)
                                    : f)
                    .min(Comparator.comparing(Free::left))
                    .filter(f -> f.left() < persons)
                    .ifPresent(f -> {
                        throw exceeded(f.division(), persons, f.left());
                    });
        }
        return db.sql(
                        """
                        update quota set used_persons = used_persons + :persons,
                            over_persons = case when :held then over_persons
                                else greatest(0, used_persons + :persons - ceiling_persons) end
                        where year = :year and division in (:lineage)
                        """)
                .param("persons", persons)
                .param("held", held)
                .param("year", year)
                .param("lineage", lineage)
                .update();
    }

    private List<Free> locked(Collection<String> divisions, int year) {
        return db.sql(
                        """
                        select division, ceiling_persons - used_persons as "left"
                        from quota
                        where year = :year and division = any(:divisions)
                        order by quota_id for update
                        """)
                .param("year", year)
                .param("divisions", divisions.toArray(String[]::new))
                .query(Free.class)
                .list();
    }

    /**
     * What there is in a division after a day.
     *
     * @param amended whether another ceiling holds then
     * @param givenBack how many places were given back, or went over to another
     */
    private record Since(String division, boolean amended, int givenBack) {
        /** On no day was more used than now and what was given back since together. */
        boolean mayHaveLess(Free now, int persons) {
            return amended || (givenBack > 0 && now.left() - givenBack < persons);
        }
    }

    /** Asked once they are locked, so that it sees what those did who were waited for. */
    private Map<String, Since> since(List<Free> free, int year, LocalDate on) {
        var divisions = free.stream().map(Free::division).toList();
        return db
                .sql(
                        """
                        select d.division,
                            exists (
                                select from quota_amount a
                                where a.division = d.division and a.year = :year and a.effective_on > :on
                                  and exists (select from quota_amount b where b.quota_id = a.quota_id
                                              and b.effective_on < a.effective_on)) as amended,
                            (select cast(coalesce(- sum(c.persons), 0) as int) from quota_change c
                             where c.year = :year and c.day > :on and c.persons < 0
                               and starts_with(c.region, d.prefix)) as given_back
                        from unnest(:divisions::text[], :prefixes::text[]) as d (division, prefix)
                        """)
                .param("divisions", divisions.toArray(String[]::new))
                .param("prefixes", divisions.stream().map(Division::prefix).toArray(String[]::new))
                .param("year", year)
                .param("on", on)
                .query(Since.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Since::division, since -> since));
    }

    /** Of that day and all days since. */
    private Free left(String division, int year, LocalDate on) {
        var ceilings = ceilings(division, year);
        var used = used(division, year);
        var days = new TreeSet<>(Set.of(on));
        days.addAll(ceilings.tailMap(on).keySet());
        days.addAll(used.tailMap(on).keySet());
        var left =
                days.stream()
                        .mapToLong(day ->
                                Objects.requireNonNull(ceilingOn(ceilings, day)) - on(day, used))
                        .min()
                        .orElseThrow();
        return new Free(division, Math.toIntExact(left));
    }

    private static Refused exceeded(String division, long needed, int left) {
        return new Refused(
                QUOTA_EXCEEDED,
                Map.of("division", division, "needed", needed, "left", Math.max(0, left)));
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
