package cn.fupin.backbone.command;

/** There is nothing under the id that a request names: answered as 404. */
public final class UnknownId extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;

    /** An id and never a number: it is repeated in the answer. */
    public UnknownId(String id) {
        super(id, null, false, false);
        this.id = id;
    }

    String id() {
        return id;
    }
}
