package cn.fupin.household.household;

import cn.fupin.household.division.Lineages;
import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.exclusion.Exclusions;
import cn.fupin.household.exclusion.Exclusions.Match;
import cn.fupin.household.household.FileEvent.ExclusionCleared;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    private record Cleared(String householdId, String personId, ExclusionItem item) {}

    private record Named(String householdId, String region, String personId) {}

    private final JdbcClient db;
    private final HouseholdPlaces places;
    private final Exclusions exclusions;
    private final RecordedMembers members;
    private final Lineages lineages;

    Screenings(
            JdbcClient db,
            HouseholdPlaces places,
            Exclusions exclusions,
            RecordedMembers members,
            Lineages lineages) {
        this.db = db;
        this.places = places;
        this.exclusions = exclusions;
        this.members = members;
        this.lineages = lineages;
    }

    Screening of(String householdId, LocalDate on) {
        var place = places.of(householdId);
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
        return shown(householdId, matches, clearances(List.of(householdId), on));
    }

    /**
     * The households registered as poor there whose members the lists name under a rule of the day:
     * a list that comes after a registration is held against it here.
     *
     * @return by household, in order of its id
     */
    SortedMap<String, List<Shown>> registered(String division, LocalDate on) {
        var byPlace =
                db
                        .sql(
                                """
                                select h.household_id, h.region, a.person_id
                                from household_place h join active_person a using (household_id)
                                where h.standing = 'REGISTERED' and a.person_id = any(?)
                                """)
                        .param(exclusions.named().toArray(String[]::new))
                        .query(Named.class)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Named::region));
        var lineage = lineages.lineage();
        byPlace.keySet().removeIf(place -> !lineage.liesIn(place, division));
        var matched = new TreeMap<String, List<Match>>();
        byPlace.forEach((place, named) -> {
            var household =
                    named.stream().collect(Collectors.toMap(Named::personId, Named::householdId));
            var rules = exclusions.inForce(place, on);
            for (var match : exclusions.matches(household.keySet(), rules, on)) {
                var id = Objects.requireNonNull(household.get(match.personId()));
                matched.computeIfAbsent(id, _ -> new ArrayList<>()).add(match);
            }
        });
        var cleared = clearances(matched.keySet(), on);
        var shown = new TreeMap<String, List<Shown>>();
        matched.forEach((id, matches) -> shown.put(id, shown(id, matches, cleared)));
        return shown;
    }

    private static List<Shown> shown(
            String householdId, List<Match> matches, Set<Cleared> cleared) {
        return matches.stream()
                .map(match ->
                        new Shown(
                                match,
                                cleared.contains(
                                        new Cleared(householdId, match.personId(), match.item()))))
                .toList();
    }

    private Set<Cleared> clearances(Collection<String> households, LocalDate on) {
        return db.sql(
                        """
                        select distinct household_id, person_id, item from exclusion_clearance
                        where household_id = any(?) and cleared_on <= ?
                        """)
                .params(households.toArray(String[]::new), on)
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
                .params(e.householdId(), e.personId(), e.item().name(), e.occurredOn())
                .update();
    }
}
