package cn.fupin.backbone.projection;

import cn.fupin.backbone.event.EventJson;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The keys whose messages wait for a person, and the waiting messages, whole. Whoever adds to a
 * parked key and whoever resumes it hold its row, so no message slips in behind the resumption.
 */
final class Parking {
    private static final int REASON_CHARS = 500;

    private final JdbcClient db;

    Parking(JdbcClient db) {
        this.db = db;
    }

    /** A key within a topic. */
    record Key(String topic, String key) {
        static Key of(ConsumerRecord<String, byte[]> record) {
            var key = record.key() == null ? "" : record.key();
            return new Key(record.topic(), key.replace('\0', '\uFFFD')); // no zero in PostgreSQL
        }
    }

    /** Which of these keys are parked; they stay so until the caller's transaction ends. */
    Set<Key> among(Generation generation, Collection<Key> keys) {
        return new HashSet<>(
                db.sql(
                                """
                                select topic, key from parked_key
                                where projection = :projection and generation = :generation
                                  and topic = any (:topics) and key = any (:keys)
                                order by topic, key for share
                                """)
                        .param("projection", generation.name())
                        .param("generation", generation.number())
                        .param(
                                "topics",
                                keys.stream().map(Key::topic).distinct().toArray(String[]::new))
                        .param("keys", keys.stream().map(Key::key).toArray(String[]::new))
                        .query((row, n) -> new Key(row.getString(1), row.getString(2)))
                        .list());
    }

    /** Takes the key's row for resuming it; false if it is not parked. */
    boolean lock(Generation generation, Key key) {
        return db.sql(
                        """
                        select 1 from parked_key
                        where projection = ? and generation = ? and topic = ? and key = ? for update
                        """)
                .params(generation.name(), generation.number(), key.topic(), key.key())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<Key> withKey(Generation generation, String key) {
        return db.sql(
                        """
                        select topic, key from parked_key
                        where projection = ? and generation = ? and key = ? order by topic
                        """)
                .params(generation.name(), generation.number(), key)
                .query((row, n) -> new Key(row.getString(1), row.getString(2)))
                .list();
    }

    /** Where its messages come from; one, unless the topic was made anew. */
    List<TopicPartition> partitions(Generation generation, Key key) {
        return db
                .sql(
                        """
                        select distinct partition from parked_message
                        where projection = ? and generation = ? and topic = ? and key = ?
                        """)
                .params(generation.name(), generation.number(), key.topic(), key.key())
                .query(Integer.class)
                .list()
                .stream()
                .map(partition -> new TopicPartition(key.topic(), partition))
                .toList();
    }

    /** All parked keys. */
    Set<Key> all(Generation generation) {
        return new HashSet<>(
                db.sql("select topic, key from parked_key where projection = ? and generation = ?")
                        .params(generation.name(), generation.number())
                        .query((row, n) -> new Key(row.getString(1), row.getString(2)))
                        .list());
    }

    void drop(Generation generation) {
        for (var table : List.of("parked_message", "parked_key")) {
            db.sql("delete from %s where projection = ? and generation = ?".formatted(table))
                    .params(generation.name(), generation.number())
                    .update();
        }
    }

    /** Parks the key for this reason, or keeps the newest reason of one that is parked. */
    void park(Generation generation, Key key, String reason) {
        var text = reason.replace('\0', '\uFFFD');
        db.sql(
                        """
                        insert into parked_key (projection, generation, topic, key, reason) values (?, ?, ?, ?, ?)
                        on conflict (projection, generation, topic, key) do update set reason = excluded.reason
                        """)
                .params(
                        generation.name(),
                        generation.number(),
                        key.topic(),
                        key.key(),
                        text.substring(0, Math.min(text.length(), REASON_CHARS)))
                .update();
    }

    void keep(Generation generation, ConsumerRecord<String, byte[]> record) {
        db.sql(
                        """
                        insert into parked_message (projection, generation, topic, partition, record_offset, key, headers, value)
                        values (:projection, :generation, :topic, :partition, :offset, :key, :headers::jsonb, :value)
                        """)
                .param("projection", generation.name())
                .param("generation", generation.number())
                .param("topic", record.topic())
                .param("partition", record.partition())
                .param("offset", record.offset())
                .param("key", Key.of(record).key())
                .param("headers", text(record.headers()))
                .param("value", record.value())
                .update();
    }

    /** The message that waits first under a key. */
    Optional<ConsumerRecord<String, byte[]>> first(Generation generation, Key key) {
        return db.sql(
                        """
                        select partition, record_offset, headers, value from parked_message
                        where projection = ? and generation = ? and topic = ? and key = ?
                        order by partition, record_offset limit 1
                        """)
                .params(generation.name(), generation.number(), key.topic(), key.key())
                .query((row, n) ->
                        record(
                                key,
                                row.getInt(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getBytes(4)))
                .optional();
    }

    void remove(Generation generation, ConsumerRecord<String, byte[]> record) {
        db.sql(
                        """
                        delete from parked_message
                        where projection = ? and generation = ? and topic = ? and partition = ? and record_offset = ?
                        """)
                .params(
                        generation.name(),
                        generation.number(),
                        record.topic(),
                        record.partition(),
                        record.offset())
                .update();
    }

    void unpark(Generation generation, Key key) {
        db.sql(
                        "delete from parked_key where projection = ? and generation = ? and topic = ? and key = ?")
                .params(generation.name(), generation.number(), key.topic(), key.key())
                .update();
    }

    int waiting(Generation generation, Key key) {
        return db.sql(
                        """
                        select count(*) from parked_message
                        where projection = ? and generation = ? and topic = ? and key = ?
                        """)
                .params(generation.name(), generation.number(), key.topic(), key.key())
                .query(Integer.class)
                .single();
    }

    int keys(Generation generation) {
        return db.sql("select count(*) from parked_key where projection = ? and generation = ?")
                .params(generation.name(), generation.number())
                .query(Integer.class)
                .single();
    }

    private static String text(Headers headers) {
        var list = EventJson.MAPPER.createArrayNode();
        for (var header : headers) {
            var pair = list.addArray().add(header.key());
            if (header.value() == null) pair.addNull();
            else pair.add(Base64.getEncoder().encodeToString(header.value()));
        }
        return EventJson.MAPPER.writeValueAsString(list);
    }

    @SuppressWarnings("NullAway") // Kafka's values may be null
    private static ConsumerRecord<String, byte[]> record(
            Key key, int partition, long offset, String headers, byte[] value) {
        var restored = new RecordHeaders();
        for (JsonNode pair : EventJson.MAPPER.readTree(headers)) {
            var text = pair.get(1);
            restored.add(
                    new RecordHeader(
                            pair.get(0).stringValue(),
                            text.isNull() ? null : Base64.getDecoder().decode(text.stringValue())));
        }
        return new ConsumerRecord<>(
                key.topic(),
                partition,
                offset,
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key.key(),
                value,
                restored,
                Optional.empty());
    }
}
