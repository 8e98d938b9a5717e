package cn.fupin.backbone.feed;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Parameters;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.store.PositionedEvents;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * The service's history in position order, so that a rebuild or an audit never depends on what
 * Kafka still has. Whoever reads goes on from the last position received.
 */
final class HistoryHttp {
    private static final int USUAL_LIMIT = 1000;
    private static final int HIGHEST_LIMIT = 100_000;

    /** Events in memory at once. */
    private static final int PAGE = 500;

    /** Tells on each page the highest position there is. */
    static final String HEAD = "Fupin-Head";

    private final PositionedEvents events;

    HistoryHttp(PositionedEvents events) {
        this.events = events;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/events", this::page)
                .GET("/events/{id}", this::one)
                .onError(Malformed.class, Reads::malformed)
                .build();
    }

    private ServerResponse page(ServerRequest request) {
        Parameters.check(request, "after", "limit");
        var after = number(request, "after", 0, 0, Long.MAX_VALUE / 2);
        if (after == null) return badNumber("after", "0…");
        var limit = number(request, "limit", USUAL_LIMIT, 1, HIGHEST_LIMIT);
        if (limit == null) return badNumber("limit", "1…" + HIGHEST_LIMIT);
        return ServerResponse.ok()
                .header(HEAD, Long.toString(events.head()))
                .contentType(MediaType.APPLICATION_NDJSON)
                .build((http, response) -> {
                    write(after, limit, response.getOutputStream());
                    return null;
                });
    }

    /** No transaction stays open for a slow reader: each page is a query of its own. */
    private void write(long after, long limit, OutputStream out) throws IOException {
        var last = after;
        var left = limit;
        while (left > 0) {
            var page = events.after(last, (int) Math.min(left, PAGE));
            if (page.isEmpty()) return;
            for (var event : page) {
                out.write(FeedLine.of(event).json());
                out.write('\n');
            }
            out.flush();
            last = page.getLast().position();
            left -= page.size();
        }
    }

    private ServerResponse one(ServerRequest request) {
        Parameters.check(request);
        var event = events.withId(request.pathVariable("id"));
        if (event.isEmpty()) {
            return problem(
                    404,
                    EventJson.MAPPER
                            .createObjectNode()
                            .put("type", "urn:fupin:problem:unknown-id")
                            .put("title", "没有这个编号的事件")
                            .put("detail", "There is no event with this id.")
                            .put("status", 404)
                            .put("field", "id"));
        }
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(FeedLine.of(event.get()).json());
    }

    private static @Nullable Long number(
            ServerRequest request, String name, long usual, long least, long most) {
        var text = request.param(name);
        if (text.isEmpty()) return usual;
        if (!text.get().matches("\\d{1,18}")) return null;
        var number = Long.parseLong(text.get());
        return number < least || number > most ? null : number;
    }

    private static ServerResponse badNumber(String field, String range) {
        return problem(
                400,
                EventJson.MAPPER
                        .createObjectNode()
                        .put("type", "urn:fupin:problem:malformed")
                        .put("title", "参数 %s 应为整数 %s".formatted(field, range))
                        .put("detail", "%s must be a whole number, %s.".formatted(field, range))
                        .put("status", 400)
                        .put("field", field)
                        .put("rule", "range"));
    }

    private static ServerResponse problem(int status, ObjectNode problem) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(EventJson.MAPPER.writeValueAsBytes(problem));
    }
}
