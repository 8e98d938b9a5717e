package cn.fupin.backbone.projection;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Parameters;
import cn.fupin.backbone.command.Reads;
import cn.fupin.backbone.event.EventJson;
import java.time.OffsetDateTime;
import org.apache.kafka.common.TopicPartition;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What each projection is doing, and the way back for a parked key. */
final class ProjectionHttp {
    private static final int MOST_PARKED_SHOWN = 100;

    private final ProjectionRunner runner;
    private final RebuildRunner rebuilds;
    private final JdbcClient db;

    ProjectionHttp(ProjectionRunner runner, RebuildRunner rebuilds, JdbcClient db) {
        this.runner = runner;
        this.rebuilds = rebuilds;
        this.db = db;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/projections", request -> json(200, state()))
                .POST("/projections/{name}/parked/{key}/resume", this::resume)
                .before(Parameters::none)
                .onError(Malformed.class, Reads::malformed)
                .build();
    }

    private ServerResponse resume(ServerRequest request) {
        var name = request.pathVariable("name");
        var key = request.pathVariable("key");
        var resumed = runner.resume(name, key);
        if (resumed.isEmpty()) {
            return problem(
                    EventJson.MAPPER
                            .createObjectNode()
                            .put("type", "urn:fupin:problem:not-parked")
                            .put("title", "没有这个搁置的键")
                            .put("detail", "There is no such parked key.")
                            .put("status", 404)
                            .put("rule", "not-parked"));
        }
        var outcome = resumed.get();
        if (outcome.waiting() > 0) {
            return problem(
                    EventJson.MAPPER
                            .createObjectNode()
                            .put("type", "urn:fupin:problem:still-parked")
                            .put("title", "仍有消息无法应用，键继续搁置")
                            .put(
                                    "detail",
                                    "A message still cannot be applied; the key stays parked.")
                            .put("status", 409)
                            .put("rule", "still-parked")
                            .put("applied", outcome.applied())
                            .put("waiting", outcome.waiting())
                            .put("cause", outcome.reason()));
        }
        return json(
                200,
                EventJson.MAPPER
                        .createObjectNode()
                        .put("projection", name)
                        .put("key", key)
                        .put("applied", outcome.applied())
                        .put("waiting", 0));
    }

    private ObjectNode state() {
        var answer = EventJson.MAPPER.createObjectNode();
        var list = answer.putArray("projections");
        for (var name : runner.names()) {
            runner.generation(name).ifPresent(generation -> list.add(state(generation)));
        }
        return answer;
    }

    private ObjectNode state(Generation generation) {
        var name = generation.name();
        var node =
                EventJson.MAPPER
                        .createObjectNode()
                        .put("name", name)
                        .put("generation", generation.number())
                        .put("schema", generation.schema())
                        .put("lag", runner.lag(name));
        runner.conditions(name).forEach(node.putArray("conditions")::add);
        addPartitions(node.putArray("partitions"), generation);
        node.put("parkedKeys", runner.parkedKeys(name));
        addParked(node.putArray("parked"), generation);
        if (runner.tablesHaveChanged(name)) {
            node.put("tables", "表与程序不同，请重建 not the program's any more: rebuild");
        }
        rebuilds.latest(name).ifPresent(rebuild -> node.set("rebuild", RebuildHttp.json(rebuild)));
        return node;
    }

    private void addPartitions(ArrayNode partitions, Generation generation) {
        var lag = runner.lagByPartition(generation.name());
        db.sql(
                        """
                        select topic, partition, next_offset, last_position from projection_offset
                        where projection = ? and generation = ? order by topic, partition
                        """)
                .params(generation.name(), generation.number())
                .query(row -> {
                    var partition = new TopicPartition(row.getString(1), row.getInt(2));
                    partitions
                            .addObject()
                            .put("topic", partition.topic())
                            .put("partition", partition.partition())
                            .put("nextOffset", row.getLong(3))
                            .put("lastPosition", row.getLong(4))
                            .put("lag", lag.get(partition));
                });
    }

    private void addParked(ArrayNode parked, Generation generation) {
        db.sql(
                        """
                        select k.topic, k.key, k.reason, k.since,
                               (select count(*) from parked_message m
                                where (m.projection, m.generation, m.topic, m.key) = (k.projection, k.generation, k.topic, k.key))
                        from parked_key k where k.projection = ? and k.generation = ? order by k.since limit ?
                        """)
                .params(generation.name(), generation.number(), MOST_PARKED_SHOWN)
                .query(row -> {
                    parked.addObject()
                            .put("topic", row.getString(1))
                            .put("key", row.getString(2))
                            .put("reason", row.getString(3))
                            .put("since", since(row.getObject(4, OffsetDateTime.class)))
                            .put("messages", row.getLong(5));
                });
    }

    private static String since(OffsetDateTime time) {
        return time.toInstant().toString();
    }

    private static ServerResponse json(int status, ObjectNode body) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(EventJson.MAPPER.writeValueAsBytes(body));
    }

    private static ServerResponse problem(ObjectNode problem) {
        return ServerResponse.status(problem.get("status").intValue())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(EventJson.MAPPER.writeValueAsBytes(problem));
    }
}
