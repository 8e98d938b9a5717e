package cn.fupin.backbone.projection;

/** A record in an event topic that is no event as its owner publishes them. */
final class NotAnEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAnEvent(String what) {
        super(what, null, false, false);
    }
}
