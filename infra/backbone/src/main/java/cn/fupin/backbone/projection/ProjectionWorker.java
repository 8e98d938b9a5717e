package cn.fupin.backbone.projection;

import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.store.Background;
import cn.fupin.backbone.store.DatabaseAway;
import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads its share of a live generation's partitions and hands batch after batch to the writer. It
 * believes no offset but the stored one: after any failure it begins again from there. When another
 * generation becomes live, it goes over to that one's offsets.
 */
final class ProjectionWorker {
    private static final Duration POLL = Duration.ofMillis(250);

    private final ReadModel model;
    private final int number;
    private final ProjectionSettings settings;
    private final KafkaSettings kafka;
    private final Watch watch;
    private final Offsets offsets;
    private final BatchWriter writer;
    private final Semaphore writers;
    private final Consumer<BatchWriter.Outcome> written;
    private final Background background;
    private final Map<TopicPartition, Long> lag = new ConcurrentHashMap<>();
    private final Set<TopicPartition> lost = ConcurrentHashMap.newKeySet();

    /** What this round of the thread believes. */
    private final Map<TopicPartition, Long> begun = new HashMap<>();

    private final Map<String, String> reading = new HashMap<>();
    private Generation generation;

    ProjectionWorker(
            ReadModel model,
            int number,
            ProjectionSettings settings,
            KafkaSettings kafka,
            Watch watch,
            Offsets offsets,
            BatchWriter writer,
            Semaphore writers,
            Consumer<BatchWriter.Outcome> written) {
        this.model = model;
        this.number = number;
        this.settings = settings;
        this.kafka = kafka;
        this.watch = watch;
        this.offsets = offsets;
        this.writer = writer;
        this.writers = writers;
        this.written = written;
        this.generation = watch.live(model.name());
        this.background = new Background("projection-" + model.name() + "-" + number, this::run);
    }

    void start() {
        background.start();
    }

    void askToStop() {
        background.askToStop();
    }

    void stop() {
        background.stop();
    }

