package cn.fupin.backbone.projection;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast something goes on, over the last ten seconds. */
final class Pace {
    private static final long WINDOW_NANOS = 10_000_000_000L;

    private final Deque<Point> points = new ArrayDeque<>();

    private record Point(long nanos, long done) {}

    Pace() {
        points.add(new Point(System.nanoTime(), -1));
    }

    /** A second; 0 as long as there is nothing to go by. */
    double at(long done) {
        var now = System.nanoTime();
        points.add(new Point(now, done));
        while (points.size() > 2 && now - points.element().nanos() > WINDOW_NANOS) points.remove();
        var first = points.element();
        // what was done before the first look is not known
        if (first.done() < 0 || now == first.nanos()) {
            points.remove();
            return 0;
        }
        return (done - first.done()) * 1e9 / (now - first.nanos());
    }
}
