package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.CommandRow;
import cn.fupin.acceptance.audit.Evidence.GuardRow;
import cn.fupin.acceptance.audit.Evidence.Offset;
import cn.fupin.acceptance.audit.Evidence.ParkedKey;
import cn.fupin.acceptance.audit.Evidence.Position;
import cn.fupin.acceptance.audit.Evidence.Published;
import cn.fupin.acceptance.audit.Evidence.Row;
import cn.fupin.acceptance.audit.Evidence.Store;
import cn.fupin.acceptance.audit.Evidence.StoredEvent;
import cn.fupin.acceptance.audit.Evidence.Tables;
import cn.fupin.acceptance.audit.Evidence.Topic;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what lies in PostgreSQL and Kafka, without asking any service. */
public final class EvidenceReader {
    public static final List<String> SERVICES =
            List.of("household", "project", "funding", "reporting");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A connection to the database of a service. */
    public interface Databases {
        Connection connect(String service) throws SQLException;
    }

    private final Databases databases;
    private final String bootstrapServers;

    public EvidenceReader(Databases databases, String bootstrapServers) {
        this.databases = databases;
        this.bootstrapServers = bootstrapServers;
    }

    /** Everything; nobody may write meanwhile, or the parts do not belong together. */
    public Evidence read() throws SQLException {
        List<Store> stores = new ArrayList<>();
        List<Tables> projections = new ArrayList<>();
        List<GuardRow> guards = new ArrayList<>();
        for (String service : SERVICES) {
            try (Connection db = databases.connect(service)) {
                stores.add(store(service, db));
                projections.add(tables(service, db));
                if (service.equals("funding")) {
                    guards.addAll(guards(db));
                }
            }
        }
        return new Evidence(stores, topics(), projections, guards, List.of());
    }

    private static Store store(String service, Connection db) throws SQLException {
        return new Store(
                service,
                list(
                        db,
                        """
                        select global_index, event_id, stream_id, sequence, payload_type, payload_revision, payload, metadata
                        from events order by global_index
                        """,
                        r ->
                                new StoredEvent(
                                        r.getLong(1),
                                        r.getString(2),
                                        r.getString(3),
                                        r.getLong(4),
                                        r.getString(5),
                                        r.getString(6),
                                        r.getBytes(7),
                                        r.getBytes(8))),
                list(
                        db,
                        "select position, global_index, recorded_at, digest from positions order by position",
                        r ->
                                new Position(
                                        r.getLong(1),
                                        r.getLong(2),
                                        r.getObject(3, OffsetDateTime.class).toInstant(),
                                        r.getBytes(4))),
                list(
                        db,
                        "select command_id, status, answer from commands order by command_id",
                        r ->
                                new CommandRow(
                                        r.getString(1),
                                        r.getInt(2),
                                        r.getBytes(3) == null ? null : Text.of(r.getBytes(3)))));
    }

    private static List<GuardRow> guards(Connection db) throws SQLException {
        return list(
                db,
                """
                select 'allocation_lines', allocation_id, remaining_fen from allocation_lines
                union all
                select 'commitment_lines', commitment_id || ':' || allocation_id, remaining_fen from commitment_lines
                """,
                r -> new GuardRow(r.getString(1), r.getString(2), r.getLong(3)));
    }

    /** Each live projection's schema by its pointer row, every table in it. */
    private static Tables tables(String service, Connection db) throws SQLException {
        if (list(db, "select to_regclass('projection_live')::text", r -> r.getString(1))
                .contains(null)) {
            return new Tables(service, Map.of(), List.of(), List.of());
        }
        Map<String, String> schemas = new TreeMap<>();
        list(
                        db,
                        "select name, schema_name from projection_live",
                        r -> Map.entry(r.getString(1), r.getString(2)))
                .forEach(live -> schemas.put(live.getKey(), live.getValue()));
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (var live : schemas.entrySet()) {
            List<String> names =
                    list(
                            db,
                            "select table_name from information_schema.tables where table_schema = '%s' order by 1"
                                    .formatted(live.getValue().replace("'", "''")),
                            r -> r.getString(1));
            for (String table : names) {
                rows.put(
                        live.getKey() + "." + table,
                        list(
                                db,
                                "select * from \"%s\".\"%s\"".formatted(live.getValue(), table),
                                EvidenceReader::row));
            }
        }
        String ofTheLive =
                " join projection_live l on l.name = o.projection and l.generation = o.generation";
        return new Tables(
                service,
                rows,
                list(
                        db,
                        "select o.projection, topic, partition, next_offset, last_position from projection_offset o"
                                + ofTheLive,
                        r ->
                                new Offset(
                                        r.getString(1),
                                        r.getString(2),
                                        r.getInt(3),
                                        r.getLong(4),
                                        r.getLong(5))),
                list(
                        db,
                        "select o.projection, topic, key, reason from parked_key o" + ofTheLive,
                        r ->
                                new ParkedKey(
                                        r.getString(1),
                                        r.getString(2),
                                        r.getString(3),
                                        r.getString(4))));
    }

    private static Row row(ResultSet r) throws SQLException {
        var meta = r.getMetaData();
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.put(
                    meta.getColumnName(i),
                    value(r, i, meta.getColumnType(i), meta.getColumnTypeName(i)));
        }
        return new Row(columns);
    }

    private static @Nullable String value(ResultSet r, int i, int type, String name)
            throws SQLException {
        if (r.getObject(i) == null) {
            return null;
        }
        if (name.equals("timestamptz")) {
            return Digest.text(r.getObject(i, OffsetDateTime.class).toInstant());
        }
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> Boolean.toString(r.getBoolean(i));
            case Types.ARRAY -> Arrays.asList((Object[]) r.getArray(i).getArray()).toString();
            case Types.NUMERIC -> Text.of(r.getBigDecimal(i));
            default -> r.getString(i);
        };
    }

    private List<Topic> topics() {
        try (var consumer = committed()) {
            var there = consumer.listTopics().keySet();
            return SERVICES.stream()
                    .filter(service -> there.contains("fupin." + service))
                    .map(this::topic)
                    .toList();
        }
    }

    /**
     * What is published of one service. By a consumer of its own: answers that come late, for a
     * topic that one read before, would make it warn.
     */
    public Topic topic(String service) {
        try (var consumer = committed()) {
            return topic(service, consumer.partitionsFor("fupin." + service).size(), consumer);
        }
    }

    private Consumer<String, byte[]> committed() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Topic topic(String service, int partitions, Consumer<String, byte[]> consumer) {
        List<TopicPartition> all = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
            all.add(new TopicPartition("fupin." + service, p));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        List<Published> records = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (all.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                records.add(published(record));
                deadline = System.nanoTime() + PATIENCE.toNanos();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the end of fupin." + service + " cannot be read");
            }
        }
        Map<Integer, Long> byPartition = new HashMap<>();
        ends.forEach((p, end) -> byPartition.put(p.partition(), end));
        return new Topic(service, partitions, records, byPartition);
    }

    private static Published published(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), h.value()));
        return new Published(
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                headers,
                record.value());
    }

    private interface Reading<T extends @Nullable Object> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T extends @Nullable Object> List<T> list(
            Connection db, String sql, Reading<T> reading) throws SQLException {
        db.setAutoCommit(false); // so that rows come in portions
        List<T> list = new ArrayList<>();
        try (var statement = db.createStatement()) {
            statement.setFetchSize(2000);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    list.add(reading.of(rows));
                }
            }
        }
        return list;
    }
}
