package cn.fupin.reporting.register;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.regions.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The households of a region as of a day, within the caller's snapshot. */
public final class Register {
    /**
     * SQL: the region of a row of a household as it was on the day: where the household moved after
     * the row, if it did.
     */
    public static String placed(String row) {
        return """
        coalesce((
            select m.region from household_moves m
            where m.household_id = %1$s.household_id and m.effective_on <= :effective and m.position <= :household
              and (m.effective_on, m.sequence) > (%1$s.effective_on, %1$s.sequence)
            order by m.effective_on desc, m.sequence desc
            limit 1), %1$s.region)
        """
                .formatted(row);
    }

    /**
     * SQL: {@code standing}, where each household stood on the day. The region is looked at after
     * the fold: a household that has moved away is in the register of where it is now. The {@code
     * case} tells the database nothing new, but that most are there still: without it, it takes
     * them for a few and joins them one by one.
     */
    public static final String STANDING =
            """
            with here as (
                select household_id from household_states where {in region}
                union select household_id from household_moves where {in region}),
            stood as (
                select distinct on (s.household_id) s.*
                from household_states s join here using (household_id)
                where s.effective_on <= :effective and s.position <= :household
                order by s.household_id, s.effective_on desc, s.sequence desc),
            latest as materialized (
                select s.household_id, s.state, s.opening, s.assumed, s.event_id, s.effective_on, s.sequence, %s as region
                from stood s),
            standing as (select * from latest where case when {in region} then true end)
            """
                    .formatted(placed("s"));

    private static final String COUNTS =
            STANDING + "select state, count(*) as n from standing group by state order by state";

    private final JdbcClient db;

    public Register(JdbcClient db) {
        this.db = db;
    }

    /** How many stand where; where none stands there is no entry. */
    public Map<String, Long> counts(Scope scope, AsOf asOf) {
        var counts = new LinkedHashMap<String, Long>();
        db.sql(scope.sql(COUNTS))
                .paramSource(scope.addTo(asOf.parameters()))
                .query((row, _) -> counts.put(row.getString("state"), row.getLong("n")))
                .list();
        return counts;
    }
}
