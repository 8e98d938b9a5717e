package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Rebuild.Phase;
import cn.fupin.backbone.projection.Rebuild.Source;
import cn.fupin.backbone.projection.Rebuild.Wanted;
import cn.fupin.backbone.relay.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A rebuild from the topics with the usual settings, driven by hand on the caller's thread as far
 * as its keys and indexes. It is cancelled when closed: nothing is compared or switched.
 */
public final class TestRebuild implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Projection projection;
    private final KafkaSettings kafka;
    private final ProjectionSettings settings =
            Binder.get(new StandardEnvironment())
                    .bindOrCreate("fupin.projections", ProjectionSettings.class);
    private final Rebuilds rebuilds;
    private final Digests digests;
    private final RebuildSession session;
    private final Watch watch;

    private TestRebuild(
            Projection projection,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            KafkaSettings kafka) {
        this.projection = projection;
        this.kafka = kafka;
        this.rebuilds = new Rebuilds(JdbcClient.create(dataSource));
        this.digests = new Digests(dataSource, transactions);
        var plain = new JdbcTemplate(dataSource);
        var schemas =
                new ProjectionSchemas(
                        JdbcClient.create(plain), plain, new TransactionTemplate(transactions));
        this.watch = new Watch(kafka, schemas, Map.of(projection.name(), projection));
        this.session = RebuildSession.open(dataSource, projection.name()).orElseThrow();
    }

    /** With its empty tables made, and the live generation's too, which nobody fills. */
    public static TestRebuild begin(
            Projection projection,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            KafkaSettings kafka) {
        var rebuild = new TestRebuild(projection, dataSource, transactions, kafka);
        try {
            rebuild.watch.start();
            rebuild.awaitTopics();
            rebuild.rebuilds.request(projection, Source.TOPIC, "clerk-1");
            rebuild.carryOnTo(Phase.LOADING);
            return rebuild;
        } catch (RuntimeException e) {
            rebuild.close();
            throw e;
        }
    }

    /** From the first record to the last index. */
    public void loadAndIndex() {
        carryOnTo(Phase.CATCHING_UP);
    }

    /** Where its rows are. */
    public String schema() {
        return latest().schema();
    }

    /** Drops its rows. */
    @Override
    public void close() {
        try (session) {
            rebuilds.latest(projection.name())
                    .filter(rebuild -> !rebuild.phase().ended())
                    .ifPresent(rebuild -> {
                        rebuilds.want(
                                rebuild, Wanted.CANCEL, List.of(rebuild.phase()), null, "clerk-1");
                        carryOnTo(Phase.CANCELLED);
                    });
        } finally {
            watch.stop();
        }
    }

    private void carryOnTo(Phase phase) {
        new RebuildRun(
                        projection,
                        latest(),
                        session,
                        digests,
                        new NoHistory(),
                        watch,
                        kafka,
                        settings,
                        () -> latest().phase() != phase)
                .run();
        if (latest().phase() != phase) throw new IllegalStateException(latest().toString());
    }

    private Rebuild latest() {
        return rebuilds.latest(projection.name()).orElseThrow();
    }

    private void awaitTopics() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!watch.topicIds().keySet().containsAll(projection.topics())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("no topics " + projection.topics());
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** From the topics only. */
    private static final class NoHistory implements History {
        @Override
        public boolean knows(String source) {
            return false;
        }

        @Override
        public long head(String source) {
            throw new UnsupportedOperationException(source);
        }

        @Override
        public Stream<Message> after(String source, long position) {
            throw new UnsupportedOperationException(source);
        }
    }
}
