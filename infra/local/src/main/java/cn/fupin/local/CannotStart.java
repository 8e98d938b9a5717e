package cn.fupin.local;

/**
 * What keeps the system from starting, as one sentence a person can act on: Chinese, then English.
 */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String zh, String en) {
        super(zh + "\n" + en);
    }

    CannotStart(String zh, String en, Throwable cause) {
        super(zh + "\n" + en, cause);
    }
}
