package cn.fupin.reporting.console;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.reporting.answer.Mistyped;
import cn.fupin.reporting.answer.NotThere;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.regions.Divisions;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** What all pages have in common: the two dates, what a link keeps, and how a problem is told. */
abstract class Pages {
    private final Today today;

    Pages(Today today) {
        this.today = today;
    }

    final Asked asked(@Nullable String effective, @Nullable String known) {
        return Asked.of(effective, known, today.date());
    }

    final Today today() {
        return today;
    }

    static void dates(
            Model model,
            @Nullable String effective,
            @Nullable String known,
            @Nullable String divisions) {
        dates(model, effective, known, divisions, Map.of());
    }

    /**
     * @param kept further parameters of the address, which the dates' form and the permanent link
     *     carry on
     */
    static void dates(
            Model model,
            @Nullable String effective,
            @Nullable String known,
            @Nullable String divisions,
            Map<String, String> kept) {
        var by = Divisions.parse(divisions);
        model.addAttribute("divisions", by == null ? null : by.code());
        model.addAttribute(
                "effective", effective == null || effective.isBlank() ? null : effective);
        model.addAttribute("known", known);
        model.addAttribute("knownField", field(known));
        model.addAttribute("kept", kept);
        model.addAttribute("group", kept.get("group"));
        model.addAttribute("keptQuery", query(kept));
    }

    static Map<String, String> kept(String name, @Nullable String value) {
        var kept = new LinkedHashMap<String, String>();
        keep(kept, name, value);
        return kept;
    }

    static void keep(Map<String, String> kept, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) kept.put(name, value);
    }

    private static String query(Map<String, String> kept) {
        var query = new StringBuilder();
        kept.forEach((name, value) ->
                query.append('&')
                        .append(name)
                        .append('=')
                        .append(UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    /** A date field knows no zone: what it sends is time of Asia/Shanghai. */
    static @Nullable String moment(@Nullable String known) {
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
    ModelAndView missing(MissingServletRequestParameterException missing) {
        return malformed(
                new Malformed(missing.getParameterName(), "required", "必填", "is required"));
    }

    @ExceptionHandler
    ModelAndView mistyped(MethodArgumentTypeMismatchException mistyped) {
        return malformed(Mistyped.of(mistyped));
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