    /** Records not yet applied, by partition, as far as known. */
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
        try (var consumer = ProjectionConsumer.open(kafka, settings.batch())) {
            begin(watch.live(model.name()));
            while (thread.running()) {
                if (!watch.live(model.name()).equals(generation)) {
                    begin(watch.live(model.name()));
                    consumer.assign(begun.keySet());
                }
                if (!watch.fits(model.name())) {
                    thread.say(OTHER_TABLES);
                    thread.pause(POLL);
                    continue;
                }
                lookForTopics(consumer);
                if (begun.isEmpty()) thread.pause(POLL);
                else step(consumer);
                thread.wentWell();
            }
        } catch (KafkaException e) {
            thread.say("Kafka 不可用，稍后重试 Kafka is away, will be tried again: " + cause(e));
            thread.pauseAfterFailure();
        } catch (RuntimeException e) {
            if (!DatabaseAway.caused(e)) throw e;
            thread.say("数据库不可用，稍后重试 the database is away: " + cause(e));
            thread.pauseAfterFailure();
        }
    }

    /** Forgets everything it believed. */
    private void begin(Generation live) {
        generation = live;
        begun.clear();
        reading.clear();
        lost.clear();
        lag.clear();
    }

    /** Takes over the share of each topic that is new to it, and lets go of one made anew. */
    private void lookForTopics(KafkaConsumer<String, byte[]> consumer) {
        var there = watch.topicIds();
        for (var topic : model.topics()) {
            var id = there.get(topic);
            if (id == null || id.equals(reading.get(topic))) continue;
            var first = reading.put(topic, id) == null;
            if (first) takeOver(share(topic), consumer);
            else standStill(share(topic), consumer, MADE_ANEW);
        }
        if (lost.isEmpty()) background.say(words());
    }

    private static final String OTHER_TABLES =
            "表与程序不同，暂停读取，请重建 stands still: its tables are not the program's, rebuild";
    private static final String MADE_ANEW =
            "主题已被重新建立，须重建投影 the topic was made anew, rebuild from history: ";
    private static final String GONE =
            "Kafka 中没有已记录的位点，须重建投影 Kafka does not hold the stored offsets, rebuild from history: ";

    private Collection<TopicPartition> share(String topic) {
        var share = new ArrayList<TopicPartition>();
        for (var partition = 0; partition < KafkaSettings.PARTITIONS; partition++) {
            if (partition % settings.workers() == number) {
                share.add(new TopicPartition(topic, partition));
            }
        }
        return share;
    }

    private void takeOver(
            Collection<TopicPartition> partitions, KafkaConsumer<String, byte[]> consumer) {
        begun.putAll(offsets.of(generation, partitions, reading));
        var former = offsets.ofFormerTopics(generation, reading);
        var standing = partitions.stream().filter(p -> former.contains(p.topic())).toList();
        if (!standing.isEmpty()) standStill(standing, consumer, MADE_ANEW);
        consumer.assign(begun.keySet());
        for (var partition : partitions) {
            var offset = begun.get(partition);
            if (offset != null) consumer.seek(partition, offset);
        }
    }

    private void step(KafkaConsumer<String, byte[]> consumer) {
        try {
            var polled = consumer.poll(POLL);
            measure(consumer, polled);
            if (!polled.isEmpty() || hasStepped(consumer)) {
                write(polled, consumer);
                measure(consumer, ConsumerRecords.empty());
            }
        } catch (InvalidOffsetException e) {
            standStill(e.partitions(), consumer, GONE);
        }
    }

    /** Over the end of a transaction, which is an offset and no record: that is stored, too. */
    private boolean hasStepped(KafkaConsumer<String, byte[]> consumer) {
        return begun.entrySet().stream()
                .anyMatch(p -> consumer.position(p.getKey()) > p.getValue());
    }

    /** What is polled and not yet written has not been applied. */
    private void measure(
            KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> polled) {
        for (var partition : begun.keySet()) {
            consumer.currentLag(partition)
                    .ifPresent(records ->
                            lag.put(partition, records + polled.records(partition).size()));
        }
    }

    private void write(
            ConsumerRecords<String, byte[]> polled, KafkaConsumer<String, byte[]> consumer) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>(polled.count());
        polled.forEach(records::add);
        var begins = new HashMap<>(begun);
        begins.entrySet().removeIf(p -> consumer.position(p.getKey()) <= p.getValue());
        var ends = new HashMap<TopicPartition, Long>();
        begins.keySet().forEach(p -> ends.put(p, consumer.position(p)));
        writers.acquireUninterruptibly(); // held for one bounded transaction
        BatchWriter.Outcome outcome;
        try {
            outcome = writer.write(generation, records, begins, ends);
        } finally {
            writers.release();
        }
        if (!outcome.live()) {
            watch.look(model); // somebody has switched: the next round goes over
            return;
        }
        written.accept(outcome);
        begun.putAll(outcome.moved());
        begins.keySet().removeAll(outcome.moved().keySet());
        if (!begins.isEmpty()) takeOver(begins.keySet(), consumer); // somebody else moved them
    }

    private void standStill(
            Collection<TopicPartition> partitions,
            KafkaConsumer<String, byte[]> consumer,
            String why) {
        lost.addAll(partitions);
        partitions.forEach(begun::remove);
        partitions.forEach(lag::remove);
        consumer.assign(begun.keySet());
        var names = new TreeSet<>(partitions.stream().map(TopicPartition::toString).toList());
        background.say(why + names);
    }

    private String words() {
        var waitingFor = new TreeSet<>(model.topics());
        waitingFor.removeAll(reading.keySet());
        return waitingFor.isEmpty() ? "读取中 reading" : "等待主题 waiting for topics " + waitingFor;
    }

    private static String cause(@Nullable Throwable e) {
        return e == null ? "" : Throwables.getRootCause(e).getClass().getSimpleName();
    }
}
