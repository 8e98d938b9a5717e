package cn.fupin.household.document;

import cn.fupin.household.document.Dossier.Resident;
import java.util.Map;
import java.util.Set;

/**
 * How members are named on a form: with stars, unless somebody entitled was told their names for
 * it.
 *
 * @param revealed by personId; empty when nobody was told
 * @param erased of whom nothing is shown any more
 */
record Names(Map<String, String> revealed, Set<String> erased) {
    static final String ERASED = "（已删除）";

    static Names masked(Set<String> erased) {
        return new Names(Map.of(), erased);
    }

    boolean areFull() {
        return !revealed.isEmpty();
    }

    String of(Resident resident) {
        if (erased.contains(resident.personId())) return ERASED;
        return revealed.getOrDefault(resident.personId(), resident.maskedName());
    }

    String ofHead(Dossier dossier) {
        return of(dossier.members().getFirst());
    }
}
