package cn.fupin.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.acceptance.audit.Evidence.Published;
import cn.fupin.local.LocalSystem;
import cn.fupin.local.Program;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What somebody puts on a topic by hand: a second time, not ours at all, or broken. It is the last
 * on its system: whoever audits a topic finds what was put on it.
 */
@OnTheSmallSystem
@Order(30)
class StrayRecordsTest {
    private static final String TOPIC = "fupin.household";
    private static final List<Program> READERS =
            List.of(Program.PROJECT, Program.FUNDING, Program.REPORTING);
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @Test
    void duplicates_and_foreign_records_change_nothing(Small small) throws Exception {
        LocalSystem servers = small.watched.system();
        Map<String, String> rows = rows(servers);
        Map<Integer, Long> last = new HashMap<>();
        try (var producer = producer(servers)) {
            List<Published> records = household(servers);
            for (int i = 0; i < records.size(); i += Math.max(1, records.size() / 500)) {
                send(
                        producer,
                        records.get(i),
                        records.get(i).headers(),
                        records.get(i).value(),
                        last);
            }
            for (int partition = 0; partition < 12; partition++) {
                var foreign =
                        new ProducerRecord<>(TOPIC, partition, "somebody", new byte[] {1, 2, 3});
                last.put(partition, producer.send(foreign).get().offset());
            }
        }
        awaitRead(servers, last);

        assertThat(rows(servers)).isEqualTo(rows);
        assertThat(parked(servers, Program.REPORTING)).isEmpty();
    }

    /** Bad JSON, a type nobody knows, a payload that no handler can take: three keys wait. */
    @Test
    void poison_parks_its_key_only_and_can_be_repaired_and_resumed(Small small) throws Exception {
        LocalSystem servers = small.watched.system();
        Map<String, String> rows = rows(servers);
        List<Published> records = household(servers);
        var registered =
                records.stream()
                        .filter(r -> text(r, "ce_type").contains(".HouseholdRegistered."))
                        .toList();
        Published healthy = registered.get(0);
        Map<String, Published> poisoned = new LinkedHashMap<>();
        Map<Integer, Long> last = new HashMap<>();
        try (var producer = producer(servers)) {
            Published badJson = registered.get(1);
            byte[] half = "{\"householdId\":".getBytes(StandardCharsets.UTF_8);
            send(producer, badJson, digested(badJson, badJson.headers(), half), half, last);
            poisoned.put(String.valueOf(badJson.key()), badJson);

            Published unknownType = registered.get(2);
            var headers = new LinkedHashMap<>(unknownType.headers());
            headers.put("ce_type", "no.such.Type".getBytes(StandardCharsets.UTF_8));
            send(producer, unknownType, headers, unknownType.value(), last);
            poisoned.put(String.valueOf(unknownType.key()), unknownType);

            Published failing = registered.get(3);
            byte[] wrong =
                    new String(Objects.requireNonNull(failing.value()), StandardCharsets.UTF_8)
                            .replaceAll("\"occurredOn\":\"[^\"]*\"", "\"occurredOn\":\"never\"")
                            .getBytes(StandardCharsets.UTF_8);
            send(producer, failing, digested(failing, failing.headers(), wrong), wrong, last);
            poisoned.put(String.valueOf(failing.key()), failing);

            // behind each of them, and beside them: what is in order
            for (Published record : poisoned.values()) {
                send(producer, record, record.headers(), record.value(), last);
            }
            send(producer, healthy, healthy.headers(), healthy.value(), last);
            // the relay will look at the ends of the topic: leave real ones there
            for (var end : ends(records).values()) {
                send(producer, end, end.headers(), end.value(), last);
            }
        }
        awaitRead(servers, last);

        assertThat(parked(servers, Program.REPORTING))
                .filteredOn(key -> key.projection().equals("register"))
                .extracting(Parked::key)
                .containsExactlyInAnyOrderElementsOf(poisoned.keySet());
        assertThat(rows(servers)).isEqualTo(rows);

        // the lookups of other services have read the same
        for (Program service : READERS) {
            for (Parked key : parked(servers, service)) {
                assertThat(resume(servers, service, key).statusCode()).isEqualTo(409);
                repair(servers, service, key, Objects.requireNonNull(poisoned.get(key.key())));
                assertThat(resume(servers, service, key).statusCode()).isEqualTo(200);
            }
        }

        assertThat(READERS).allSatisfy(service -> assertThat(parked(servers, service)).isEmpty());
        assertThat(rows(servers)).isEqualTo(rows);
    }

    /** What a person does who has found out what the message should have been. */
    private static void repair(LocalSystem servers, Program service, Parked key, Published good)
            throws Exception {
        var headers = new StringBuilder("[");
        for (var header : good.headers().entrySet()) {
            headers.append(headers.length() > 1 ? "," : "")
                    .append(
                            "[\"%s\",\"%s\"]"
                                    .formatted(
                                            header.getKey(),
                                            Base64.getEncoder().encodeToString(header.getValue())));
        }
        headers.append(']');
        try (var db = servers.postgres().superuser(service.database()).connect();
                var update =
                        db.prepareStatement(
                                "update parked_message set headers = ?::jsonb, value = ? where projection = ? and key = ?")) {
            update.setString(1, headers.toString());
            update.setBytes(2, good.value());
            update.setString(3, key.projection());
            update.setString(4, key.key());
            assertThat(update.executeUpdate()).isPositive();
        }
    }

