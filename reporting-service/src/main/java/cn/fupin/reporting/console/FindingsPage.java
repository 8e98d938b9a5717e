package cn.fupin.reporting.console;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.finding.Findings;
import cn.fupin.reporting.finding.QualityRule;
import cn.fupin.reporting.history.FormTerms;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.HelperNames;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
     * @param detail in words
     * @param link another household that it is about; null for most
     */
    record Row(Findings.Finding finding, String briefId, String detail, @Nullable String link) {}

    Page page(
            Region region,
            @Nullable QualityRule rule,
            Asked asked,
            Divisions divisions,
            @Nullable String after,
            boolean counted) {
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var place = Crumbs.listed(region, asOf, db);
                    var scope = new Scope(region, new Lineages(db).of(divisions, asOf));
                    var findings = new Findings(db);
                    var counts = counted ? findings.counts(scope, asOf) : null;
                    var page = findings.page(scope, rule, asOf, after, ROWS);
                    return new Page(
                            place,
                            Crumbs.above(place, asOf, db),
                            asOf,
                            rule,
                            choices(counts, rule),
                            counts == null ? null : total(counts),
                            rows(page.findings(), asOf, db),
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

    private static List<Row> rows(List<Findings.Finding> findings, AsOf asOf, JdbcClient db) {
        var helpers =
                HelperNames.labels(
                        findings.stream()
                                .filter(f -> OF_HELPERS.contains(f.rule()))
                                .map(f -> f.detail().split(":", 2)[0])
                                .toList(),
                        asOf,
                        db);
        return findings.stream().map(finding -> row(finding, helpers)).toList();
    }

    private static final Set<QualityRule> OF_HELPERS =
            Set.of(QualityRule.HELPER_OVERLOADED, QualityRule.NOT_VISITED);

    private static Row row(Findings.Finding finding, Map<String, String> helpers) {
        var detail = finding.detail();
        return new Row(
                finding,
                finding.householdId() == null ? "" : Display.shortId(finding.householdId()),
                words(finding.rule(), detail, helpers),
                detail.startsWith("household-") ? detail : null);
    }

    private static String words(QualityRule rule, String detail, Map<String, String> helpers) {
        var parts = detail.split(":", 2);
        var helper = (helpers.getOrDefault(parts[0], "") + " " + Display.shortId(parts[0])).strip();
        return switch (rule) {
            case SIZE_DIFFERS -> "所报 %s 人".formatted(detail.replace("≠", " 人,成员 "));
            case TWO_HEADS -> detail + " 人";
            case PERSON_TWICE, MEMBER_LOST -> Display.shortId(detail);
            case BIRTH_YEAR_IMPLAUSIBLE -> detail + " 年生";
            case INCOME_NEGATIVE, INCOME_IMPLAUSIBLE -> {
                var amount = Display.money(Long.parseLong(parts[1]));
                yield "%s 年 %s %s".formatted(parts[0], amount.text(), amount.unit());
            }
            case NOT_ANNOUNCED -> detail + " 纳入";
            case CAUSES_TOO_MANY -> detail + " 项";
            case HELPER_OVERLOADED -> "%s,%s 户".formatted(helper, parts[1]);
            case NOT_VISITED -> helper;
            case EXIT_WITHOUT_NOTICE, PAYEE_NOT_ON_FILE, PAYEE_NOT_A_MEMBER, PAYEE_DEAD ->
                    Display.shortId(detail);
            case PAYEE_EXCLUDED -> Display.shortId(parts[0]) + " " + FormTerms.zh("item", parts[1]);
            case MEMBER_EXCLUDED ->
                    FormTerms.zh("item", parts[0])
                            + (parts[1].startsWith("REFUSE") ? ",不得纳入" : ",须核查");
            case VILLAGE_PERSONS_DIFFER ->
                    "%s所报 %s 人"
                            .formatted(
                                    parts[0].equals("EXITED") ? "退出时" : "识别时",
                                    parts[1].replace("≠", " 人,在册 "));
            case NO_MEMBER, NO_HEAD, CAUSE_MISSING, NO_HELPER, VILLAGE_RECHECK_FAILED -> "";
        };
    }
}
