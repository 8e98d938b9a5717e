package cn.fupin.backbone.projection;

import cn.fupin.backbone.command.Check;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Parameters;
import cn.fupin.backbone.command.PersonalNumbers;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.projection.Rebuild.Source;
import cn.fupin.backbone.projection.RebuildRunner.Answer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders for rebuilds, how they stand, and digests. */
final class RebuildHttp {
    private static final String ACTOR = "Fupin-Actor";
    private static final int MOST_REASON_CHARS = 500;

    private final ProjectionRunner projections;
    private final RebuildRunner rebuilds;

    RebuildHttp(ProjectionRunner projections, RebuildRunner rebuilds) {
        this.projections = projections;
        this.rebuilds = rebuilds;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST("/projections/{name}/rebuild", this::request)
                .GET("/projections/{name}/rebuild", request -> ofLatest(request, this::shown))
                .POST("/projections/{name}/rebuild/pause", order(rebuilds::pause))
                .POST("/projections/{name}/rebuild/resume", order(rebuilds::resume))
                .POST("/projections/{name}/rebuild/cancel", order(rebuilds::cancel))
                .POST("/projections/{name}/rebuild/switch", this::switchAnyway)
                .GET("/projections/{name}/digest", this::digest)
                .before(Parameters::none)
                .onError(Malformed.class, Reads::malformed)
                .build();
    }

    private ServerResponse request(ServerRequest request) throws ServletException, IOException {
        var model = projections.model(request.pathVariable("name"));
        if (model.isEmpty()) return unknown();
        var actor = actor(request);
        if (actor == null) return noActor();
        var from = text(request, "from");
        if (from == null || !from.matches("topic|history")) {
            return malformed("from", "one-of", "topic 或 history", "topic or history");
        }
        var source = from.equals("topic") ? Source.TOPIC : Source.HISTORY;
        return answer(rebuilds.request(model.get(), source, actor), model.get().name());
    }

    private HandlerFunction<ServerResponse> order(BiFunction<Rebuild, String, Answer> order) {
        return request -> {
            var actor = actor(request);
            if (actor == null) return noActor();
            return ofLatest(
                    request, rebuild -> answer(order.apply(rebuild, actor), rebuild.projection()));
        };
    }

    /** Whoever orders is named, as with every command; null if the header names nobody. */
    private static @Nullable String actor(ServerRequest request) {
        var actor = request.headers().firstHeader(ACTOR);
        if (actor == null || PersonalNumbers.in(actor)) return null;
        try {
            Check.actor(ACTOR, actor);
            return actor;
        } catch (Malformed e) {
            return null;
        }
    }

    private static ServerResponse noActor() {
        return malformed(
                ACTOR,
                "actor-id",
                "下达指令者的编号（请求头，小写字母、数字和 . _ @ -）",
                "the id of who orders it (a header; lower-case letters, digits and . _ @ -)");
    }

    private ServerResponse switchAnyway(ServerRequest request)
            throws ServletException, IOException {
        var actor = actor(request);
        if (actor == null) return noActor();
        var reason = text(request, "reason");
        if (reason == null || reason.isBlank() || reason.length() > MOST_REASON_CHARS) {
            return malformed(
                    "reason",
                    "text-1-" + MOST_REASON_CHARS,
                    "1–%d 字的理由".formatted(MOST_REASON_CHARS),
                    "a reason of 1 to %d letters".formatted(MOST_REASON_CHARS));
        }
        if (PersonalNumbers.in(reason)) {
            return malformed(
                    "reason",
                    "personal-number",
                    "不含身份证号、手机号或银行卡号的理由",
                    "a reason without identity, phone or card numbers");
        }
        return ofLatest(
                request,
                rebuild ->
                        answer(
                                rebuilds.switchAnyway(rebuild, reason, actor),
                                rebuild.projection()));
    }

    private ServerResponse digest(ServerRequest request) {
        var generation = projections.generation(request.pathVariable("name"));
        if (generation.isEmpty()) return unknown();
        return json(200, json(generation.get(), rebuilds.digest(generation.get())));
    }

    private ServerResponse ofLatest(
            ServerRequest request, Function<Rebuild, ServerResponse> answer) {
        var name = request.pathVariable("name");
        if (projections.model(name).isEmpty()) return unknown();
        return rebuilds.latest(name)
                .map(answer)
                .orElseGet(() ->
                        problem(
                                404,
                                "no-rebuild",
                                "这个投影还没有重建过",
                                "This projection has never been rebuilt."));
    }

    private ServerResponse shown(Rebuild rebuild) {
        return json(200, told(rebuild));
    }

