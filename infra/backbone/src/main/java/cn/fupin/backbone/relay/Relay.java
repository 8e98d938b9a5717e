package cn.fupin.backbone.relay;

import cn.fupin.backbone.store.Background;
import cn.fupin.backbone.store.DatabaseAway;
import cn.fupin.backbone.store.Lease.Held;
import cn.fupin.backbone.store.LeaseHolder;
import cn.fupin.backbone.store.PositionedEvents;
import cn.fupin.backbone.store.StoreGate;
import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the service's events in the order of their positions, on the instance that holds the
 * lease. Kafka's fencing and the reading back of what is published make it exact; the lease only
 * says who tries. While the brokers are away commands go on, and so does this, with longer waits.
 */
public final class Relay implements SmartLifecycle {
    /** Stops before the lease is released. */
    private static final int PHASE = 200;

    private static final Duration STANDBY = Duration.ofMillis(200);

    /** What the relay is doing, for health and for people. */
    public enum State {
        STANDBY,
        STARTING,
        PUBLISHING,
        WAITING,
        REFUSED
    }

    private final String service;
    private final PositionedEvents events;
    private final LeaseHolder lease;
    private final StoreGate gate;
    private final KafkaSettings kafka;
    private final RelaySettings settings;
    private final Background background;
    private volatile State state = State.STANDBY;
    private volatile long published = -1;
    private final OpeningPatience patience;
    private volatile @Nullable Long silentSince;

    Relay(
            String service,
            PositionedEvents events,
            LeaseHolder lease,
            StoreGate gate,
            KafkaSettings kafka,
            RelaySettings settings) {
        this.service = service;
        this.events = events;
        this.lease = lease;
        this.gate = gate;
        this.kafka = kafka;
        this.settings = settings;
        this.patience = new OpeningPatience(kafka.answerWithin());
        this.background = new Background("fupin-relay", this::run);
    }

    public State state() {
        return state;
    }

    /** The state in words. */
    public String condition() {
        return background.condition();
    }

    /** The highest position known to be published; empty on an instance that does not publish. */
    public OptionalLong published() {
        var known = published;
        return known < 0 ? OptionalLong.empty() : OptionalLong.of(known);
    }

    /**
     * For how long this instance has held the lease without being able to publish; 0 while it
     * publishes, empty on an instance that stands by.
     */
    public OptionalDouble silentSeconds() {
        if (state == State.STANDBY) return OptionalDouble.empty();
        var since = silentSince;
        return OptionalDouble.of(since == null ? 0 : (System.nanoTime() - since) / 1e9);
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
        var held = lease.held();
        if (held == null) {
            become(State.STANDBY, "未持有租约，待命 standing by without the lease");
            thread.pause(STANDBY);
            return;
        }
        try {
            publish(thread, held);
        } catch (RelayRefused e) {
            become(State.REFUSED, String.valueOf(e.getMessage()));
            if (e instanceof StoreBehindTopic) gate.close(String.valueOf(e.getMessage()));
            waitWhileHolding(thread, held);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            become(State.WAITING, "另一发布者已接管，交出租约 fenced by another relay: giving up the lease");
            lease.giveUp(held);
            thread.pauseAfterFailure();
        } catch (KafkaException e) {
            if (tooLarge(e)) {
                var words = "事件过大，Kafka 不收，停止发布 an event is too large for Kafka: not publishing";
                become(State.REFUSED, words);
                waitWhileHolding(thread, held);
                return;
            }
            become(State.WAITING, published < 0 ? notOpened(e) : away(e));
            thread.pauseAfterFailure();
        } catch (RuntimeException e) {
            if (!DatabaseAway.caused(e)) throw e;
            become(State.WAITING, "数据库不可用，稍后重试 the database is away: " + name(e));
            thread.pauseAfterFailure();
        } finally {
            published = -1;
        }
    }

    private void publish(Background thread, Held held) {
        if (state == State.STANDBY)
            become(State.STARTING, "核对已发布的事件 reading back what is published");
        var patient = kafka.answeringWithin(patience.now());
        try (var session = RelaySession.open(service, events, patient)) {
            patience.opened();
            published = session.published();
            become(State.PUBLISHING, "发布中 publishing to " + KafkaSettings.topic(service));
            while (holding(thread, held)) {
                var sent = session.publish(settings.batch());
                published = session.published();
                thread.wentWell();
                if (sent < settings.batch()) thread.pause(settings.gather());
            }
        }
    }

    /** Brokers that are there get more time; a closed port would get no better by it. */
    private String notOpened(KafkaException e) {
        if (!(Throwables.getRootCause(e) instanceof TimeoutException)
                || !Brokers.reachable(kafka)) {
            return away(e);
        }
        var had = patience.now().toMillis();
        patience.wasTooShort();
        var next = patience.now().toMillis();
        return "启动时 Kafka 在 %d 毫秒内没有应答，下次等 %d 毫秒 Kafka did not answer within %d ms while the relay was starting, next time it gets %d ms"
                .formatted(had, next, had, next);
    }

    private static String away(KafkaException e) {
        return "Kafka 不可用，稍后重试 Kafka is away, will be tried again: " + name(e);
    }

    private void waitWhileHolding(Background thread, Held held) {
        while (holding(thread, held)) thread.pause(STANDBY);
    }

    private boolean holding(Background thread, Held held) {
        return thread.running() && held.equals(lease.held());
    }

    private void become(State next, String words) {
        if (next == State.PUBLISHING || next == State.STANDBY) silentSince = null;
        else if (silentSince == null) silentSince = System.nanoTime();
        state = next;
        background.say(words);
    }

    private static boolean tooLarge(Throwable e) {
        return Throwables.getRootCause(e) instanceof RecordTooLargeException;
    }

    private static String name(Throwable e) {
        return Throwables.getRootCause(e).getClass().getSimpleName();
    }
}
