package cn.fupin.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka, broker and controller in one (KRaft), inside this JVM, in a directory that is kept
 * or in a temporary one. Records are kept for ever; topics are only ever made by their owner.
 */
public final class KafkaBroker implements AutoCloseable {
    private final Path directory;
    private final int port;
    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final boolean discarded;
    private boolean closed;

    /**
     * A second way in: whoever comes to {@code port} is told to go on at {@code advertisedPort},
     * where something listens that passes it on.
     */
    public record Detour(int port, int advertisedPort) {
        static Detour parse(String text) {
            String[] ports = text.split(":", 2);
            return new Detour(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
        }

        @Override
        public String toString() {
            return port + ":" + advertisedPort;
        }
    }

    /** A broker whose records are kept in this directory. Port 0 means any free one. */
    public static KafkaBroker in(Path directory, int port) {
        return new KafkaBroker(directory.toAbsolutePath().normalize(), port, null, false);
    }

    /**
     * A broker for tests: gone, with its records, when it is closed or at the latest with this JVM.
     */
    public static KafkaBroker temporary() {
        var broker = new KafkaBroker(Directories.temporary("kafka"), 0, null, true);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-stop"));
        return broker;
    }

    /**
     * A broker as a process of its own, stopped by SIGTERM: {@code <directory> <port> [<detour's
     * port>:<advertised port>]}.
     */
    public static void main(String[] arguments) {
        var broker =
                new KafkaBroker(
                        Path.of(arguments[0]).toAbsolutePath().normalize(),
                        Integer.parseInt(arguments[1]),
                        arguments.length > 2 ? Detour.parse(arguments[2]) : null,
                        false);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-stop"));
        broker.server.awaitShutdown();
    }

    /** Where everything of it lies. */
    public Path directory() {
        return directory;
    }

    private KafkaBroker(Path directory, int port, @Nullable Detour detour, boolean discarded) {
        this.directory = directory;
        this.port = port == 0 ? Ports.free() : port;
        this.discarded = discarded;
        this.lock = DirectoryLock.of(directory);
        try {
            Ports.requireFree(this.port, "Kafka");
            if (!Files.exists(data().resolve("meta.properties"))) {
                format();
            }
            this.server =
                    new KafkaRaftServer(new KafkaConfig(settings(detour), false), Time.SYSTEM);
            server.startup();
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.shutdown();
        server.awaitShutdown();
        if (discarded) {
            Directories.delete(directory);
        }
        lock.close();
    }

    private Path data() {
        return directory.resolve("data");
    }

    private void format() {
        var formatter = new Formatter();
        formatter
                .setPrintStream(
                        new PrintStream(
                                OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(data().toString()))
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(data().toString());
        try {
            formatter.run();
        } catch (Exception e) { // Kafka declares no narrower one
            throw new IllegalStateException("Kafka's directory could not be formatted", e);
        }
    }

    private Properties settings(@Nullable Detour detour) {
        int controllerPort = Ports.free();
        var settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty(
                "listeners",
                "BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.setProperty("advertised.listeners", "BROKER://127.0.0.1:" + port);
        settings.setProperty(
                "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        if (detour != null) {
            settings.merge(
                    "listeners", ",DETOUR://127.0.0.1:" + detour.port(), KafkaBroker::joined);
            settings.merge(
                    "advertised.listeners",
                    ",DETOUR://127.0.0.1:" + detour.advertisedPort(),
                    KafkaBroker::joined);
            settings.merge(
                    "listener.security.protocol.map", ",DETOUR:PLAINTEXT", KafkaBroker::joined);
            // A killed broker may only come back when its session is over; 9 s are for a cluster.
            settings.setProperty("broker.heartbeat.interval.ms", "500");
            settings.setProperty("broker.session.timeout.ms", "3000");
        }
        settings.setProperty("inter.broker.listener.name", "BROKER");
        settings.setProperty("log.dirs", data().toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("log.retention.ms", "-1");
        settings.setProperty("log.retention.bytes", "-1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        if (discarded) {
            // nobody takes over what it leads, and it can wait for minutes for the leave to go
            settings.setProperty("controlled.shutdown.enable", "false");
            // at its end every partition there ever was is flushed, and a build waits for it
            settings.setProperty("num.recovery.threads.per.data.dir", "16");
        }
        // Bounds for one small machine; the defaults are for a server of its own.
        settings.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        return settings;
    }

    private static Object joined(Object before, Object more) {
        return before.toString() + more;
    }
}