    private static HttpResponse<String> resume(LocalSystem servers, Program service, Parked key)
            throws Exception {
        String path =
                "/projections/%s/parked/%s/resume"
                        .formatted(
                                key.projection(),
                                URLEncoder.encode(key.key(), StandardCharsets.UTF_8));
        try (var http = HttpClient.newHttpClient()) {
            URI address = servers.url(service).resolve(path);
            return http.send(
                    HttpRequest.newBuilder(address)
                            .header("Fupin-Actor", "faults")
                            .header("Fupin-Role", "operator")
                            .header("Fupin-Region", "000000000000")
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static KafkaProducer<String, byte[]> producer(LocalSystem servers) {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.kafkaBootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static void send(
            KafkaProducer<String, byte[]> producer,
            Published like,
            Map<String, byte[]> headers,
            byte @Nullable [] value,
            Map<Integer, Long> last)
            throws Exception {
        var record = new ProducerRecord<>(TOPIC, like.partition(), like.key(), value);
        headers.forEach((name, bytes) -> record.headers().add(name, bytes));
        last.merge(like.partition(), producer.send(record).get().offset(), Math::max);
    }

    /**
     * The headers with the digest that fits this payload: nobody can see it is wrong but who reads
     * it.
     */
    private static Map<String, byte[]> digested(
            Published record, Map<String, byte[]> headers, byte[] payload) throws Exception {
        String[] type = text(record, "ce_type").split("\\.");
        String lines =
                String.join(
                        "\n",
                        text(record, "ce_position"),
                        text(record, "ce_id"),
                        type[2],
                        type[3].substring(1),
                        text(record, "ce_subject"),
                        text(record, "ce_sequence"),
                        text(record, "ce_time"),
                        "");
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(lines.getBytes(StandardCharsets.UTF_8));
        sha.update(payload);
        sha.update((byte) '\n');
        sha.update(Objects.requireNonNull(headers.get("ce_metadata")));
        Map<String, byte[]> fitting = new LinkedHashMap<>(headers);
        fitting.put(
                "ce_digest",
                HexFormat.of().formatHex(sha.digest()).getBytes(StandardCharsets.UTF_8));
        return fitting;
    }

    /** Until every projection and lookup has gone beyond these offsets. */
    private static void awaitRead(LocalSystem servers, Map<Integer, Long> last) {
        for (Program service : READERS) {
            awaitRead(servers, service, last);
        }
    }

    private static void awaitRead(LocalSystem servers, Program service, Map<Integer, Long> last) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (var partition : last.entrySet()) {
            String sql =
                    """
                    select count(*) from projection_offset o
                    join projection_live l on l.name = o.projection and l.generation = o.generation
                    where topic = '%s' and partition = %d and next_offset <= %d
                    """
                            .formatted(TOPIC, partition.getKey(), partition.getValue());
            while (!Databases.text(servers, service, sql).equals("0")) {
                assertThat(System.nanoTime()).as("read so far").isLessThan(deadline);
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private static Map<Integer, Published> ends(List<Published> records) {
        Map<Integer, Published> ends = new HashMap<>();
        for (Published record : records) {
            if (record.headers().containsKey("ce_id")) {
                ends.merge(record.partition(), record, (a, b) -> b.offset() > a.offset() ? b : a);
            }
        }
        return ends;
    }

    private static List<Published> household(LocalSystem servers) {
        return Watched.evidence(servers).topic("household").records();
    }

    private record Parked(String projection, String key) {}

    private static List<Parked> parked(LocalSystem servers, Program service) {
        return Databases.list(
                servers,
                service,
                """
                select p.projection, p.key from parked_key p
                join projection_live l on l.name = p.projection and l.generation = p.generation
                """,
                row -> new Parked(row.getString(1), row.getString(2)));
    }

    /**
     * Of each table of reporting's live projections how many rows it has, and the sum of their
     * hashes: their order is nobody's business.
     */
    private static Map<String, String> rows(LocalSystem servers) {
        List<String> tables =
                Databases.list(
                        servers,
                        Program.REPORTING,
                        """
                        select quote_ident(schema_name) || '.' || quote_ident(table_name)
                        from projection_live join information_schema.tables on table_schema = schema_name
                        """,
                        row -> row.getString(1));
        Map<String, String> rows = new TreeMap<>();
        for (String table : tables) {
            String said =
                    Databases.text(
                            servers,
                            Program.REPORTING,
                            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %s t"
                                    .formatted(table));
            rows.put(table, said);
        }
        assertThat(rows).hasSizeGreaterThan(20);
        return rows;
    }

    private static String text(Published record, String header) {
        byte[] value = record.headers().get(header);
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }
}
