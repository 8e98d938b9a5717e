package cn.fupin.reporting.figure;

import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.VillageGroups;
import cn.fupin.reporting.register.VillageGroups.Narrowed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures of a villagers' group 村民小组: those that are made of households, of its own alone. */
public final class GroupFigures {
    private GroupFigures() {}

    /** All of the region where no group is asked for. */
    public static Narrowed narrowed(
            Region region, Divisions divisions, @Nullable String group, AsOf asOf, JdbcClient db) {
        var scope = new Scope(region, new Lineages(db).of(divisions, asOf));
        return VillageGroups.narrowed(scope, group, asOf, db);
    }

    public static FigureBook book(Narrowed narrowed, JdbcClient db) {
        return narrowed.group() == null
                ? new FigureBook(db)
                : FigureBook.of(narrowed.households(), db);
    }

    /** Whether there is such a figure of what was asked for. */
    public static boolean has(Narrowed narrowed, Figure figure) {
        return narrowed.group() == null || FigureBook.isOfHouseholds(figure);
    }

    /**
     * @throws NotThere where it is no figure of a group
     */
    public static void require(Narrowed narrowed, Figure figure) {
        if (has(narrowed, figure)) return;
        throw new NotThere(
                "figure", "这个指标不能按村民小组计算", "this figure is not worked out by villagers' group");
    }
}
