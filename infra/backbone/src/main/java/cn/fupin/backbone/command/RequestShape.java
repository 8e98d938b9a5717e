package cn.fupin.backbone.command;

import cn.fupin.backbone.event.EventJson;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request's body looks like, in the words of JSON: each field with its type, the values it
 * may have, what is within it, and whether it may be left out. It follows from the records as
 * {@link Binding} reads them.
 */
final class RequestShape {
    private RequestShape() {}

    /**
     * @param given what the door and the path put in, so that nobody sends it
     */
    static ObjectNode of(Class<?> record, Set<String> given) {
        var fields = EventJson.MAPPER.createObjectNode();
        for (var component : record.getRecordComponents()) {
            if (given.contains(component.getName())) continue;
            var shape = of(component.getGenericType());
            if (mayBeLeftOut(component)) shape.put("optional", true);
            fields.set(component.getName(), shape);
        }
        return fields;
    }

    static boolean mayBeLeftOut(RecordComponent component) {
        return component.getName().equals("assumed")
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode of(Type type) {
        var shape = EventJson.MAPPER.createObjectNode();
        if (type instanceof ParameterizedType list && isList(list)) {
            shape.put("type", "list").set("of", of(list.getActualTypeArguments()[0]));
        } else if (type instanceof Class<?> c && c.isEnum()) {
            var values = shape.put("type", "text").putArray("values");
            Arrays.stream(c.getEnumConstants()).map(Object::toString).forEach(values::add);
        } else if (type instanceof Class<?> c && c.isRecord()) {
            shape.put("type", "object").set("fields", of(c, Set.of()));
        } else {
            shape.put("type", plain(type));
        }
        return shape;
    }

    private static boolean isList(ParameterizedType type) {
        return type.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw);
    }

    private static String plain(Type type) {
        if (type == String.class) return "text";
        if (type == LocalDate.class) return "date";
        if (type == Instant.class) return "moment";
        if (type == boolean.class || type == Boolean.class) return "boolean";
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return "number";
        }
        if (type == JsonNode.class || type == ObjectNode.class) return "object";
        throw new IllegalStateException("no JSON is known for " + type);
    }
}
