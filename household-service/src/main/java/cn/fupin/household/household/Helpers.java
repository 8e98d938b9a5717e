package cn.fupin.household.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who helps a household, and who did since it last was without a helper: each until the next. Who
 * helped it earlier than the present one, or that he began earlier, is entered late.
 *
 * @param from the day from which it was without one before the first of these
 * @param turns by their days
 */
record Helpers(LocalDate from, List<Turn> turns) {
    record Turn(String helperId, LocalDate since) {}

    static Helpers nobody(LocalDate from) {
        return new Helpers(from, List.of());
    }

    /** Null while nobody does. */
    @Nullable String now() {
        return turns.isEmpty() ? null : turns.getLast().helperId();
    }

    /** The day that is so from, as it was said last. */
    LocalDate since() {
        return turns.isEmpty() ? from : turns.getLast().since();
    }

    /** Who helped it that day. */
    @Nullable String on(LocalDate day) {
        return turns.stream()
                .filter(turn -> !turn.since().isAfter(day))
                .reduce((_, later) -> later)
                .map(Turn::helperId)
                .orElse(null);
    }

    /** Of two named of one day it is whoever was named last. */
    Helpers by(@Nullable String helper, LocalDate on) {
        if (helper == null) return nobody(on);
        var more = new ArrayList<>(turns);
        more.removeIf(turn -> turn.since().equals(on));
        more.add(new Turn(helper, on));
        more.sort(Comparator.comparing(Turn::since));
        return new Helpers(from, List.copyOf(more));
    }
}
