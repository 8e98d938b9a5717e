package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.exclusion.ExclusionEffect;
import cn.fupin.household.exclusion.Items;
import cn.fupin.household.household.Screenings.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What the lists of other registers say of a household, beforehand: a registration of that day
 * would be refused for the same. Whose members a list names that came after the registration is for
 * reporting to find.
 */
@Configuration(proxyBeanMethods = false)
class ScreeningAnswer {
    private static final String READ = "household.exclusions";

    record Answered(String householdId, LocalDate on, boolean refused, List<Found> found) {}

    record Found(
            String personId,
            String item,
            String itemName,
            ExclusionEffect effect,
            boolean cleared,
            String exclusionId,
            String matchingId,
            String source,
            LocalDate asOf) {}

    private final Screenings screenings;
    private final HouseholdPlaces places;
    private final Items items;
    private final Clock clock;

    ScreeningAnswer(Screenings screenings, HouseholdPlaces places, Items items, Clock clock) {
        this.items = items;
        this.screenings = screenings;
        this.places = places;
        this.clock = clock;
    }

    @Bean
    RouterFunction<ServerResponse> screeningRoutes(Reads reads) {
        return RouterFunctions.route()
                .GET(
                        "/households/{householdId}/exclusions",
                        request ->
                                reads.of(
                                        request,
                                        READ,
                                        entry -> {
                                            var id = request.pathVariable("householdId");
                                            HouseholdCommand.checkId(id);
                                            var place = places.of(id);
                                            if (place == null)
                                                throw new UnknownId("householdId", id);
                                            reads.check(entry, READ, place.region());
                                            var day = dayOf(request.param("on"));
                                            return Reads.json(
                                                    answered(
                                                            id,
                                                            place.region(),
                                                            day,
                                                            screenings.shown(id, day)));
                                        },
                                        "on"))
                .build();
    }

    /** Today unless it is said. */
    private LocalDate dayOf(Optional<String> asked) {
        return asked.map(text -> Check.day("on", text))
                .orElseGet(() -> Shanghai.dateOf(clock.instant()));
    }

    private Answered answered(String id, String lies, LocalDate day, List<Shown> shown) {
        var place = places.of(id, day);
        var region = place == null ? lies : place.region();
        var found =
                shown.stream()
                        .map(each -> {
                            var match = each.match();
                            return new Found(
                                    match.personId(),
                                    match.item(),
                                    items.nameOf(match.item(), region, day),
                                    match.effect(),
                                    each.cleared(),
                                    match.exclusionId(),
                                    match.matchingId(),
                                    match.source(),
                                    match.asOf());
                        })
                        .toList();
        var refused =
                found.stream().anyMatch(f -> f.effect() == ExclusionEffect.REFUSE && !f.cleared());
        return new Answered(id, day, refused, found);
    }
}
