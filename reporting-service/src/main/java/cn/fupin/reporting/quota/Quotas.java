package cn.fupin.reporting.quota;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.fact.TakenBack;
import cn.fupin.reporting.quota.HeldIn.Held;
import cn.fupin.reporting.regions.Casts;
import cn.fupin.reporting.regions.Scope;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cascade of quotas in a region, within the caller's snapshot. */
public final class Quotas {
    private static final String SAID =
            """
            with said as (
                select distinct on (q.region) q.*
                from quotas q
                where q.year = :year and {in q.region} and q.effective_on <= :effective and q.position <= :household
                order by q.region, q.effective_on desc, q.sequence desc)
            select s.region, coalesce(r.name, n.name) as name, n.level, s.year, s.persons, s.ceiling_persons, s.assumed
            from said s
            left join lateral (
                select l.name, l.level from listed_regions l
                where l.region = s.region and l.position <= :household and {l stands}
                order by l.effective_on desc, l.sequence desc
                limit 1) n on true
            left join lateral (
                select r.name from region_names r
                where r.region = s.region and r.effective_on <= :effective and r.position <= :household and {r stands}
                order by r.effective_on desc, r.sequence desc
                limit 1) r on true
            order by s.region
            """
                    .replace("{l stands}", TakenBack.stands("l"))
                    .replace("{r stands}", TakenBack.stands("r"));

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
    public List<Quota> of(Scope asked, int year, AsOf asOf) {
        var said =
                whose(asked)
                        .map(scope -> said(scope, year, asOf))
                        .filter(those -> !those.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        if (said.isEmpty()) return List.of();
        var held = new HeldIn(db, asOf).of(year, said.stream().map(Said::region).toList());
        return said.stream().map(s -> s.with(within(s.region(), held))).toList();
    }

    /**
     * What has ended lies in what came after it; asked for itself it answers with what it was given
     * while it was there, and where that is nothing, with its heirs', the nearest first.
     */
    private static Stream<Scope> whose(Scope asked) {
        var code = asked.region().code();
        if (asked.places().place(code).equals(code)) return Stream.of(asked);
        var heirs =
                asked.places().lineage().successorsOf(code).stream()
                        .map(heir -> new Scope(new Region(heir), asked.places()));
        var itself = new Scope(asked.region(), Casts.of(List.of(), List.of()));
        return Stream.concat(Stream.of(itself), heirs);
    }

    private List<Said> said(Scope scope, int year, AsOf asOf) {
        return db.sql(scope.sql(SAID))
                .paramSource(scope.addTo(asOf.parameters()).addValue("year", year))
                .query(Said.class)
                .list();
    }

    private static Held within(String region, TreeMap<String, Held> held) {
        var prefix = new Region(region).isCountry() ? "" : new Region(region).prefix();
        return held.subMap(prefix, prefix + ':').values().stream().reduce(Held.NONE, Held::and);
    }

    /** Those of which anything is allocated, the latest first. */
    public List<Integer> years(Scope asked, AsOf asOf) {
        return whose(asked)
                .flatMap(scope ->
                        db
                                .sql(scope.sql(YEARS))
                                .paramSource(scope.addTo(asOf.parameters()))
                                .query(Integer.class)
                                .list()
                                .stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private record Said(
            String region,
            @Nullable String name,
            @Nullable String level,
            int year,
            long persons,
            long ceilingPersons,
            boolean assumed) {
        Quota with(Held held) {
            return new Quota(
                    region,
                    name,
                    level,
                    year,
                    persons,
                    ceilingPersons,
                    held.persons(),
                    Math.max(0, ceilingPersons - held.persons()),
                    held.households(),
                    held.now(),
                    Math.max(0, held.now() - ceilingPersons),
                    assumed);
        }
    }
}
