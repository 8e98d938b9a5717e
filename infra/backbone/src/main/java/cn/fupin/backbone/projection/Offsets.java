package cn.fupin.backbone.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a projection has come in each partition; the only place that says so. */
final class Offsets {
    /**
     * What one batch does to one partition.
     *
     * @param expected the offset at which the batch began
     * @param next the offset behind it
     * @param position the highest position of the source in it; 0 if none
     */
    record Move(long expected, long next, long position) {}

    private final JdbcClient db;

    Offsets(JdbcClient db) {
        this.db = db;
    }

    /** The stored next offsets; partitions that are new begin at 0. */
    Map<TopicPartition, Long> of(Generation generation, Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            db.sql(
                            """
                            insert into projection_offset (projection, generation, topic, partition, next_offset, last_position)
                            values (:projection, :generation, :topic, :partition, 0, 0) on conflict do nothing
                            """)
                    .param("projection", generation.name())
                    .param("generation", generation.number())
                    .param("topic", partition.topic())
                    .param("partition", partition.partition())
                    .update();
        }
        return read(generation, partitions, "");
    }

    /** Within the caller's transaction: nobody else moves them until its end. */
    Map<TopicPartition, Long> lock(Generation generation, Collection<TopicPartition> partitions) {
        return read(generation, partitions, "for update of o");
    }

    void move(Generation generation, Map<TopicPartition, Move> moves) {
        var partitions = moves.keySet();
        db.sql(
                        """
                        update projection_offset o
                        set next_offset = m.next_offset, last_position = greatest(o.last_position, m.position)
                        from unnest(:topics::text[], :partitions::int[], :nexts::bigint[], :positions::bigint[])
                                 as m (topic, partition, next_offset, position)
                        where o.projection = :projection and o.generation = :generation
                          and o.topic = m.topic and o.partition = m.partition
                        """)
                .param("topics", topics(partitions))
                .param("partitions", numbers(partitions))
                .param("nexts", moves.values().stream().map(Move::next).toArray(Long[]::new))
                .param(
                        "positions",
                        moves.values().stream().map(Move::position).toArray(Long[]::new))
                .param("projection", generation.name())
                .param("generation", generation.number())
                .update();
    }

    private Map<TopicPartition, Long> read(
            Generation generation, Collection<TopicPartition> partitions, String locking) {
        var offsets = new HashMap<TopicPartition, Long>();
        db.sql(
                        """
                        select o.topic, o.partition, o.next_offset
                        from projection_offset o
                        join unnest(:topics::text[], :partitions::int[]) as b (topic, partition) using (topic, partition)
                        where o.projection = :projection and o.generation = :generation
                        order by o.topic, o.partition
                        """
                                + locking)
                .param("topics", topics(partitions))
                .param("partitions", numbers(partitions))
                .param("projection", generation.name())
                .param("generation", generation.number())
                .query(row -> {
                    offsets.put(
                            new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                });
        return offsets;
    }

    private static String[] topics(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
    }

    private static Integer[] numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
    }
}
