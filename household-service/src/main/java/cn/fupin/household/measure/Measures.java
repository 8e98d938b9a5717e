package cn.fupin.household.measure;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.division.Division;
import cn.fupin.household.measure.MeasureEvent.MeasureItemEnacted;
import cn.fupin.household.measure.MeasureEvent.MeasureItemEnded;
import cn.fupin.household.region.Successions;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The kinds of measures that a place may name on a day: those of the national list, but for what it
 * or a division above it has ended by then, and what was enacted there; the nearest division's word
 * goes, failing that that of what came after it. Read from the store itself, by the id that a
 * kind's division and code make.
 */
@Component
public class Measures {
    private final StoredEvents events;
    private final Successions successions;

    Measures(StoredEvents events, Successions successions) {
        this.events = events;
        this.successions = successions;
    }

    /** Refuses what is no kind of measures there and then. */
    public void check(String field, String code, String region, LocalDate on) {
        if (!MeasureCommand.CODE.matcher(code).matches()) throw unknown(field);
        var said = successions.firstOf(region, place -> said(code, place, on));
        switch (said) {
            case null -> {
                if (!MeasureItem.isFromTheBeginning(code)) throw unknown(field);
            }
            case MeasureItemEnacted _ -> {}
            case MeasureItemEnded ended ->
                    throw new Malformed(
                            field,
                            "measure-item-in-force",
                            "该帮扶措施类别自 %s 起在当地停用".formatted(ended.occurredOn()),
                            "this kind of measures ended there on %s"
                                    .formatted(ended.occurredOn()));
        }
    }

    private static Malformed unknown(String field) {
        return new Malformed(
                field,
                "measure-item",
                "当地当日没有此帮扶措施类别：须先施行（measure-items）",
                "no such kind of measures there on that day: enact it first (measure-items)");
    }

    /** What it is called in a place; by its code where nobody there enacted it. */
    public MeasureItem named(String code, String region) {
        if (MeasureItem.isFromTheBeginning(code)) return MeasureItem.known(code);
        var enacted =
                successions.firstOf(
                        region,
                        place ->
                                words(code, place)
                                        .filter(MeasureItemEnacted.class::isInstance)
                                        .map(MeasureItemEnacted.class::cast)
                                        .findFirst()
                                        .orElse(null));
        return enacted == null
                ? MeasureItem.known(code)
                : new MeasureItem(code, enacted.name(), enacted.tellsOfHealth());
    }

    /** The last word by that day of the nearest division that has one. */
    private @Nullable MeasureEvent said(String code, String place, LocalDate on) {
        for (var division : Division.lineage(place)) {
            var last =
                    words(code, List.of(division))
                            .filter(event -> !event.occurredOn().isAfter(on))
                            .reduce((_, later) -> later)
                            .orElse(null);
            if (last != null) return last;
        }
        return null;
    }

    private Stream<MeasureEvent> words(String code, String place) {
        return words(code, Division.lineage(place));
    }

    /** Of the nearest division first, each in the order it was said. */
    private Stream<MeasureEvent> words(String code, List<String> divisions) {
        var ids = divisions.stream().map(each -> MeasureCommand.idOf(each, code)).toList();
        var said = events.<MeasureEvent>of(ids, MeasureItemEnacted.class, MeasureItemEnded.class);
        return ids.stream()
                .map(said::get)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(stored -> stored.event());
    }
}
