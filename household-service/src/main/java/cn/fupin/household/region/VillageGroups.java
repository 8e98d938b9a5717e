package cn.fupin.household.region;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.backbone.command.PlainText;
import cn.fupin.household.region.PlaceEvent.VillageGroupEnded;
import cn.fupin.household.region.PlaceEvent.VillageGroupListed;
import cn.fupin.household.region.PlaceEvent.VillageGroupRenamed;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The villagers' groups of a village, those that have ended too, read from its events. */
@Component
public class VillageGroups {
    /**
     * @param group its number, such as {@code 03}
     * @param name what it is called since it was last renamed
     * @param endedOn the first day on which it is none any more, null while it is one
     * @param formerly what it was called before, the earliest first
     */
    public record KnownGroup(
            String group,
            String name,
            LocalDate listedOn,
            @Nullable LocalDate endedOn,
            List<Former> formerly) {
        /**
         * @param until the first day on which it is called otherwise
         */
        public record Former(String name, LocalDate until) {}

        public KnownGroup {
            formerly = List.copyOf(formerly);
        }

        public KnownGroup(
                String group, String name, LocalDate listedOn, @Nullable LocalDate endedOn) {
            this(group, name, listedOn, endedOn, List.of());
        }

        public String nameOn(LocalDate day) {
            return formerly.stream()
                    .filter(former -> day.isBefore(former.until()))
                    .findFirst()
                    .map(Former::name)
                    .orElse(name);
        }

        public boolean isThereOn(LocalDate day) {
            return !day.isBefore(listedOn) && (endedOn == null || day.isBefore(endedOn));
        }

        private KnownGroup ended(LocalDate on) {
            return new KnownGroup(group, name, listedOn, on, formerly);
        }

        private KnownGroup renamed(String to, LocalDate on) {
            var more = new ArrayList<>(formerly);
            more.add(new Former(name, on));
            return new KnownGroup(group, to, listedOn, endedOn, more);
        }

        /** All it was ever called: no other has one of these while it is there. */
        private Stream<String> names() {
            return Stream.concat(Stream.of(name), formerly.stream().map(Former::name));
        }

        /**
         * The group of that day which is meant, by its name before its number; null when none is.
         */
        public static @Nullable KnownGroup meant(
                @Nullable String said, List<KnownGroup> groups, LocalDate on) {
            if (said == null) return null;
            var then = groups.stream().filter(known -> known.isThereOn(on)).toList();
            return Stream.concat(
                            then.stream()
                                    .filter(known ->
                                            known.names()
                                                    .anyMatch(name -> PlainText.same(said, name))),
                            then.stream().filter(known -> known.isCalled(said)))
                    .findFirst()
                    .orElse(null);
        }

        /** Whether both are one group's number or name, however each was written. */
        public static boolean isSame(@Nullable String one, @Nullable String other) {
            if (one == null || other == null) return Objects.equals(one, other);
            return number(one).equals(number(other));
        }

        /** Of full width too; a name without a number stays what it is. */
        private static String number(String text) {
            return Normalizer.normalize(PlainText.spelling(text), Normalizer.Form.NFKC)
                    .replaceFirst("^第?0*(\\d+)(村民小组|组)?$", "$1");
        }

        /** Papers say the name, or the number as {@code 03}, {@code 3组} or {@code 第3村民小组}. */
        public boolean isCalled(String said) {
            return isSame(said, group) || names().anyMatch(name -> isSame(said, name));
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
                        "region-" + village,
                        VillageGroupListed.class,
                        VillageGroupRenamed.class,
                        VillageGroupEnded.class)
                .forEach(stored -> {
                    if (stored.event() instanceof VillageGroupListed e) {
                        groups.put(
                                e.group(),
                                new KnownGroup(e.group(), e.name(), e.occurredOn(), null));
                    }
                    if (stored.event() instanceof VillageGroupRenamed e) {
                        groups.computeIfPresent(
                                e.group(), (_, was) -> was.renamed(e.name(), e.occurredOn()));
                    }
                    if (stored.event() instanceof VillageGroupEnded e) {
                        groups.computeIfPresent(e.group(), (_, was) -> was.ended(e.occurredOn()));
                    }
                });
        return new ArrayList<>(groups.values());
    }
}
