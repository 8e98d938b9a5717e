package cn.fupin.backbone.command;

import java.util.Map;

/**
 * A rule said no. Not a fault: it is answered as 409 with the reason and never logged as an error.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient Map<String, Object> facts;

    public Refused(Reason reason) {
        this(reason, Map.of());
    }

    /**
     * @param facts what a program needs to see why, such as {@code earliest} = 2014-04-29; never
     *     personal data
     */
    public Refused(Reason reason, Map<String, Object> facts) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.facts = Map.copyOf(facts);
    }

    public Reason reason() {
        return reason;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
