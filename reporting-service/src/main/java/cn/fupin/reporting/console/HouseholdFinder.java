package cn.fupin.reporting.console;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.figure.FigureBook;
import cn.fupin.reporting.history.Standing;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The households of a region, page by page, so that one can be found. */
@Component
class HouseholdFinder {
    private static final int ROWS = 50;

    private final Snapshots snapshots;

    HouseholdFinder(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param state the code of the standing that is picked out, null for all
     */
    record Page(
            Places.Place place,
            List<Places.Place> above,
            AsOf asOf,
            Divisions divisions,
            boolean redivided,
            @Nullable String state,
            List<Choice> choices,
            long total,
            List<Row> rows,
            int number,
            int pages) {}

    record Choice(@Nullable String code, String zh, String en, long households, boolean current) {}

    record Row(
            Register.Entry entry,
            Standing standing,
            String briefId,
            String village,
            boolean noSuccessor) {}

    Page page(Region region, Asked asked, Divisions divisions, @Nullable String state, int number) {
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var places = new Places(db);
                    var place =
                            places.find(region.code(), asOf)
                                    .orElseThrow(() ->
                                            new NotThere("没有登记这个地区", "this region is not listed"));
                    var book = new FigureBook(db);
                    var scope = book.scope(region, divisions, asOf);
                    var register = new Register(db);
                    var counts = register.counts(scope, asOf);
                    var total = total(counts, state);
                    var pages = (int) Math.max(1, (total + ROWS - 1) / ROWS);
                    var at = Math.clamp(number, 1, pages);
                    var entries = register.households(scope, state, asOf, (at - 1) * ROWS, ROWS);
                    var names =
                            places.all(asOf).stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Places.Place::code, Places.Place::name));
                    return new Page(
                            place,
                            Crumbs.above(place, asOf, db),
                            asOf,
                            divisions,
                            book.isRedivided(region, asOf),
                            state,
                            choices(counts, state),
                            total,
                            entries.stream().map(entry -> row(entry, scope, names)).toList(),
                            at,
                            pages);
                });
    }

    private static long total(Map<String, Long> counts, @Nullable String state) {
        if (state == null) return counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.getOrDefault(state, 0L);
    }

    private static List<Choice> choices(Map<String, Long> counts, @Nullable String state) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(null, "全部", "all", total(counts, null), state == null));
        for (var standing : Standing.values()) {
            var households = counts.get(standing.name());
            if (households == null) continue;
            choices.add(
                    new Choice(
                            standing.name(),
                            standing.zh(),
                            standing.en(),
                            households,
                            standing.name().equals(state)));
        }
        return choices;
    }

    private static Row row(Register.Entry entry, Scope scope, Map<String, String> names) {
        var village = scope.lineage().place(entry.region());
        return new Row(
                entry,
                Standing.valueOf(entry.state()),
                Display.shortId(entry.householdId()),
                names.getOrDefault(village, village),
                scope.lineage().hasNoSuccessor(entry.region()));
    }

    /**
     * @throws Malformed if no household can stand there
     */
    static @Nullable String state(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        for (var standing : Standing.values()) {
            if (standing.name().equals(text)) return text;
        }
        throw new Malformed("state", "standing", "不是农户的状态", "is no standing of a household");
    }
}
