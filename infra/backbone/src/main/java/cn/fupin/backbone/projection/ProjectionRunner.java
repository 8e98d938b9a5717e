package cn.fupin.backbone.projection;

import cn.fupin.backbone.projection.Resumption.Resumed;
import cn.fupin.backbone.relay.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs every projection of this service: makes its schema, reads its topics, keeps rows and offsets
 * together. One instance runs them; a second one would be harmless and of no use.
 */
public final class ProjectionRunner implements SmartLifecycle {
    private static final int PHASE = 300;
    private static final int TRANSACTION_SECONDS = 60;

    private final List<ReadModel> models;
    private final ProjectionSettings settings;
    private final KafkaSettings kafka;
    private final MeterRegistry meters;
    private final ProjectionSchemas schemas;
    private final Offsets offsets;
    private final Parking parking;
    private final BatchWriter writer;
    private final Resumption resumption;
    private final Semaphore writers;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private volatile boolean started;

    private record Running(Generation generation, List<ProjectionWorker> workers) {}

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
        this.models = models;
        this.settings = settings;
        this.kafka = kafka;
        this.meters = meters;
        this.schemas = new ProjectionSchemas(db, plain, transaction);
        this.offsets = new Offsets(db);
        this.parking = new Parking(db);
        this.writer = new BatchWriter(plain, transaction, schemas, offsets, parking);
        this.resumption = new Resumption(plain, transaction, schemas, parking);
        this.writers = new Semaphore(settings.writers());
    }

    /** Makes the schemas before anything is served, then starts reading. */
    @Override
    public synchronized void start() {
        for (var model : models) {
            var generation = schemas.live(model);
            if (running.containsKey(generation.name())) {
                throw new IllegalStateException("two read models are named " + generation.name());
            }
            var workers =
                    IntStream.range(0, settings.workers())
                            .mapToObj(number -> worker(generation, number))
                            .toList();
            running.put(generation.name(), new Running(generation, workers));
        }
        running.values().forEach(each -> each.workers().forEach(ProjectionWorker::start));
        started = true;
    }

    @Override
    public synchronized void stop() {
        started = false;
        var workers = running.values().stream().flatMap(each -> each.workers().stream()).toList();
        workers.parallelStream().forEach(ProjectionWorker::stop);
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
        return new ArrayList<>(new TreeSet<>(models.stream().map(ReadModel::name).toList()));
    }

    Optional<Generation> generation(String name) {
        return Optional.ofNullable(running.get(name)).map(Running::generation);
    }

    /** Empty if there is no such projection or the key is not parked. */
    Optional<Resumed> resume(String name, String key) {
        return generation(name).flatMap(generation -> resumption.resume(generation, key));
    }

    private List<ProjectionWorker> workers(String name) {
        var one = running.get(name);
        return one == null ? List.of() : one.workers();
    }

    private ProjectionWorker worker(Generation generation, int number) {
        var applied = meters.counter("fupin.projection.applied", "projection", generation.name());
        var parked = meters.counter("fupin.projection.parked", "projection", generation.name());
        var foreign = meters.counter("fupin.projection.foreign", "projection", generation.name());
        return new ProjectionWorker(
                generation,
                number,
                settings,
                kafka,
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
