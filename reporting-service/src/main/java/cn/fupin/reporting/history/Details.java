package cn.fupin.reporting.history;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a form says, each time a part of it: what is left out stays as it was said before. */
final class Details {
    private Details() {}

    /** Of a household, whose groups are replaced as a whole: the payload's {@code details}. */
    static ObjectNode replaced(@Nullable ObjectNode before, JsonNode payload) {
        return merged(before, payload.path("details"));
    }

    static ObjectNode merged(@Nullable JsonNode before, JsonNode said) {
        var all = JsonNodeFactory.instance.objectNode();
        put(before, all);
        put(said, all);
        return all;
    }

    private static void put(@Nullable JsonNode from, ObjectNode all) {
        if (from == null) return;
        from.properties()
                .forEach(field -> {
                    if (!field.getValue().isNull()) all.set(field.getKey(), field.getValue());
                });
    }
}
