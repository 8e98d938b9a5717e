package cn.fupin.backbone.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.ProjectionReader;
import cn.fupin.backbone.store.PositionedEvents;
import cn.fupin.backbone.testing.DoorClient;
import cn.fupin.backbone.testing.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole way of an event to its readers in one running service, seen from outside. */
class ReadSideTest {
    private static final int EVENTS = 200;

    @SuppressWarnings("NullAway.Init")
    private static RunningService service;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        service = RunningService.start(ReadingService.class, "fupin.service=reading");
        for (var n = 0; n < EVENTS; n++) append("stream-" + n % 10, n / 10);
        waitFor(() -> service.bean(PositionedEvents.class).head() >= EVENTS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theFeedGivesPagesInOrderAndSaysWhatIsWrongWithARequest() throws Exception {
        var page = get("/events?after=5&limit=3");
        assertThat(page.headers().firstValue("content-type")).hasValue("application/x-ndjson");
        var positions = page.body().lines().map(line -> FeedLine.parse(line).position()).toList();
        assertThat(positions).containsExactly(6L, 7L, 8L);
        assertThat(get("/events?after=1000000000").body()).isEmpty();
        for (var bad : new String[] {"after=-1", "after=x", "limit=0", "limit=100001"}) {
            var refused = get("/events?" + bad);
            assertThat(refused.statusCode()).as(bad).isEqualTo(400);
            assertThat(refused.headers().firstValue("content-type"))
                    .hasValue("application/problem+json");
            assertThat(refused.body()).contains("\"field\":\"" + bad.split("=")[0] + "\"");
        }
    }

    @Test
    void oneEventIsFoundByItsId() throws Exception {
        var line = FeedLine.parse(get("/events/event-stream-3-7").body());
        assertThat(line.sequence()).isEqualTo(7);
        assertThat(line.payload()).isEqualTo("{ \"n\" : 7, \"名\":\"盐源\" }");
        assertThat(line.message("reading").hasItsDigest()).isTrue();
        assertThat(get("/events/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theClientReadsEverythingThoughConnectionsBreak() throws Exception {
        try (var proxy = new BreakingProxy(URI.create(service.url()).getPort(), 3);
                var client = new HistoryClient(proxy.uri(), "reading", 60)) {
            var messages = client.after(0).limit(EVENTS).toList();
            assertThat(messages.stream().map(Message::position))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, EVENTS).boxed().toList());
            assertThat(messages).allMatch(Message::hasItsDigest);
            assertThat(proxy.broken.get()).isEqualTo(3);
        }
    }

    @Test
    void aParkedKeyIsSeenAndResumedOverHttp() throws Exception {
        waitFor(() -> things() >= EVENTS);
        ReadingService.BROKEN.set(true);
        append("broken", 0);
        waitFor(() -> body("/projections").contains("\"parkedKeys\":1"));
        assertThat(body("/projections")).contains("IllegalStateException: broken");
        assertThat(post("/projections/things/parked/broken/resume").statusCode()).isEqualTo(409);
        ReadingService.BROKEN.set(false);
        var resumed = post("/projections/things/parked/broken/resume");
        assertThat(resumed.statusCode()).isEqualTo(200);
        assertThat(resumed.body()).contains("\"applied\":1");
        assertThat(post("/projections/things/parked/broken/resume").statusCode()).isEqualTo(404);
        assertThat(body("/projections"))
                .contains("\"parkedKeys\":0", "\"topic\":\"fupin.reading\"");
    }

    @Test
    void healthAndMetricsTellHowFarReadersAre() {
        waitFor(() -> things() >= EVENTS);
        assertThat(body("/actuator/health")).contains("\"status\":\"UP\"", "PUBLISHING");
        waitFor(() -> body("/actuator/prometheus").contains("fupin_relay_lag 0.0"));
        assertThat(body("/actuator/prometheus"))
                .contains(
                        "fupin_events_unpositioned 0.0",
                        "fupin_events_positioned_total 20",
                        "fupin_projection_lag{projection=\"things\"}",
                        "fupin_projection_parked_keys{projection=\"things\"}");
    }

    @Test
    void anotherServiceRebuildsFromOurHistoryOverHttp() throws Exception {
        waitFor(() -> body("/projections").contains("\"lag\":0"));
        try (var watching =
                RunningService.start(
                        ReadingService.class,
                        "fupin.service=watching",
                        "fupin.history.reading=" + service.url(),
                        "fupin.projections.drain=0s")) {
            var door = watching.door();
            nobodyOrders(door.with("Fupin-Actor", "Nobody!"));
            nobodyOrders(door.without("Fupin-Actor"));
            assertThat(door.get("/projections/things/rebuild").status()).isEqualTo(404);
            assertThat(door.post("/projections/nothing/rebuild", from("topic")).status())
                    .isEqualTo(404);
            var malformed = door.post("/projections/things/rebuild", from("nowhere"));
            assertThat(malformed.status()).isEqualTo(400);
            assertThat(malformed.field()).isEqualTo("from");
            assertThat(malformed.rule()).isEqualTo("one-of");
            assertThat(door.post("/projections/things/rebuild", from("history")).status())
                    .isEqualTo(202);
            var second = door.post("/projections/things/rebuild", from("topic"));
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.rule()).isEqualTo("rebuild-running");
            assertThat(second.reason()).isEqualTo("REBUILD_RUNNING");
            waitFor(() -> door.get("/projections/things/rebuild").json().path("ended").asBoolean());
            var rebuild = door.get("/projections/things/rebuild").json();
            assertThat(rebuild.path("phase").asString()).as(rebuild.toString()).isEqualTo("DONE");
            assertThat(rebuild.path("digest").path("outcome").asString()).isEqualTo("EQUAL");
            assertThat(rebuild.path("orders").size()).isEqualTo(1);
            assertThat(rebuild.path("orders").path(0).path("act").asString()).isEqualTo("REBUILD");
            assertThat(rebuild.path("orders").path(0).path("actor").asString())
                    .isEqualTo("clerk-1");
            var digest = door.get("/projections/things/digest").json();
            assertThat(digest.path("digest")).isEqualTo(rebuild.path("digest").path("rebuilt"));
            assertThat(digest.path("generation").asInt()).isEqualTo(2);
            var late =
                    door.post("/projections/things/rebuild/switch", Map.of("reason", "too late"));
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.rule()).isEqualTo("not-in-this-phase");
        }
    }

    @Test
    void aHistoryNobodyHasNamedIsRefused() {
        var refused = service.door().post("/projections/things/rebuild", from("history"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("urn:fupin:problem:no-history");
    }

    /** Without a name nothing is begun, and nothing that runs is stopped or let go. */
    private static void nobodyOrders(DoorClient nobody) {
        for (var order : List.of("", "/pause", "/resume", "/cancel", "/switch")) {
            var unnamed = nobody.post("/projections/things/rebuild" + order, from("history"));
            assertThat(unnamed.status()).as(order).isEqualTo(400);
            assertThat(unnamed.field()).as(order).isEqualTo("Fupin-Actor");
            assertThat(unnamed.rule()).as(order).isEqualTo("actor-id");
        }
    }

    private static Map<String, Object> from(String source) {
        return Map.of("from", source);
    }

    private static void append(String stream, long sequence) {
        service.bean(JdbcClient.class)
                .sql(
                        """
                        insert into events (event_id, stream_id, sequence, payload_type, payload_revision, payload, metadata, recorded_text)
                        values (?, ?, ?, 'ThingHappened', '1', ?, ?, '')
                        """)
                .params(
                        "event-" + stream + "-" + sequence,
                        stream,
                        sequence,
                        ("{ \"n\" : " + sequence + ", \"名\":\"盐源\" }")
                                .getBytes(StandardCharsets.UTF_8),
                        "{\"region\":\"513423000000\"}".getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private static long things() {
        return service.bean(ProjectionReader.class)
                .<Long>read(db -> db.sql("select count(*) from thing").query(Long.class).single());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(service.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(service.url() + path))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String body(String path) {
        try {
            return get(path).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitFor(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** Passes requests on, and breaks the first answers off in their middle. */
    private static final class BreakingProxy implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0);
        private final int target;
        private final int breaks;
        private final AtomicInteger broken = new AtomicInteger();

        BreakingProxy(int target, int breaks) throws IOException {
            this.target = target;
            this.breaks = breaks;
            Thread.ofVirtual().start(this::accept);
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort());
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    var client = server.accept();
                    Thread.ofVirtual().start(() -> connect(client));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void connect(Socket client) {
            try (client;
                    var upstream = new Socket("127.0.0.1", target)) {
                Thread.ofVirtual().start(() -> pass(client, upstream));
                answer(upstream.getInputStream(), client);
            } catch (IOException e) {
                // one of them went away
            }
        }

        private static void pass(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // the connection ended
            }
        }

        private void answer(InputStream upstream, Socket client) throws IOException {
            var bytes = new byte[2000];
            for (var n = upstream.read(bytes); n >= 0; n = upstream.read(bytes)) {
                client.getOutputStream().write(bytes, 0, n);
                if (broken.get() < breaks) {
                    broken.incrementAndGet();
                    return;
                }
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