    private ServerResponse answer(Answer answer, String projection) {
        return switch (answer) {
            case ACCEPTED -> json(202, told(rebuilds.latest(projection).orElseThrow()));
            case RUNNING_ALREADY ->
                    problem(
                            409,
                            "rebuild-running",
                            "这个投影的上一次重建尚未结束",
                            "A rebuild of this projection has not ended yet.");
            case NO_HISTORY ->
                    problem(
                            409,
                            "no-history",
                            "没有设置来源服务的地址（fupin.history.…）",
                            "The addresses of the source services are not set (fupin.history.…).");
            case NOT_NOW ->
                    problem(
                            409,
                            "not-in-this-phase",
                            "重建在当前阶段不接受这个要求",
                            "The rebuild does not take this order in its present phase.");
        };
    }

    /** How a rebuild stands, and who told it what. */
    private ObjectNode told(Rebuild rebuild) {
        var json = json(rebuild);
        var orders = json.putArray("orders");
        rebuilds.orders(rebuild)
                .forEach(order ->
                        orders.addObject()
                                .put("act", order.act())
                                .put("actor", order.actor())
                                .put("at", order.at().toString()));
        return json;
    }

    /** How a rebuild stands. */
    static ObjectNode json(Rebuild rebuild) {
        var json =
                EventJson.MAPPER
                        .createObjectNode()
                        .put("projection", rebuild.projection())
                        .put("id", rebuild.schema())
                        .put("generation", rebuild.generation())
                        .put("from", rebuild.source().name().toLowerCase(Locale.ROOT))
                        .put("phase", rebuild.phase().name())
                        .put("ended", rebuild.phase().ended())
                        .put("paused", rebuild.paused() && !rebuild.phase().ended())
                        .put("done", rebuild.done())
                        .put("total", rebuild.total())
                        .put("perSecond", Math.round(rebuild.perSecond()))
                        .put("requestedAt", rebuild.requestedAt().toString())
                        .put("phaseSince", rebuild.phaseSince().toString());
        if (rebuild.etaSeconds() != null) json.put("etaSeconds", rebuild.etaSeconds());
        if (rebuild.endedAt() != null) json.put("endedAt", rebuild.endedAt().toString());
        if (rebuild.trouble() != null) json.put("trouble", rebuild.trouble());
        if (rebuild.comparison() != null) json.set("digest", rebuild.comparison());
        if (rebuild.switchReason() != null) json.put("switchReason", rebuild.switchReason());
        return json;
    }

    private static ObjectNode json(Generation generation, Digest digest) {
        var json =
                EventJson.MAPPER
                        .createObjectNode()
                        .put("projection", generation.name())
                        .put("generation", generation.number())
                        .put("digest", digest.hex());
        var tables = json.putArray("tables");
        digest.tables()
                .forEach((name, table) ->
                        tables.addObject()
                                .put("table", name)
                                .put("rows", table.rows())
                                .put("sum", table.sum()));
        var vector = json.putArray("offsets");
        digest.vector().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_NAME))
                .forEach(each ->
                        vector.addObject()
                                .put("topic", each.getKey().topic())
                                .put("partition", each.getKey().partition())
                                .put("nextOffset", each.getValue().nextOffset())
                                .put("lastPosition", each.getValue().lastPosition()));
        json.put("parkedKeys", digest.parked().size());
        Comparison.keys(json.putArray("parked"), digest.parked().stream());
        return json;
    }

    private static final Comparator<TopicPartition> BY_NAME =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    /** A member of the body that is a text; null if there is none. */
    private static @Nullable String text(ServerRequest request, String name)
            throws ServletException, IOException {
        try {
            JsonNode body = EventJson.MAPPER.readTree(request.body(byte[].class));
            var value = body.path(name);
            return value.isString() ? value.asString() : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static ServerResponse unknown() {
        return problem(404, "unknown-projection", "没有这个投影", "There is no such projection.");
    }

    private static ServerResponse malformed(String field, String rule, String zh, String en) {
        return send(
                400,
                problemBody(
                                400,
                                "malformed",
                                "字段 %s 应为%s".formatted(field, zh),
                                "%s must be %s.".formatted(field, en))
                        .put("field", field)
                        .put("rule", rule));
    }

    /** Refused by a rule, or not there: by a name a program can read. */
    private static ServerResponse problem(int status, String type, String zh, String en) {
        var problem = problemBody(status, type, zh, en).put("rule", type);
        if (status == 409) problem.put("reason", type.replace('-', '_').toUpperCase(Locale.ROOT));
        return send(status, problem);
    }

    private static ObjectNode problemBody(int status, String type, String zh, String en) {
        return EventJson.MAPPER
                .createObjectNode()
                .put("type", "urn:fupin:problem:" + type)
                .put("title", zh)
                .put("detail", en)
                .put("status", status);
    }

    private static ServerResponse send(int status, ObjectNode problem) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(EventJson.MAPPER.writeValueAsBytes(problem));
    }

    private static ServerResponse json(int status, ObjectNode body) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(EventJson.MAPPER.writeValueAsBytes(body));
    }
}
