package cn.fupin.reporting.regions;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.fact.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The tree of regions, level by level: {@code /regions} gives those under none that is listed,
 * {@code /regions?parent=513423000000} those right under a county, and under a village its
 * villagers' groups. A region that ended as a division says so in {@code ended}, with its
 * successors.
 */
@RestController
class RegionsApi {
    private final Snapshots snapshots;
    private final Today today;

    RegionsApi(Snapshots snapshots, Today today) {
        this.snapshots = snapshots;
        this.today = today;
    }

    record Answer(
            @Nullable String parent,
            LocalDate effective,
            Map<String, Long> known,
            boolean settled,
            List<Places.Place> regions,
            List<Places.Group> groups) {}

    @GetMapping("/regions")
    Answer regions(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String known) {
        if (parent != null) Check.region("parent", parent);
        return snapshots.read(
                Asked.of(null, known, today.date()),
                (db, asOf) -> {
                    var places = new Places(db);
                    if (parent != null) places.require("parent", new Region(parent), asOf);
                    return new Answer(
                            parent,
                            asOf.effective(),
                            asOf.known(),
                            asOf.settled(),
                            places.under(parent, asOf),
                            parent == null ? List.of() : places.groups(parent, asOf));
                });
    }
}
