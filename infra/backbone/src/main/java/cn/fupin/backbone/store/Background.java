package cn.fupin.backbone.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that works in rounds until it is stopped, waits longer after each failure in a
 * row, and says a change of its condition once instead of each round's failure.
 */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final String name;
    private final Consumer<Background> work;
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile String condition = "";
    private Duration wait = FIRST_WAIT;

    /**
     * @param work runs until {@link #running()} is false; whatever it throws is logged and it is
     *     begun again after a wait
     */
    public Background(String name, Consumer<Background> work) {
        this.name = name;
        this.work = work;
    }

    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Asks first, waits for it afterwards: several can come to their end at once. */
    public void askToStop() {
        running = false;
        wake();
    }

    /** Asks the thread to end and waits for it, at most 10 s. */
    public void stop() {
        askToStop();
        var stopping = thread;
        if (stopping == null) return;
        try {
            if (!stopping.join(PATIENCE_AT_STOP)) {
                LOG.warn("{} 未能按时停止 did not stop in time", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean running() {
        return running;
    }

    /** There is something to do: the pause it is in, or else the next one, ends at once. */
    public void wake() {
        var resting = thread;
        if (resting != null) LockSupport.unpark(resting);
    }

    /** Waits at most so long; less when it is woken or stopped. */
    public void pause(Duration atMost) {
        if (running) LockSupport.parkNanos(this, atMost.toNanos());
    }

    /** A round went well: the next failure waits the shortest time again. */
    public void wentWell() {
        wait = FIRST_WAIT;
    }

    /** Waits after a failure, twice as long as after the one before, at most 10 s. */
    public void pauseAfterFailure() {
        var deadline = System.nanoTime() + wait.toNanos();
        for (var left = wait.toNanos(); running && left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
        wait =
                wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0
                        ? LONGEST_WAIT
                        : wait.multipliedBy(2);
    }

    /** Logs a condition when it is another than the last one. */
    public void say(String condition) {
        if (this.condition.equals(condition)) return;
        this.condition = condition;
        LOG.info("{}: {}", name, condition);
    }

    public String condition() {
        return condition;
    }

    private void run() {
        while (running) {
            try {
                work.accept(this);
            } catch (RuntimeException | Error e) {
                // A fault of ours: everything foreseen is handled inside. Going on beats standing
                // still; of a thread that ended nobody would hear until the next start.
                LOG.error("{} 出错，稍后重试 failed and will be tried again", name, e);
                pauseAfterFailure();
            }
        }
    }
}
