package cn.fupin.reporting.console;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages. Dates are days of Asia/Shanghai, in the address as on the page. */
@Controller
class Console extends Pages {
    private final RegionTree tree;
    private final RegionReport reports;
    private final DrillPage drills;
    private final HouseholdPage households;
    private final MoneyPage money;

    Console(
            RegionTree tree,
            RegionReport reports,
            DrillPage drills,
            HouseholdPage households,
            MoneyPage money,
            Today today) {
        super(today);
        this.tree = tree;
        this.reports = reports;
        this.drills = drills;
        this.households = households;
        this.money = money;
    }

    @GetMapping({"/", "/console/regions"})
    String regions(
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            Model model) {
        var knowing = moment(known);
        model.addAttribute(
                "page", tree.page(asked(effective, knowing), Divisions.orThen(divisions)));
        dates(model, effective, knowing, divisions);
        return "console/regions";
    }

    @GetMapping({"/console/regions/{region}", "/console/townships/{region}"})
    String region(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            Model model) {
        var knowing = moment(known);
        model.addAttribute(
                "page",
                reports.page(
                        new Region(region),
                        group,
                        effective,
                        knowing,
                        Divisions.parse(divisions),
                        today().date()));
        dates(model, effective, knowing, divisions, kept("group", group));
        return "console/region";
    }

    @GetMapping({
        "/console/regions/{region}/figures/{figure}",
        "/console/townships/{region}/figures/{figure}"
    })
    String figure(
            @PathVariable String region,
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var knowing = moment(known);
        model.addAttribute(
                "page",
                drills.page(
                        figure,
                        new Region(region),
                        group,
                        asked(effective, knowing),
                        Divisions.orThen(divisions),
                        page));
        dates(model, effective, knowing, divisions, kept("group", group));
        return "console/figure";
    }

    @GetMapping("/console/households/{householdId}")
    String household(
            @PathVariable String householdId,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            Model model) {
        Check.id("household", "householdId", householdId);
        var knowing = moment(known);
        model.addAttribute("page", households.page(householdId, asked(effective, knowing)));
        dates(model, effective, knowing, null);
        return "console/household";
    }

    @GetMapping("/console/payments/{paymentId}")
    String payment(
            @PathVariable String paymentId,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            Model model) {
        Check.id("payment", "paymentId", paymentId);
        var knowing = moment(known);
        model.addAttribute("page", money.page(paymentId, asked(effective, knowing)));
        dates(model, effective, knowing, null);
        return "console/payment";
    }
}
