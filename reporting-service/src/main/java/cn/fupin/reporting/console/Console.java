package cn.fupin.reporting.console;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.fact.Region;
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
    private final TownshipReport reports;
    private final DrillPage drills;
    private final HouseholdPage households;
    private final MoneyPage money;
    private final Today today;

    Console(
            TownshipReport reports,
            DrillPage drills,
            HouseholdPage households,
            MoneyPage money,
            Today today) {
        this.reports = reports;
        this.drills = drills;
        this.households = households;
        this.money = money;
        this.today = today;
    }

    @GetMapping("/")
    String townships(Model model) {
        var places = reports.places(today.date());
        if (places.size() == 1) return "redirect:/console/townships/" + places.getFirst().code();
        model.addAttribute("places", places);
        return "console/townships";
    }

    @GetMapping("/console/townships/{region}")
    String township(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            Model model) {
        var knowing = moment(known);
        model.addAttribute(
                "page", reports.page(new Region(region), effective, knowing, today.date()));
        dates(model, effective, knowing);
        return "console/township";
    }

    @GetMapping("/console/townships/{region}/figures/{figure}")
    String figure(
            @PathVariable String region,
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var knowing = moment(known);
        model.addAttribute(
                "page", drills.page(figure, new Region(region), asked(effective, knowing), page));
        dates(model, effective, knowing);
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
        dates(model, effective, knowing);
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
        dates(model, effective, knowing);
        return "console/payment";
    }

    private Asked asked(@Nullable String effective, @Nullable String known) {
        return Asked.of(effective, known, today.date());
    }

    private static void dates(Model model, @Nullable String effective, @Nullable String known) {
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
