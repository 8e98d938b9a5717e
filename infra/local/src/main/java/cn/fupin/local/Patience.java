package cn.fupin.local;

import java.time.Duration;

/**
 * How long a program that starts is waited for: while it gets on. On a machine that has too much to
 * do that may be minutes; one that neither writes nor works hangs.
 */
final class Patience {
    /** Without a line and without work for so long, nothing will come any more. */
    static final Duration STILL = Duration.ofSeconds(180);

    /** Whatever it is doing by then, somebody should look. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    static final Duration BETWEEN_WORDS = Duration.ofSeconds(30);

    /** Less than this, a program may do that only waits. */
    private static final Duration WORK = Duration.ofSeconds(5);

    enum Verdict {
        WAIT,
        /** Wait, and say so. */
        SAY,
        HANGS,
        TOO_LONG
    }

    private Duration lastProgress = Duration.ZERO;
    private Duration lastWord = Duration.ZERO;
    private Duration worked = Duration.ZERO;
    private long logBytes;

    /**
     * @param after since the start
     * @param logBytes what it has written by now
     * @param worked the processor's time it has used by now
     */
    Verdict look(Duration after, long logBytes, Duration worked) {
        if (logBytes != this.logBytes || worked.minus(this.worked).compareTo(WORK) >= 0) {
            lastProgress = after;
            this.logBytes = logBytes;
            this.worked = worked;
        }
        if (after.compareTo(LONGEST) >= 0) return Verdict.TOO_LONG;
        if (quiet(after).compareTo(STILL) >= 0) return Verdict.HANGS;
        if (after.minus(lastWord).compareTo(BETWEEN_WORDS) < 0) return Verdict.WAIT;
        lastWord = after;
        return Verdict.SAY;
    }

    /** For how long it has shown no progress. */
    Duration quiet(Duration after) {
        return after.minus(lastProgress);
    }
}
