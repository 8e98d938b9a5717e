package cn.fupin.local;

import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on this machine: PostgreSQL, Kafka and the four services, each a process of its
 * own. Stopping goes the other way round, so nothing loses a server it still writes to.
 */
public final class LocalSystem implements AutoCloseable {
    /** What is told while the system comes up and goes down. */
    public interface Listener {
        default void notice(String sentence) {}

        default void ready(Program program, String address, Duration after) {}

        default void stopping() {}

        default void stopped(Program program) {}
    }

    /** The broker's class path where it is not to be that of whoever starts it. */
    public static final String KAFKA_CLASS_PATH = "fupin.kafka.class-path";

    /** At its end a program that is being recorded writes its cache, and that takes a while. */
    private static final Duration RECORDING = Duration.ofSeconds(180);

    /** What becomes of the programs' start-up caches ({@code RecordAotCaches} makes them). */
    public enum Caches {
        /** Those that fit are used. */
        USED,
        /** As if there were none: for a comparison. */
        IGNORED,
        /** Each program writes its own when it is stopped. */
        RECORDED
    }

    private final Settings settings;
    private final Listener listener;
    private final Caches caches;
    private final DirectoryLock lock;
    private final Leftovers leftovers;
    private final Map<Program, ChildProcess> children = new EnumMap<>(Program.class);
    private final CompletableFuture<CannotStart> crash = new CompletableFuture<>();
    private final Map<Program, PostgresServer.Database> databases = new EnumMap<>(Program.class);
    private final List<Instance> others = new ArrayList<>();
    private @Nullable PostgresServer postgres;
    private boolean closed;

    /** Starts everything, silently; what keeps it from starting comes as {@link CannotStart}. */
    public static LocalSystem start(Settings settings) {
        return start(settings, new Listener() {});
    }

    public static LocalSystem start(Settings settings, Listener listener) {
        return start(settings, listener, Caches.USED);
    }

    public static LocalSystem start(Settings settings, Listener listener, Caches caches) {
        var system = new LocalSystem(settings, listener, caches);
        system.start();
        return system;
    }

    /** Takes the data directory and clears what a killed run left; nothing runs yet. */
    static LocalSystem claim(Settings settings, Listener listener) {
        return new LocalSystem(settings, listener, Caches.USED);
    }

    /** As above; its programs write their start-up caches when they are stopped. */
    static LocalSystem recording(Settings settings) {
        return new LocalSystem(settings, new Listener() {}, Caches.RECORDED);
    }

    private LocalSystem(Settings settings, Listener listener, Caches caches) {
        this.settings = settings;
        this.listener = listener;
        this.caches = caches;
        this.lock = DirectoryLock.of(settings.data());
        this.leftovers = new Leftovers(settings.data());
        leftovers.end(listener::notice);
        PostgresServer.stopOrphanIn(postgresDirectory(), listener::notice);
    }

