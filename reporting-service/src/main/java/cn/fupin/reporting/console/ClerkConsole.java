package cn.fupin.reporting.console;

import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.clerk.DueList;
import cn.fupin.reporting.clerk.Wanted;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.finding.QualityRule;
import cn.fupin.reporting.regions.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages a clerk works with: find a household, what is due, what does not fit, places left. */
@Controller
class ClerkConsole extends Pages {
    private final HouseholdFinder finder;
    private final DuePage due;
    private final FindingsPage findings;
    private final QuotaPage quotas;
    private final ChroniclePage chronicle;

    ClerkConsole(
            HouseholdFinder finder,
            DuePage due,
            FindingsPage findings,
            QuotaPage quotas,
            ChroniclePage chronicle,
            Today today) {
        super(today);
        this.finder = finder;
        this.due = due;
        this.findings = findings;
        this.quotas = quotas;
        this.chronicle = chronicle;
    }

    @GetMapping("/console/households")
    String households(
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
            Model model) {
        var knowing = moment(known);
        var wanted =
                new Wanted(
                        name,
                        helper,
                        state,
                        cause,
                        Wanted.orNot("monitored", monitored),
                        policy,
                        // the form always sends it
                        policy == null || policy.isBlank() ? null : policyState,
                        mainCause,
                        Wanted.year("exitPlannedFor", exitPlannedFor),
                        number,
                        unit);
        model.addAttribute(
                "page",
                finder.page(
                        new Region(region),
                        group,
                        asked(effective, knowing),
                        Divisions.orThen(divisions),
                        wanted,
                        after));
        var kept = kept("region", region);
        keep(kept, "group", group);
        keep(kept, "name", wanted.name());
        keep(kept, "helper", wanted.helper());
        keep(kept, "state", wanted.state());
        keep(kept, "cause", wanted.cause());
        keep(kept, "mainCause", wanted.mainCause());
        keep(kept, "monitored", monitored);
        keep(kept, "policy", wanted.policy());
        keep(kept, "policyState", wanted.policyState());
        keep(kept, "exitPlannedFor", exitPlannedFor);
        keep(kept, "number", wanted.number());
        keep(kept, "unit", wanted.unit());
        dates(model, effective, knowing, divisions, kept);
        return "console/households";
    }

    @GetMapping("/console/due")
    String due(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean counts,
            Model model) {
        var knowing = moment(known);
        model.addAttribute(
                "page",
                due.page(
                        new Region(region),
                        group,
                        list == null ? null : DueList.of(list),
                        month,
                        asked(effective, knowing),
                        Divisions.orThen(divisions),
                        after,
                        counts));
        var kept = kept("region", region);
        keep(kept, "group", group);
        keep(kept, "list", list);
        keep(kept, "month", month);
        dates(model, effective, knowing, divisions, kept);
        return "console/due";
    }

    @GetMapping("/console/findings")
    String findings(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean counts,
            Model model) {
        var knowing = moment(known);
        model.addAttribute(
                "page",
                findings.page(
                        new Region(region),
                        group,
                        QualityRule.parse(rule),
                        asked(effective, knowing),
                        Divisions.orThen(divisions),
                        after,
                        counts));
        var kept = kept("region", region);
        keep(kept, "group", group);
        keep(kept, "rule", rule);
        dates(model, effective, knowing, divisions, kept);
        return "console/findings";
    }

    @GetMapping("/console/quotas")
    String quotas(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            Model model) {
        var knowing = moment(known);
        model.addAttribute(
                "page",
                quotas.page(
                        new Region(region),
                        year,
                        asked(effective, knowing),
                        Divisions.orThen(divisions)));
        var kept = kept("region", region);
        keep(kept, "year", year == null ? null : year.toString());
        dates(model, effective, knowing, divisions, kept);
        return "console/quotas";
    }

    @GetMapping("/console/events")
    String events(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var knowing = moment(known);
        model.addAttribute(
                "page",
                chronicle.page(
                        new Region(region),
                        asked(effective, knowing),
                        Divisions.orThen(divisions),
                        after));
        dates(model, effective, knowing, divisions, kept("region", region));
        return "console/events";
    }
}
