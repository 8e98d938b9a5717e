package cn.fupin.reporting.history;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.regions.Scope;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who sees to a region and to the places in it on a day, place by place. */
@RestController
class OrganisationApi {
    private static final int MOST = 500;

    private final Snapshots snapshots;
    private final Today today;

    OrganisationApi(Snapshots snapshots, Today today) {
        this.snapshots = snapshots;
        this.today = today;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String region,
            LocalDate effective,
            Map<String, Long> known,
            boolean settled,
            List<Organisation> places,
            @Nullable String next) {}

    @GetMapping("/regions/{region}/organisation")
    Answer organisation(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") String limit) {
        var most = (int) Check.whole("limit", limit, 1, MOST);
        if (after != null) Check.region("after", after);
        return snapshots.read(
                Asked.of(effective, known, today.date()),
                (db, asOf) -> {
                    var scope = Scope.of(region, divisions, asOf, db);
                    var page =
                            new Organisations(db)
                                    .page(scope, asOf, after == null ? "" : after, most);
                    return new Answer(
                            region,
                            asOf.effective(),
                            asOf.known(),
                            asOf.settled(),
                            page.places(),
                            page.next());
                });
    }
}
