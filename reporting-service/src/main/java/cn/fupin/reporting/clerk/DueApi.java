package cn.fupin.reporting.clerk;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Snapshots;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.regions.Scope;
import cn.fupin.reporting.register.VillageGroups;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is due in a region, or in a villagers' group of a village: {@code /due} says how much,
 * {@code /due/{list}} what, page by page. {@code month} is for the visits: {@code 2015-06}, the
 * last that was over if absent; what is done once a quarter is looked at in the quarter in which it
 * lies, or the last that was over.
 */
@RestController
class DueApi {
    private static final int MOST = 500;

    private final Snapshots snapshots;
    private final Today today;

    DueApi(Snapshots snapshots, Today today) {
        this.snapshots = snapshots;
        this.today = today;
    }

    record Listed(String list, String zh, String en, long waiting) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Overview(
            String region,
            LocalDate effective,
            Map<String, Long> known,
            boolean settled,
            String month,
            String quarter,
            VillageGroups.@Nullable Asked group,
            List<Listed> lists) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String region,
            String list,
            LocalDate effective,
            Map<String, Long> known,
            boolean settled,
            String month,
            String quarter,
            VillageGroups.@Nullable Asked group,
            List<Due.Item> items,
            @Nullable String next) {}

    @GetMapping("/due")
    Overview overview(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions) {
        var asked = Asked.of(effective, known, today.date());
        var counted = Month.of(month, asked.effective());
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var narrowed = scope(region, group, divisions, asOf, db);
                    var counts = new Due(db).counts(narrowed.scope(), counted, asOf);
                    return new Overview(
                            region,
                            asOf.effective(),
                            asOf.known(),
                            asOf.settled(),
                            counted.month().toString(),
                            counted.quarterCode(),
                            narrowed.group(),
                            Arrays.stream(DueList.values())
                                    .map(list ->
                                            new Listed(
                                                    list.code(),
                                                    list.zh(),
                                                    list.en(),
                                                    counts.getOrDefault(list, 0L)))
                                    .toList());
                });
    }

    @GetMapping("/due/{list}")
    Answer list(
            @PathVariable String list,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") String limit) {
        var most = (int) Check.whole("limit", limit, 1, MOST);
        var asked = Asked.of(effective, known, today.date());
        var counted = Month.of(month, asked.effective());
        return snapshots.read(
                asked,
                (db, asOf) -> {
                    var narrowed = scope(region, group, divisions, asOf, db);
                    var page =
                            new Due(db)
                                    .page(
                                            DueList.of(list),
                                            narrowed.scope(),
                                            counted,
                                            asOf,
                                            after,
                                            most);
                    return new Answer(
                            region,
                            list,
                            asOf.effective(),
                            asOf.known(),
                            asOf.settled(),
                            counted.month().toString(),
                            counted.quarterCode(),
                            narrowed.group(),
                            page.items(),
                            page.next());
                });
    }

    private static VillageGroups.Narrowed scope(
            String region,
            @Nullable String group,
            @Nullable String divisions,
            AsOf asOf,
            JdbcClient db) {
        return VillageGroups.narrowed(Scope.of(region, divisions, asOf, db), group, asOf, db);
    }
}
