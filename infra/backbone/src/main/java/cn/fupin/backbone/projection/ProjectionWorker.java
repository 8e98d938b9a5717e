package cn.fupin.backbone.projection;

import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.store.Background;
import cn.fupin.backbone.store.DatabaseAway;
import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads its share of a projection's partitions and hands batch after batch to the writer. It
 * believes no offset but the stored one: after any failure it begins again from there.
 */
final class ProjectionWorker {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LOOK_FOR_TOPICS_EACH = Duration.ofSeconds(1);

    private final Generation generation;
    private final int number;
    private final ProjectionSettings settings;
    private final KafkaSettings kafka;
    private final Offsets offsets;
    private final BatchWriter writer;
    private final Semaphore writers;
    private final Consumer<BatchWriter.Outcome> written;
    private final Background background;
    private final Map<TopicPartition, Long> lag = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> begun = new HashMap<>();
    private final Set<TopicPartition> lost = ConcurrentHashMap.newKeySet();

    ProjectionWorker(
            Generation generation,
            int number,
            ProjectionSettings settings,
            KafkaSettings kafka,
            Offsets offsets,
            BatchWriter writer,
            Semaphore writers,
            Consumer<BatchWriter.Outcome> written) {
        this.generation = generation;
        this.number = number;
        this.settings = settings;
        this.kafka = kafka;
        this.offsets = offsets;
        this.writer = writer;
        this.writers = writers;
        this.written = written;
        this.background =
                new Background("projection-" + generation.name() + "-" + number, this::run);
    }

    void start() {
        background.start();
    }

    void stop() {
        background.stop();
    }

    /** Records not yet read, by partition, as far as known. */
    Map<TopicPartition, Long> lag() {
        return Map.copyOf(lag);
    }

    /** Partitions whose stored offset Kafka does not have (any more): they stand still. */
    Set<TopicPartition> lost() {
        return Set.copyOf(lost);
    }

    String condition() {
        return background.condition();
    }

    private void run(Background thread) {
        begun.clear();
        lost.clear();
        try (var consumer =
                new KafkaConsumer<>(
                        configuration(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consume(thread, consumer);
        } catch (KafkaException e) {
            thread.say("Kafka 不可用，稍后重试 Kafka is away, will be tried again: " + cause(e));
            thread.pauseAfterFailure();
        } catch (RuntimeException e) {
            if (!DatabaseAway.caused(e)) throw e;
            thread.say("数据库不可用，稍后重试 the database is away: " + cause(e));
            thread.pauseAfterFailure();
        }
    }

    private void consume(Background thread, KafkaConsumer<String, byte[]> consumer) {
        var waitingFor = new TreeSet<>(generation.model().topics());
        var looked = System.nanoTime() - LOOK_FOR_TOPICS_EACH.toNanos();
        while (thread.running()) {
            if (!waitingFor.isEmpty()
                    && System.nanoTime() - looked >= LOOK_FOR_TOPICS_EACH.toNanos()) {
                lookFor(waitingFor, consumer);
                looked = System.nanoTime();
                thread.say(words(waitingFor));
            }
            if (begun.isEmpty()) thread.pause(LOOK_FOR_TOPICS_EACH);
            else step(consumer);
            thread.wentWell();
        }
    }

    /** Takes over the share of each topic that is there by now. */
    private void lookFor(Set<String> waitingFor, KafkaConsumer<String, byte[]> consumer) {
        var there = consumer.listTopics().keySet();
        var found = new ArrayList<TopicPartition>();
        for (var topic : List.copyOf(waitingFor)) {
            if (!there.contains(topic)) continue;
            waitingFor.remove(topic);
            for (var partition = 0; partition < KafkaSettings.PARTITIONS; partition++) {
                if (partition % settings.workers() == number) {
                    found.add(new TopicPartition(topic, partition));
                }
            }
        }
        if (!found.isEmpty()) takeOver(found, consumer);
    }

    private void takeOver(
            Collection<TopicPartition> partitions, KafkaConsumer<String, byte[]> consumer) {
        begun.putAll(offsets.of(generation, partitions));
        consumer.assign(begun.keySet());
        for (var partition : partitions) {
            consumer.seek(partition, Objects.requireNonNull(begun.get(partition)));
        }
    }

    private void step(KafkaConsumer<String, byte[]> consumer) {
        try {
            var polled = consumer.poll(POLL);
            if (!polled.isEmpty()) write(polled, consumer);
            for (var partition : begun.keySet()) {
                consumer.currentLag(partition).ifPresent(records -> lag.put(partition, records));
            }
        } catch (InvalidOffsetException e) {
            standStill(e.partitions(), consumer);
        }
    }

    private void write(
            ConsumerRecords<String, byte[]> polled, KafkaConsumer<String, byte[]> consumer) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>(polled.count());
        polled.forEach(records::add);
        var begins = new HashMap<>(begun);
        begins.keySet().retainAll(polled.partitions());
        var ends = new HashMap<TopicPartition, Long>();
        polled.partitions().forEach(p -> ends.put(p, consumer.position(p)));
        writers.acquireUninterruptibly(); // held for one bounded transaction
        BatchWriter.Outcome outcome;
        try {
            outcome = writer.write(generation, records, begins, ends);
        } finally {
            writers.release();
        }
        written.accept(outcome);
        begun.putAll(outcome.moved());
        begins.keySet().removeAll(outcome.moved().keySet());
        if (!begins.isEmpty()) takeOver(begins.keySet(), consumer); // somebody else moved them
    }

    private void standStill(
            Set<TopicPartition> partitions, KafkaConsumer<String, byte[]> consumer) {
        lost.addAll(partitions);
        partitions.forEach(begun::remove);
        partitions.forEach(lag::remove);
        consumer.assign(begun.keySet());
        background.say(
                "Kafka 中没有已记录的位点，须重建投影 Kafka does not hold the stored offsets, rebuild: "
                        + new TreeSet<>(
                                partitions.stream().map(TopicPartition::toString).toList()));
    }

    private String words(Set<String> waitingFor) {
        if (!lost.isEmpty()) return background.condition();
        return waitingFor.isEmpty() ? "读取中 reading" : "等待主题 waiting for topics " + waitingFor;
    }

    private static String cause(@Nullable Throwable e) {
        return e == null ? "" : Throwables.getRootCause(e).getClass().getSimpleName();
    }

    private Map<String, Object> configuration() {
        var millis = Math.toIntExact(kafka.answerWithin().toMillis());
        var configuration = new HashMap<String, Object>();
        configuration.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        configuration.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        configuration.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, KafkaSettings.MAX_RECORD_BYTES);
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        configuration.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        configuration.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5000);
        return configuration;
    }
}
