package cn.fupin.reporting.quota;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.quota.HeldPlaces.Step;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.register.Register;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The places that are taken, by the region in which they are counted. Where no household was merged
 * or split SQL adds up; what went from one to another is followed step by step.
 */
final class HeldIn {
    /** Whether a quota above the row's region was there when its places were taken. */
    private static final String OWN =
            """
            exists (
                select 1 from quotas q
                where q.year = p.quota_year and q.position < p.position
                  and (q.prefix = '00' or p.region like q.prefix || '%'))
            """;

    private static final String PARTIES =
            """
            with handed as (
                select household_id, to_household_id from household_procedures
                where to_household_id is not null and effective_on <= :effective and position <= :household),
            parties as (select household_id from handed union select to_household_id from handed)
            """;

    // A household whose life ended has no persons any more, whatever it has places for.
    private static final String NOW =
            """
            case when exists (
                select 1 from household_states e
                where e.household_id = %1$s and e.state in ('REMOVED', 'DISSOLVED', 'MERGED')
                  and e.effective_on <= :effective and e.position <= :household and {stands}) then 0
            else (select coalesce(sum(c.change), 0) from member_changes c
                  where c.household_id = %1$s and c.effective_on <= :effective and c.position <= :household) end
            """
                    .replace("{stands}", Register.stands("e"));

    // A place is for one identification of a year: an exit does not give it back, a removal does
    // with those of the latest year, a relapse that is taken back took none, and a relapse within
    // the same year takes none. What is taken is counted in the persons of that day; who is born
    // later is in `now` and not in `persons`.
    private static final String TAKEN =
            PARTIES
                    + """
                    , taken as (
                        select distinct on (p.household_id)
                            p.household_id, p.region, p.persons, p.effective_on, p.sequence, {own} as own
                        from household_procedures p
                        where p.quota_year = :year and ({within})
                          and p.step <> 'RelapseRevoked' and p.effective_on <= :effective and p.position <= :household and {p stands}
                          and not exists (select 1 from parties o where o.household_id = p.household_id)
                        order by p.household_id, p.effective_on, p.sequence)
                    select t.region, t.own, count(*) as households, sum(t.persons) as persons, sum({now}) as now
                    from taken t
                    where not exists (
                        select 1 from household_procedures r
                        where r.household_id = t.household_id and r.step = 'HouseholdRemoved'
                          and (r.effective_on, r.sequence) > (t.effective_on, t.sequence)
                          and r.effective_on <= :effective and r.position <= :household and {stands}
                          and not exists (
                            select 1 from household_procedures n
                            where n.household_id = t.household_id and n.quota_year > :year
                              and (n.effective_on, n.sequence) < (r.effective_on, r.sequence)
                              and n.step <> 'RelapseRevoked' and n.position <= :household and {n stands}))
                    group by t.region, t.own
                    """
                            .replace("{own}", OWN)
                            .replace("{stands}", Register.stepStands("r"))
                            .replace("{p stands}", Register.stepStands("p"))
                            .replace("{n stands}", Register.stepStands("n"))
                            .replace("{now}", NOW.formatted("t.household_id"));

    private static final String STEPS =
            PARTIES
                    + """
                    select p.household_id, p.step, p.region, p.quota_year,
                        case when p.quota_year is null then p.persons_over else p.persons end as persons,
                        p.to_household_id, {own} as own
                    from household_procedures p join parties using (household_id)
                    where (p.quota_year is not null or p.to_household_id is not null or p.step = 'HouseholdRemoved')
                      and p.effective_on <= :effective and p.position <= :household and {stands}
                    order by p.position
                    """
                            .replace("{stands}", Register.stepStands("p"))
                            .replace("{own}", OWN);

    private static final String PERSONS =
            PARTIES
                    + "select p.household_id, "
                    + NOW.formatted("p.household_id")
                    + " as now from parties p";

    private static final String ALLOCATED =
            "select distinct year, region from quotas where position <= :household";

    private final JdbcClient db;
    private final AsOf asOf;
    private final QuotaLineage lineage;

    HeldIn(JdbcClient db, AsOf asOf) {
        this.db = db;
        this.asOf = asOf;
        this.lineage = new QuotaLineage(new Lineages(db).successions(asOf), allocated());
    }

    /**
     * @param persons counted when the places were taken
     * @param now persons of the same households on the day
     */
    record Held(long households, long persons, long now) {
        static final Held NONE = new Held(0, 0, 0);

        Held and(Held other) {
            return new Held(
                    households + other.households, persons + other.persons, now + other.now);
        }
    }

    /**
     * What is held in quotas of these regions and perhaps of others, by the region it counts in.
     */
    TreeMap<String, Held> of(int year, Collection<String> regions) {
        var held = new TreeMap<String, Held>();
        var patterns = patterns(regions);
        var within =
                patterns.keySet().stream()
                        .map(name -> "p.region like :" + name)
                        .collect(Collectors.joining(" or "));
        var parameters = asOf.parameters().addValue("year", year).addValues(patterns);
        db.sql(TAKEN.replace("{within}", within))
                .paramSource(parameters)
                .query((row, _) ->
                        held.merge(
                                lineage.counted(
                                        row.getString("region"), year, row.getBoolean("own")),
                                new Held(
                                        row.getLong("households"),
                                        row.getLong("persons"),
                                        row.getLong("now")),
                                Held::and))
                .list();
        handedOver(year, held);
        return held;
    }

    private void handedOver(int year, TreeMap<String, Held> held) {
        var places = HeldPlaces.after(steps(), year);
        if (places.isEmpty()) return;
        var now = persons();
        for (var place : places) {
            held.merge(
                    place.counted(),
                    new Held(
                            place.persons() == 0 ? 0 : 1,
                            place.persons(),
                            now.getOrDefault(place.householdId(), 0L)),
                    Held::and);
        }
    }

    private List<Step> steps() {
        return db.sql(STEPS).paramSource(asOf.parameters()).query((row, _) -> step(row)).list();
    }

    private Step step(ResultSet row) throws SQLException {
        var year = row.getObject("quota_year", Integer.class);
        return new Step(
                row.getString("household_id"),
                row.getString("step"),
                year == null
                        ? null
                        : lineage.counted(row.getString("region"), year, row.getBoolean("own")),
                year,
                row.getObject("persons", Long.class),
                row.getString("to_household_id"));
    }

    private Map<String, Long> persons() {
        var persons = new HashMap<String, Long>();
        db.sql(PERSONS)
                .paramSource(asOf.parameters())
                .query((row, _) -> persons.put(row.getString("household_id"), row.getLong("now")))
                .list();
        return persons;
    }

    private Map<Integer, Set<String>> allocated() {
        var allocated = new HashMap<Integer, Set<String>>();
        db.sql(ALLOCATED)
                .paramSource(asOf.parameters())
                .query((row, _) ->
                        allocated
                                .computeIfAbsent(row.getInt("year"), _ -> new HashSet<>())
                                .add(row.getString("region")))
                .list();
        return allocated;
    }

    /** The widest regions, which sort before what lies in them, and who may count in them. */
    private Map<String, String> patterns(Collection<String> regions) {
        var all = new TreeSet<>(regions);
        all.addAll(lineage.before(regions));
        var patterns = new TreeMap<String, String>();
        Region widest = null;
        for (var code : all) {
            if (widest != null && widest.holds(code)) continue;
            widest = new Region(code);
            patterns.put("within" + patterns.size(), widest.pattern());
        }
        return patterns;
    }
}
