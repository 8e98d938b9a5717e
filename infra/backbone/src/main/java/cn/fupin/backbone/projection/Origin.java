package cn.fupin.backbone.projection;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a rebuild's rows come from: the topics from their first record, or the history. */
interface Origin extends AutoCloseable {

    /**
     * Some records, and where the reading stands behind them.
     *
     * @param begun the stored offset of each partition that has records in here
     * @param next the offset to be stored with them
     * @param positions the position behind them in each history
     */
    record Portion(
            List<ConsumerRecord<String, byte[]>> records,
            Map<TopicPartition, Long> begun,
            Map<TopicPartition, Long> next,
            Map<String, Long> positions,
            long done) {}

    /** The next records, at most so many; none if nothing has come within a moment. */
    Portion read(int atMost);

    /** Whether everything has been read that was there when the reading began. */
    boolean exhausted();

    /** How many there are to read, about. */
    long total();

    @Override
    void close();
}
