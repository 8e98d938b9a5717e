package cn.fupin.backbone.store;

import cn.fupin.backbone.store.Lease.Held;
import cn.fupin.backbone.store.Sequencer.LeaseLost;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Takes the lease, keeps it, and sequences as long as it is held. The relay asks here whether this
 * instance is the one that publishes.
 */
public final class LeaseHolder implements SmartLifecycle {
    /** Stops after the web server, the relay and the projections. */
    private static final int PHASE = 100;

    private final Lease lease;
    private final Sequencer sequencer;
    private final StoreGate gate;
    private final SequencerSettings settings;
    private final Background background;
    private volatile @Nullable Held held;
    private volatile @Nullable Held givenUp;
    private volatile @Nullable String fault;

    LeaseHolder(Lease lease, Sequencer sequencer, StoreGate gate, SequencerSettings settings) {
        this.lease = lease;
        this.sequencer = sequencer;
        this.gate = gate;
        this.settings = settings;
        this.background = new Background("fupin-sequencer", this::run);
    }

    /** What this instance holds now; null if it stands by. */
    public @Nullable Held held() {
        return held;
    }

    /** What it is doing, in words. */
    public String condition() {
        return background.condition();
    }

    /** What went wrong that nobody foresaw, until a round goes well again; null if nothing did. */
    public @Nullable String fault() {
        return fault;
    }

    /** Lets another instance have it; this one tries again only after that one had its chance. */
    public void giveUp(Held held) {
        givenUp = held;
    }

    @Override
    public void start() {
        background.start();
    }

    @Override
    public void stop() {
        background.stop();
    }

    @Override
    public boolean isRunning() {
        return background.running();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void run(Background thread) {
        var closed = gate.why();
        if (closed != null) {
            thread.say(closed);
            thread.pause(settings.lease().dividedBy(3));
            return;
        }
        try {
            var mine = lease.acquire();
            thread.wentWell();
            if (mine.isEmpty()) {
                thread.say("另一实例持有租约，本实例待命 another instance holds the lease: standing by");
                thread.pause(settings.lease().dividedBy(3));
                return;
            }
            thread.say("持有租约，为事件编号 holding the lease, positioning events");
            held = mine.get();
            hold(thread, mine.get());
            if (thread.running()) thread.pause(settings.lease().dividedBy(3));
        } catch (LeaseLost e) {
            thread.say("租约已归另一实例 the lease went to another instance");
        } catch (RuntimeException e) {
            if (!DatabaseAway.caused(e)) {
                fault = e.getClass().getSimpleName() + ": " + e.getMessage();
                throw e;
            }
            thread.say("数据库不可用，等待重试 the database is away: " + e.getClass().getSimpleName());
            thread.pauseAfterFailure();
        } finally {
            held = null;
        }
    }

    private void hold(Background thread, Held mine) {
        var renewAfter = settings.lease().dividedBy(3).toNanos();
        var renewed = System.nanoTime();
        while (thread.running() && !mine.equals(givenUp) && gate.isOpen()) {
            var positioned = sequencer.round(mine);
            fault = null;
            if (System.nanoTime() - renewed > renewAfter) {
                if (!lease.renew(mine)) throw new LeaseLost();
                renewed = System.nanoTime();
            }
            if (positioned < settings.batch()) {
                thread.pause(positioned > 0 ? settings.idle().dividedBy(5) : settings.idle());
            }
        }
        held = null; // whoever publishes stops before another instance begins
        lease.release(mine);
    }
}
