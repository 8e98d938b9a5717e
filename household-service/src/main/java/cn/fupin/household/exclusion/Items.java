package cn.fupin.household.exclusion;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.division.Division;
import cn.fupin.household.exclusion.ItemEvent.ExclusionItemEnacted;
import cn.fupin.household.region.Successions;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The items a place may name on a day: those from the beginning, and what it or a division above it
 * has enacted by then, or what came after it. Read from the store itself, by the id that an item's
 * division and code make.
 */
@Component
public class Items {
    private final StoredEvents events;
    private final Successions successions;

    Items(StoredEvents events, Successions successions) {
        this.events = events;
        this.successions = successions;
    }

    /** Refuses what is no item there and then. */
    public void check(String field, String code, String region, LocalDate on) {
        if (ExclusionItem.FROM_THE_BEGINNING.contains(code)) return;
        if (successions.firstOf(region, place -> enacted(code, place, on)) != null) return;
        throw new Malformed(
                field,
                "exclusion-item",
                "当地当日没有此排除事项：须先施行（exclusion-items）",
                "no such item of exclusion there on that day: enact it first (exclusion-items)");
    }

    /** What it is called there on that day; its code where nobody enacted it by then. */
    public String nameOf(String code, String region, LocalDate on) {
        var known = ExclusionItem.nameOf(code);
        if (known != null) return known;
        var enacted = successions.firstOf(region, place -> name(code, place, on));
        return enacted == null ? code : enacted;
    }

    /** The nearest division's. */
    private @Nullable String name(String code, String place, LocalDate on) {
        return Division.lineage(place).stream()
                .map(division -> EnactItem.idOf(division, code))
                .flatMap(id ->
                        events.<ExclusionItemEnacted>of(id, ExclusionItemEnacted.class).stream())
                .filter(stored -> !stored.event().effectiveFrom().isAfter(on))
                .map(stored -> stored.event().name())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Boolean enacted(String code, String place, LocalDate on) {
        var ids =
                Division.lineage(place).stream()
                        .map(division -> EnactItem.idOf(division, code))
                        .toList();
        return events.of(ids, ExclusionItemEnacted.class).values().stream()
                        .flatMap(stored -> stored.stream())
                        .anyMatch(stored -> !stored.event().effectiveFrom().isAfter(on))
                ? true
                : null;
    }
}
