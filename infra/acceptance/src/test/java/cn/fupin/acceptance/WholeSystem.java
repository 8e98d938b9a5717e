package cn.fupin.acceptance;

import cn.fupin.acceptance.audit.Evidence;
import cn.fupin.acceptance.faults.Clients;
import cn.fupin.acceptance.faults.Lives;
import cn.fupin.acceptance.faults.Small;
import cn.fupin.acceptance.faults.Watched;
import cn.fupin.local.LocalSystem;
import cn.fupin.local.Program;
import cn.fupin.local.Settings;
import cn.fupin.townships.FigureTable;
import cn.fupin.townships.Loader;
import cn.fupin.townships.Loader.Loaded;
import cn.fupin.townships.Progress;
import cn.fupin.townships.Services;
import cn.fupin.townships.Township;
import cn.fupin.townships.TownshipFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * PostgreSQL, Kafka and the four services, each a process, with the five townships that ship and a
 * variant of one of them loaded, each once: started once for all test classes. While the variant is
 * loaded, household-service is killed and started again.
 */
public final class WholeSystem implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path DATA = Path.of("target", "system").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<String> LAST_PHASES =
            Set.of("DRAINING", "DONE", "DIFFERS", "FAILED", "CANCELLED");

    /** Somewhere in the middle of the township's households. */
    private static final long COMMANDS_BEFORE_THE_KILL = 1500;

    final Township sample = Variants.asTheTextSays();
    final Township explained = Variants.asWouldExplainTheText();
    final List<Township> others =
            TownshipFile.SHIPPED.stream()
                    .filter(name -> !name.equals(sample.id()))
                    .map(TownshipFile::resource)
                    .toList();
    final List<Loaded> firstLoads;

    private final LocalSystem system;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, FigureTable> tables = new ConcurrentHashMap<>();
    private @Nullable Evidence evidence;

    private WholeSystem() {
        delete(DATA);
        Path home = Path.of("..", "..").toAbsolutePath().normalize();
        system = LocalSystem.start(Settings.onFreePorts(home, DATA));
        try {
            Loaded first = load(sample, Progress.silent());
            var killing = new KillInTheMiddle();
            load(explained, killing);
            killing.restarted.join();
            rebuild("register", "topic");
            rebuild("history", "history");
            Loaded rest = Loader.load(others, services(), Progress.silent());
            firstLoads = List.of(first, rest);
            awaitRebuilt("register");
            awaitRebuilt("history");
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** Kills household-service without a word, as a power cut would, and starts it again. */
    private final class KillInTheMiddle implements Progress {
        final CompletableFuture<Void> restarted = new CompletableFuture<>();
        private final AtomicBoolean begun = new AtomicBoolean();

        @Override
        public void at(Step step) {
            if (step.done() >= COMMANDS_BEFORE_THE_KILL && begun.compareAndSet(false, true)) {
                system.kill(Program.HOUSEHOLD);
                CompletableFuture.runAsync(() -> system.restart(Program.HOUSEHOLD))
                        .whenComplete((done, failure) -> {
                            if (failure == null) {
                                restarted.complete(done);
                            } else {
                                restarted.completeExceptionally(failure);
                            }
                        });
            }
        }
    }

    /** One of the five that ship, by its id. */
    Township shipped(String id) {
        return Stream.concat(Stream.of(sample), others.stream())
                .filter(township -> township.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Loaded load(Township township, Progress progress) {
        return Loader.load(township, services(), progress);
    }

    /** Read once: when it can be asked for, nothing changes any more that it is about. */
    FigureTable table(Township township) {
        return tables.computeIfAbsent(township.id(), id -> FigureTable.of(township, services()));
    }

    Services services() {
        return new Services(
                system.url(Program.HOUSEHOLD),
                system.url(Program.PROJECT),
                system.url(Program.FUNDING),
                system.url(Program.REPORTING));
    }

    public LocalSystem servers() {
        return system;
    }

    /**
     * What lies in all stores, topics and projections, read once, after some more lives whose
     * clients have kept what they were told.
     */
    public synchronized Evidence evidence() {
        if (evidence == null) {
            try (var clients = new Clients(Watched.addresses(system), Lives.county())) {
                var lives = new Lives(clients, "audit", 1);
                lives.prepare();
                lives.everyKind(4);
                lives.live(10, 4);
                Watched.settle(system);
                evidence = Watched.evidence(system).read().withAnswered(clients.journal());
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
        return evidence;
    }

    Path data() {
        return DATA;
    }

    /** Orders a rebuild beside the live projection. */
    void rebuild(String projection, String from) {
        var request =
                HttpRequest.newBuilder(services().reporting().resolve(ofRebuild(projection)))
                        .header("Fupin-Actor", "acceptance")
                        .header("Fupin-Role", "operator")
                        .header("Fupin-Region", "000000000000")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"from\":\"" + from + "\"}"))
                        .build();
        var answer = send(request);
        if (answer.statusCode() != 202) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    /**
     * The latest rebuild as soon as its rows are the live ones, or as soon as it goes no further.
     */
    JsonNode awaitRebuilt(String projection) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var rebuild = report(ofRebuild(projection));
            if (LAST_PHASES.contains(rebuild.path("phase").asString())) {
                return rebuild;
            }
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("not rebuilt: " + rebuild);
            }
            pause();
        }
    }

    private static String ofRebuild(String projection) {
        return "/projections/" + projection + "/rebuild";
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What reporting answers; the status must be 200. */
    JsonNode report(String path) {
        return JSON.readTree(get(services().reporting(), path));
    }

    String get(URI service, String path) {
        var response = send(HttpRequest.newBuilder(service.resolve(path)).build());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** What reporting-service answers, and where that is a sheet, the parts it is packed of. */
    List<byte[]> shown(String path) throws IOException {
        var request = HttpRequest.newBuilder(services().reporting().resolve(path)).build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + ": " + response.statusCode());
            }
            var body = response.body();
            if (body[0] != 'P' || body[1] != 'K') return List.of(body);
            var parts = new ArrayList<byte[]>();
            try (var packed = new ZipInputStream(new ByteArrayInputStream(body))) {
                while (packed.getNextEntry() != null) parts.add(packed.readAllBytes());
            }
            return parts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(request.uri().toString(), e);
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new AssertionError("cannot clear " + directory, e);
        }
    }

    @Override
    public void close() {
        http.close();
        system.close();
    }

    /** Hands the one system to every test class; it is stopped when all tests are over. */
    public static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == WholeSystem.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Small.end(context);
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(WholeSystem.class, key -> new WholeSystem());
        }
    }
}
