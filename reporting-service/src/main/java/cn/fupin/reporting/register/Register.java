package cn.fupin.reporting.register;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.regions.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The households of a region as of a day, within the caller's snapshot. */
public final class Register {
    // Where each household stood on the day.
    private static final String STANDING =
            """
            with here as (
                select distinct household_id from household_states where {in region}),
            latest as (
                select distinct on (s.household_id) s.*
                from household_states s join here using (household_id)
                where s.effective_on <= :effective and s.position <= :household
                order by s.household_id, s.effective_on desc, s.sequence desc),
            standing as (select * from latest where {in region})
            """;

    private static final String COUNTS =
            STANDING + "select state, count(*) as n from standing group by state order by state";

    // The page is cut first: names and persons are looked up for no more than it shows.
    private static final String HOUSEHOLDS =
            STANDING
                    + """
                    , page as (
                        select * from standing
                        where state = coalesce(cast(:state as text), state)
                        order by region, household_id
                        offset :offset limit :limit)
                    select p.*, h.masked_name, coalesce(w.step = 'CONFIRMED', false) as monitored,
                        (select coalesce(sum(c.change), 0) from member_changes c
                         where c.household_id = p.household_id and c.effective_on <= :effective
                           and c.position <= :household) as persons
                    from page p
                    left join lateral (
                        select m.masked_name
                        from household_heads h
                        join household_members m on m.household_id = h.household_id and m.person_id = h.person_id
                            and m.position <= :household
                        where h.household_id = p.household_id and h.effective_on <= :effective
                          and h.position <= :household
                        order by h.effective_on desc, h.sequence desc
                        limit 1) h on true
                    left join lateral (
                        select w.step from household_watches w
                        where w.household_id = p.household_id and w.effective_on <= :effective
                          and w.position <= :household
                        order by w.effective_on desc, w.sequence desc
                        limit 1) w on true
                    order by p.region, p.household_id
                    """;

    private final JdbcClient db;

    public Register(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param head a surname with stars
     * @param state APPLIED, RECORDED, REGISTERED, REJECTED, REMOVED, EXITED, RELAPSED, DISSOLVED
     * @param since the day of the step that brought it there
     * @param monitored whether it is watched on the day
     */
    public record Entry(
            String householdId,
            @Nullable String head,
            String region,
            String state,
            LocalDate since,
            long persons,
            boolean monitored) {}

    /** How many stand where; where none stands there is no entry. */
    public Map<String, Long> counts(Scope scope, AsOf asOf) {
        var counts = new LinkedHashMap<String, Long>();
        db.sql(scope.sql(COUNTS))
                .paramSource(scope.addTo(asOf.parameters()))
                .query((row, _) -> counts.put(row.getString("state"), row.getLong("n")))
                .list();
        return counts;
    }

    /** In a lasting order; {@code state} null: wherever they stand. */
    public List<Entry> households(
            Scope scope, @Nullable String state, AsOf asOf, int offset, int limit) {
        return db.sql(scope.sql(HOUSEHOLDS))
                .paramSource(
                        scope.addTo(asOf.parameters())
                                .addValue("state", state)
                                .addValue("offset", offset)
                                .addValue("limit", limit))
                .query((row, _) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("household_id"),
                row.getString("masked_name"),
                row.getString("region"),
                row.getString("state"),
                row.getObject("effective_on", LocalDate.class),
                row.getLong("persons"),
                row.getBoolean("monitored"));
    }
}
