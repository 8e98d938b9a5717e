package cn.fupin.backbone.command;

import org.jspecify.annotations.Nullable;

/** The sender's role or region does not allow it: answered as 403, and kept for auditors. */
public final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final String permission;
    private final @Nullable String region;

    /**
     * @param region where it was not allowed; null when the role has no such permission anywhere
     */
    public Denied(Actor actor, String permission, @Nullable String region) {
        super(permission, null, false, false);
        this.actor = actor;
        this.permission = permission;
        this.region = region;
    }

    Actor actor() {
        return actor;
    }

    String permission() {
        return permission;
    }

    @Nullable String region() {
        return region;
    }
}
