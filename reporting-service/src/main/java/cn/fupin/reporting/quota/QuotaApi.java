package cn.fupin.reporting.quota;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.regions.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The quotas of a year in a region, level by level; the year of {@code effective} if it is absent.
 * Whether a household still finds room is decided by household-service in its own transaction; this
 * is what has arrived of it.
 */
@RestController
class QuotaApi {
    private final Snapshots snapshots;
    private final Today today;

    QuotaApi(Snapshots snapshots, Today today) {
        this.snapshots = snapshots;
        this.today = today;
    }

    record Answer(
            String region,
            int year,
            LocalDate effective,
            Map<String, Long> known,
            boolean settled,
            List<Quotas.Quota> quotas) {}

    @GetMapping("/quotas")
    Answer quotas(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions) {
        var asked = Asked.of(effective, known, today.date());
        var of =
                year == null || year.isBlank()
                        ? asked.effective().getYear()
                        : (int) Check.whole("year", year, 1978, 2100);
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var scope = Scope.of(region, divisions, asOf, db);
                    return new Answer(
                            region,
                            of,
                            asOf.effective(),
                            asOf.known(),
                            asOf.settled(),
                            new Quotas(db).of(scope, of, asOf));
                });
    }
}
