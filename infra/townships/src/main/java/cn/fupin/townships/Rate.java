package cn.fupin.townships;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a load goes of late: its slow first seconds must not make the whole look hopeless. */
final class Rate {
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();
    private static final double TOO_SLOW_TO_TELL = 0.1;

    private record At(long nanos, long done) {}

    private final Deque<At> seen = new ArrayDeque<>();

    synchronized double perSecond(long nanos, long done) {
        seen.addLast(new At(nanos, done));
        while (seen.size() > 2 && nanos - seen.getFirst().nanos() > WINDOW_NANOS) {
            seen.removeFirst();
        }
        At first = seen.getFirst();
        return (done - first.done()) * 1e9 / Math.max(1, nanos - first.nanos());
    }

    static Duration eta(double perSecond, long left) {
        return perSecond < TOO_SLOW_TO_TELL
                ? Duration.ZERO
                : Duration.ofMillis((long) (left * 1000 / perSecond));
    }
}
