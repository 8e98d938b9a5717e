package cn.fupin.reporting.console;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.finding.Findings;
import cn.fupin.reporting.finding.QualityRule;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.VillageGroups;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of the register does not fit together, by rule and household. */
@Component
class FindingsPage {
    private static final int ROWS = 50;

    private final Snapshots snapshots;

    FindingsPage(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    record Page(
            Places.Place place,
            List<Places.Place> above,
            VillageGroups.@Nullable Asked group,
            AsOf asOf,
            @Nullable QualityRule rule,
            List<Choice> choices,
            @Nullable Long total,
            List<Row> rows,
            @Nullable String next,
            boolean later) {}

    /**
     * @param count null while nobody counted; then every rule is offered
     */
    record Choice(QualityRule rule, Findings.@Nullable Count count, boolean current) {}

    /**
     * @param link another household that it is about; null for most
     */
    record Row(Findings.Finding finding, String briefId, @Nullable String link) {}

    Page page(
            Region region,
            @Nullable String group,
            @Nullable QualityRule rule,
            Asked asked,
            Divisions divisions,
            @Nullable String after,
            boolean counted) {
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
                    var findings = new Findings(db);
                    var counts = counted ? findings.counts(scope, asOf) : null;
                    var page = findings.page(scope, rule, asOf, after, ROWS);
                    return new Page(
                            place,
                            Crumbs.above(place, asOf, db),
                            narrowed.group(),
                            asOf,
                            rule,
                            choices(counts, rule),
                            counts == null ? null : total(counts),
                            page.findings().stream().map(FindingsPage::row).toList(),
                            page.next(),
                            after != null && !after.isBlank());
                });
    }

    private static long total(Map<QualityRule, Findings.Count> counts) {
        return counts.values().stream().mapToLong(Findings.Count::findings).sum();
    }

    private static List<Choice> choices(
            @Nullable Map<QualityRule, Findings.Count> counts, @Nullable QualityRule current) {
        return Arrays.stream(QualityRule.values())
                .filter(rule -> counts == null || counts.containsKey(rule))
                .map(rule ->
                        new Choice(rule, counts == null ? null : counts.get(rule), rule == current))
                .toList();
    }

    private static Row row(Findings.Finding finding) {
        return new Row(
                finding,
                finding.householdId() == null ? "" : Display.shortId(finding.householdId()),
                finding.detail().startsWith("household-") ? finding.detail() : null);
    }
}
