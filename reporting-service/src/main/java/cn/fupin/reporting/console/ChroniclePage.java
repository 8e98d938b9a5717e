package cn.fupin.reporting.console;

import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.history.Chronicles;
import cn.fupin.reporting.history.HouseholdHistory;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.regions.Lineages;
import cn.fupin.reporting.regions.Places;
import cn.fupin.reporting.regions.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened in a region, the latest first. */
@Component
class ChroniclePage {
    private static final int ROWS = 50;

    private final Snapshots snapshots;

    ChroniclePage(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    record Page(
            Places.Place place,
            List<Places.Place> above,
            AsOf asOf,
            List<Row> rows,
            @Nullable String next,
            boolean later) {}

    record Row(HouseholdHistory.Event event, String village, String recorded, String briefDigest) {}

    Page page(Region region, Asked asked, Divisions divisions, @Nullable String after) {
        var before = Chronicles.Before.parse(after);
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var place = Crumbs.listed(region, asOf, db);
                    var scope = new Scope(region, new Lineages(db).of(divisions, asOf));
                    var page = new Chronicles(db).page(scope, asOf, before, ROWS);
                    var names = new Names(new Places(db), asOf);
                    return new Page(
                            place,
                            Crumbs.above(place, asOf, db),
                            asOf,
                            page.entries().stream().map(entry -> row(entry, names)).toList(),
                            page.next(),
                            before != null);
                });
    }

    private static Row row(Chronicles.Entry entry, Names names) {
        return new Row(
                entry.event(),
                names.of(entry.region()),
                Display.moment(entry.event().recordedAt()),
                Display.shortId(entry.event().digest()));
    }
}
