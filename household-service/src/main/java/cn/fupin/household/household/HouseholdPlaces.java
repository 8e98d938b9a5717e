package cn.fupin.household.household;

import cn.fupin.backbone.division.Division;
import cn.fupin.household.batch.HouseholdsOnFile;
import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.HelpEvent.HouseholdMoved;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import cn.fupin.household.region.HouseholdsThere;
import cn.fupin.household.region.Successions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a household lies and lay, of which year its income is and as what it stands, so that the
 * door can look up the line and the rules that hold there. The decider compares the year again with
 * its own state.
 */
@Component
public class HouseholdPlaces implements HouseholdsOnFile, HouseholdsThere {
    record Place(String region, @Nullable Integer incomeYear) {}

    private final JdbcClient db;
    private final Successions successions;

    HouseholdPlaces(JdbcClient db, Successions successions) {
        this.db = db;
        this.successions = successions;
    }

    /** Where it lies now. */
    @Nullable Place of(String householdId) {
        return db.sql("select region, income_year from household_place where household_id = ?")
                .param(householdId)
                .query(Place.class)
                .optional()
                .orElse(null);
    }

    /** Where it lies now; null where there is no such household. */
    public @Nullable String liesIn(String householdId) {
        var place = of(householdId);
        return place == null ? null : place.region();
    }

    /** Where it lay that day; before it was put on file, where it opened. */
    @Nullable Place of(String householdId, LocalDate day) {
        return db.sql(
                        """
                        select s.region, p.income_year
                        from household_place p join household_place_since s using (household_id)
                        where household_id = :household
                        order by s.since <= :day desc, case when s.since <= :day then s.since end desc, s.since
                        limit 1
                        """)
                .param("household", householdId)
                .param("day", day)
                .query(Place.class)
                .optional()
                .orElse(null);
    }

    /**
     * Whether households were on file in a division on a day.
     *
     * @param there whether every one of them is on file and lay there that day, or where it opened
     * @param early one that was put on file after that day, null when none was
     */
    public record OnFile(boolean there, @Nullable Early early) {}

    public record Early(String householdId, LocalDate onFileSince) {}

    private record Lay(String householdId, LocalDate opened, String region) {}

    public OnFile onFile(Collection<String> householdIds, String division, LocalDate day) {
        var lay =
                db.sql(
                                """
                                select household_id, min(since) as opened, coalesce(
                                    (array_agg(region order by since desc) filter (where since <= :day))[1],
                                    (array_agg(region order by since))[1]) as region
                                from household_place_since where household_id = any(:households)
                                group by household_id order by household_id
                                """)
                        .param("households", householdIds.toArray(String[]::new))
                        .param("day", day)
                        .query(Lay.class)
                        .list();
        var lineage = successions.lineage();
        var there =
                lay.size() == householdIds.size()
                        && lay.stream().allMatch(l -> lineage.reaches(division, l.region(), day));
        var early =
                lay.stream()
                        .filter(l -> l.opened().isAfter(day))
                        .findFirst()
                        .map(l -> new Early(l.householdId(), l.opened()))
                        .orElse(null);
        return new OnFile(there, early);
    }

