package cn.fupin.acceptance.faults;

import cn.fupin.acceptance.audit.Audit;
import cn.fupin.acceptance.audit.Evidence;
import cn.fupin.acceptance.audit.EvidenceReader;
import cn.fupin.local.KafkaBroker;
import cn.fupin.local.LocalSystem;
import cn.fupin.local.Ports;
import cn.fupin.local.Program;
import cn.fupin.local.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The whole system with a proxy before each service's database, and one before the broker of
 * household-service's relay.
 */
public final class Watched implements AutoCloseable {
    private static final long PATIENCE_NANOS = 90_000_000_000L;
    private static final long PAUSE_NANOS = 150_000_000L;

    private final LocalSystem system;
    private final Map<Program, WireProxy> databases = new EnumMap<>(Program.class);
    private final WireProxy broker;

    private Watched(LocalSystem system, Map<Program, WireProxy> databases, WireProxy broker) {
        this.system = system;
        this.databases.putAll(databases);
        this.broker = broker;
    }

    /**
     * @param home the repository, built
     * @param data an empty directory
     */
    public static Watched start(Path home, Path data) {
        Settings settings = Settings.onFreePorts(home, data);
        Map<Program, WireProxy> databases = new EnumMap<>(Program.class);
        Set<Integer> taken = new HashSet<>(settings.ports().values());
        int detour = Ports.free();
        while (!taken.add(detour)) {
            detour = Ports.free();
        }
        WireProxy broker = proxy(detour, KafkaWire::new, taken);
        Map<Program, Map<String, String>> detours = new EnumMap<>(Program.class);
        for (Program service : Program.SERVICES) {
            WireProxy proxy = proxy(settings.port(Program.POSTGRESQL), PostgresWire::new, taken);
            databases.put(service, proxy);
            var variables = new HashMap<String, String>();
            variables.put(
                    "SPRING_DATASOURCE_URL",
                    "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable"
                            .formatted(proxy.port(), service.database()));
            if (service == Program.HOUSEHOLD) {
                variables.put("FUPIN_KAFKA_BOOTSTRAPSERVERS", "127.0.0.1:" + broker.port());
            }
            detours.put(service, variables);
        }
        var watched = settings.withDetours(detours, new KafkaBroker.Detour(detour, broker.port()));
        try {
            return new Watched(LocalSystem.start(watched), databases, broker);
        } catch (RuntimeException e) {
            databases.values().forEach(WireProxy::close);
            broker.close();
            throw e;
        }
    }

    /** On a port that no program of the system is going to take. */
    private static WireProxy proxy(int target, WireProxy.Protocol protocol, Set<Integer> taken) {
        while (true) {
            var proxy = new WireProxy(target, protocol);
            if (taken.add(proxy.port())) {
                return proxy;
            }
            proxy.close();
        }
    }

    public LocalSystem system() {
        return system;
    }

    WireProxy.Trap trap(Program service, WireProxy.Moment moment) {
        boolean kafka =
                moment == WireProxy.Moment.PRODUCED_BEFORE_END
                        || moment == WireProxy.Moment.TRANSACTION_ENDED;
        return kafka
                ? broker.set(moment)
                : Objects.requireNonNull(databases.get(service)).set(moment);
    }

    /** The addresses of the services by the names their topics have. */
    public static Map<String, List<URI>> addresses(LocalSystem system) {
        Map<String, List<URI>> addresses = new HashMap<>();
        Program.SERVICES.forEach(s -> addresses.put(name(s), List.of(system.url(s))));
        return addresses;
    }

    static String name(Program service) {
        return service.name().toLowerCase(Locale.ROOT);
    }

    /** What lies in the databases and topics of a system. */
    public static EvidenceReader evidence(LocalSystem system) {
        return new EvidenceReader(
                service -> connect(system, service), system.kafkaBootstrapServers());
    }

    private static Connection connect(LocalSystem system, String service) throws SQLException {
        return system.postgres().superuser("fupin_" + service).connect();
    }

    /** Waits until every event is in every projection, as far as the tables say, then audits. */
    public static Audit audit(LocalSystem system, Clients clients) throws SQLException {
        settle(system);
        Evidence evidence = evidence(system).read().withAnswered(clients.journal());
        return Audit.of(evidence);
    }

    /**
     * Gives up after a while: what has not come by then is for the audit to name. That it can be
     * asked of the tables does not make it true; the audit reads everything itself.
     */
    public static void settle(LocalSystem system) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        try (var topics = committed(system)) {
            while (System.nanoTime() < deadline && !settled(system, topics)) {
                LockSupport.parkNanos(PAUSE_NANOS); // nobody tells when the last reader is done
            }
        }
    }

    private static Consumer<byte[], byte[]> committed(LocalSystem system) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        system.kafkaBootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static boolean settled(LocalSystem system, Consumer<?, ?> topics) throws SQLException {
        Map<String, Long> heads = new HashMap<>();
        for (String service : EvidenceReader.SERVICES) {
            try (var db = connect(system, service)) {
                long open =
                        number(
                                db,
                                "select (select count(*) from events) - (select count(*) from positions)");
                if (open != 0) {
                    return false;
                }
                heads.put(service, number(db, "select coalesce(max(position), 0) from positions"));
            }
        }
        for (String service : EvidenceReader.SERVICES) {
            try (var db = connect(system, service)) {
                if (number(
                                db,
                                "select count(*) from pg_tables where tablename = 'projection_offset'")
                        == 0) {
                    continue;
                }
                if (!hasRead(db, heads) || !isAtTheEnds(db, topics)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A projection has read a topic when the highest position it applied from it is the head. */
    private static boolean hasRead(Connection db, Map<String, Long> heads) throws SQLException {
        try (var statement = db.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select o.topic, max(o.last_position) from projection_offset o
                                join projection_live l on l.name = o.projection and l.generation = o.generation
                                group by o.projection, o.topic
                                """)) {
            while (rows.next()) {
                String service = rows.getString(1).substring("fupin.".length());
                if (rows.getLong(2) < heads.getOrDefault(service, 0L)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Each partition for itself: several workers share them, and the one that has applied the head
     * of the topic may be ahead of another.
     */
    private static boolean isAtTheEnds(Connection db, Consumer<?, ?> topics) throws SQLException {
        Map<TopicPartition, Long> next = new HashMap<>();
        try (var statement = db.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select o.topic, o.partition, min(o.next_offset) from projection_offset o
                                join projection_live l on l.name = o.projection and l.generation = o.generation
                                group by o.topic, o.partition
                                """)) {
            while (rows.next()) {
                next.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        topics.assign(next.keySet()); // the client warns of offsets of others
        try {
            return topics.endOffsets(next.keySet()).entrySet().stream()
                    .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
        } catch (TimeoutException e) {
            return false; // the broker is not back yet
        }
    }

    private static long number(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        system.close();
        databases.values().forEach(WireProxy::close);
        broker.close();
    }
}
