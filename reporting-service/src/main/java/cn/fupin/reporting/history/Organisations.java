package cn.fupin.reporting.history;

import static java.util.stream.Collectors.groupingBy;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.HelperNames;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Who sees to the places of a region, place by place in the order of their codes, within the
 * caller's snapshot.
 */
public final class Organisations {
    private static final String[] TYPES = {
        "FirstSecretaryAppointed",
        "FirstSecretaryRecalled",
        "HelperUnitAssigned",
        "HelperUnitReleased",
        "WorkTeamFormed",
        "WorkTeamStaffed",
        "WorkTeamWithdrawn",
        "LeadingGroupFormed",
        "UnitContactAssigned",
        "UnitContactEnded",
        "StaffAppointed",
        "StaffReleased"
    };

    private static final String PLACES =
            """
            select distinct e.region
            from life_events e
            where e.source = 'household' and e.kind = 'region' and e.type = any(:types) and {in e.region}
              and e.effective_on <= :effective and e.position <= :household and e.region > :after
            order by e.region
            limit :limit
            """;

    private static final String EVENTS =
            """
            select e.*, true as names
            from life_events e
            where e.source = 'household' and e.kind = 'region' and e.type = any(:types) and e.region = any(:places)
              and e.effective_on <= :effective and e.position <= :household
            order by e.region, e.effective_on, e.sequence
            """;

    private final JdbcClient db;

    public Organisations(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param next what to ask for as {@code after}; null on the last page
     */
    public record Page(List<Organisation> places, @Nullable String next) {}

    /**
     * @param after the code behind which the page begins; empty for the first
     * @param limit places looked at: one that nobody sees to any more is left out
     */
    public Page page(Scope scope, AsOf asOf, String after, int limit) {
        var places =
                db.sql(scope.sql(PLACES))
                        .paramSource(
                                scope.addTo(asOf.parameters())
                                        .addValue("types", TYPES)
                                        .addValue("after", after)
                                        .addValue("limit", limit + 1))
                        .query(String.class)
                        .list();
        var shown = places.subList(0, Math.min(limit, places.size()));
        return new Page(
                told(shown, asOf).stream().filter(place -> !place.isNobody()).toList(),
                places.size() > limit ? shown.getLast() : null);
    }

    private List<Organisation> told(List<String> places, AsOf asOf) {
        if (places.isEmpty()) return List.of();
        var codes = places.toArray(String[]::new);
        var names = PlaceNames.of(places, asOf, db);
        var events =
                db
                        .sql(EVENTS)
                        .paramSource(
                                asOf.parameters()
                                        .addValue("types", TYPES)
                                        .addValue("places", codes))
                        .query((row, _) -> Lives.event(row))
                        .list()
                        .stream()
                        .collect(groupingBy(LifeEvent::region));
        var staff = HelperNames.of(staffIn(events.values()), asOf, db);
        return places.stream()
                .map(code ->
                        Organisation.of(
                                code,
                                names.getOrDefault(code, code),
                                events.getOrDefault(code, List.of()),
                                staff))
                .toList();
    }

    private static Set<String> staffIn(Collection<List<LifeEvent>> events) {
        var ids = new HashSet<String>();
        for (var event : events.stream().flatMap(List::stream).toList()) {
            var payload = event.payload();
            add(ids, payload);
            add(ids, payload.path("successor"));
            payload.path("members").forEach(member -> add(ids, member));
        }
        return ids;
    }

    private static void add(Set<String> ids, JsonNode person) {
        if (person.path("staffId").isString()) ids.add(person.path("staffId").asString());
    }
}
