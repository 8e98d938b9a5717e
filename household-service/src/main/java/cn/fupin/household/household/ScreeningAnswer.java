package cn.fupin.household.household;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.event.Shanghai;
import cn.fupin.household.exclusion.ExclusionEffect;
import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.household.Screenings.Shown;
import cn.fupin.household.region.Regions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What the lists of other registers say. Of one household, beforehand: a registration of that day
 * would be refused for the same. Of a division's poor households, afterwards: they were registered
 * before the list came, and somebody has to look into it.
 */
@Configuration(proxyBeanMethods = false)
class ScreeningAnswer {
    private static final String READ = "household.exclusions";

    /** Households in one answer of a division. */
    private static final int PAGE = 200;

    record Answered(String householdId, LocalDate on, boolean refused, List<Found> found) {}

    /**
     * @param households how many there are in all
     * @param next behind which household the next page begins, none for the last
     */
    record OfDivision(
            String region,
            LocalDate on,
            int households,
            List<Answered> page,
            @Nullable String next) {}

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
    private final Regions regions;
    private final Clock clock;

    ScreeningAnswer(Screenings screenings, HouseholdPlaces places, Regions regions, Clock clock) {
        this.regions = regions;
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
                                                    answered(id, day, screenings.shown(id, day)));
                                        },
                                        "on"))
                .GET(
                        "/exclusions",
                        request ->
                                reads.of(
                                        request,
                                        READ,
                                        entry -> {
                                            var region = Reads.parameter(request, "region");
                                            Check.region("region", region);
                                            reads.check(entry, READ, region);
                                            regions.require(region);
                                            return Reads.json(
                                                    ofDivision(
                                                            region,
                                                            dayOf(request.param("on")),
                                                            after(request)));
                                        },
                                        "region",
                                        "on",
                                        "after"))
                .build();
    }

    private static String after(ServerRequest request) {
        var after = request.param("after").orElse("");
        if (!after.isEmpty()) Check.id("household", "after", after);
        return after;
    }

    /** Today unless it is said. */
    private LocalDate dayOf(Optional<String> asked) {
        return asked.map(text -> Check.day("on", text))
                .orElseGet(() -> Shanghai.dateOf(clock.instant()));
    }

    private OfDivision ofDivision(String region, LocalDate day, String after) {
        var all = screenings.registered(region, day);
        var page =
                all.tailMap(after + "\0").entrySet().stream()
                        .limit(PAGE)
                        .map(of -> answered(of.getKey(), day, of.getValue()))
                        .toList();
        var last = page.isEmpty() ? null : page.getLast().householdId();
        var more = last != null && !last.equals(all.lastKey());
        return new OfDivision(region, day, all.size(), page, more ? last : null);
    }

    private static Answered answered(String id, LocalDate day, List<Shown> shown) {
        var found =
                shown.stream()
                        .map(each -> {
                            var match = each.match();
                            return new Found(
                                    match.personId(),
                                    match.item(),
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
