package cn.fupin.reporting.finding;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.clerk.Month;
import cn.fupin.reporting.fact.Erasure;
import cn.fupin.reporting.regions.Scope;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The findings of a region as of a day, within the caller's snapshot. */
public final class Findings {
    private static final Pattern NEXT =
            Pattern.compile("(\\d{12})/((?:household-[0-9a-f-]{1,50})?)/([A-Z_]{1,40})/(.{0,200})");

    private final JdbcClient db;

    public Findings(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param householdId null for what is of a village as a whole
     * @param since the day from which it is so
     * @param detail what does not fit: a number, a year and an amount, the other household; may be
     *     empty
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            QualityRule rule,
            @Nullable String householdId,
            @Nullable String head,
            String region,
            @Nullable String regionName,
            LocalDate since,
            String detail) {
        String next() {
            return "%s/%s/%s/%s"
                    .formatted(region, householdId == null ? "" : householdId, rule, detail);
        }
    }

    /** How many there are by one rule, and how long the oldest has been there. */
    public record Count(long findings, LocalDate oldest) {}

    /**
     * @param next what to ask for as {@code after}; null on the last page
     */
    public record Page(List<Finding> findings, @Nullable String next) {}

    /** Rules by which nothing is found have no entry. */
    public Map<QualityRule, Count> counts(Scope scope, AsOf asOf) {
        var counts = new EnumMap<QualityRule, Count>(QualityRule.class);
        db.sql(
                        scope.sql(
                                found(List.of(QualityRule.values()))
                                        + """
                                        select rule, count(*) as findings, min(since) as oldest from found group by rule
                                        """))
                .paramSource(parameters(scope, asOf))
                .query((row, _) ->
                        counts.put(
                                QualityRule.valueOf(row.getString("rule")),
                                new Count(
                                        row.getLong("findings"),
                                        row.getObject("oldest", LocalDate.class))))
                .list();
        return counts;
    }

    /** By place, household and rule; {@code rule} null: all of them. */
    public Page page(
            Scope scope, @Nullable QualityRule rule, AsOf asOf, @Nullable String after, int limit) {
        var findings =
                db.sql(
                                scope.sql(
                                        found(
                                                        rule == null
                                                                ? List.of(QualityRule.values())
                                                                : List.of(rule))
                                                + PAGE))
                        .paramSource(
                                from(after, parameters(scope, asOf)).addValue("limit", limit + 1))
                        .query((row, _) -> finding(row))
                        .list();
        return page(findings, limit);
    }

    /** How many there are by each rule, and a page of them: what a page of the console shows. */
    public record Overview(Map<QualityRule, Count> counts, Page page) {}

    /** {@link #counts} and {@link #page} at once: what is found is worked out once for both. */
    public Overview overview(
            Scope scope, @Nullable QualityRule rule, AsOf asOf, @Nullable String after, int limit) {
        var counts = new EnumMap<QualityRule, Count>(QualityRule.class);
        var findings = new ArrayList<Finding>();
        db.sql(scope.sql(found(List.of(QualityRule.values())) + OVERVIEW))
                .paramSource(
                        from(after, parameters(scope, asOf))
                                .addValue("rule", rule == null ? "" : rule.name())
                                .addValue("limit", limit + 1))
                .query(row -> {
                    if (row.getBoolean("is_count")) {
                        counts.put(
                                QualityRule.valueOf(row.getString("rule")),
                                new Count(
                                        row.getLong("findings"),
                                        row.getObject("since", LocalDate.class)));
                    } else {
                        findings.add(finding(row));
                    }
                });
        return new Overview(counts, page(findings, limit));
    }

    private static Page page(List<Finding> findings, int limit) {
        if (findings.size() <= limit) return new Page(findings, null);
        return new Page(findings.subList(0, limit), findings.get(limit - 1).next());
    }

    private static final String PAGE =
            """
            select f.*, %s as head, n.name as place_name
            from found f
            left join lateral (
                select m.masked_name, m.person_id
                from household_heads h
                join household_members m on m.household_id = h.household_id and m.person_id = h.person_id
                    and m.position <= :household
                where h.household_id = f.household_id and h.effective_on <= :effective and h.position <= :household
                order by h.effective_on desc, h.sequence desc
                limit 1) h on true
            left join lateral (
                select l.name
                from (select region, name, position, effective_on, sequence from listed_regions
                      union all
                      select region, name, position, effective_on, sequence from region_names) l
                where l.region = f.region and l.position <= :household
                order by l.effective_on desc, l.sequence desc
                limit 1) n on true
            where (f.region, f.household_id, f.rule, f.detail)
                > (:afterRegion, :afterHousehold, :afterRule, :afterDetail)
            order by f.region, f.household_id, f.rule, f.detail
            limit :limit
            """
                    .formatted(Erasure.name("h.masked_name", "h.person_id"));

    // The database keeps what is asked for twice.
    private static final String OVERVIEW =
            """
            , shown as (
            %s)
            select false as is_count, s.rule, s.household_id, s.region, s.since, s.detail, s.head, s.place_name,
                0 as findings
            from shown s
            union all
            select true, f.rule, '', '', min(f.since), '', null, null, count(*) from found f group by f.rule
            order by is_count, region, household_id, rule, detail
            """
                    .formatted(
                            PAGE.replace(
                                    "where (f.region",
                                    "where :rule in ('', f.rule) and (f.region"));

    private static final String OF_HOUSEHOLDS =
            "select distinct cast('%s' as text) as rule, f.household_id, s.region, f.since, f.detail from (%s) f join standing s on s.household_id = f.household_id";

    private static final String OF_VILLAGES =
            "select distinct cast('%s' as text) as rule, cast('' as text) as household_id, f.region, f.since, f.detail from (%s) f";

    private static String found(List<QualityRule> checks) {
        return QualitySql.BASE
                + checks.stream()
                        .map(check ->
                                (check.isOfVillages() ? OF_VILLAGES : OF_HOUSEHOLDS)
                                        .formatted(check, check.sql()))
                        .collect(Collectors.joining("\nunion all\n", ", found as (", ")\n"));
    }

    private static MapSqlParameterSource parameters(Scope scope, AsOf asOf) {
        return Month.of(null, asOf.effective()).addTo(scope.addTo(asOf.parameters()));
    }

    private static MapSqlParameterSource from(
            @Nullable String after, MapSqlParameterSource parameters) {
        var values = List.of("", "", "", "");
        if (after != null && !after.isBlank()) {
            var next = NEXT.matcher(after);
            if (!next.matches()) {
                throw new Malformed(
                        "after", "next", "应为上一页答复中的 next", "must be the next of the page before");
            }
            values = Arrays.asList(next.group(1), next.group(2), next.group(3), next.group(4));
        }
        return parameters
                .addValue("afterRegion", values.get(0))
                .addValue("afterHousehold", values.get(1))
                .addValue("afterRule", values.get(2))
                .addValue("afterDetail", values.get(3));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        var household = row.getString("household_id");
        return new Finding(
                QualityRule.valueOf(row.getString("rule")),
                household.isEmpty() ? null : household,
                row.getString("head"),
                row.getString("region"),
                row.getString("place_name"),
                row.getObject("since", LocalDate.class),
                row.getString("detail"));
    }
}