    @Override
    public @Nullable String elsewhere(
            Collection<String> householdIds, String village, LocalDate day) {
        var lay = new HashMap<String, String>();
        db.sql(
                        """
                        select distinct on (household_id) household_id, region from household_place_since
                        where household_id = any(:households) and since <= :day
                        order by household_id, since desc
                        """)
                .param("households", householdIds.toArray(String[]::new))
                .param("day", day)
                .query(row -> {
                    lay.put(row.getString(1), row.getString(2));
                });
        var then = successions.lineage().on(day);
        return householdIds.stream()
                .filter(id -> {
                    var place = lay.get(id);
                    return place == null || !then.liesIn(place, village);
                })
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable String unknownOf(Collection<String> householdIds) {
        return db.sql(
                        """
                        select asked.id from unnest(?) asked (id)
                        where not exists (select from household_place p where p.household_id = asked.id)
                        limit 1
                        """)
                .param(householdIds.toArray(String[]::new))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Override
    public @Nullable Later laterOf(Collection<String> householdIds, LocalDate day) {
        return db.sql(
                        """
                        select household_id, min(since) as on_file_since
                        from household_place_since where household_id = any(:households)
                        group by household_id having min(since) > :day order by household_id limit 1
                        """)
                .param("households", householdIds.toArray(String[]::new))
                .param("day", day)
                .query(Later.class)
                .optional()
                .orElse(null);
    }

    @Override
    public @Nullable Came since(String village, LocalDate day) {
        return db.sql(
                        """
                        select household_id, since as "on" from household_place_since
                        where region = ? and since >= ? order by since, household_id limit 1
                        """)
                .params(village, day)
                .query(Came.class)
                .optional()
                .orElse(null);
    }

    // By the text of what opened them or moved them, as documents look for moves.
    private static final String CAME_SINCE =
            """
            select s.household_id, s.since as "on" from household_place_since s
            where s.since >= :since and s.region like any(:heirs)
              and exists (
                select from events e
                where e.stream_id = s.household_id
                  and e.global_index > (select global_index from events where event_id = :event)
                  and e.payload_type in ('HouseholdApplied', 'HouseholdRecorded', 'HouseholdSplitOff', 'HouseholdMoved')
                  and convert_from(e.payload, 'UTF8') like '%"region":"' || s.region || '"%'
                  and (s.region like any(:founded)
                    or e.payload_type = 'HouseholdMoved'
                      and convert_from(e.payload, 'UTF8') like '%"reason":"REDIVISION"%'
                      and convert_from(e.payload, 'UTF8') like :from))
            order by s.since, s.household_id limit 1
            """;

    @Override
    public @Nullable Came cameSince(NewCodes codes) {
        return db.sql(CAME_SINCE)
                .param("since", codes.since())
                .param("event", codes.eventId())
                .param("heirs", patterns(codes.heirs()))
                .param("founded", patterns(codes.founded()))
                .param("from", "%\"fromRegion\":\"" + Division.prefix(codes.ended()) + "%")
                .query(Came.class)
                .optional()
                .orElse(null);
    }

    @Override
    public @Nullable String countedIn(String ended, Collection<String> heirs) {
        return db.sql(
                        """
                        select q.household_id from quota_place q join household_place p using (household_id)
                        where p.region like :ended and q.region not like :ended and q.region like any(:heirs)
                        order by q.household_id limit 1
                        """)
                .param("ended", Division.prefix(ended) + "%")
                .param("heirs", patterns(heirs))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static String[] patterns(Collection<String> codes) {
        return codes.stream().map(code -> Division.prefix(code) + "%").toArray(String[]::new);
    }

    @EventHandler
    void on(HouseholdApplied e) {
        opened(e, e.region(), "CANDIDATE");
    }

    @EventHandler
    void on(HouseholdRecorded e) {
        opened(e, e.region(), "ON_FILE");
    }

    @EventHandler
    void on(HouseholdSplitOff e) {
        opened(e, e.region(), e.standing().name());
    }

    private void opened(HouseholdEvent opening, String region, String standing) {
        db.sql(
                        """
                        insert into household_place (household_id, region, standing) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(opening.householdId(), region, standing)
                .update();
        lies(opening.householdId(), opening.occurredOn(), region);
    }

    @EventHandler
    void on(HouseholdOnFileApplied e) {
        standsAs(e.householdId(), "CANDIDATE");
    }

    @EventHandler
    void on(HouseholdBackOnFile e) {
        standsAs(e.householdId(), "ON_FILE");
    }

    @EventHandler
    void on(HouseholdRegistered e) {
        standsAs(e.householdId(), "REGISTERED");
    }

    @EventHandler
    void on(HouseholdRelapsed e) {
        standsAs(e.householdId(), "REGISTERED");
    }

    @EventHandler
    void on(HouseholdResumed e) {
        standsAs(e.householdId(), "REGISTERED");
    }

    @EventHandler
    void on(ExitRevoked e) {
        standsAs(e.householdId(), "REGISTERED");
    }

    @EventHandler
    void on(RelapseRevoked e) {
        standsAs(e.householdId(), "EXITED");
    }

    @EventHandler
    void on(HouseholdSuspended e) {
        standsAs(e.householdId(), "SUSPENDED");
    }

    @EventHandler
    void on(HouseholdExited e) {
        standsAs(e.householdId(), "EXITED");
    }

    /** What it stood as when its life ended is kept: its persons left a household that was that. */
    private void standsAs(String householdId, String standing) {
        db.sql("update household_place set standing = ? where household_id = ?")
                .params(standing, householdId)
                .update();
    }

    @EventHandler
    void on(HouseholdMoved e) {
        lies(e.householdId(), e.occurredOn(), e.region());
        // a move may be told after a later one
        db.sql(
                        """
                        update household_place p set region = (
                            select s.region from household_place_since s where s.household_id = p.household_id
                            order by s.since desc limit 1)
                        where p.household_id = ?
                        """)
                .param(e.householdId())
                .update();
    }

    private void lies(String householdId, LocalDate since, String region) {
        db.sql(
                        """
                        insert into household_place_since values (?, ?, ?)
                        on conflict (household_id, since) do update set region = excluded.region
                        """)
                .params(householdId, since, region)
                .update();
    }

    @EventHandler
    void on(HouseholdSurveyed e) {
        incomeOf(e.householdId(), e.incomeYear());
    }

    @EventHandler
    void on(SurveyCorrected e) {
        incomeOf(e.householdId(), e.incomeYear());
    }

    private void incomeOf(String householdId, int year) {
        db.sql("update household_place set income_year = ? where household_id = ?")
                .params(year, householdId)
                .update();
    }
}
