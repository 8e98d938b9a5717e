package cn.fupin.reporting.quota;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.regions.Scope;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cascade of quotas in a region, within the caller's snapshot. */
public final class Quotas {
    // A place is for one identification of a year: an exit does not give it back, a removal does,
    // and a relapse within the same year takes none. What is taken is counted in the persons of
    // that day; who is born later is in `now` and not in `used`.
    private static final String CASCADE =
            """
            with said as (
                select distinct on (q.region) q.*
                from quotas q
                where q.year = :year and {in q.region} and q.effective_on <= :effective and q.position <= :household
                order by q.region, q.effective_on desc, q.sequence desc),
            taken as (
                select distinct on (p.household_id)
                    p.household_id, {place p.region} as place, p.persons, p.effective_on, p.sequence
                from household_procedures p
                where p.quota_year = :year and {in p.region}
                  and p.effective_on <= :effective and p.position <= :household
                order by p.household_id, p.effective_on, p.sequence),
            held as (
                select t.*, (select coalesce(sum(c.change), 0) from member_changes c
                             where c.household_id = t.household_id and c.effective_on <= :effective
                               and c.position <= :household) as now
                from taken t
                where not exists (
                    select 1 from household_procedures r
                    where r.household_id = t.household_id and r.step = 'HouseholdRemoved'
                      and (r.effective_on, r.sequence) > (t.effective_on, t.sequence)
                      and r.effective_on <= :effective and r.position <= :household
                      and not exists (
                        select 1 from household_procedures n
                        where n.household_id = t.household_id and n.quota_year > :year
                          and (n.effective_on, n.sequence) < (r.effective_on, r.sequence) and n.position <= :household)))
            select s.region, n.name, n.level, s.year, s.persons, s.ceiling_persons, s.assumed,
                coalesce(sum(h.persons), 0) as used, coalesce(sum(h.now), 0) as now, count(h.household_id) as households
            from said s
            left join held h on h.place like s.prefix || '%'
            left join lateral (
                select l.name, l.level from listed_regions l
                where l.region = s.region and l.position <= :household
                order by l.effective_on desc, l.sequence desc
                limit 1) n on true
            group by s.region, s.prefix, n.name, n.level, s.year, s.persons, s.ceiling_persons, s.assumed
            order by s.region
            """;

    private static final String YEARS =
            """
            select distinct year from quotas
            where {in region} and effective_on <= :effective and position <= :household
            order by year desc
            """;

    private final JdbcClient db;

    public Quotas(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param persons the number that was handed down 分解规模
     * @param ceiling how far identification may go
     * @param used persons of the households that hold places, counted when they took them
     * @param left places under the ceiling
     * @param now persons of the same households on the day
     * @param over how many of these lie above the ceiling, by births and the like
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Quota(
            String region,
            @Nullable String regionName,
            @Nullable String level,
            int year,
            long persons,
            long ceiling,
            long used,
            long left,
            long households,
            long now,
            long over,
            boolean assumed) {
        /** For the bar of a page; full at the ceiling. */
        public long usedPercent() {
            return ceiling == 0 ? 0 : Math.min(100, used * 100 / ceiling);
        }
    }

    /** The region's own and those of all that lies in it, the widest first. */
    public List<Quota> of(Scope scope, int year, AsOf asOf) {
        return db.sql(scope.sql(CASCADE))
                .paramSource(scope.addTo(asOf.parameters()).addValue("year", year))
                .query((row, _) -> quota(row))
                .list();
    }

    /** Those of which anything is allocated, the latest first. */
    public List<Integer> years(Scope scope, AsOf asOf) {
        return db.sql(scope.sql(YEARS))
                .paramSource(scope.addTo(asOf.parameters()))
                .query(Integer.class)
                .list();
    }

    private static Quota quota(ResultSet row) throws SQLException {
        var ceiling = row.getLong("ceiling_persons");
        var used = row.getLong("used");
        var now = row.getLong("now");
        return new Quota(
                row.getString("region"),
                row.getString("name"),
                row.getString("level"),
                row.getInt("year"),
                row.getLong("persons"),
                ceiling,
                used,
                Math.max(0, ceiling - used),
                row.getLong("households"),
                now,
                Math.max(0, now - ceiling),
                row.getBoolean("assumed"));
    }
}
