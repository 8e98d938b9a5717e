package cn.fupin.household.region;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.command.PlainText;
import cn.fupin.household.region.PlaceEvent.VillageGroupEnded;
import cn.fupin.household.region.PlaceEvent.VillageGroupListed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The villagers' groups of a village, those that have ended too, read from its events. */
@Component
public class VillageGroups {
    /**
     * @param group its number, such as {@code 03}
     * @param endedOn the first day on which it is none any more, null while it is one
     */
    public record KnownGroup(
            String group, String name, LocalDate listedOn, @Nullable LocalDate endedOn) {
        public boolean isThereOn(LocalDate day) {
            return !day.isBefore(listedOn) && (endedOn == null || day.isBefore(endedOn));
        }

        private KnownGroup ended(LocalDate on) {
            return new KnownGroup(group, name, listedOn, on);
        }

        /** Papers say the name, or the number as {@code 03}, {@code 3组} or {@code 第3村民小组}. */
        public boolean isCalled(String said) {
            return PlainText.same(said, name) || number(said).equals(number(group));
        }

        private static String number(String text) {
            return text.replaceFirst("^第?0*(\\d+)(村民小组|组)?$", "$1");
        }
    }

    private final StoredEvents events;

    VillageGroups(StoredEvents events) {
        this.events = events;
    }

    /** In the order they were listed; none for a village of which nobody listed any. */
    public List<KnownGroup> of(String village) {
        var groups = new LinkedHashMap<String, KnownGroup>();
        events.<PlaceEvent>of(
                        "region-" + village, VillageGroupListed.class, VillageGroupEnded.class)
                .forEach(stored -> {
                    if (stored.event() instanceof VillageGroupListed e) {
                        groups.put(
                                e.group(),
                                new KnownGroup(e.group(), e.name(), e.occurredOn(), null));
                    }
                    if (stored.event() instanceof VillageGroupEnded e) {
                        groups.computeIfPresent(e.group(), (_, was) -> was.ended(e.occurredOn()));
                    }
                });
        return new ArrayList<>(groups.values());
    }
}
