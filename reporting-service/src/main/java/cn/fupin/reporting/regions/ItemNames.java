package cn.fupin.reporting.regions;

import cn.fupin.backbone.division.Division;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.reporting.asof.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the items of exclusion are called that divisions enacted: two of them may call the same code
 * differently. A place's own name goes first, then that of what it lies in, then that of what came
 * after it.
 */
public final class ItemNames {
    /** Where nobody enacted any. */
    public static final ItemNames NONE = new ItemNames(Map.of(), Lineage.UNDIVIDED);

    private record Enacted(String name, LocalDate on) {}

    private record Item(String division, String code) {}

    private final Map<Item, Enacted> enacted;
    private final Lineage lineage;

    private ItemNames(Map<Item, Enacted> enacted, Lineage lineage) {
        this.enacted = Map.copyOf(enacted);
        this.lineage = lineage;
    }

    /** All that is known by then, of whatever date; within the caller's snapshot. */
    public static ItemNames of(AsOf asOf, JdbcClient db) {
        var enacted = new HashMap<Item, Enacted>();
        db.sql(
                        """
                        select region, item, name, effective_on from exclusion_items
                        where position <= :household
                        """)
                .paramSource(asOf.parameters())
                .query((row, _) ->
                        enacted.put(
                                new Item(row.getString("region"), row.getString("item")),
                                new Enacted(
                                        row.getString("name"),
                                        row.getObject("effective_on", LocalDate.class))))
                .list();
        return enacted.isEmpty()
                ? NONE
                : new ItemNames(enacted, Lineage.of(new Lineages(db).successions(asOf)));
    }

    /**
     * As it was called there on that day; where nobody enacted it by then, as it was called first.
     * Null where nobody ever did, as of those that are known everywhere.
     */
    public @Nullable String of(String code, String place, LocalDate day) {
        if (enacted.isEmpty() || place.length() != 12) return null;
        var names = new ArrayList<Enacted>();
        for (var division : divisions(place)) {
            var there = enacted.get(new Item(division, code));
            if (there != null) names.add(there);
        }
        return names.stream()
                .filter(name -> !name.on().isAfter(day))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .map(Enacted::name)
                .orElse(null);
    }

    private List<String> divisions(String place) {
        return Stream.concat(Stream.of(place), lineage.successorsOf(place).stream())
                .flatMap(each -> Division.lineage(each).stream())
                .toList();
    }
}
