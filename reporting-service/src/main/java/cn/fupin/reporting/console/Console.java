package cn.fupin.reporting.console;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages. Dates are days of Asia/Shanghai, in the address as on the page. */
@Controller
class Console {
    private final RegionTree tree;
    private final RegionReport reports;
    private final DrillPage drills;
    private final HouseholdFinder finder;
    private final HouseholdPage households;
    private final MoneyPage money;
    private final Today today;

    Console(
            RegionTree tree,
            RegionReport reports,
            DrillPage drills,
            HouseholdFinder finder,
            HouseholdPage households,
            MoneyPage money,
            Today today) {
        this.tree = tree;
        this.reports = reports;
        this.drills = drills;
        this.finder = finder;
        this.households = households;
        this.money = money;
        this.today = today;
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
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            Model model) {
        var knowing = moment(known);
        model.addAttribute(
                "page",
                reports.page(
                        new Region(region),
                        effective,
                        knowing,
                        Divisions.parse(divisions),
                        today.date()));
        dates(model, effective, knowing, divisions);
        return "console/region";
    }

    @GetMapping({
        "/console/regions/{region}/figures/{figure}",
        "/console/townships/{region}/figures/{figure}"
    })
    String figure(
            @PathVariable String region,
            @PathVariable String figure,
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
                        asked(effective, knowing),
                        Divisions.orThen(divisions),
                        page));
        dates(model, effective, knowing, divisions);
        return "console/figure";
    }

    @GetMapping("/console/households")
    String households(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var knowing = moment(known);
        model.addAttribute(
                "page",
                finder.page(
                        new Region(region),
                        asked(effective, knowing),
                        Divisions.orThen(divisions),
                        HouseholdFinder.state(state),
                        page));
        dates(model, effective, knowing, divisions);
        return "console/households";
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

    private Asked asked(@Nullable String effective, @Nullable String known) {
        return Asked.of(effective, known, today.date());
    }

    private static void dates(
            Model model,
            @Nullable String effective,
            @Nullable String known,
            @Nullable String divisions) {
        var by = Divisions.parse(divisions);
        model.addAttribute("divisions", by == null ? null : by.code());
        model.addAttribute(
                "effective", effective == null || effective.isBlank() ? null : effective);
        model.addAttribute("known", known);
        model.addAttribute("knownField", field(known));
    }

    /** A date field knows no zone: what it sends is time of Asia/Shanghai. */
    private static @Nullable String moment(@Nullable String known) {
        if (known == null || known.isBlank()) return null;
        try {
            return LocalDateTime.parse(known).atZone(Shanghai.ZONE).toInstant().toString();
        } catch (DateTimeException notLocal) {
            return known; // an instant or a vector, judged where they are read
        }
    }

    private static @Nullable String field(@Nullable String known) {
        if (known == null) return null;
        try {
            return Instant.parse(known).atZone(Shanghai.ZONE).toLocalDateTime().toString();
        } catch (DateTimeException vector) {
            return null;
        }
    }

    @ExceptionHandler
    ModelAndView malformed(Malformed malformed) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "参数 %s %s".formatted(malformed.field(), malformed.zh()),
                "%s %s".formatted(malformed.field(), malformed.en()));
    }

    @ExceptionHandler
    ModelAndView notThere(NotThere notThere) {
        return problem(HttpStatus.NOT_FOUND, notThere.zh(), notThere.en());
    }

    private static ModelAndView problem(HttpStatusCode status, String zh, String en) {
        var view = new ModelAndView("console/problem");
        view.setStatus(status);
        view.addObject("zh", zh);
        view.addObject("en", en);
        return view;
    }
}
