package cn.fupin.reporting.finding;

import cn.fupin.backbone.command.Check;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The data-quality findings of a region or of a villagers' group, by rule and household, page by
 * page: {@code rule} picks one. {@code rules} says what each rule is, what to do about it, and how
 * much there is of it, which takes longer than a page: {@code counts=false} leaves that out.
 */
@RestController
class FindingApi {
    private static final int MOST = 500;

    private final Snapshots snapshots;
    private final Today today;

    FindingApi(Snapshots snapshots, Today today) {
        this.snapshots = snapshots;
        this.today = today;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(
            String rule,
            String zh,
            String en,
            String todoZh,
            String todoEn,
            @Nullable Long findings,
            @Nullable LocalDate oldest) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String region,
            LocalDate effective,
            Map<String, Long> known,
            boolean settled,
            VillageGroups.@Nullable Asked group,
            List<Rule> rules,
            List<Findings.Finding> findings,
            @Nullable String next) {}

    @GetMapping("/findings")
    Answer findings(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "true") boolean counts,
            @RequestParam(defaultValue = "100") String limit) {
        var most = (int) Check.whole("limit", limit, 1, MOST);
        var picked = QualityRule.parse(rule);
        return snapshots.read(
                Asked.of(effective, known, today.date()),
                (db, asOf) -> {
                    var narrowed =
                            VillageGroups.narrowed(
                                    Scope.of(region, divisions, asOf, db), group, asOf, db);
                    var scope = narrowed.scope();
                    var all = new Findings(db);
                    var page = all.page(scope, picked, asOf, after, most);
                    return new Answer(
                            region,
                            asOf.effective(),
                            asOf.known(),
                            asOf.settled(),
                            narrowed.group(),
                            rules(counts ? all.counts(scope, asOf) : null),
                            page.findings(),
                            page.next());
                });
    }

    private static List<Rule> rules(@Nullable Map<QualityRule, Findings.Count> counts) {
        return Arrays.stream(QualityRule.values())
                .map(check -> rule(check, counts, counts == null ? null : counts.get(check)))
                .toList();
    }

    private static Rule rule(
            QualityRule check,
            @Nullable Map<QualityRule, Findings.Count> counts,
            Findings.@Nullable Count count) {
        var findings = count == null ? Long.valueOf(0) : Long.valueOf(count.findings());
        return new Rule(
                check.code(),
                check.zh(),
                check.en(),
                check.todoZh(),
                check.todoEn(),
                counts == null ? null : findings,
                count == null ? null : count.oldest());
    }
}
