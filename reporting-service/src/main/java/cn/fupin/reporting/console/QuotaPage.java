package cn.fupin.reporting.console;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.quota.Quotas;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.regions.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The places of a year: handed down, taken, left. */
@Component
class QuotaPage {
    private final Snapshots snapshots;

    QuotaPage(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    record Page(
            Places.Place place,
            List<Places.Place> above,
            AsOf asOf,
            int year,
            List<Integer> years,
            List<Quotas.Quota> quotas) {}

    /**
     * @param year null: the latest of which anything is allocated
     */
    Page page(Region region, @Nullable Integer year, Asked asked, Divisions divisions) {
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var place = Crumbs.listed(region, asOf, db);
                    var scope = new Scope(region, new Lineages(db).of(divisions, asOf));
                    var quotas = new Quotas(db);
                    var years = quotas.years(scope, asOf);
                    int shown = year != null ? year : latest(years, asOf);
                    return new Page(
                            place,
                            Crumbs.above(place, asOf, db),
                            asOf,
                            shown,
                            years,
                            quotas.of(scope, shown, asOf));
                });
    }

    private static int latest(List<Integer> years, AsOf asOf) {
        return years.isEmpty() ? asOf.effective().getYear() : years.getFirst();
    }
}
