package cn.fupin.household.household;

import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.HelpEvent.HouseholdMoved;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import cn.fupin.household.region.ExitCount;
import cn.fupin.household.region.Successions;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * On which days households came onto the register and left poverty, and where they lay then. An
 * exit or a relapse may be taken back, so whoever relies on a day asks again under a lock while the
 * event is appended.
 */
@Component
public class RegisterDays implements ExitCount {
    /** Of the register, again by a relapse, or by a split since the other was; out of poverty. */
    public enum Day {
        ENTERED,
        EXITED
    }

    private final JdbcClient db;
    private final HouseholdPlaces places;
    private final Successions successions;

    RegisterDays(JdbcClient db, HouseholdPlaces places, Successions successions) {
        this.db = db;
        this.places = places;
        this.successions = successions;
    }

    /**
     * Taken before the end of the exit, or of the relapse, is recorded: whoever announces these
     * days comes wholly before it or wholly after it, in the record too.
     */
    void take(String householdId) {
        db.sql("select on_day from register_day where household_id = ? for update")
                .param(householdId)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Nobody takes back an exit or a relapse of theirs before this transaction has ended. */
    public void hold(Day day, List<String> householdIds) {
        db.sql(
                        """
                        select household_id from register_day
                        where household_id = any(:households) and standing = :day
                        order by household_id, on_day for share
                        """)
                .param("households", householdIds.toArray(String[]::new))
                .param("day", day.name())
                .query(String.class)
                .list();
    }

    /**
     * Whether each of them lay in that division, or in one it came after, on its last such day by
     * then; one that had none lies where it does now.
     */
    public boolean areWithin(Day day, List<String> householdIds, String division, LocalDate by) {
        var regions =
                db.sql(
                                """
                                select coalesce((
                                    select region from register_day
                                    where household_id = p.household_id and standing = :day and on_day <= :by
                                      and coalesce(revoked_on > :by, true)
                                    order by on_day desc limit 1), p.region)
                                from household_place p where household_id = any(:households)
                                """)
                        .param("households", householdIds.toArray(String[]::new))
                        .param("day", day.name())
                        .param("by", by)
                        .query(String.class)
                        .list();
        var lineage = successions.lineage();
        return regions.size() == householdIds.size()
                && regions.stream().distinct().allMatch(each -> lineage.liesIn(each, division));
    }

    /** One of them that had no such day by then, or of which it was taken back by then; or null. */
    public @Nullable String without(Day day, List<String> householdIds, LocalDate by) {
        return db.sql(
                        """
                        select id from unnest(:households) id
                        where not exists (
                            select from register_day
                            where household_id = id and standing = :day and on_day <= :by
                              and coalesce(revoked_on > :by, true))
                        order by id limit 1
                        """)
                .param("households", householdIds.toArray(String[]::new))
                .param("day", day.name())
                .param("by", by)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Each by its last exit of the year, and the place it lay in then or what came after that. */
    @Override
    public Exits of(String region, int year, LocalDate until) {
        var prefixes =
                successions.lineage().prefixes(region).stream()
                        .map(prefix -> prefix + "%")
                        .toArray(String[]::new);
        return db.sql(
                        """
                        select count(*)::int as households, coalesce(sum(persons), 0)::int as persons
                        from (select distinct on (household_id) region, persons from register_day
                              where standing = 'EXITED' and on_day between :first and :last
                                and coalesce(revoked_on > :until, true)
                              order by household_id, on_day desc) exits
                        where region like any(:prefixes)
                        """)
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", earlier(LocalDate.of(year, 12, 31), until))
                .param("until", until)
                .param("prefixes", prefixes)
                .query(Exits.class)
                .single();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    @EventHandler
    void on(HouseholdRegistered e) {
        day(e.householdId(), Day.ENTERED, e.occurredOn(), e.region(), e.persons());
    }

    @EventHandler
    void on(HouseholdRelapsed e) {
        day(e.householdId(), Day.ENTERED, e.occurredOn(), lay(e), e.persons());
    }

    /** An exit before the split is the other's, with all its persons. */
    @EventHandler
    void on(HouseholdSplitOff e) {
        if (e.registeredOn() == null) return;
        day(e.householdId(), Day.ENTERED, e.registeredOn(), e.region(), e.persons());
    }

    @EventHandler
    void on(HouseholdExited e) {
        day(e.householdId(), Day.EXITED, e.occurredOn(), lay(e), e.persons());
    }

    @EventHandler
    void on(ExitRevoked e) {
        revoked(e.householdId(), Day.EXITED, e.exitedOn(), e.occurredOn());
    }

    @EventHandler
    void on(RelapseRevoked e) {
        revoked(e.householdId(), Day.ENTERED, e.relapsedOn(), e.occurredOn());
    }

    private void revoked(String householdId, Day day, LocalDate of, LocalDate on) {
        db.sql(
                        """
                        update register_day set revoked_on = ?
                        where household_id = ? and standing = ? and on_day = ?
                        """)
                .params(on, householdId, day.name(), of)
                .update();
    }

    /** What was entered of days after it happened there, until the household went on. */
    @EventHandler
    void on(HouseholdMoved e) {
        db.sql(
                        """
                        update register_day set region = :region
                        where household_id = :household and on_day > :on and on_day < coalesce((
                            select min(since) from household_place_since
                            where household_id = :household and since > :on), 'infinity')
                        """)
                .param("region", e.region())
                .param("household", e.householdId())
                .param("on", e.occurredOn())
                .update();
    }

    private String lay(HouseholdEvent e) {
        return Objects.requireNonNull(places.of(e.householdId(), e.occurredOn())).region();
    }

    private void day(String householdId, Day day, LocalDate on, String region, int persons) {
        db.sql(
                        """
                        insert into register_day (household_id, standing, on_day, region, persons)
                        values (:household, :day, :on, :region, :persons)
                        on conflict (household_id, standing, on_day) do update set
                            region = excluded.region, persons = excluded.persons, revoked_on = null
                        """)
                .param("household", householdId)
                .param("day", day.name())
                .param("on", on)
                .param("region", region)
                .param("persons", persons)
                .update();
    }
}
