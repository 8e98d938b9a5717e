package cn.fupin.backbone.projection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a generation has come in each partition; the only place that says so. */
final class Offsets {
    /**
     * What one batch does to one partition.
     *
     * @param expected the offset at which the batch began
     * @param next the offset behind it
     * @param position the highest position of the source in it; 0 if none
     */
    record Move(long expected, long next, long position) {
        Move upTo(long newNext, long newPosition) {
            return new Move(expected, newNext, Math.max(position, newPosition));
        }
    }

    private final JdbcClient db;

    Offsets(JdbcClient db) {
        this.db = db;
    }

    /**
     * The stored next offsets; partitions that are new begin at 0.
     *
     * @param topicIds Kafka's ids of the topics as they are now
     */
    Map<TopicPartition, Long> of(
            Generation generation,
            Collection<TopicPartition> partitions,
            Map<String, String> topicIds) {
        db.sql(
                        """
                        insert into projection_offset as o
                            (projection, generation, topic, partition, next_offset, last_position, topic_id)
                        select :projection, :generation, n.topic, n.partition, 0, 0, n.id
                        from unnest(:topics::text[], :partitions::int[], :ids::text[]) as n (topic, partition, id)
                        on conflict (projection, generation, topic, partition) do update
                            set topic_id = excluded.topic_id where o.topic_id is null
                        """)
                .param("projection", generation.name())
                .param("generation", generation.number())
                .param("topics", topics(partitions))
                .param("partitions", numbers(partitions))
                .param(
                        "ids",
                        partitions.stream()
                                .map(partition -> topicIds.get(partition.topic()))
                                .toArray(String[]::new))
                .update();
        return read(generation, partitions, "");
    }

    /** Everything that is stored of a generation. */
    Map<TopicPartition, Long> all(Generation generation) {
        var offsets = new HashMap<TopicPartition, Long>();
        db.sql(
                        """
                        select topic, partition, next_offset from projection_offset
                        where projection = ? and generation = ?
                        """)
                .params(generation.name(), generation.number())
                .query(row -> {
                    offsets.put(
                            new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                });
        return offsets;
    }

    /** The highest position applied from each partition. */
    Map<TopicPartition, Long> positions(Generation generation) {
        var positions = new HashMap<TopicPartition, Long>();
        db.sql(
                        """
                        select topic, partition, last_position from projection_offset
                        where projection = ? and generation = ?
                        """)
                .params(generation.name(), generation.number())
                .query(row -> {
                    positions.put(
                            new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                });
        return positions;
    }

    /** The topics whose stored offsets count in another topic of that name. */
    Set<String> ofFormerTopics(Generation generation, Map<String, String> topicIds) {
        var former = new HashSet<String>();
        db.sql(
                        """
                        select distinct topic, topic_id from projection_offset
                        where projection = ? and generation = ? and topic_id is not null
                        """)
                .params(generation.name(), generation.number())
                .query(row -> {
                    var now = topicIds.get(row.getString(1));
                    if (now != null && !now.equals(row.getString(2))) former.add(row.getString(1));
                });
        return former;
    }

    /** Within the caller's transaction: nobody else moves them until its end. */
    Map<TopicPartition, Long> lock(Generation generation, Collection<TopicPartition> partitions) {
        return read(generation, partitions, "for update of o");
    }

    /** Within the caller's transaction. A move never takes the highest position back. */
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

    /** Within the caller's transaction: a message that had waited has been applied. */
    void raise(Generation generation, TopicPartition partition, long position) {
        db.sql(
                        """
                        update projection_offset set last_position = greatest(last_position, ?)
                        where projection = ? and generation = ? and topic = ? and partition = ?
                        """)
                .params(
                        position,
                        generation.name(),
                        generation.number(),
                        partition.topic(),
                        partition.partition())
                .update();
    }

    /** From now on the offsets count in these topics. */
    void countIn(Generation generation, Map<String, String> topicIds) {
        topicIds.forEach((topic, id) ->
                db.sql(
                                """
                                update projection_offset set topic_id = ?
                                where projection = ? and generation = ? and topic = ?
                                """)
                        .params(id, generation.name(), generation.number(), topic)
                        .update());
    }

    void drop(Generation generation) {
        db.sql("delete from projection_offset where projection = ? and generation = ?")
                .params(generation.name(), generation.number())
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
