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
