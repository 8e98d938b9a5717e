package cn.fupin.reporting.clerk;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.asof.Today;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What was planned for a household 一户一策 beside what is done of it, as of a day as known by a
 * moment. A household of which no plan is known has none.
 */
@RestController
class PlanApi {
    private final Snapshots snapshots;
    private final Today today;

    PlanApi(Snapshots snapshots, Today today) {
        this.snapshots = snapshots;
        this.today = today;
    }

    record Answer(
            String householdId,
            LocalDate effective,
            Map<String, Long> known,
            boolean settled,
            List<Plans.Plan> plans) {}

    @GetMapping("/households/{householdId}/plans")
    Answer plans(
            @PathVariable String householdId,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known) {
        Check.id("household", "householdId", householdId);
        return snapshots.read(
                Asked.of(effective, known, today.date()),
                (db, asOf) ->
                        new Answer(
                                householdId,
                                asOf.effective(),
                                asOf.known(),
                                asOf.settled(),
                                Plans.of(householdId, asOf, db)));
    }
}
