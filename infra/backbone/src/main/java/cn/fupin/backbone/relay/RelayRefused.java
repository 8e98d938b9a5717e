package cn.fupin.backbone.relay;

/** Publishing would do harm, and trying again does not help: a person has to look. */
sealed class RelayRefused extends RuntimeException permits StoreBehindTopic {
    private static final long serialVersionUID = 1L;

    RelayRefused(String zh, String en) {
        super(zh + " " + en, null, false, false);
    }
}
