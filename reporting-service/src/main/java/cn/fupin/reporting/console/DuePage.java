package cn.fupin.reporting.console;

import static cn.fupin.reporting.history.Sentence.say;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.clerk.Due;
import cn.fupin.reporting.clerk.DueList;
import cn.fupin.reporting.clerk.Month;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.history.FormTerms;
import cn.fupin.reporting.history.Sentence;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.VillageGroups;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for somebody to act, list by list. */
@Component
class DuePage {
    private static final int ROWS = 50;

    /** Where an item waits since a day, until there is one by which it should be done. */
    private static final Set<DueList> BY_NO_DAY =
            Set.of(
                    DueList.MATTERS,
                    DueList.RECTIFICATIONS,
                    DueList.IDENTIFICATIONS,
                    DueList.EXITS,
                    DueList.RELAPSES,
                    DueList.OMISSIONS);

    /** Whose {@code who} is a place or a matter in words. */
    private static final Set<DueList> SAYS_WHERE =
            Set.of(DueList.NOTICES, DueList.MATTERS, DueList.RECTIFICATIONS, DueList.OMISSIONS);

    private final Snapshots snapshots;

    DuePage(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    record Page(
            Places.Place place,
            List<Places.Place> above,
            VillageGroups.@Nullable Asked group,
            AsOf asOf,
            DueList list,
            Month month,
            List<Choice> choices,
            List<Row> rows,
            @Nullable String next,
            boolean later) {}

    /**
     * @param waiting null while nobody counted
     */
    record Choice(DueList list, @Nullable Long waiting, boolean current) {}

    /**
     * @param where a notice hangs, what a matter is about, or who was left out; somebody's own
     *     words have no English
     * @param when how many days are left, or have gone by
     */
    record Row(
            Due.Item item,
            String briefId,
            @Nullable String briefHousehold,
            @Nullable Sentence where,
            Sentence when) {}

    Page page(
            Region region,
            @Nullable String group,
            @Nullable DueList chosen,
            @Nullable String month,
            Asked asked,
            Divisions divisions,
            @Nullable String after,
            boolean counting) {
        var counted = Month.of(month, asked.effective());
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var place = Crumbs.listed(region, asOf, db);
                    var narrowed =
                            VillageGroups.narrowed(
                                    new Scope(region, new Lineages(db).of(divisions, asOf)),
                                    group,
                                    asOf,
                                    db);
                    var scope = narrowed.scope();
                    var due = new Due(db);
                    var counts = counting ? due.counts(scope, counted, asOf) : null;
                    var list =
                            chosen == null
                                    ? firstWithAny(l -> due.page(l, scope, counted, asOf, null, 1))
                                    : chosen;
                    var page = due.page(list, scope, counted, asOf, after, ROWS);
                    return new Page(
                            place,
                            Crumbs.above(place, asOf, db),
                            narrowed.group(),
                            asOf,
                            list,
                            counted,
                            Arrays.stream(DueList.values())
                                    .map(l ->
                                            new Choice(
                                                    l,
                                                    counts == null
                                                            ? null
                                                            : counts.getOrDefault(l, 0L),
                                                    l == list))
                                    .toList(),
                            page.items().stream().map(item -> row(list, item, asOf)).toList(),
                            page.next(),
                            after != null && !after.isBlank());
                });
    }

    private static DueList firstWithAny(Function<DueList, Due.Page> begun) {
        return Arrays.stream(DueList.values())
                .filter(list -> !begun.apply(list).items().isEmpty())
                .findFirst()
                .orElse(DueList.NOTICES);
    }

    private static Row row(DueList list, Due.Item item, AsOf asOf) {
        return new Row(
                item,
                Display.shortId(item.subject()),
                item.householdId() == null ? null : Display.shortId(item.householdId()),
                where(list, item),
                when(list, item, asOf));
    }

    private static @Nullable Sentence where(DueList list, Due.Item item) {
        var who = item.who();
        if (who == null || !SAYS_WHERE.contains(list)) return null;
        return item.what().equals("EVIDENCE")
                ? new Sentence(FormTerms.zh("fault", who), FormTerms.en("fault", who))
                : new Sentence(who, "");
    }

    private static Sentence when(DueList list, Due.Item item, AsOf asOf) {
        var days = ChronoUnit.DAYS.between(asOf.effective(), item.dueOn());
        if (BY_NO_DAY.contains(list) && item.since().equals(item.dueOn()))
            return say("已等 %d 天", "for %d days", -days);
        if (days > 0) return say("还有 %d 天", "%d days left", days);
        return days == 0 ? say("今日", "today") : say("已过 %d 天", "%d days over", -days);
    }
}
