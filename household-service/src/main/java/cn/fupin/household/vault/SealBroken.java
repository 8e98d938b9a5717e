package cn.fupin.household.vault;

/** Sealed with another key, for another owner, or altered since. */
public final class SealBroken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    SealBroken(Throwable cause) {
        super("sealed with another key or for another owner, or altered", cause);
    }
}
