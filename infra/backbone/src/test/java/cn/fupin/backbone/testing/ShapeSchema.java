package cn.fupin.backbone.testing;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.EventTypes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of an event record, and what makes two schemas incompatible. */
final class ShapeSchema {
    private ShapeSchema() {}

    static ObjectNode of(EventTypes.Shape shape, String service) {
        var schema = EventJson.MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:" + shape.cloudEventType(service).replace('.', ':'));
        schema.put("title", shape.name());
        schema.setAll(ofRecord(shape.record()));
        return schema;
    }

    private static ObjectNode ofRecord(Class<?> record) {
        var schema = EventJson.MAPPER.createObjectNode().put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var component : record.getRecordComponents()) {
            properties.set(component.getName(), ofType(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        return schema;
    }

    private static ObjectNode ofType(Type type) {
        var schema = EventJson.MAPPER.createObjectNode();
        if (type instanceof ParameterizedType list) {
            schema.put("type", "array").set("items", ofType(list.getActualTypeArguments()[0]));
            return schema;
        }
        var c = (Class<?>) type;
        if (c.isRecord()) return ofRecord(c);
        if (c.isEnum()) {
            var values = schema.put("type", "string").putArray("enum");
            Arrays.stream(c.getEnumConstants()).forEach(v -> values.add(v.toString()));
            return schema;
        }
        if (c == LocalDate.class) return schema.put("type", "string").put("format", "date");
        if (c == Instant.class) return schema.put("type", "string").put("format", "date-time");
        if (c == String.class) return schema.put("type", "string");
        if (c == boolean.class || c == Boolean.class) return schema.put("type", "boolean");
        if (c == BigDecimal.class) return schema.put("type", "number");
        if (c == long.class || c == int.class || c == Long.class || c == Integer.class) {
            return schema.put("type", "integer");
        }
        throw new IllegalArgumentException(
                "no JSON shape for " + type + ": events hold primitives and small records");
    }

    /**
     * Empty when everything written by {@code stored} can be read by {@code today} and the other
     * way round.
     */
    static List<String> incompatibilities(JsonNode stored, JsonNode today) {
        var found = new ArrayList<String>();
        compare("", stored, today, found);
        return found;
    }

    private static void compare(String path, JsonNode stored, JsonNode today, List<String> found) {
        if (!stored.path("type").equals(today.path("type"))) found.add(path + ": type changed");
        // a list of values that is open from now on may still have each of them
        if (today.has("enum")
                && !strings(today.path("enum")).containsAll(strings(stored.path("enum"))))
            found.add(path + ": a value is gone");
        if (stored.has("items"))
            compare(path + "[]", stored.get("items"), today.path("items"), found);
        var before = strings(stored.path("required"));
        var after = strings(today.path("required"));
        if (!before.equals(after))
            found.add(path + ": required fields changed from " + before + " to " + after);
        for (var property : stored.path("properties").properties()) {
            var name = path + "." + property.getKey();
            var now = today.path("properties").get(property.getKey());
            if (now == null) found.add(name + ": is gone");
            else compare(name, property.getValue(), now, found);
        }
    }

    private static Set<String> strings(JsonNode array) {
        var strings = new HashSet<String>();
        array.forEach(v -> strings.add(v.asString()));
        return strings;
    }
}
