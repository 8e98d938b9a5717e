package cn.fupin.household.evidence;

import cn.fupin.household.evidence.EvidenceEvent.*;
import org.jspecify.annotations.Nullable;

sealed interface StoredFile {
    record None() implements StoredFile {}

    /**
     * @param fault what the last check found, null when all was well
     */
    record Stored(String region, @Nullable EvidenceFault fault) implements StoredFile {}

    static StoredFile evolve(StoredFile state, EvidenceEvent event) {
        return switch (event) {
            case EvidenceStored e -> new Stored(e.region(), null);
            case EvidenceOpened _ -> state;
            case EvidenceFaultFound e -> new Stored(((Stored) state).region(), e.fault());
            case EvidenceRestored _ -> new Stored(((Stored) state).region(), null);
        };
    }
}
