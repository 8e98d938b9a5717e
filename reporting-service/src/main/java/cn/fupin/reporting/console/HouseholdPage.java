package cn.fupin.reporting.console;

import cn.fupin.backbone.projection.ProjectionReader;
import cn.fupin.reporting.asof.AsOf;
import cn.fupin.reporting.asof.Asked;
import cn.fupin.reporting.history.Histories;
import cn.fupin.reporting.history.HouseholdAt;
import cn.fupin.reporting.history.HouseholdHistory;
import cn.fupin.reporting.regions.Places;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A household's life, day by day, as known by a moment. */
@Component
class HouseholdPage {
    private static final Map<String, String> SOURCES =
            Map.of("household", "农户", "project", "项目", "funding", "资金", "reporting", "报表");

    private final Histories histories;
    private final ProjectionReader reader;

    HouseholdPage(Histories histories, ProjectionReader reader) {
        this.histories = histories;
        this.reader = reader;
    }

    /**
     * @param at which step the slider stands on
     * @param corrections the moments just before which less, or something else, was known
     */
    record Page(
            String householdId,
            String head,
            @Nullable Home home,
            AsOf asOf,
            int at,
            List<Card> steps,
            List<Row> events,
            List<Before> corrections) {}

    /** Where it lies, by the code that its events carry, and the way down to it. */
    record Home(Places.Place village, List<Places.Place> above) {}

    /** {@code other} is the brief id of the household a person came from or went to. */
    record Row(
            HouseholdHistory.Event event,
            @Nullable String other,
            String source,
            String recorded,
            String briefId,
            String briefDigest) {}

    /** {@code known} is the vector just before the correction was recorded. */
    record Before(String sentence, String known) {}

    Page page(String householdId, Asked asked) {
        var days = histories.days(householdId, asked);
        var steps = days.steps().stream().map(Card::of).toList();
        var whole = days.steps().isEmpty() ? days.all() : days.steps().getLast().history();
        var region = whole.state().region();
        return new Page(
                householdId,
                head(whole.state()),
                region == null ? null : home(region, days.asOf()),
                days.asOf(),
                at(steps, days.asOf().effective()),
                steps,
                whole.events().stream().map(HouseholdPage::row).toList(),
                corrections(whole, days.asOf()));
    }

    private @Nullable Home home(String region, AsOf asOf) {
        return reader.read(db ->
                new Places(db)
                        .find(region, asOf)
                        .map(place -> new Home(place, Crumbs.above(place, asOf, db)))
                        .orElse(null));
    }

    private static int at(List<Card> steps, LocalDate effective) {
        var at = 0;
        for (var i = 0; i < steps.size(); i++) {
            if (!steps.get(i).day().isAfter(effective)) at = i;
        }
        return at;
    }

    private static String head(HouseholdAt state) {
        return state.members().stream()
                .filter(member -> member.relation().equals("HEAD"))
                .map(HouseholdAt.Member::maskedName)
                .findFirst()
                .orElse("");
    }

    private static Row row(HouseholdHistory.Event event) {
        var other = event.otherHouseholdId();
        return new Row(
                event,
                other == null ? null : Display.shortId(other),
                SOURCES.getOrDefault(event.source(), event.source()),
                Display.moment(event.recordedAt()),
                Display.shortId(event.id()),
                Display.shortId(event.digest()));
    }

    private static List<Before> corrections(HouseholdHistory history, AsOf asOf) {
        return history.events().stream()
                .filter(event -> event.corrects() != null)
                .map(event -> new Before(event.zh(), before(event, asOf)))
                .toList();
    }

    private static String before(HouseholdHistory.Event event, AsOf asOf) {
        return asOf.known().entrySet().stream()
                .map(known ->
                        known.getKey()
                                + ":"
                                + (known.getKey().equals(event.source())
                                        ? event.position() - 1
                                        : known.getValue()))
                .collect(Collectors.joining(","));
    }
}
