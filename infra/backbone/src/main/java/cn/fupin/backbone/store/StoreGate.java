package cn.fupin.backbone.store;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this store may take anything new. A store that lacks what has been published under its
 * name, as one restored from an older backup, may not: it would give places that are taken.
 */
public final class StoreGate {
    private static final Logger LOG = LoggerFactory.getLogger(StoreGate.class);

    private volatile @Nullable String why;

    public boolean isOpen() {
        return why == null;
    }

    /** Why it is closed, as a person must know it; null while it is open. */
    public @Nullable String why() {
        return why;
    }

    /** Nothing new from now on, until the program is started again. */
    public void close(String sentence) {
        if (sentence.equals(why)) return;
        why = sentence;
        LOG.error("不再接受任何新事件 nothing new is taken: {}", sentence);
    }
}
