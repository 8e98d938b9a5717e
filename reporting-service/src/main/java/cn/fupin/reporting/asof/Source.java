package cn.fupin.reporting.asof;

import java.util.Locale;

/** The services whose events are read; each has positions of its own. */
public enum Source {
    HOUSEHOLD,
    PROJECT,
    FUNDING,
    REPORTING;

    /** {@code household}, as in messages and in the vector a caller writes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String topic() {
        return "fupin." + code();
    }
}
