package cn.fupin.reporting.figure;

import cn.fupin.backbone.command.Check;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.asof.Today;
import cn.fupin.reporting.fact.Region;
import cn.fupin.reporting.regions.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Figures and the events behind them.
 *
 * <p>{@code effective} is a day, today if absent; {@code known} an instant ({@code
 * 2026-01-31T08:00:00Z}) or positions ({@code household:120,project:3}), everything if absent. An
 * answer carries the positions it was worked out from as {@code known}, below which nothing is
 * missing, and {@code settled}: false while a projection is behind or has parked events, or where
 * more is asked for than has arrived. What is settled is answered the same for ever when asked for
 * by its {@code known}; what is not may change.
 *
 * <p>{@code divisions} is {@code then}, by the divisions of {@code effective}, or {@code today},
 * along all successions that are known; then if absent.
 *
 * <p>A claim is held against the events as of {@code effective} or, if that is absent, as of the
 * day that the text speaks of; it says which day as {@code comparedOn}. In the same way {@code
 * divisions}, if absent, is for each claim as the text means it.
 *
 * <p>{@code group} with a village as region: of the households of that villagers' group alone.
 */
@RestController
class FigureApi {
    private final FigureAnswers answers;
    private final Today today;

    FigureApi(FigureAnswers answers, Today today) {
        this.answers = answers;
        this.today = today;
    }

    @GetMapping("/figures")
    FigureAnswers.Answer figures(
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions) {
        var ownDates = effective == null || effective.isBlank();
        return answers.figures(
                new Region(region),
                group,
                Asked.of(effective, known, today.date()),
                ownDates,
                Divisions.parse(divisions));
    }

    @GetMapping("/figures/{figure}/events")
    FigureAnswers.Drill events(
            @PathVariable String figure,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String effective,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String divisions,
            @RequestParam(defaultValue = "0") String offset,
            @RequestParam(defaultValue = "1000") String limit) {
        return answers.drill(
                figure,
                new Region(region),
                group,
                Asked.of(effective, known, today.date()),
                Divisions.orThen(divisions),
                (int) Check.whole("offset", offset, 0, Integer.MAX_VALUE),
                (int) Check.whole("limit", limit, 1, FigureAnswers.MOST_LINES));
    }
}
