package cn.fupin.reporting.history;

import cn.fupin.backbone.division.Division;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.regions.Lineages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the kinds of measures are called that a division enacted beside the national list: by the
 * nearest to where the measure was said, failing that by what came after it.
 */
final class MeasureNames {
    private static final String ENACTED =
            """
            select stream_id, payload from life_events
            where stream_id = any(cast(:items as text[])) and type = 'MeasureItemEnacted'
              and source = 'household' and position <= :household
            """;

    /** Known everywhere, by terms of their own. */
    private static final Set<String> NATIONAL =
            Set.of("INDUSTRY", "RELOCATION", "ECOLOGY", "EDUCATION", "MEDICAL", "SAFETY_NET");

    private MeasureNames() {}

    /** In a Chinese sentence: a code that is known nowhere stands as entered, in quotes. */
    static String zh(String code) {
        return NATIONAL.contains(code) ? Terms.zh(code) : "“" + code + "”";
    }

    static String en(String code) {
        return NATIONAL.contains(code) ? Terms.en(code) : code;
    }

    /** By code; one that nobody enacted there, as far as is known, is not there. */
    static Map<String, String> of(Collection<LifeEvent> events, AsOf asOf, JdbcClient db) {
        var local = events.stream().filter(e -> !codes(e).isEmpty()).toList();
        if (local.isEmpty()) return Map.of();
        var lineage = Lineage.of(new Lineages(db).successions(asOf));
        var items = new LinkedHashSet<String>();
        for (var e : local) codes(e).forEach(code -> items.addAll(items(code, e, lineage)));
        var enacted = new HashMap<String, String>();
        db.sql(ENACTED)
                .paramSource(asOf.parameters().addValue("items", items.toArray(String[]::new)))
                .query(row -> {
                    enacted.put(
                            row.getString("stream_id"),
                            JsonMapper.shared()
                                    .readTree(row.getString("payload"))
                                    .path("name")
                                    .asString(""));
                });
        var names = new HashMap<String, String>();
        for (var e : local) {
            for (var code : codes(e)) {
                items(code, e, lineage).stream()
                        .filter(enacted::containsKey)
                        .findFirst()
                        .ifPresent(item -> names.put(code, enacted.get(item)));
            }
        }
        return names;
    }

    /** Of those it names that are not of the national list. */
    private static Set<String> codes(LifeEvent e) {
        if (!e.source().equals("household") || e.region().length() != 12) return Set.of();
        var said = new ArrayList<>(List.of(e.text("measure")));
        e.payload().path("measures").forEach(code -> said.add(code.asString("")));
        e.payload()
                .path("planned")
                .forEach(planned -> said.add(planned.path("measure").asString("")));
        var codes = new LinkedHashSet<>(said);
        codes.removeIf(code -> code.isEmpty() || NATIONAL.contains(code));
        return e.type().startsWith("Plan") || e.type().startsWith("Measure") ? codes : Set.of();
    }

    private static List<String> items(String code, LifeEvent e, Lineage lineage) {
        return Stream.concat(Stream.of(e.region()), lineage.successorsOf(e.region()).stream())
                .flatMap(place -> Division.lineage(place).stream())
                .distinct()
                .map(division -> "measureitem-%s-%s".formatted(division, code))
                .toList();
    }
}
