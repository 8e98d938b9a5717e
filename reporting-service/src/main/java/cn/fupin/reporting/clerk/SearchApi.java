package cn.fupin.reporting.clerk;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import cn.fupin.reporting.register.VillageGroups;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Households by place, villagers' group, number 户编号, unit in contact, masked name, helper, state,
 * cause, watch, policy and year of a planned exit, as of a day as known by a moment. A page ends
 * with {@code next}, to be asked for as {@code after}; the last page has none. Who wants pages that
 * fit together while events arrive asks for all by the {@code known} of the first.
 */
@RestController
class SearchApi {
    private final Snapshots snapshots;
    private final Today today;

    SearchApi(Snapshots snapshots, Today today) {
        this.snapshots = snapshots;
        this.today = today;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String region,
            LocalDate effective,
            Map<String, Long> known,
            boolean settled,
            VillageGroups.@Nullable Asked group,
            List<Search.Found> households,
            @Nullable String next) {}

    @GetMapping("/households")
    Answer households(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String helper,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String mainCause,
            @RequestParam(required = false) @Nullable String monitored,
            @RequestParam(required = false) @Nullable String policy,
            @RequestParam(required = false) @Nullable String policyState,
            @RequestParam(required = false) @Nullable String exitPlannedFor,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") String limit) {
        var wanted =
                new Wanted(
                        name,
                        helper,
                        state,
                        cause,
                        Wanted.orNot("monitored", monitored),
                        policy,
                        policyState,
                        mainCause,
                        Wanted.year("exitPlannedFor", exitPlannedFor),
                        number,
                        unit);
        var most = (int) Check.whole("limit", limit, 1, Households.MOST);
        return snapshots.read(
                Asked.of(effective, known, today.date()),
                (db, asOf) -> {
                    var page =
                            Households.page(
                                    new Region(region),
                                    Divisions.orThen(divisions),
                                    group,
                                    wanted,
                                    after,
                                    most,
                                    asOf,
                                    db);
                    return new Answer(
                            region,
                            asOf.effective(),
                            asOf.known(),
                            asOf.settled(),
                            page.group(),
                            page.households(),
                            page.next());
                });
    }
}
