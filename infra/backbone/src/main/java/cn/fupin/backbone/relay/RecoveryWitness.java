package cn.fupin.backbone.relay;

import cn.fupin.backbone.store.PositionedEvent;
import org.jspecify.annotations.Nullable;

/** Sees each event that comes back from the topic, in order, in the transaction that stores it. */
public interface RecoveryWitness {

    /** An event that this store did not have. */
    void recovered(PositionedEvent event);

    /** What a person must know of it at the end, Chinese and English; null for nothing. */
    default @Nullable String report() {
        return null;
    }
}
