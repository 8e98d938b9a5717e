package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Rebuild.Phase;
import cn.fupin.backbone.projection.Rebuild.Source;
import cn.fupin.backbone.projection.Rebuild.Wanted;
import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.store.Background;
import cn.fupin.backbone.store.DatabaseAway;
import io.micronaut.http.client.exceptions.HttpClientException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Carries on the rebuilds that somebody asked for, one at a time. Every instance looks for them;
 * who holds a projection's lock works, and when it dies another one goes on.
 */
public final class RebuildRunner implements SmartLifecycle {
    /** Stops before the projections do. */
    private static final int PHASE = ProjectionRunner.PHASE + 10;

    private static final Duration LOOK_EACH = Duration.ofSeconds(1);
    private static final Duration ASK_EACH = Duration.ofMillis(200);

    private final ProjectionRunner projections;
    private final DataSource dataSource;
    private final Rebuilds rebuilds;
    private final Digests digests;
    private final History history;
    private final KafkaSettings kafka;
    private final ProjectionSettings settings;
    private final Background background = new Background("projection-rebuild", this::run);

    RebuildRunner(
            ProjectionRunner projections,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            History history,
            KafkaSettings kafka,
            ProjectionSettings settings) {
        this.projections = projections;
        this.dataSource = dataSource;
        this.rebuilds = new Rebuilds(JdbcClient.create(dataSource));
        this.digests = new Digests(dataSource, transactions);
        this.history = history;
        this.kafka = kafka;
        this.settings = settings;
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

    /** What became of an order. */
    enum Answer {
        ACCEPTED,
        /** One of this projection has not ended. */
        RUNNING_ALREADY,
        /** It is not known where the history of its sources is. */
        NO_HISTORY,
        /** Not in this phase. */
        NOT_NOW
    }

    Answer request(ReadModel model, Source source, String actor) {
        if (source == Source.HISTORY
                && !HistoryOrigin.sources(model).stream().allMatch(history::knows)) {
            return Answer.NO_HISTORY;
        }
        return rebuilds.request(model, source, actor) ? Answer.ACCEPTED : Answer.RUNNING_ALREADY;
    }

    Answer pause(Rebuild rebuild, String actor) {
        return want(rebuild, Wanted.PAUSE, null, stoppable(), actor);
    }

    Answer resume(Rebuild rebuild, String actor) {
        if (!rebuild.paused()) return Answer.NOT_NOW;
        return want(rebuild, Wanted.GO, null, stoppable(), actor);
    }

    Answer cancel(Rebuild rebuild, String actor) {
        return want(rebuild, Wanted.CANCEL, null, stoppable(), actor);
    }

    /** In spite of digests that differ. */
    Answer switchAnyway(Rebuild rebuild, String reason, String actor) {
        return want(rebuild, Wanted.SWITCH, reason, List.of(Phase.DIFFERS), actor);
    }

    private Answer want(
            Rebuild rebuild, Wanted wanted, @Nullable String reason, List<Phase> in, String actor) {
        return rebuilds.want(rebuild, wanted, in, reason, actor) ? Answer.ACCEPTED : Answer.NOT_NOW;
    }

    private static List<Phase> stoppable() {
        return Arrays.stream(Phase.values()).filter(Phase::stoppable).toList();
    }

    Optional<Rebuild> latest(String projection) {
        return rebuilds.latest(projection);
    }

    List<Rebuilds.Order> orders(Rebuild rebuild) {
        return rebuilds.orders(rebuild);
    }

    Digest digest(Generation generation) {
        return digests.of(generation);
    }

    private void run(Background thread) {
        while (thread.running()) {
            try {
                for (var rebuild : rebuilds.open()) {
                    if (thread.running() && rebuild.wantsWork()) carryOn(rebuild, thread);
                }
                thread.wentWell();
            } catch (RuntimeException e) {
                if (!DatabaseAway.caused(e)) throw e;
                thread.say("数据库不可用，稍后重试 the database is away: " + e.getClass().getSimpleName());
                thread.pauseAfterFailure();
            }
            thread.pause(LOOK_EACH);
        }
    }

    private void carryOn(Rebuild rebuild, Background thread) {
        var model = projections.model(rebuild.projection());
        if (model.isEmpty()) return; // of a program that knew another projection
        var session = RebuildSession.open(dataSource, rebuild.projection());
        if (session.isEmpty()) return; // another instance is at it
        thread.wentWell();
        try (var mine = session.get()) {
            new RebuildRun(
                            model.get(),
                            rebuild,
                            mine,
                            digests,
                            history,
                            projections.watch(),
                            kafka,
                            settings,
                            new StillWanted(thread, rebuild))
                    .run();
        } catch (KafkaException | HttpClientException e) {
            thread.say("来源不可用，稍后重试 the source is away: " + e.getMessage());
            trouble(rebuild.of(model.get()), e);
            thread.pauseAfterFailure();
        } catch (RuntimeException e) {
            trouble(rebuild.of(model.get()), e);
            throw e;
        }
    }

    private void trouble(Generation generation, RuntimeException e) {
        try {
            rebuilds.trouble(generation, RebuildRun.words(e));
        } catch (RuntimeException away) {
            e.addSuppressed(away);
        }
    }

    /** Asks the database now and then whether the rebuild is to go on. */
    private final class StillWanted implements BooleanSupplier {
        private final Background thread;
        private final Rebuild rebuild;
        private long asked = System.nanoTime() - ASK_EACH.toNanos();
        private boolean wanted;

        StillWanted(Background thread, Rebuild rebuild) {
            this.thread = thread;
            this.rebuild = rebuild;
        }

        @Override
        public boolean getAsBoolean() {
            if (!thread.running()) return false;
            if (System.nanoTime() - asked >= ASK_EACH.toNanos()) {
                asked = System.nanoTime();
                wanted =
                        rebuilds.latest(rebuild.projection())
                                .filter(now -> now.generation() == rebuild.generation())
                                .filter(now -> now.wanted() == Wanted.GO)
                                .isPresent();
            }
            return wanted;
        }
    }
}
