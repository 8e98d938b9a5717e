package cn.fupin.household.household;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.answer.NotThere;
import cn.fupin.household.exclusion.ExclusionEffect;
import cn.fupin.household.exclusion.ExclusionItem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the lists of other registers say of a household, beforehand: a registration of that day
 * would be refused for the same.
 */
@RestController
class ScreeningAnswer {
    record Answered(String householdId, LocalDate on, boolean refused, List<Found> found) {}

    record Found(
            String personId,
            ExclusionItem item,
            ExclusionEffect effect,
            boolean cleared,
            String exclusionId,
            String matchingId,
            String source,
            LocalDate asOf) {}

    private final Screenings screenings;
    private final HouseholdPlaces places;
    private final Clock clock;

    ScreeningAnswer(Screenings screenings, HouseholdPlaces places, Clock clock) {
        this.screenings = screenings;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/households/{householdId}/exclusions")
    Answered exclusions(
            @PathVariable String householdId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate on) {
        HouseholdCommand.checkId(householdId);
        if (places.of(householdId) == null) throw new NotThere();
        var day = on == null ? Shanghai.dateOf(clock.instant()) : on;
        var found =
                screenings.shown(householdId, day).stream()
                        .map(shown -> {
                            var match = shown.match();
                            return new Found(
                                    match.personId(),
                                    match.item(),
                                    match.effect(),
                                    shown.cleared(),
                                    match.exclusionId(),
                                    match.matchingId(),
                                    match.source(),
                                    match.asOf());
                        })
                        .toList();
        var refused =
                found.stream().anyMatch(f -> f.effect() == ExclusionEffect.REFUSE && !f.cleared());
        return new Answered(householdId, day, refused, found);
    }
}
