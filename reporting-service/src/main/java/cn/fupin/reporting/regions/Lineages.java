package cn.fupin.reporting.regions;

import cn.fupin.backbone.division.Lineage.Succession;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.fact.TakenBack;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came after which division, within the caller's snapshot. */
public final class Lineages {
    private final JdbcClient db;

    public Lineages(JdbcClient db) {
        this.db = db;
    }

    /** Where codes lie by the divisions of the effective day, or along all that is known. */
    public Casts of(Divisions divisions, AsOf asOf) {
        var happened =
                successions(asOf).stream()
                        .filter(s ->
                                divisions == Divisions.TODAY || !s.on().isAfter(asOf.effective()))
                        .toList();
        return Casts.of(happened, under(happened, asOf));
    }

    /** Codes that lie in the region, have ended as divisions and that none is known to follow. */
    public List<String> withoutSuccessor(Region region, Divisions divisions, AsOf asOf) {
        var casts = of(divisions, asOf);
        return successions(asOf).stream()
                .map(Succession::region)
                .map(casts::place)
                .filter(region::holds)
                .filter(casts::hasNoSuccessor)
                .distinct()
                .toList();
    }

    /** All that is known, whatever its day. */
    public List<Succession> successions(AsOf asOf) {
        return db.sql(
                        """
                        select region, effective_on, successors from region_successions
                        where position <= :household and {stands}
                        order by region, effective_on, sequence
                        """
                                .replace("{stands}", TakenBack.stands("region_successions")))
                .paramSource(asOf.parameters())
                .query(Succession::of)
                .list();
    }

    /** Codes under a division that ended: they went where it went. */
    private List<String> under(List<Succession> happened, AsOf asOf) {
        var patterns =
                happened.stream()
                        .map(Succession::region)
                        .filter(code -> code.endsWith("000"))
                        .map(code -> new Region(code).pattern())
                        .toArray(String[]::new);
        if (patterns.length == 0) return List.of();
        return db.sql(
                        """
                        select distinct region from listed_regions
                        where region like any(:patterns) and position <= :household and {stands}
                        """
                                .replace("{stands}", TakenBack.stands("listed_regions")))
                .paramSource(asOf.parameters().addValue("patterns", patterns))
                .query(String.class)
                .list();
    }
}
