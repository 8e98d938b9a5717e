package cn.fupin.household.household;

import cn.fupin.household.exclusion.Exclusions;
import cn.fupin.household.exclusion.Exclusions.Match;
import cn.fupin.household.household.EntryTakenBack.ClearanceTakenBack;
import cn.fupin.household.household.FileEvent.ExclusionCleared;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds a household's persons against the lists, for the door and for whoever asks beforehand. */
@Component
class Screenings {
    /**
     * @param cleared whether it was looked into by that day and stands in nobody's way
     */
    record Shown(Match match, boolean cleared) {}

    private record Cleared(String personId, String item) {}

    private final JdbcClient db;
    private final HouseholdPlaces places;
    private final Exclusions exclusions;
    private final RecordedMembers members;

    Screenings(
            JdbcClient db, HouseholdPlaces places, Exclusions exclusions, RecordedMembers members) {
        this.db = db;
        this.places = places;
        this.exclusions = exclusions;
        this.members = members;
    }

    Screening of(String householdId, LocalDate on) {
        var place = places.of(householdId, on);
        if (place == null) return Screening.NOT_NEEDED;
        var rules = exclusions.inForce(place.region(), on);
        if (rules.isEmpty()) return Screening.NOT_NEEDED;
        // Who has left was a member of an earlier day, and that day may be the one asked.
        var persons = members.of(householdId).keySet();
        return new Screening(true, persons, exclusions.matches(persons, rules, on));
    }

    /** Of its members now: who has left is no business of whoever asks today. */
    List<Shown> shown(String householdId, LocalDate on) {
        var present =
                db.sql("select person_id from active_person where household_id = ?")
                        .param(householdId)
                        .query(String.class)
                        .set();
        var matches =
                of(householdId, on).matches().stream()
                        .filter(match -> present.contains(match.personId()))
                        .toList();
        var cleared = clearances(householdId, on);
        return matches.stream()
                .map(match ->
                        new Shown(
                                match,
                                cleared.contains(new Cleared(match.personId(), match.item()))))
                .toList();
    }

    private Set<Cleared> clearances(String householdId, LocalDate on) {
        return db.sql(
                        """
                        select distinct person_id, item from exclusion_clearance
                        where household_id = ? and cleared_on <= ?
                        """)
                .params(householdId, on)
                .query(Cleared.class)
                .set();
    }

    @EventHandler
    void on(ExclusionCleared e) {
        db.sql(
                        """
                        insert into exclusion_clearance (household_id, person_id, item, cleared_on)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(e.householdId(), e.personId(), e.item(), e.occurredOn())
                .update();
    }

    @EventHandler
    void on(ClearanceTakenBack e) {
        db.sql(
                        """
                        delete from exclusion_clearance
                        where household_id = ? and person_id = ? and item = ? and cleared_on = ?
                        """)
                .params(e.householdId(), e.personId(), e.item(), e.clearedOn())
                .update();
    }
}
