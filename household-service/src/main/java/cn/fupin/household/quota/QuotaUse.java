package cn.fupin.household.quota;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.division.Division;
import cn.fupin.household.region.Regions;
import cn.fupin.household.region.Successions;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * 总量控制 as it stands at this moment: what each division of a cascade was given, what is taken and
 * what is left. Read from the very rows that guard it.
 */
@Configuration(proxyBeanMethods = false)
class QuotaUse {
    private static final String READ = "quota.read";

    /**
     * A division's places of a year, all in persons.
     *
     * @param used taken by households when they were identified
     * @param left of the ceiling; a household is identified whole or not at all; none where a
     *     merger of households brought more than there were
     * @param persons who belongs to those households today: births and marriages count, places are
     *     not taken for them
     * @param over how far they, or what is used, are above the ceiling for that
     * @param handedDown to the divisions directly below
     */
    record Use(
            String division,
            int allocated,
            int ceiling,
            int used,
            int left,
            long persons,
            long over,
            long handedDown) {}

    /** What the division asked for and those that ended into it have together. */
    record Together(List<String> divisions, long allocated, long ceiling, long used, long left) {
        static Together of(List<Use> uses) {
            return new Together(
                    uses.stream().map(Use::division).toList(),
                    uses.stream().mapToLong(Use::allocated).sum(),
                    uses.stream().mapToLong(Use::ceiling).sum(),
                    uses.stream().mapToLong(Use::used).sum(),
                    uses.stream().mapToLong(Use::left).sum());
        }
    }

    /**
     * @param together null where nothing else ended into the division asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cascade(String region, int year, List<Use> quotas, @Nullable Together together) {}

    private record Row(
            String division, int allocated, int ceiling, int used, @Nullable Long handedDown) {}

    private record Persons(String region, long persons) {}

    private final JdbcClient db;
    private final Regions regions;
    private final Successions successions;

    QuotaUse(JdbcClient db, Regions regions, Successions successions) {
        this.db = db;
        this.regions = regions;
        this.successions = successions;
    }

    @Bean
    RouterFunction<ServerResponse> quotaRoutes(Reads reads) {
        return RouterFunctions.route()
                .GET(
                        "/quotas",
                        request ->
                                reads.of(
                                        request,
                                        READ,
                                        entry -> {
                                            var region = Reads.parameter(request, "region");
                                            Check.region("region", region);
                                            reads.check(entry, READ, region);
                                            regions.require(region);
                                            var year = yearOf(Reads.parameter(request, "year"));
                                            var whose = whose(region, year);
                                            reads.check(entry, READ, whose);
                                            return Reads.json(cascade(whose, year));
                                        },
                                        "region",
                                        "year"))
                .build();
    }

    private static int yearOf(String text) {
        return (int) Check.whole("year", text, 1978, 2100);
    }

    /** Of a division that has ended and has none of that year, that of what came after it. */
    private String whose(String region, int year) {
        var with = successions.firstOf(region, code -> rows(code, year).isEmpty() ? null : code);
        return with == null ? region : with;
    }

    private Cascade cascade(String region, int year) {
        var persons = persons(region, year);
        var uses =
                rows(region, year).stream()
                        .map(row ->
                                use(
                                        row,
                                        persons.stream()
                                                .filter(p ->
                                                        Division.isWithin(
                                                                p.region(), row.division()))
                                                .mapToLong(Persons::persons)
                                                .sum()))
                        .toList();
        var prefixes = Set.of(prefixes(region));
        var whose =
                uses.stream()
                        .filter(use -> prefixes.contains(Division.prefix(use.division())))
                        .toList();
        // a village that ended with its township is in its township's
        var heads = whose.stream().filter(use -> isWidest(use.division(), whose)).toList();
        return new Cascade(region, year, uses, heads.size() < 2 ? null : Together.of(heads));
    }

    private static boolean isWidest(String division, List<Use> uses) {
        return uses.stream()
                .map(Use::division)
                .noneMatch(above -> !above.equals(division) && Division.isWithin(division, above));
    }

    private static Use use(Row row, long persons) {
        return new Use(
                row.division(),
                row.allocated(),
                row.ceiling(),
                row.used(),
                Math.max(0, row.ceiling() - row.used()),
                persons,
                Math.max(0, Math.max(persons, row.used()) - row.ceiling()),
                row.handedDown() == null ? 0 : row.handedDown());
    }

    /** The division asked for, everything below it and what ended into them. */
    private List<Row> rows(String region, int year) {
        return db.sql(
                        """
                        select q.division, q.persons as allocated, q.ceiling_persons as ceiling,
                            q.used_persons as used, h.persons_below as handed_down
                        from quota q
                        left join quota_handed_down h on h.division = q.division and h.year = q.year
                        where q.year = ? and exists (
                            select from unnest(?) prefix where starts_with(q.division, prefix))
                        order by q.division
                        """)
                .params(year, prefixes(region))
                .query(Row.class)
                .list();
    }

    /** Where their places lie, which after a succession is not where they live. */
    private List<Persons> persons(String region, int year) {
        return db.sql(
                        """
                        select p.region, count(a.person_id) as persons
                        from quota_place p join active_person a on a.household_id = p.household_id
                        where p.year = ? and not p.released and exists (
                            select from unnest(?) prefix where starts_with(p.region, prefix))
                        group by p.region
                        """)
                .params(year, prefixes(region))
                .query(Persons.class)
                .list();
    }

    private String[] prefixes(String region) {
        return successions.lineage().prefixes(region).toArray(String[]::new);
    }
}
