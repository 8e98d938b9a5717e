package cn.fupin.acceptance.audit;

import cn.fupin.acceptance.audit.Evidence.Position;
import cn.fupin.acceptance.audit.Evidence.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An event with its position, its bytes read as JSON in our own way. */
record Told(
        String service, StoredEvent event, Position position, JsonNode payload, JsonNode metadata) {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    String region() {
        return metadata.path("region").asString("");
    }

    /** Of what was ordered; whatever has none stands alone. */
    String command() {
        return metadata.path("commandId").asString(event.id());
    }

    /** Those of a store that have a position, in its order. */
    static List<Told> of(Evidence.Store store) {
        Map<Long, StoredEvent> byIndex = new HashMap<>();
        store.events().forEach(e -> byIndex.put(e.globalIndex(), e));
        List<Told> told = new ArrayList<>();
        for (Position position : store.positions()) {
            StoredEvent event = byIndex.get(position.globalIndex());
            if (event != null) {
                told.add(
                        new Told(
                                store.service(),
                                event,
                                position,
                                json(event.payload()),
                                json(event.metadata())));
            }
        }
        return told;
    }

    /** A missing node for bytes that are no JSON object. */
    static JsonNode json(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            return node.isObject() ? node : MissingNode.getInstance();
        } catch (RuntimeException e) { // whatever is wrong with them is a finding, not a failure
            return MissingNode.getInstance();
        }
    }

    static JsonNode json(String text) {
        return json(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
