package cn.fupin.household.document;

import cn.fupin.household.document.Dossier.Resident;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How members are named on a form: with stars, unless somebody entitled was told their names for
 * it.
 *
 * @param revealed by personId; empty when nobody was told
 * @param erased of whom nothing is shown any more
 */
record Names(Map<String, Revealed> revealed, Set<String> erased) {
    static final String ERASED = "（已删除）";

    /** What was told of a person; null is what was not asked for or never entered. */
    record Revealed(
            @Nullable String name,
            @Nullable String identityNumber,
            @Nullable String phone,
            @Nullable String cardNumber) {
        /** Never the data: a record's own text would put them into a log. */
        @Override
        public String toString() {
            return "Revealed[*]";
        }
    }

    static Names masked(Set<String> erased) {
        return new Names(Map.of(), erased);
    }

    boolean areFull() {
        return !revealed.isEmpty();
    }

    String of(Resident resident) {
        if (erased.contains(resident.personId())) return ERASED;
        var told = revealed.get(resident.personId());
        return told == null || told.name() == null ? resident.maskedName() : told.name();
    }

    String ofHead(Dossier dossier) {
        return of(dossier.members().getFirst());
    }
}
