package cn.fupin.reporting.clerk;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.VillageGroups;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One page of the households that are looked for. */
public final class Households {
    static final int MOST = 200;

    private Households() {}

    /**
     * @param scope the region by the divisions that were asked for
     * @param group the villagers' group that was asked for, null for none
     * @param next what to ask for as {@code after}; null on the last page
     */
    public record Page(
            Scope scope,
            VillageGroups.@Nullable Asked group,
            List<Search.Found> households,
            @Nullable String next) {}

    /**
     * @param limit 1 to {@link #MOST}
     * @throws cn.fupin.backbone.command.Malformed naming the parameter
     */
    public static Page page(
            Region region,
            Divisions divisions,
            @Nullable String group,
            Wanted wanted,
            @Nullable String after,
            int limit,
            AsOf asOf,
            JdbcClient db) {
        Check.range("limit", limit, 1, MOST);
        new Places(db).require("region", region, asOf);
        var narrowed =
                VillageGroups.narrowed(
                        new Scope(region, new Lineages(db).of(divisions, asOf)), group, asOf, db);
        var scope = narrowed.scope();
        // one more tells whether there is a next page
        var found = new Search(db).page(scope, wanted, asOf, Place.parse(after), limit + 1);
        if (found.size() <= limit) return new Page(scope, narrowed.group(), found, null);
        var last = found.get(limit - 1);
        return new Page(
                scope,
                narrowed.group(),
                found.subList(0, limit),
                new Place(last.region(), last.householdId()).text());
    }
}
