package cn.fupin.backbone.projection;

import cn.fupin.backbone.relay.CloudEventHeaders;
import cn.fupin.backbone.relay.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Finds the first record of a partition that is newer than a position, by halving. Each probe reads
 * some hundred records, so that a few that somebody published a second time do not mislead it; a
 * record too many does no harm, because rows are keyed by their event.
 */
final class TopicPlaces implements AutoCloseable {
    private static final int PROBE = 200;
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Duration patience;

    TopicPlaces(KafkaSettings kafka) {
        // a probe at an end is not to wait for what comes next
        var impatient = Map.<String, Object>of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        this.consumer = ProjectionConsumer.open(kafka, PROBE, impatient);
        this.patience = kafka.answerWithin().multipliedBy(4);
    }

    /**
     * @param positions how far each source has been read
     * @return for each partition an offset before which there is nothing newer
     */
    Map<TopicPartition, Long> behind(List<TopicPartition> partitions, Map<String, Long> positions) {
        consumer.assign(partitions); // the client warns of offsets of others
        var firsts = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        var places = new HashMap<TopicPartition, Long>();
        for (var partition : partitions) {
            var source = partition.topic().substring(KafkaSettings.topic("").length());
            places.put(
                    partition,
                    behind(
                            partition,
                            positions.getOrDefault(source, 0L),
                            Objects.requireNonNull(firsts.get(partition)),
                            Objects.requireNonNull(ends.get(partition))));
        }
        return places;
    }

    private long behind(TopicPartition partition, long position, long first, long end) {
        var low = first;
        var high = end;
        while (high - low > PROBE) {
            var middle = low + (high - low) / 2;
            var probed = probe(partition, middle, high);
            var newer = firstNewer(probed, position);
            if (newer.isPresent()) high = Math.min(high - 1, newer.getAsLong());
            else if (probed.isEmpty()) high = middle; // nothing of ours lies between
            else low = Math.max(low + 1, probed.getLast().offset() + 1);
        }
        while (low < high) {
            var probed = probe(partition, low, high);
            var newer = firstNewer(probed, position);
            if (newer.isPresent()) return newer.getAsLong();
            if (probed.isEmpty()) return high;
            low = probed.getLast().offset() + 1;
        }
        return high;
    }

    private static OptionalLong firstNewer(
            List<ConsumerRecord<String, byte[]>> records, long position) {
        return records.stream()
                .filter(record -> position(record) > position)
                .mapToLong(ConsumerRecord::offset)
                .findFirst();
    }

    /** 0 for a record that is none of ours. */
    private static long position(ConsumerRecord<String, byte[]> record) {
        var text = CloudEventHeaders.text(record.headers(), CloudEventHeaders.POSITION);
        return text == null || !text.matches("\\d{1,18}") ? 0 : Long.parseLong(text);
    }

    /** Some records from an offset on, none from another on. */
    private List<ConsumerRecord<String, byte[]>> probe(
            TopicPartition partition, long from, long until) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        var deadline = System.nanoTime() + patience.toNanos();
        while (records.isEmpty() && consumer.position(partition) < until) {
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < until) records.add(record);
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("no answer while looking into " + partition);
            }
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
