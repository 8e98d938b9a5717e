package cn.fupin.reporting.round;

import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.regions.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rounds of re-verification that touch a region, each with what it came to there. */
@RestController
class RoundApi {
    private final Snapshots snapshots;
    private final Today today;

    RoundApi(Snapshots snapshots, Today today) {
        this.snapshots = snapshots;
        this.today = today;
    }

    record Answer(
            String region,
            LocalDate effective,
            Map<String, Long> known,
            boolean settled,
            List<Rounds.Round> rounds) {}

    @GetMapping("/regions/{region}/rounds")
    Answer rounds(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions) {
        return snapshots.read(
                Asked.of(effective, known, today.date()),
                (db, asOf) -> {
                    var scope = Scope.of(region, divisions, asOf, db);
                    return new Answer(
                            region,
                            asOf.effective(),
                            asOf.known(),
                            asOf.settled(),
                            new Rounds(db).of(scope, asOf));
                });
    }
}
