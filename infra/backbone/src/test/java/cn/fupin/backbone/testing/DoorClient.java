package cn.fupin.backbone.testing;

import cn.fupin.backbone.event.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A client at a service's door, as any other service would be one. */
public final class DoorClient {
    /** An answer: its status, its JSON (missing when there is none), whether it was a replay. */
    public record Reply(int status, JsonNode json, boolean replayed, String text) {
        /** The refusal's reason, or an empty string. */
        public String reason() {
            return json.path("reason").asString("");
        }

        public String field() {
            return json.path("field").asString("");
        }

        public String rule() {
            return json.path("rule").asString("");
        }
    }

    private static final AtomicLong KEYS = new AtomicLong();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String url;
    private final Map<String, String> headers;

    public DoorClient(String url) {
        this(
                url,
                Map.of(
                        "Fupin-Actor",
                        "clerk-1",
                        "Fupin-Role",
                        "township-clerk",
                        "Fupin-Region",
                        "513423000000"));
    }

    private DoorClient(String url, Map<String, String> headers) {
        this.url = url;
        this.headers = headers;
    }

    public String url() {
        return url;
    }

    /** The same door for another person. */
    public DoorClient as(String actor) {
        return new DoorClient(
                url,
                Map.of(
                        "Fupin-Actor",
                        actor,
                        "Fupin-Role",
                        "township-clerk",
                        "Fupin-Region",
                        "513423000000"));
    }

    /** The same door for another person in another role and region. */
    public DoorClient as(String actor, String role, String region) {
        return new DoorClient(
                url, Map.of("Fupin-Actor", actor, "Fupin-Role", role, "Fupin-Region", region));
    }

    /** The same door with one more header. */
    public DoorClient with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new DoorClient(url, more);
    }

    /** The same door without one of these headers. */
    public DoorClient without(String header) {
        var fewer = new TreeMap<>(headers);
        fewer.remove(header);
        return new DoorClient(url, fewer);
    }

    /** A file as the request's body. */
    public Reply upload(String path, String mediaType, byte[] content, String key) {
        return send(
                request(path)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", mediaType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    /** A file, or nothing when the answer is none. */
    public byte[] download(String path) {
        try {
            var response = HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? response.body() : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Posts with a key never used before. */
    public Reply post(String path, Object body) {
        return post(
                path, body, "test-" + ProcessHandle.current().pid() + "-" + KEYS.incrementAndGet());
    }

    public Reply post(String path, Object body, String key) {
        var json = body instanceof String text ? text : EventJson.MAPPER.writeValueAsString(body);
        return send(
                request(path)
                        .header("Idempotency-Key", key)
                        .header(
                                "Content-Type",
                                path.equals("/bulk") ? "application/x-ndjson" : "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        return request;
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    jsonOf(response),
                    response.headers().firstValue("Idempotent-Replay").isPresent(),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode jsonOf(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        return type.contains("json") && !type.contains("ndjson")
                ? EventJson.LENIENT.readTree(response.body())
                : MissingNode.getInstance();
    }
}
