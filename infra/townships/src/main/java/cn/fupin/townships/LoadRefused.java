package cn.fupin.townships;

import org.jspecify.annotations.Nullable;

/** A service refused a command of the load for good: which command, its key, and the reason. */
public final class LoadRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoadRefused(String message) {
        super(message);
    }

    LoadRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
