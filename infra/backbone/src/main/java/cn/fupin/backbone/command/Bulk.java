package cn.fupin.backbone.command;

import cn.fupin.backbone.event.EventJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many commands in one request: NDJSON in, one answer a line out, in the same order. Each line is a
 * command of its own with its own key, transaction and answer; lines of one stream keep their
 * order.
 */
public final class Bulk {
    static final int MOST_LINES = 5000;
    static final int MOST_BYTES = 20 << 20;

    /** Lines of one stream go to one lane; lanes run side by side. */
    private static final int LANES = 64;

    private static final Set<String> LINE = Set.of("to", "key", "expectedSequence", "body");

    private record Line(
            int number,
            String key,
            String path,
            Endpoint<?> endpoint,
            Map<String, String> variables,
            @Nullable String expectedSequence,
            ObjectNode body) {}

    private final Door door;
    private final ExecutorService workers;
    private final Routes routes;

    /**
     * @param workers a bounded pool, smaller than the connection pool
     */
    public Bulk(Door door, Routes routes, ExecutorService workers) {
        this.door = door;
        this.workers = workers;
        this.routes = routes;
    }

    /** What would mean every line's, and is each line's own. */
    static void checkHeaders(Map<String, String> headers) {
        if (headers.containsKey("fupin-expected-sequence")) {
            throw new Malformed(
                    ExpectedSequence.HEADER,
                    "of-each-line",
                    "应写在每一行的 expectedSequence 中",
                    "is each line's own: expectedSequence");
        }
    }

    byte[] answer(byte[] ndjson, Map<String, String> headers) {
        var texts = lines(ndjson);
        var answers = new byte[texts.size()][];
        var lanes = new HashMap<Integer, List<Line>>();
        for (var i = 0; i < texts.size(); i++) {
            try {
                var line = read(i, texts.get(i));
                var lane = Math.floorMod(streamOf(line).hashCode(), LANES);
                lanes.computeIfAbsent(lane, k -> new ArrayList<>()).add(line);
            } catch (Malformed malformed) {
                answers[i] = written(null, i + 1, Answer.malformed(malformed));
            }
        }
        var running =
                lanes.values().stream()
                        .map(lane ->
                                CompletableFuture.runAsync(
                                        () -> run(lane, headers, answers), workers))
                        .toList();
        running.forEach(CompletableFuture::join);
        return joined(answers);
    }

    private void run(List<Line> lane, Map<String, String> headers, byte[][] answers) {
        for (var line : lane) {
            var own = new HashMap<>(headers);
            own.put("idempotency-key", line.key());
            if (line.expectedSequence() != null) {
                own.put("fupin-expected-sequence", line.expectedSequence());
            }
            var answer =
                    door.enter(line.endpoint(), line.path(), line.variables(), own, line.body());
            answers[line.number()] = written(line.key(), line.number() + 1, answer);
        }
    }

    private Line read(int number, String text) {
        var json = Binding.parse(text.getBytes(StandardCharsets.UTF_8));
        var to = text(json, "to");
        var key = text(json, "key");
        // what is wrong with a line is answered with its names: no number may come back in them
        PersonalNumbers.refuse(json, Set.of("body"));
        for (var name : json.propertyNames()) {
            if (!LINE.contains(name)) {
                throw new Malformed(name, "unknown-field", "没有这个字段", "is not a known field");
            }
        }
        var body = json.get("body");
        if (!(body instanceof ObjectNode object))
            throw new Malformed("body", "json-object", "应为 JSON 对象", "must be a JSON object");
        var found = routes.find(to);
        // what is told to the caller alone is asked for one by one
        if (found.isPresent() && found.get().endpoint().teller() == null) {
            var command = found.get();
            return new Line(
                    number,
                    key,
                    to,
                    command.endpoint(),
                    command.variables(),
                    expected(json),
                    object);
        }
        throw new Malformed("to", "command-path", "没有这个命令路径", "is not the path of a command");
    }

    /** Of the line's own stream; a header of the whole request would mean every line's. */
    private static @Nullable String expected(ObjectNode json) {
        var said = json.get("expectedSequence");
        if (said == null || said.isNull()) return null;
        var text = said.isNumber() ? said.asString() : "";
        ExpectedSequence.parse(text);
        return text;
    }

    private static String text(ObjectNode json, String field) {
        var value = json.get(field);
        if (value == null || !value.isString())
            throw new Malformed(field, "required", "必填", "is required");
        return value.stringValue();
    }

    private static String streamOf(Line line) {
        return line.variables().values().stream().findFirst().orElse(line.path());
    }

    private static List<String> lines(byte[] ndjson) {
        var lines =
                new String(ndjson, StandardCharsets.UTF_8)
                        .lines()
                        .filter(l -> !l.isBlank())
                        .toList();
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new Malformed(
                    "",
                    "lines-1-" + MOST_LINES,
                    "应有 1 至 %d 行".formatted(MOST_LINES),
                    "must have 1 to %d lines".formatted(MOST_LINES));
        }
        return lines;
    }

    private static byte[] written(@Nullable String key, int number, Answer answer) {
        var json = EventJson.MAPPER.createObjectNode();
        json.put("line", number);
        if (key != null) json.put("key", key);
        json.put("status", answer.status()).put("replayed", answer.replayed());
        json.set(
                answer.isProblem() ? "problem" : "answer",
                EventJson.MAPPER.readTree(answer.json()));
        return EventJson.MAPPER.writeValueAsBytes(json);
    }

    private static byte[] joined(byte[][] answers) {
        var out = new ByteArrayOutputStream();
        for (var answer : answers) {
            out.writeBytes(answer);
            out.write('\n');
        }
        return out.toByteArray();
    }
}
