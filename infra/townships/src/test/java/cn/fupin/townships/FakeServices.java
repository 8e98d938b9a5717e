package cn.fupin.townships;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Four services in one server, which keep keys as the real ones do and otherwise do as they are
 * told.
 */
final class FakeServices implements AutoCloseable {
    static final String ACCEPTED = "{\"status\":200,\"replayed\":false,\"answer\":{}}";
    static final String REPLAYED = "{\"status\":200,\"replayed\":true,\"answer\":{}}";
    static final String LAGS =
            "{\"status\":409,\"replayed\":false,\"problem\":{\"reason\":\"NOT_KNOWN_YET\",\"retryable\":true,\"title\":\"请稍后\",\"detail\":\"later\"}}";
    static final String REFUSED =
            "{\"status\":409,\"replayed\":false,\"problem\":{\"reason\":\"QUOTA_EXCEEDED\",\"retryable\":false,\"title\":\"超过规模\",\"detail\":\"the quota is used up\"}}";

    static String alreadyThere(String reason) {
        return REFUSED.replace("QUOTA_EXCEEDED", reason);
    }

    final Set<String> keys = Collections.synchronizedSet(new HashSet<>());
    final List<String> accepted = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger requests = new AtomicInteger();
    final AtomicInteger answersToLose = new AtomicInteger();
    volatile String history = "";
    volatile Function<String, String> decide = to -> ACCEPTED;

    static {
        // otherwise each answer waits for the acknowledgement of the one before
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;

    FakeServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/bulk", this::bulk);
        server.createContext(
                "/actuator/prometheus",
                e ->
                        answer(
                                e,
                                "text/plain",
                                "fupin_events_unpositioned 0.0\nfupin_relay_lag 0.0\nfupin_projection_lag{projection=\"x\"} 0.0\n"));
        server.createContext("/events", e -> answer(e, "application/x-ndjson", history));
        server.start();
    }

    Services services() {
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Services(base, base, base, base);
    }

    private void bulk(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        var lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var answers = new StringBuilder();
        lines.lines().forEach(line -> answers.append(one(line)).append('\n'));
        if (answersToLose.getAndDecrement() > 0) {
            exchange.close(); // done, but the answer never arrives
        } else {
            answer(exchange, "application/x-ndjson", answers.toString());
        }
    }

    private String one(String line) {
        var json = TownshipFile.JSON.readTree(line);
        String key = json.path("key").asString("");
        if (keys.contains(key)) {
            return REPLAYED;
        }
        String to = json.path("to").asString("");
        String answer = decide.apply(to);
        if (answer.equals(ACCEPTED)) {
            keys.add(key);
            accepted.add(to);
        }
        return answer;
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
