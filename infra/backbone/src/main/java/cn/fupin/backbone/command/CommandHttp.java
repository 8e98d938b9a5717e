package cn.fupin.backbone.command;

import static org.springframework.web.servlet.function.RequestPredicates.POST;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.store.StoreGate;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Serves each declared command at its own path, the bulk endpoint, and the list of commands. */
public final class CommandHttp {
    /** A household of thirty members with every field filled is far below this. */
    private static final int MOST_BODY_BYTES = 1 << 20;

    /** Whoever sends a byte now and then must not keep others waiting. */
    private static final Duration LONGEST_READING = Duration.ofSeconds(60);

    private final Door door;
    private final List<Endpoint<?>> endpoints;
    private final Bulk bulk;
    private final StoreGate gate;
    private final Reads reads;
    private final DeniedAttempts attempts;

    public CommandHttp(
            Door door,
            List<Endpoint<?>> endpoints,
            Bulk bulk,
            StoreGate gate,
            Reads reads,
            DeniedAttempts attempts) {
        this.door = door;
        this.endpoints = endpoints;
        this.bulk = bulk;
        this.gate = gate;
        this.reads = reads;
        this.attempts = attempts;
    }

    public RouterFunction<ServerResponse> routes() {
        var routes = RouterFunctions.route();
        for (var endpoint : endpoints) {
            routes.route(POST(endpoint.path()), request -> enter(endpoint, request));
        }
        routes.POST("/bulk", request -> bulk(request));
        routes.GET(
                "/commands",
                request -> {
                    Parameters.none(request);
                    return json(200, catalogue());
                });
        routes.onError(Malformed.class, Reads::malformed);
        routes.GET(
                "/denied-attempts",
                request ->
                        reads.of(
                                request,
                                "access.denied-attempts",
                                entry -> denied(request),
                                "after"));
        routes.filter((request, next) -> {
            var closed = gate.why();
            return closed == null || request.method() == HttpMethod.GET
                    ? next.handle(request)
                    : respond(Answer.closed(closed));
        });
        return routes.build();
    }

    private ServerResponse enter(Endpoint<?> endpoint, ServerRequest request) throws IOException {
        return respond(answer(endpoint, request));
    }

    private Answer answer(Endpoint<?> endpoint, ServerRequest request) throws IOException {
        try {
            Parameters.check(request);
            var body = Binding.parse(read(request, MOST_BODY_BYTES));
            return door.enter(
                    endpoint,
                    request.path(),
                    request.pathVariables(),
                    headersOf(request.servletRequest()),
                    body);
        } catch (Malformed malformed) {
            return Answer.malformed(malformed);
        }
    }

    private ServerResponse denied(ServerRequest request) {
        var after = request.param("after").orElse("0");
        return json(200, attempts.after(Check.whole("after", after, 0, Long.MAX_VALUE / 2)));
    }

    private ServerResponse bulk(ServerRequest request) throws IOException {
        try {
            Parameters.check(request);
            var headers = headersOf(request.servletRequest());
            Bulk.checkHeaders(headers);
            var answered = bulk.answer(read(request, Bulk.MOST_BYTES), headers);
            return ServerResponse.ok().contentType(MediaType.APPLICATION_NDJSON).body(answered);
        } catch (Malformed malformed) {
            return respond(Answer.malformed(malformed));
        }
    }

    /** Into no more memory than came, and never twice what was announced. */
    static byte[] read(ServerRequest request, int most) throws IOException {
        var in = request.servletRequest().getInputStream();
        var announced = request.servletRequest().getContentLength();
        var until = System.nanoTime() + LONGEST_READING.toNanos();
        var body = new byte[Math.min(64 << 10, most)];
        var size = 0;
        while (true) {
            if (size < body.length) {
                var read = in.read(body, size, body.length - size);
                if (read < 0) return Arrays.copyOf(body, size);
                size += read;
            } else {
                var one = in.read();
                if (one < 0) return body;
                if (size == most) throw tooLong(most);
                var doubled = 2 * size;
                var enough = announced > size ? Math.min(announced, doubled) : doubled;
                body = Arrays.copyOf(body, Math.min(most, enough));
                body[size++] = (byte) one;
            }
            if (System.nanoTime() > until) {
                throw new Malformed("", "too-slow", "内容传得太慢", "came too slowly");
            }
        }
    }

    private static Malformed tooLong(int most) {
        return new Malformed(
                "",
                "max-bytes-" + most,
                "内容不得超过 %d 字节".formatted(most),
                "must not exceed %d bytes".formatted(most));
    }

    static Map<String, String> headersOf(HttpServletRequest request) {
        Parameters.checkHeaders(request);
        var headers = new HashMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }

    static ServerResponse respond(Answer answer) {
        var type =
                answer.isProblem()
                        ? MediaType.APPLICATION_PROBLEM_JSON
                        : MediaType.APPLICATION_JSON;
        var response =
                ServerResponse.status(answer.status())
                        .contentType(type)
                        .header("Cache-Control", "no-store");
        if (answer.replayed()) response.header("Idempotent-Replay", "true");
        return response.body(answer.json());
    }

    private static ServerResponse json(int status, byte[] json) {
        return ServerResponse.status(status).contentType(MediaType.APPLICATION_JSON).body(json);
    }

    /** Every command with its path, permission, region rule and what its body is made of. */
    private byte[] catalogue() {
        var list = EventJson.MAPPER.createArrayNode();
        for (var endpoint : endpoints) {
            var needs = endpoint.command().getAnnotation(Needs.class);
            list.addObject()
                    .put("command", endpoint.command().getSimpleName())
                    .put("method", "POST")
                    .put("path", endpoint.path())
                    .put("permission", needs.permission())
                    .put("region", needs.region().name())
                    .set("fields", RequestShape.of(endpoint.request(), endpoint.given()));
        }
        return EventJson.MAPPER.writeValueAsBytes(list);
    }
}
