package cn.fupin.household.household;

import cn.fupin.backbone.axon.StoredEvent;
import cn.fupin.backbone.event.Event;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Facts by their days, those of one day as they were recorded. Whoever reads a stream for how
 * things stand reads it so: an old paper that is entered late says nothing of what came after it.
 */
public final class Chronological {
    private Chronological() {}

    public static <E extends Event> List<StoredEvent<E>> of(Collection<StoredEvent<E>> facts) {
        return of(facts, fact -> fact.event().occurredOn());
    }

    /**
     * @param day from which a fact counts
     */
    public static <E extends Event> List<StoredEvent<E>> of(
            Collection<StoredEvent<E>> facts, Function<StoredEvent<E>, LocalDate> day) {
        return facts.stream()
                .sorted(
                        Comparator.<StoredEvent<E>, LocalDate>comparing(day)
                                .thenComparing(StoredEvent::sequence))
                .toList();
    }
}
