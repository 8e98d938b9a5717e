package cn.fupin.backbone.command;

import org.jspecify.annotations.Nullable;

/** There is nothing under what a request names: answered as 404 with the field that names it. */
public final class UnknownId extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final @Nullable String id;

    /** An id and never a number: it is repeated in the answer. */
    public UnknownId(String field, String id) {
        super(field + ": " + id, null, false, false);
        this.field = field;
        this.id = id;
    }

    private UnknownId(String field) {
        super(field, null, false, false);
        this.field = field;
        this.id = null;
    }

    /** What was asked by is somebody's number: nobody repeats it. */
    public static UnknownId unsaid(String field) {
        return new UnknownId(field);
    }

    String field() {
        return field;
    }

    @Nullable String id() {
        return id;
    }
}
