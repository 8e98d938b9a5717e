package cn.fupin.reporting.testing;

import cn.fupin.backbone.projection.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Four services' events as a test writes them: positions, sequences and instants count by
 * themselves.
 */
public final class Feed {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ENTERED =
            """
            {"commandId":"%s","actorId":"clerk-li","actorRole":"township-clerk","actorRegion":"513423199000"}
            """;

    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();
    private Instant now = START;
    private @Nullable String command;

    /** What is said meanwhile is said by one command. */
    public void atOnce(Runnable saying) {
        command = "at-once-%s".formatted(positions);
        saying.run();
        command = null;
    }

    private byte[] entered(String source, long position) {
        var by = command == null ? "%s-%d".formatted(source, position) : command;
        return ENTERED.formatted(by).getBytes(StandardCharsets.UTF_8);
    }

    /** What is recorded from here on is recorded then. */
    public Feed at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /**
     * @param json the payload, in single quotes for shortness; a region in it is the stream's from
     *     here on
     * @return the message, whose id is {@code <type>-<position>}
     */
    public Message add(String source, String streamId, String type, String json) {
        var payload = (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        if (payload.path("region").isString())
            regions.put(streamId, payload.get("region").asString());
        var position = positions.merge(source, 1L, Long::sum);
        var message =
                new Message(
                        source,
                        type,
                        1,
                        "%s-%s-%d".formatted(source, type, position),
                        streamId,
                        sequences.merge(streamId, 1L, Long::sum) - 1,
                        position,
                        now,
                        regionOf(streamId),
                        "%064x".formatted(position),
                        entered(source, position),
                        JSON.writeValueAsBytes(payload));
        messages.add(message);
        now = now.plusSeconds(1);
        return message;
    }

    public Message household(String streamId, String type, String json) {
        return add("household", streamId, type, json);
    }

    /** Where the stream's events lie. */
    public String regionOf(String streamId) {
        return regions.getOrDefault(streamId, "513423199000");
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    public long position(String source) {
        return positions.getOrDefault(source, 0L);
    }
}
