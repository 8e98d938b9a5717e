package cn.fupin.backbone.projection;

import cn.fupin.backbone.relay.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads topics from the stored offsets to their ends as they are now. */
final class TopicOrigin implements Origin {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int MOST_POLLED_AT_ONCE = 2000;

    private final KafkaConsumer<String, byte[]> consumer;
    private final int polledAtOnce;
    private final Map<TopicPartition, Long> reached;
    private final Map<TopicPartition, Long> firsts;
    private final Map<TopicPartition, Long> ends;

    private TopicOrigin(
            KafkaConsumer<String, byte[]> consumer,
            int polledAtOnce,
            Map<TopicPartition, Long> stored,
            Map<TopicPartition, Long> firsts,
            Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.polledAtOnce = polledAtOnce;
        this.reached = new HashMap<>(stored);
        this.firsts = firsts;
        this.ends = ends;
    }

    /**
     * @throws RebuildFailed if a topic does not hold the stored offsets any more
     */
    static TopicOrigin open(
            Generation generation,
            KafkaSettings kafka,
            Offsets offsets,
            Map<String, String> topicIds,
            int chunk) {
        var partitions = partitions(generation.model(), topicIds);
        var stored = offsets.of(generation, partitions, topicIds);
        refuse(offsets.ofFormerTopics(generation, topicIds));
        var polledAtOnce = Math.min(chunk, MOST_POLLED_AT_ONCE);
        var consumer = ProjectionConsumer.open(kafka, polledAtOnce);
        try {
            consumer.assign(partitions); // the client warns of offsets of others
            var firsts = consumer.beginningOffsets(partitions);
            var gone = partitions.stream().filter(p -> at(firsts, p) > at(stored, p)).toList();
            if (!gone.isEmpty()) {
                throw new RebuildFailed(
                        "主题已不含最早的记录，请从历史重建：" + gone,
                        "The topic does not hold its first records any more, rebuild from history: "
                                + gone);
            }
            stored.forEach(consumer::seek);
            return new TopicOrigin(
                    consumer, polledAtOnce, stored, firsts, consumer.endOffsets(partitions));
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    static void refuse(Set<String> former) {
        if (former.isEmpty()) return;
        throw new RebuildFailed(
                "主题在重建期间被重新建立：" + former, "A topic was made anew during the rebuild: " + former);
    }

    /** All partitions of those topics of a model that are there. */
    static List<TopicPartition> partitions(ReadModel model, Map<String, String> topicIds) {
        return model.topics().stream()
                .filter(topicIds::containsKey)
                .flatMap(topic ->
                        IntStream.range(0, KafkaSettings.PARTITIONS)
                                .mapToObj(n -> new TopicPartition(topic, n)))
                .toList();
    }

    @Override
    public Portion read(int atMost) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        var begun = new HashMap<TopicPartition, Long>();
        var next = new HashMap<TopicPartition, Long>();
        while (records.size() + polledAtOnce <= Math.max(atMost, polledAtOnce)) {
            var polled = consumer.poll(POLL);
            polled.forEach(records::add);
            for (var partition : ends.keySet()) {
                // the end of a transaction is an offset and no record
                if (consumer.position(partition) == at(reached, partition)) continue;
                begun.putIfAbsent(partition, at(reached, partition));
                next.put(partition, consumer.position(partition));
            }
            next.forEach(reached::put);
            if (polled.isEmpty() || exhausted()) break;
        }
        return new Portion(records, begun, next, Map.of(), done());
    }

    /** The ends of transactions take offsets and are no records, so the position is asked for. */
    @Override
    public boolean exhausted() {
        return ends.keySet().stream().allMatch(p -> consumer.position(p) >= at(ends, p));
    }

    @Override
    public long total() {
        return ends.keySet().stream().mapToLong(p -> at(ends, p) - at(firsts, p)).sum();
    }

    private long done() {
        return ends.keySet().stream().mapToLong(p -> consumer.position(p) - at(firsts, p)).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition));
    }
}
