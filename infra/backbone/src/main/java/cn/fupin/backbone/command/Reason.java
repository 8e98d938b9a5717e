package cn.fupin.backbone.command;

import java.util.Locale;

/** Why a command is refused, for programs by its name and for people in two languages. */
public interface Reason {
    String name();

    /** Whether the same command may succeed later without anybody changing it. */
    boolean retryable();

    String zh();

    String en();

    /** {@code urn:fupin:problem:quota-exceeded}. */
    default String urn() {
        return "urn:fupin:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