    void start() {
        try {
            startServers();
            Program.SERVICES.forEach(
                    service -> launch(service, environment(service), jar(service)));
            awaitServices();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** PostgreSQL and Kafka, without which nothing else is worth starting. */
    void startServers() {
        try {
            for (Program program : Program.values()) {
                Ports.requireFree(settings.port(program), program.title);
            }
            Program.SERVICES.forEach(this::requireBuilt);
            long begun = System.nanoTime();
            launch(Program.KAFKA, Map.of(), kafka());
            startPostgres(begun);
            awaitKafka(begun);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public Settings settings() {
        return settings;
    }

    /** The address of a service. */
    public URI url(Program service) {
        return settings.url(service);
    }

    public String kafkaBootstrapServers() {
        return "127.0.0.1:" + settings.port(Program.KAFKA);
    }

    public PostgresServer postgres() {
        if (postgres == null) {
            throw new IllegalStateException("PostgreSQL has not been started");
        }
        return postgres;
    }

    /** Whether no service has recorded an event yet. */
    public boolean empty() {
        return Program.SERVICES.stream().noneMatch(this::hasEvents);
    }

    private boolean hasEvents(Program service) {
        try (var connection = postgres().superuser(service.database()).connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select exists (select from events)")) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the events of " + service.title + " cannot be read", e);
        }
    }

    /** Everything that a program has said, errors too. */
    public Path log(Program program) {
        return settings.log(program);
    }

    /** Completes with a sentence when a program ends although nobody asked it to. */
    public CompletableFuture<CannotStart> crash() {
        return crash;
    }

    /** Kills one child as a power cut would; the others stay. */
    public void kill(Program program) {
        child(program).kill();
    }

    /** Starts a killed service, or Kafka, again, and waits until it is healthy. */
    public void restart(Program program) {
        restart(program, Map.of());
    }

    /** As above, with variables that only this start has. */
    public void restart(Program program, Map<String, String> variables) {
        if (program == Program.KAFKA) {
            launch(Program.KAFKA, Map.of(), kafka());
            awaitKafka(System.nanoTime());
            return;
        }
        launchAgain(program, variables);
        awaitService(program, System.nanoTime());
    }

    /** Starts a service without waiting for it: it may have a reason not to be healthy. */
    public void launchAgain(Program service, Map<String, String> variables) {
        var environment = new HashMap<>(environment(service));
        environment.putAll(variables);
        launch(service, environment, jar(service));
    }

    public long pid(Program program) {
        return child(program).pid();
    }

    /** A service stands still, as in a long pause of its machine, until it is resumed. */
    public void suspend(Program service) {
        child(service).suspend();
    }

    public void resume(Program service) {
        child(service).resume();
    }

    /** A second instance of a service beside the first, over the same database. */
    public final class Instance {
        private final ChildProcess process;
        private final URI url;

        private Instance(ChildProcess process, URI url) {
            this.process = process;
            this.url = url;
        }

        public URI url() {
            return url;
        }

        public void suspend() {
            process.suspend();
        }

        public void resume() {
            process.resume();
        }

        public void kill() {
            process.kill();
        }

        public void stop() {
            process.stop();
        }
    }

    /** Starts one more instance of a service on a free port, and waits until it is healthy. */
    public Instance startAnother(Program service) {
        int port = Ports.free();
        var environment = new HashMap<>(environment(service));
        environment.put("SERVER_PORT", Integer.toString(port));
        var instance = launchAnother(service, port, environment);
        awaitHealthy(instance.process, instance.url);
        return instance;
    }

    private synchronized Instance launchAnother(
            Program service, int port, Map<String, String> environment) {
        requireOpen();
        Path log =
                settings.log(service)
                        .resolveSibling("%s-%d.log".formatted(service.title, others.size() + 2));
        var process =
                ChildProcess.java(
                        service.title + " (" + port + ")", log, environment, jar(service));
        leftovers.writeDown(service, process.pid());
        process.crashed().thenAccept(crash::complete);
        var instance = new Instance(process, URI.create("http://127.0.0.1:" + port));
        others.add(instance);
        return instance;
    }

    /** Stops one program and lets it take the time to write its cache. */
    void stopSlowly(Program program) {
        child(program).stop(RECORDING);
        synchronized (this) {
            children.remove(program);
        }
    }

    /** Asks a service for something; what it answers does not matter. */
    void ask(Program service, String path) {
        try (HttpClient client = HttpClient.create(url(service).toURL(), oneConnectionEach())) {
            client.toBlocking().retrieve(path);
        } catch (HttpClientException e) {
            // a service without projections has no such page; a problem is an answer too
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized ChildProcess child(Program program) {
        ChildProcess child = children.get(program);
        if (child == null) {
            throw new IllegalStateException(program.title + " has not been started");
        }
        return child;
    }

    @Override
    public void close() {
        List<Program> running;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running = new ArrayList<>(children.keySet());
        }
        if (!running.isEmpty() || postgres != null) {
            listener.stopping();
        }
        if (caches == Caches.RECORDED) {
            // who is stopped before its turn has nothing worth writing down
            running.forEach(program -> child(program).kill());
        }
        running.remove(Program.KAFKA);
        others.forEach(instance -> instance.process.askToStop());
        running.forEach(service -> child(service).askToStop());
        others.forEach(Instance::stop);
        running.forEach(this::stop);
        if (children.containsKey(Program.KAFKA)) {
            stop(Program.KAFKA);
        }
        if (postgres != null) {
            postgres.close();
            listener.stopped(Program.POSTGRESQL);
        }
        leftovers.forget();
        lock.close();
    }

    private void stop(Program program) {
        child(program).stop();
        listener.stopped(program);
    }

    /** Starts nothing any more once the system is being stopped. */
    private synchronized void launch(
            Program program, Map<String, String> environment, List<String> arguments) {
        requireOpen();
        var child = ChildProcess.java(program.title, settings.log(program), environment, arguments);
        children.put(program, child);
        leftovers.writeDown(program, child.pid());
        child.crashed().thenAccept(crash::complete);
    }

    private synchronized void startPostgres(long begun) {
        requireOpen();
        postgres =
                PostgresServer.in(
                        postgresDirectory(), settings.port(Program.POSTGRESQL), listener::notice);
        Program.SERVICES.forEach(
                service -> databases.put(service, postgres.ensureDatabase(service.database())));
        ready(Program.POSTGRESQL, begun);
    }

    private void requireOpen() {
        if (closed) {
            throw new CannotStart("启动被中断。", "The start was interrupted.");
        }
    }

    private void awaitKafka(long begun) {
        child(Program.KAFKA)
                .awaitReady(() -> Ports.answers(settings.port(Program.KAFKA)), listener::notice);
        Map<String, Object> client = Map.of("bootstrap.servers", kafkaBootstrapServers());
        try (var admin = Admin.create(client)) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException e) {
            throw new CannotStart(
                    "Kafka 没有应答；日志：" + log(Program.KAFKA),
                    "Kafka does not answer; its log is " + log(Program.KAFKA),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
        ready(Program.KAFKA, begun);
    }

    private void awaitServices() {
        long begun = System.nanoTime();
        var waiting =
                Program.SERVICES.stream()
                        .map(s ->
                                CompletableFuture.runAsync(
                                        () -> awaitService(s, begun), Thread::startVirtualThread))
                        .toArray(CompletableFuture<?>[]::new);
        var all = CompletableFuture.allOf(waiting);
        try {
            // the first that crashes ends the wait for all
            CompletableFuture.anyOf(
                            all,
                            crash.thenAccept(sentence -> {
                                throw sentence;
                            }))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CannotStart sentence) {
                throw sentence;
            }
            throw e;
        }
    }

    private void awaitService(Program service, long begun) {
        awaitHealthy(child(service), url(service));
        ready(service, begun);
    }

    private void awaitHealthy(ChildProcess process, URI url) {
        try (HttpClient client = HttpClient.create(url.toURL(), oneConnectionEach())) {
            process.awaitReady(() -> healthy(client), listener::notice);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pool would still hold the connection of a service that is gone. */
    private static DefaultHttpClientConfiguration oneConnectionEach() {
        var configuration = new DefaultHttpClientConfiguration();
        configuration.getConnectionPoolConfiguration().setEnabled(false);
        configuration.setReadTimeout(Duration.ofSeconds(5));
        return configuration;
    }

    private static boolean healthy(HttpClient client) {
        try {
            return client.toBlocking().retrieve("/actuator/health").contains("\"UP\"");
        } catch (HttpClientException e) {
            return false; // not listening yet, or not ready yet
        }
    }

    private void ready(Program program, long begun) {
        String address = "127.0.0.1:" + settings.port(program);
        boolean server = program == Program.POSTGRESQL || program == Program.KAFKA;
        listener.ready(
                program,
                server ? address : "http://" + address,
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private void requireBuilt(Program service) {
        Path jar = settings.home().resolve(service.jar());
        if (!Files.exists(jar)) {
            throw new CannotStart(
                    "还没有构建：缺少 %s；请先运行 mvn package。".formatted(jar),
                    "Not built yet: %s is missing; run mvn package first.".formatted(jar));
        }
    }

    private List<String> kafka() {
        String own = System.getProperty("java.class.path", "");
        String classPath = System.getProperty(KAFKA_CLASS_PATH, own);
        // in a test the class path is another, and a cache is of one class path only
        boolean asBuilt = classPath.equals(AotCache.starter(settings.home()).toString());
        var arguments = new ArrayList<>(asBuilt ? cache(Program.KAFKA) : List.of());
        arguments.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlogback.configurationFile=fupin-local-logback.xml",
                        "-cp",
                        classPath,
                        KafkaBroker.class.getName(),
                        settings.data().resolve("kafka").toString(),
                        Integer.toString(settings.port(Program.KAFKA))));
        if (settings.kafkaDetour() != null) {
            arguments.add(settings.kafkaDetour().toString());
        }
        return arguments;
    }

    private List<String> jar(Program service) {
        var arguments = new ArrayList<>(cache(service));
        arguments.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dstdout.encoding=UTF-8",
                        "-Djava.awt.headless=true",
                        "-Daxoniq.update-checker.disabled=true",
                        "-jar",
                        settings.home().resolve(service.jar()).toString()));
        return arguments;
    }

    private List<String> cache(Program program) {
        var cache = AotCache.of(settings.home(), program);
        return switch (caches) {
            case USED -> cache.use();
            case IGNORED -> List.of();
            case RECORDED -> cache.record();
        };
    }

    private Map<String, String> environment(Program service) {
        PostgresServer.Database database = databases.get(service);
        if (database == null) {
            throw new IllegalStateException(service.title + " has no database yet");
        }
        var environment = new HashMap<>(usualEnvironment(service, database));
        for (Program source : Program.SERVICES) {
            environment.put("FUPIN_HISTORY_" + source.name(), settings.url(source).toString());
        }
        environment.putAll(settings.detours().getOrDefault(service, Map.of()));
        return environment;
    }

    private Map<String, String> usualEnvironment(
            Program service, PostgresServer.Database database) {
        return Map.of(
                "SERVER_PORT", Integer.toString(settings.port(service)),
                "SERVER_ADDRESS", "127.0.0.1",
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.user(),
                "SPRING_DATASOURCE_PASSWORD", database.password(),
                "FUPIN_KAFKA_BOOTSTRAPSERVERS", kafkaBootstrapServers(),
                "FUPIN_VAULT_KEYFILE",
                        service == Program.HOUSEHOLD ? VaultKey.in(settings.data()).toString() : "",
                "FUPIN_FILES_DIRECTORY", settings.data().resolve("files").toString());
    }

    private Path postgresDirectory() {
        return settings.data().resolve("postgres");
    }
}
