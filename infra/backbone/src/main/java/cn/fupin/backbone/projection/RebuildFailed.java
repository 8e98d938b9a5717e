package cn.fupin.backbone.projection;

/** A rebuild that can never end well as it was asked for; says what to ask for instead. */
final class RebuildFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RebuildFailed(String zh, String en) {
        super(zh + " " + en, null, false, false);
    }
}
