package cn.fupin.reporting.clerk;

import cn.fupin.reporting.answer.After;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.TakenBack;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.HelperNames;
import cn.fupin.reporting.register.Register;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is due in a region as of a day, within the caller's snapshot. */
public final class Due {
    private static final Pattern NEXT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})/([\\w.@-]{1,120})");

    /** So many subjects that most first pages are full. */
    private static final int FEW = 2_000;

    private static final String PAGE =
            """
            select d.*, h.masked_name as head, n.name as place_name
            from (%s) d
            left join lateral %s h on true
            left join lateral (
                select l.name
                from (select event_id, region, name, position, effective_on, sequence from listed_regions
                      union all
                      select event_id, region, name, position, effective_on, sequence from region_names) l
                where l.region = d.region and l.position <= :household and {named}
                order by l.effective_on desc, l.sequence desc
                limit 1) n on true
            where (d.due_on, d.subject) > (cast(:afterDay as date), :afterSubject)
            order by d.due_on, d.subject
            limit :limit
            """
                    .replace("{named}", TakenBack.stands("l"));

    private final JdbcClient db;

    public Due(JdbcClient db) {
        this.db = db;
    }

    /**
     * One thing that waits.
     *
     * @param subject the notice, the village whose own notice it is, the household or the helper
     * @param head of the household: a surname with stars
     * @param since the day from which it waits; of visits and checks the first of the month or the
     *     quarter
     * @param dueOn the day by which it should be done: of a notice the first on which the next step
     *     may happen; where no rule says a day, the one since which it waits
     * @param what the kind of notice, the last step taken, the helper's unit, the quarter, or the
     *     year of a planned exit or of a plan
     * @param zh what has to be done, in words; and {@code en}
     * @param many how many households a notice or a helper has, 1 of a village's own; of a
     *     household how many visits the month or the quarter asks
     * @param missing how many objections are open, how many visits are lacking; 1 of an exit or a
     *     clue that waits for the assessment a rule asks for
     * @param who where a notice hangs; who is said to have been left out and has no file; the
     *     helper whose visits are lacking
     * @param whoName the helper's masked name; null where nobody told one
     * @param overdue the day is past
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String subject,
            @Nullable String householdId,
            @Nullable String head,
            String region,
            @Nullable String regionName,
            LocalDate since,
            LocalDate dueOn,
            String what,
            String zh,
            String en,
            long many,
            long missing,
            @Nullable String who,
            @Nullable String whoName,
            boolean overdue) {
        Item named(HelperNames.@Nullable Named helper) {
            return new Item(
                    subject,
                    householdId,
                    head,
                    region,
                    regionName,
                    since,
                    dueOn,
                    what,
                    zh,
                    en,
                    many,
                    missing,
                    who,
                    helper == null ? null : helper.name(),
                    overdue);
        }

        String next() {
            return dueOn + "/" + subject;
        }
    }

    /**
     * @param next what to ask for as {@code after}; null on the last page
     */
    public record Page(List<Item> items, @Nullable String next) {}

    /** How much each list holds. */
    public Map<DueList, Long> counts(Scope scope, Month month, AsOf asOf) {
        Workspace.wide(db);
        var counts = new EnumMap<DueList, Long>(DueList.class);
        for (var list : DueList.values()) {
            if (list == DueList.VISITS || list == DueList.HELPERS) continue; // counted at once
            counts.put(
                    list,
                    db.sql("select count(*) from (%s) d".formatted(scope.sql(list.sql())))
                            .paramSource(parameters(scope, month, asOf))
                            .query(Long.class)
                            .single());
        }
        db.sql(scope.sql(DueSql.VISITS_AND_HELPERS))
                .paramSource(parameters(scope, month, asOf))
                .query(row -> {
                    counts.put(DueList.VISITS, row.getLong("visits"));
                    counts.put(DueList.HELPERS, row.getLong("helpers"));
                });
        return counts;
    }

    /** The longest overdue first. */
    public Page page(
            DueList list, Scope scope, Month month, AsOf asOf, @Nullable String after, int limit) {
        Workspace.wide(db);
        var parameters = from(after, parameters(scope, month, asOf)).addValue("limit", limit + 1);
        var items = items(list, scope, asOf, parameters, limit);
        if (list.isOfHelpers()) items = named(items, asOf);
        if (items.size() <= limit) return new Page(items, null);
        return new Page(items.subList(0, limit), items.get(limit - 1).next());
    }

    private List<Item> items(
            DueList list, Scope scope, AsOf asOf, MapSqlParameterSource parameters, int limit) {
        var begun = list.few();
        if (begun != null) {
            var few = begun.ofThose(list);
            var subjects =
                    db.sql(scope.sql(few.next()))
                            .paramSource(parameters.addValue("few", FEW))
                            .query(String.class)
                            .list();
            parameters.addValue("subjects", subjects.toArray(String[]::new));
            var items = items(list, few.sql(), scope, asOf, parameters);
            if (items.size() > limit || subjects.size() < FEW) return items;
        }
        return items(list, list.sql(), scope, asOf, parameters);
    }

    private List<Item> items(
            DueList list, String sql, Scope scope, AsOf asOf, MapSqlParameterSource parameters) {
        return db.sql(PAGE.formatted(scope.sql(sql), Register.head("d.household_id")))
                .paramSource(parameters)
                .query((row, _) -> item(list, row, asOf.effective()))
                .list();
    }

    private static MapSqlParameterSource parameters(Scope scope, Month month, AsOf asOf) {
        return month.addTo(scope.addTo(asOf.parameters()));
    }

    private List<Item> named(List<Item> items, AsOf asOf) {
        var ids = items.stream().map(Item::who).filter(Objects::nonNull).toList();
        var helpers = HelperNames.of(ids, asOf, db);
        return items.stream().map(item -> item.named(helpers.get(item.who()))).toList();
    }

    private static MapSqlParameterSource from(
            @Nullable String after, MapSqlParameterSource parameters) {
        var next = After.read(NEXT, after);
        return next == null
                ? parameters.addValue("afterDay", "-infinity").addValue("afterSubject", "")
                : parameters
                        .addValue("afterDay", After.day(next.group(1)))
                        .addValue("afterSubject", next.group(2));
    }

    private static Item item(DueList list, ResultSet row, LocalDate effective) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        var what = row.getString("what");
        var words = DueWords.of(list, what, row.getLong("many"), row.getLong("missing"));
        return new Item(
                row.getString("subject"),
                row.getString("household_id"),
                row.getString("head"),
                row.getString("region"),
                row.getString("place_name"),
                row.getObject("since", LocalDate.class),
                due,
                what,
                words.zh(),
                words.en(),
                row.getLong("many"),
                row.getLong("missing"),
                row.getString("who"),
                null,
                due.isBefore(effective));
    }
}
