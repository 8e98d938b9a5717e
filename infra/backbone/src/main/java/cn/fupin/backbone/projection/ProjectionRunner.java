package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Resumption.Resumed;
import cn.fupin.backbone.relay.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs every projection of this service: makes its schema, reads its topics, keeps rows and offsets
 * together. Several instances may run at the same time: whoever finds an offset moved by another
 * writes nothing and goes on from there.
 */
public final class ProjectionRunner implements SmartLifecycle {
    static final int PHASE = 300;
    private static final int TRANSACTION_SECONDS = 60;

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);

    private final Map<String, ReadModel> models;
    private final ProjectionSettings settings;
    private final KafkaSettings kafka;
    private final MeterRegistry meters;
    private final ProjectionSchemas schemas;
    private final Offsets offsets;
    private final Parking parking;
    private final BatchWriter writer;
    private final Resumption resumption;
    private final Semaphore writers;
    private final Watch watch;
    private final Map<String, List<ProjectionWorker>> running = new ConcurrentHashMap<>();
    private volatile boolean started;

    ProjectionRunner(
            List<ReadModel> models,
            ProjectionSettings settings,
            KafkaSettings kafka,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        var plain = new JdbcTemplate(dataSource);
        var db = JdbcClient.create(plain);
        var transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        transaction.setTimeout(TRANSACTION_SECONDS);
        this.models = named(models);
        this.settings = settings;
        this.kafka = kafka;
        this.meters = meters;
        this.schemas = new ProjectionSchemas(db, plain, transaction);
        this.offsets = new Offsets(db);
        this.parking = new Parking(db);
        this.writer = new BatchWriter(plain, transaction, schemas, offsets, parking);
        this.resumption = new Resumption(plain, transaction, schemas, offsets, parking);
        this.writers = new Semaphore(settings.writers());
        this.watch = new Watch(kafka, schemas, this.models);
    }

    private static Map<String, ReadModel> named(List<ReadModel> models) {
        var named = new TreeMap<String, ReadModel>();
        for (var model : models) {
            if (named.put(model.name(), model) != null) {
                throw new IllegalStateException("two read models are named " + model.name());
            }
        }
        return named;
    }

    /**
     * Rows for the program's tables would not fit, and would park every key one by one; only a
     * person knows when it is convenient to fill the new ones.
     */
    private void sayIfTablesHaveChanged(ReadModel model) {
        if (!tablesHaveChanged(model.name())) return;
        LOG.warn(
                "投影 {} 的表与程序不同，暂停读取，请重建 {} stands still, its tables are not the program's any more: POST /projections/{}/rebuild",
                model.name(),
                model.name(),
                model.name());
    }

    /** Makes the schemas before anything is served, then starts reading. */
    @Override
    public synchronized void start() {
        watch.start();
        for (var model : models.values()) {
            sayIfTablesHaveChanged(model);
            running.put(
                    model.name(),
                    IntStream.range(0, settings.workers())
                            .mapToObj(number -> worker(model, number))
                            .toList());
        }
        running.values().forEach(workers -> workers.forEach(ProjectionWorker::start));
        started = true;
    }

    @Override
    public synchronized void stop() {
        started = false;
        var workers = running.values().stream().flatMap(List::stream).toList();
        workers.forEach(ProjectionWorker::askToStop); // each may be in a poll
        workers.parallelStream().forEach(ProjectionWorker::stop);
        watch.stop();
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Records that wait in Kafka for this projection, as far as known. */
    long lag(String name) {
        return workers(name).stream()
                .flatMap(worker -> worker.lag().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    Map<TopicPartition, Long> lagByPartition(String name) {
        var lag = new HashMap<TopicPartition, Long>();
        workers(name).forEach(worker -> lag.putAll(worker.lag()));
        return lag;
    }

    Set<String> lost(String name) {
        var lost = new TreeSet<String>();
        workers(name).forEach(worker -> worker.lost().forEach(p -> lost.add(p.toString())));
        return lost;
    }

    List<String> conditions(String name) {
        return workers(name).stream().map(ProjectionWorker::condition).distinct().toList();
    }

    int parkedKeys(String name) {
        var generation = generation(name);
        return generation.isEmpty() ? 0 : parking.keys(generation.get());
    }

    List<String> names() {
        return List.copyOf(models.keySet());
    }

    Optional<Generation> generation(String name) {
        return Optional.ofNullable(models.get(name)).map(schemas::live);
    }

    Optional<ReadModel> model(String name) {
        return Optional.ofNullable(models.get(name));
    }

    Watch watch() {
        return watch;
    }

    /** Whether the live tables were made with another text than the program's. */
    boolean tablesHaveChanged(String name) {
        var model = models.get(name);
        return model != null && !schemas.fits(model);
    }

    /** Empty if there is no such projection or the key is not parked. */
    Optional<Resumed> resume(String name, String key) {
        return generation(name).flatMap(generation -> resumption.resume(generation, key));
    }

    private List<ProjectionWorker> workers(String name) {
        return running.getOrDefault(name, List.of());
    }

    private ProjectionWorker worker(ReadModel model, int number) {
        var applied = meters.counter("fupin.projection.applied", "projection", model.name());
        var parked = meters.counter("fupin.projection.parked", "projection", model.name());
        var foreign = meters.counter("fupin.projection.foreign", "projection", model.name());
        return new ProjectionWorker(
                model,
                number,
                settings,
                kafka,
                watch,
                offsets,
                writer,
                writers,
                outcome -> {
                    applied.increment(outcome.applied());
                    parked.increment(outcome.parked());
                    foreign.increment(outcome.foreign());
                });
    }
}
