package cn.fupin.reporting.history;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.TakenBack;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What places are called on a day, within the caller's snapshot. */
final class PlaceNames {
    private static final String NAMES =
            """
            select distinct on (region) region, name
            from (select event_id, region, name, effective_on, sequence, position from listed_regions
                  union all
                  select event_id, region, name, effective_on, sequence, position from region_names
                  where effective_on <= :effective) said
            where region = any(:places) and position <= :household and {stands}
            order by region, effective_on desc, sequence desc
            """
                    .replace("{stands}", TakenBack.stands("said"));

    private PlaceNames() {}

    /** Those that are listed, by code. */
    static Map<String, String> of(Collection<String> codes, AsOf asOf, JdbcClient db) {
        if (codes.isEmpty()) return Map.of();
        var names = new HashMap<String, String>();
        db.sql(NAMES)
                .paramSource(asOf.parameters().addValue("places", codes.toArray(String[]::new)))
                .query((row, _) -> names.put(row.getString("region"), row.getString("name")))
                .list();
        return names;
    }

    /** {@code 盐源县 __镇 __村}, from the county down; the code alone where nobody listed it. */
    static String title(String village, AsOf asOf, JdbcClient db) {
        var above =
                List.of(
                        village.substring(0, 6) + "000000",
                        village.substring(0, 9) + "000",
                        village);
        var names = of(above, asOf, db);
        if (!names.containsKey(village)) return village;
        return above.stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** The codes that the sentences of these events call by name. */
    static Set<String> calledIn(List<LifeEvent> events) {
        var codes = new LinkedHashSet<String>();
        for (var e : events) {
            switch (e.type()) {
                case "HouseholdMoved" -> {
                    codes.add(e.text("fromRegion"));
                    codes.add(e.region());
                }
                case "RegionListed", "RegionListingCorrected" -> codes.add(e.text("parent"));
                case "ProjectAccepted" ->
                        e.payload()
                                .path("served")
                                .forEach(place -> codes.add(place.path("region").asString("")));
                case "RegionSuperseded", "SuccessionTakenBack" -> {
                    codes.add(e.region());
                    e.payload().path("successors").forEach(c -> codes.add(c.asString("")));
                }
                default -> {} // names no other place
            }
        }
        return codes;
    }
}
