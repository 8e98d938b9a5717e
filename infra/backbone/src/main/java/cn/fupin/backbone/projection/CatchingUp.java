package cn.fupin.backbone.projection;

import cn.fupin.backbone.relay.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Takes a generation that is not live from its offsets to others, by the ordinary writer. */
final class CatchingUp implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Generation generation;
    private final BatchWriter writer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> begun;

    CatchingUp(
            Generation generation,
            RebuildSession session,
            KafkaSettings kafka,
            int batch,
            Map<String, String> topicIds) {
        this.generation = generation;
        this.writer = session.writer();
        this.partitions = TopicOrigin.partitions(generation.model(), topicIds);
        this.begun = new HashMap<>(session.offsets().of(generation, partitions, topicIds));
        TopicOrigin.refuse(session.offsets().ofFormerTopics(generation, topicIds));
        this.consumer = ProjectionConsumer.open(kafka, batch);
        consumer.assign(partitions);
        begun.forEach(consumer::seek);
    }

    /** The ends of the topics as they are now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    Map<TopicPartition, Long> firsts() {
        return consumer.beginningOffsets(partitions);
    }

    /** How many offsets lie between here and there. */
    long distance(Map<TopicPartition, Long> there) {
        return there.entrySet().stream()
                .mapToLong(p -> Math.max(0, p.getValue() - at(p.getKey())))
                .sum();
    }

    boolean covers(Map<TopicPartition, Long> there) {
        return begun.keySet().containsAll(there.keySet());
    }

    long at(TopicPartition partition) {
        return begun.getOrDefault(partition, 0L);
    }

    /**
     * Applies everything before these offsets, and nothing behind them.
     *
     * @return false if it was told to stop before
     * @throws RebuildFailed if Kafka does not hold what lies between
     */
    boolean to(Map<TopicPartition, Long> there, BooleanSupplier goOn) {
        rest(there);
        while (distance(there) > 0) {
            if (!goOn.getAsBoolean()) return false;
            try {
                var polled = consumer.poll(POLL);
                var records = new ArrayList<ConsumerRecord<String, byte[]>>();
                polled.forEach(record -> {
                    if (record.offset() < until(record, there)) records.add(record);
                });
                write(records, there);
                rest(there);
            } catch (InvalidOffsetException e) {
                throw new RebuildFailed(
                        "Kafka 中没有重建所需的位点，请从历史重建：" + e.partitions(),
                        "Kafka does not hold the offsets this rebuild needs, rebuild from history: "
                                + e.partitions());
            }
        }
        return true;
    }

    private void write(
            List<ConsumerRecord<String, byte[]>> records, Map<TopicPartition, Long> there) {
        var begins = new HashMap<TopicPartition, Long>();
        var ends = new HashMap<TopicPartition, Long>();
        there.forEach((partition, until) -> {
            // the position has also passed what is no record, the end of a transaction
            var next = Math.min(consumer.position(partition), until);
            if (next > at(partition)) {
                begins.put(partition, at(partition));
                ends.put(partition, next);
            }
        });
        if (begins.isEmpty()) return;
        var outcome = writer.writeBeside(generation, records, begins, ends, () -> {});
        if (!outcome.moved().keySet().equals(begins.keySet())) {
            throw new IllegalStateException(
                    "somebody else writes " + generation.schema() + " at the same time");
        }
        begun.putAll(outcome.moved());
    }

    /** A partition that has arrived rests; what was polled of it from behind there comes again. */
    private void rest(Map<TopicPartition, Long> there) {
        for (var partition : partitions) {
            if (at(partition) < there.getOrDefault(partition, 0L)) {
                consumer.resume(List.of(partition));
                continue;
            }
            if (consumer.position(partition) != at(partition)) {
                consumer.seek(partition, at(partition));
            }
            consumer.pause(List.of(partition));
        }
    }

    private static long until(
            ConsumerRecord<String, byte[]> record, Map<TopicPartition, Long> there) {
        return there.getOrDefault(ProjectionConsumer.partition(record), 0L);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
