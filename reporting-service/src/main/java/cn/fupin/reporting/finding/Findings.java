package cn.fupin.reporting.finding;

import cn.fupin.reporting.answer.After;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.clerk.Month;
import cn.fupin.reporting.clerk.Workspace;
import cn.fupin.reporting.fact.TakenBack;
import cn.fupin.reporting.regions.ItemNames;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.HelperNames;
import cn.fupin.reporting.register.Register;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
            Pattern.compile(
                    "(\\d{12})/((?:household-[0-9a-f-]{1,50})?)/([A-Z_]{1,40})/(\\d{4}-\\d{2}-\\d{2})/(.{0,200})");

    /** How many times as many villages at once as before, while a page is not full. */
    private static final int MORE = 16;

    private final JdbcClient db;

    public Findings(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param householdId null for what is of a village as a whole
     * @param since the day from which it is so
     * @param detail what does not fit: a number, a year and an amount, the other household; may be
     *     empty; {@code detailZh} and {@code detailEn} say it in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            QualityRule rule,
            @Nullable String householdId,
            @Nullable String head,
            String region,
            @Nullable String regionName,
            LocalDate since,
            String detail,
            String zh,
            String en,
            String detailZh,
            String detailEn,
            String todoZh,
            String todoEn) {
        private Finding of(Map<String, String> names) {
            var words = FindingWords.of(rule, detail, names);
            return new Finding(
                    rule,
                    householdId,
                    head,
                    region,
                    regionName,
                    since,
                    detail,
                    zh,
                    en,
                    words.zh(),
                    words.en(),
                    todoZh,
                    todoEn);
        }

        String next() {
            return "%s/%s/%s/%s/%s"
                    .formatted(region, householdId == null ? "" : householdId, rule, since, detail);
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
        Workspace.wide(db);
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

    /** By place, household, rule and day; {@code rule} null: all of them. */
    public Page page(
            Scope scope, @Nullable QualityRule rule, AsOf asOf, @Nullable String after, int limit) {
        Workspace.wide(db);
        var rules = rule == null ? List.of(QualityRule.values()) : List.of(rule);
        var sql = found(rules) + PAGE;
        var from = from(after, parameters(scope, asOf));
        var places = places(scope, from);
        var findings = new ArrayList<Finding>();
        // Village by village, since most pages are full soon; where little is found, more at a
        // time.
        for (int next = 0, many = 1; next < places.size() && findings.size() <= limit; ) {
            var some = scope.only(places.subList(next, Math.min(next + many, places.size())));
            findings.addAll(
                    page(
                            sql,
                            some,
                            from(after, parameters(some, asOf)),
                            limit + 1 - findings.size()));
            next += many;
            many *= MORE;
        }
        return page(told(findings, asOf), limit);
    }

    private List<Finding> told(List<Finding> findings, AsOf asOf) {
        var ids =
                findings.stream()
                        .filter(f -> FindingWords.OF_HELPERS.contains(f.rule()))
                        .map(f -> FindingWords.first(f.detail()))
                        .toList();
        var helpers = HelperNames.labels(ids, asOf, db);
        var ofItems = findings.stream().anyMatch(f -> FindingWords.OF_ITEMS.contains(f.rule()));
        var items = ofItems ? ItemNames.of(asOf, db) : ItemNames.NONE;
        return findings.stream()
                .map(f ->
                        f.of(
                                FindingWords.OF_ITEMS.contains(f.rule())
                                        ? items(f, items, asOf)
                                        : helpers))
                .toList();
    }

    /** What the codes in the detail are called where it was found. */
    private static Map<String, String> items(Finding f, ItemNames items, AsOf asOf) {
        var names = new HashMap<String, String>();
        for (var code : f.detail().split(":")) {
            var name = items.of(code, f.region(), asOf.effective());
            if (name != null) names.put(code, name);
        }
        return names;
    }

    private List<Finding> page(
            String sql, Scope scope, MapSqlParameterSource parameters, int limit) {
        return db.sql(scope.sql(sql))
                .paramSource(parameters.addValue("limit", limit))
                .query((row, _) -> finding(row))
                .list();
    }

    /** Where households lie or did, and villages of which something is stated; in order. */
    private List<String> places(Scope scope, MapSqlParameterSource from) {
        return db.sql(scope.sql(PLACES)).paramSource(from).query(String.class).list();
    }

    private static Page page(List<Finding> findings, int limit) {
        if (findings.size() <= limit) return new Page(findings, null);
        return new Page(findings.subList(0, limit), findings.get(limit - 1).next());
    }

    private static final String PAGE =
            """
            select f.*, h.masked_name as head, n.name as place_name
            from found f
            left join lateral %s h on true
            left join lateral (
                select l.name
                from (select event_id, region, name, position, effective_on, sequence from listed_regions
                      union all
                      select event_id, region, name, position, effective_on, sequence from region_names) l
                where l.region = f.region and l.position <= :household and {named}
                order by l.effective_on desc, l.sequence desc
                limit 1) n on true
            where (f.region, f.household_id, f.rule, f.since, f.detail)
                > (:afterRegion, :afterHousehold, :afterRule, cast(:afterDay as date), :afterDetail)
            order by f.region, f.household_id, f.rule, f.since, f.detail
            limit :limit
            """
                    .formatted(Register.head("f.household_id"))
                    .replace("{named}", TakenBack.stands("l"));

    // The codes of households are many and their villages few: each is looked up after the one
    // before.
    private static final String PLACES =
            """
            with recursive lying (region) as (
                (select s.region from household_states s where s.region like :region order by s.region using ~<~ limit 1)
                union all
                select n.region
                from lying l
                cross join lateral (
                    select s.region from household_states s
                    where s.region ~>~ l.region and s.region like :region
                    order by s.region using ~<~
                    limit 1) n),
            places (region) as (
                select region from lying
                union select unnest(cast(:cameIn as text[]))
                union select region from household_moves where {in region}
                union select region from held where what = 'RECHECK' and {in region}
                union select region from poor_villages where {in region}
                union select region from poor_village_exits where {in region}
                union select region from unit_contacts where {in region})
            select region from places where {in region} and region >= :afterRegion order by region
            """;

    private static final String OF_HOUSEHOLDS =
            "select cast('%s' as text) as rule, f.household_id, f.region, f.since, f.detail from"
                    + " (%s) f where {mine f.household_id}";

    private static final String OF_VILLAGES =
            "select distinct cast('%s' as text) as rule, cast('' as text) as household_id,"
                    + " f.region, f.since, f.detail from (%s) f where {mine f.region}";

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
        var next = After.read(NEXT, after);
        return next == null
                ? from("", "", "", "-infinity", "", parameters)
                : from(
                        next.group(1),
                        next.group(2),
                        next.group(3),
                        After.day(next.group(4)),
                        next.group(5),
                        parameters);
    }

    private static MapSqlParameterSource from(
            String region,
            String household,
            String rule,
            Object day,
            String detail,
            MapSqlParameterSource parameters) {
        return parameters
                .addValue("afterRegion", region)
                .addValue("afterHousehold", household)
                .addValue("afterRule", rule)
                .addValue("afterDay", day)
                .addValue("afterDetail", detail);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        var household = row.getString("household_id");
        var rule = QualityRule.valueOf(row.getString("rule"));
        return new Finding(
                rule,
                household.isEmpty() ? null : household,
                row.getString("head"),
                row.getString("region"),
                row.getString("place_name"),
                row.getObject("since", LocalDate.class),
                row.getString("detail"),
                rule.zh(),
                rule.en(),
                "",
                "",
                rule.todoZh(),
                rule.todoEn());
    }
}
