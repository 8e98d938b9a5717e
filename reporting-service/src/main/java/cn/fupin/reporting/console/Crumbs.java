package cn.fupin.reporting.console;

import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Places;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way down to a place: the county, the township, … */
final class Crumbs {
    private Crumbs() {}

    /**
     * @throws NotThere if nobody listed it
     */
    static Places.Place listed(Region region, AsOf asOf, JdbcClient db) {
        return new Places(db)
                .find(region.code(), asOf)
                .orElseThrow(() -> new NotThere("region", "没有登记这个地区", "this region is not listed"));
    }

    /** From the widest that is listed to the one right above {@code place}. */
    static List<Places.Place> above(Places.Place place, AsOf asOf, JdbcClient db) {
        var places = new Places(db);
        var above = new ArrayDeque<Places.Place>();
        var seen = new HashSet<String>();
        var parent = place.parent();
        while (parent != null && seen.add(parent)) {
            var found = places.find(parent, asOf);
            if (found.isEmpty()) break;
            above.addFirst(found.get());
            parent = found.get().parent();
        }
        return List.copyOf(above);
    }
}
