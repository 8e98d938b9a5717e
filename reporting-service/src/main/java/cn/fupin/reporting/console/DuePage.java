package cn.fupin.reporting.console;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.clerk.Due;
import cn.fupin.reporting.clerk.DueList;
import cn.fupin.reporting.clerk.Month;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.history.Terms;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.regions.Scope;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for somebody to act, list by list. */
@Component
class DuePage {
    private static final int ROWS = 50;

    private final Snapshots snapshots;

    DuePage(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    record Page(
            Places.Place place,
            List<Places.Place> above,
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
     * @param what in words: what has to be done
     * @param when how many days are left, or have gone by
     */
    record Row(
            Due.Item item,
            String briefId,
            @Nullable String briefHousehold,
            String what,
            String when) {}

    Page page(
            Region region,
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
                    var scope = new Scope(region, new Lineages(db).of(divisions, asOf));
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
                what(list, item),
                when(list, item, asOf));
    }

    private static String what(DueList list, Due.Item item) {
        return switch (list) {
            case NOTICES ->
                    "%s,%d 户%s"
                            .formatted(
                                    Terms.zh(item.what()),
                                    item.many(),
                                    item.missing() > 0
                                            ? ",异议未处理 %d 件".formatted(item.missing())
                                            : "");
            case IDENTIFICATIONS ->
                    switch (item.what()) {
                        case "HouseholdApplied", "HouseholdOnFileApplied" -> "待入户调查";
                        case "HouseholdSurveyed" -> "待民主评议";
                        case "HouseholdAssessed" -> "待第一次公示";
                        case "FIRST" -> "公示后待乡镇审核";
                        case "TownshipReviewed" -> "待第二次公示";
                        default -> "公示后待县级审批";
                    };
            case EXITS ->
                    switch (item.what()) {
                        case "ExitProposed" -> item.missing() > 0 ? "待民主评议" : "待核实";
                        case "ExitAssessed" -> "已评议,待核实";
                        case "ExitVerified" -> "待农户认可";
                        default -> "待公告脱贫";
                    };
            case RELAPSES ->
                    switch (item.what()) {
                        case "RelapseProposed" -> "返贫待评议";
                        case "RelapseAssessed" -> "返贫待乡镇审核";
                        default -> "返贫待县级审批";
                    };
            case MONITORING ->
                    switch (item.what()) {
                        case "MonitoringChecked" ->
                                item.missing() > 0 ? "已核查,待民主评议" : "已核查,待确定监测对象";
                        case "MonitoringAssessed" -> "已评议,待确定监测对象";
                        default -> "待入户核查";
                    };
            case MATTERS ->
                    switch (item.what()) {
                        case "COMPLAINT" -> "投诉待办结";
                        case "BATCH" -> "申请批次待结束";
                        case "ROUND" -> "重新核实待结束";
                        default -> "佐证材料缺失或被改动";
                    };
            case QUARTERS -> "%s 季度收支待核实".formatted(item.what().replace("-", " 年第 "));
            case VISITS, VISITS_AFTER_EXIT ->
                    "应走访 %d 次,欠 %d 次".formatted(item.many(), item.missing());
            case HELPERS -> "帮扶户中 %d 户未走访到位,共欠 %d 次".formatted(item.many(), item.missing());
        };
    }

    private static String when(DueList list, Due.Item item, AsOf asOf) {
        var days = ChronoUnit.DAYS.between(asOf.effective(), item.dueOn());
        var byNoDay = list == DueList.MATTERS || list == DueList.IDENTIFICATIONS;
        if (list == DueList.EXITS
                || list == DueList.RELAPSES
                || (byNoDay && item.since().equals(item.dueOn())))
            return "已等 %d 天".formatted(-days);
        if (days > 0) return "还有 %d 天".formatted(days);
        return days == 0 ? "今日" : "已过 %d 天".formatted(-days);
    }
}
