package cn.fupin.household.household;

import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import cn.fupin.household.region.ExitCount;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * On which days households came onto the register and left poverty. What once was there stays
 * there, so that whoever asks at the door is told what is still true when the event is appended.
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

    RegisterDays(JdbcClient db, HouseholdPlaces places) {
        this.db = db;
        this.places = places;
    }

    /** One of them that had no such day by then, or whose exit was taken back by then; or null. */
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

    /** By the place each lay in when it exited, or by what came after that. */
    @Override
    public Exits of(String region, int year, LocalDate until) {
        var all =
                db.sql(
                                """
                                select region, count(*)::int as households, sum(persons)::int as persons
                                from register_day
                                where standing = 'EXITED' and on_day between :first and :last
                                  and coalesce(revoked_on > :until, true)
                                group by region
                                """)
                        .param("first", LocalDate.of(year, 1, 1))
                        .param("last", earlier(LocalDate.of(year, 12, 31), until))
                        .param("until", until)
                        .query(OfPlace.class)
                        .list();
        var here = all.stream().filter(place -> places.isWithin(place.region(), region)).toList();
        return new Exits(
                here.stream().mapToInt(OfPlace::households).sum(),
                here.stream().mapToInt(OfPlace::persons).sum());
    }

    private record OfPlace(String region, int households, int persons) {}

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    @EventHandler
    void on(HouseholdRegistered e) {
        day(e.householdId(), Day.ENTERED, e.occurredOn(), e.region(), e.persons());
    }

    @EventHandler
    void on(HouseholdRelapsed e) {
        day(e.householdId(), Day.ENTERED, e.occurredOn(), null, e.persons());
    }

    /** An exit before the split is the other's, with all its persons. */
    @EventHandler
    void on(HouseholdSplitOff e) {
        if (e.registeredOn() == null) return;
        day(e.householdId(), Day.ENTERED, e.registeredOn(), e.region(), e.persons());
    }

    @EventHandler
    void on(HouseholdExited e) {
        day(e.householdId(), Day.EXITED, e.occurredOn(), null, e.persons());
    }

    @EventHandler
    void on(ExitRevoked e) {
        db.sql(
                        """
                        update register_day set revoked_on = ?
                        where household_id = ? and standing = 'EXITED' and on_day = ?
                        """)
                .params(e.occurredOn(), e.householdId(), e.exitedOn())
                .update();
    }

    /**
     * @param region null for where it lies by what is recorded now
     */
    private void day(
            String householdId, Day day, LocalDate on, @Nullable String region, int persons) {
        db.sql(
                        """
                        insert into register_day (household_id, standing, on_day, region, persons)
                        select :household, :day, :on, coalesce(cast(:region as text), (
                            select region from household_place where household_id = :household)), :persons
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
