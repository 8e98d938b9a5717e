package cn.fupin.backbone.command;

import cn.fupin.backbone.event.EventJson;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parses a body into its record, or says which field breaks which rule. What is required follows
 * from the record itself: every component that is not {@code @Nullable}.
 */
final class Binding {
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_DIGITS = 30;

    private Binding() {}

    static ObjectNode parse(byte[] body) {
        try {
            return asObject(EventJson.MAPPER.readTree(body));
        } catch (StreamReadException e) {
            if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate ")) throw twice(e);
            var at = e.getLocation();
            throw new Malformed(
                    "",
                    "json",
                    "不是合法的 JSON(第 %d 行第 %d 列)".formatted(at.getLineNr(), at.getColumnNr()),
                    "not valid JSON (line %d, column %d)"
                            .formatted(at.getLineNr(), at.getColumnNr()));
        } catch (StreamConstraintsException e) {
            throw tooMuch(e, body);
        } catch (JacksonIOException e) {
            throw new Malformed("", "utf-8", "应为 UTF-8 编码的 JSON", "must be JSON in UTF-8");
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** Which of the two is meant, nobody can say. */
    private static Malformed twice(StreamReadException e) {
        var field =
                e.processor() instanceof JsonParser parser
                        ? namedBy(parser.streamReadContext().pathAsPointer())
                        : "";
        return new Malformed(
                PersonalNumbers.in(field) ? "" : field,
                "once",
                "同一字段填了两次",
                "is a field that is there twice");
    }

    /** {@code members[1].name}, as other refusals call it. */
    private static String namedBy(JsonPointer pointer) {
        var text = new StringBuilder();
        for (var at = pointer; at != null && !at.matches(); at = at.tail()) {
            if (at.mayMatchElement()) {
                text.append('[').append(at.getMatchingIndex()).append(']');
            } else {
                if (!text.isEmpty()) text.append('.');
                text.append(at.getMatchingProperty());
            }
        }
        return text.toString();
    }

    /** More than is read of anybody; what it was stands in the parser's words alone. */
    private static Malformed tooMuch(StreamConstraintsException e, byte[] body) {
        var most = EventJson.MOST_DEPTH;
        if (!String.valueOf(e.getMessage()).contains("getMaxNestingDepth")) {
            return new Malformed(
                    "",
                    "json-too-long",
                    "JSON 中有过长的数字、名称或文字",
                    "has a number, name or text that is too long");
        }
        var at = placeOfTooDeep(body);
        return new Malformed(
                "",
                "max-depth-" + most,
                "JSON 嵌套超过 %d 层(第 %d 行第 %d 列)".formatted(most, at.getLineNr(), at.getColumnNr()),
                "is nested deeper than %d levels (line %d, column %d)"
                        .formatted(most, at.getLineNr(), at.getColumnNr()));
    }

    /** The exception does not say it; who reads token by token is stopped at the same place. */
    private static TokenStreamLocation placeOfTooDeep(byte[] body) {
        try (var parser = EventJson.MAPPER.createParser(body)) {
            try {
                while (parser.nextToken() != null) parser.currentToken();
            } catch (StreamConstraintsException _) {
                // here
            }
            return parser.currentLocation();
        }
    }

    static ObjectNode asObject(@Nullable JsonNode node) {
        if (node instanceof ObjectNode object) return object;
        throw new Malformed("", "json-object", "应为 JSON 对象", "must be a JSON object");
    }

    /**
     * @param given what the door puts in: path variables, {@code receivedAt}, {@code enteredBy}
     */
    static <R> R bind(ObjectNode body, Class<R> request, Map<String, String> given) {
        var names =
                Arrays.stream(request.getRecordComponents()).map(RecordComponent::getName).toList();
        given.forEach((name, value) -> {
            var said = body.get(name);
            if (said != null && !said.asString("").equals(value)) {
                throw new Malformed(
                        name,
                        "given-by-the-door",
                        "由系统给定,不得另填",
                        "is given by the door and must not be sent");
            }
            if (names.contains(name)) body.put(name, value);
            else body.remove(name);
        });
        requireAll(request, body, "");
        try {
            return EventJson.MAPPER.treeToValue(body, request);
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private static void requireAll(Class<?> record, ObjectNode node, String path) {
        for (var component : record.getRecordComponents()) {
            var name = component.getName();
            var field = path.isEmpty() ? name : path + "." + name;
            // what the source text does not state is marked; unmarked means stated
            if (name.equals("assumed") && !node.has(name)) node.put(name, false);
            var value = node.get(name);
            if (value == null || value.isNull()) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new Malformed(field, "required", "必填", "is required");
                }
            } else {
                requireInside(component.getGenericType(), value, field);
            }
        }
    }

    private static void requireInside(Type type, JsonNode value, String field) {
        if (type == LocalDate.class && !isDate(value)) throw notADate(field);
        if (type instanceof Class<?> c && c.isRecord() && value instanceof ObjectNode object) {
            requireAll(c, object, field);
        } else if (type instanceof ParameterizedType list && value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                var at = field + "[" + i + "]";
                if (value.get(i).isNull()) throw new Malformed(at, "required", "必填", "is required");
                requireInside(list.getActualTypeArguments()[0], value.get(i), at);
            }
        }
    }

    /** Written as a day, and a day this register can speak of. */
    private static boolean isDate(JsonNode value) {
        return value.isString() && isDate(value.stringValue());
    }

    static boolean isDate(String text) {
        if (!ISO_DAY.matcher(text).matches()) return false;
        var year = Integer.parseInt(text.substring(0, 4));
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    static Malformed notADate(String field) {
        return new Malformed(
                field,
                "date",
                "应为 %d 至 %d 年间的 yyyy-MM-dd 日期".formatted(FIRST_YEAR, LAST_YEAR),
                "must be a date yyyy-MM-dd from %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
    }

    /** What could be read here and not be written out or read back later, in names as in values. */
    static void refuseUnstorable(JsonNode node, String field) {
        if (node.isObject()) {
            for (var property : node.properties()) {
                Check.storable(field, property.getKey());
                refuseUnstorable(
                        property.getValue(),
                        field.isEmpty() ? property.getKey() : field + "." + property.getKey());
            }
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                refuseUnstorable(node.get(i), field + "[" + i + "]");
            }
        } else if (node.isNumber()) {
            refuseOversized(node.decimalValue(), field);
        } else if (node.isString()) {
            Check.storable(field, node.stringValue());
        }
    }

    /**
     * Numbers as people write them; one like 1e99999 would fill the memory once it is written out.
     */
    private static void refuseOversized(BigDecimal number, String field) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new Malformed(
                    field,
                    "max-digits-" + MOST_DIGITS,
                    "数字过长",
                    "must not have more than %d digits".formatted(MOST_DIGITS));
        }
    }

    private static Malformed malformed(JacksonException e) {
        var field = pathOf(e.getPath());
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Malformed m) return m.under(field);
        }
        return switch (e) {
            case UnrecognizedPropertyException u ->
                    new Malformed(field, "unknown-field", "没有这个字段", "is not a known field");
            case InvalidFormatException f
                    when f.getTargetType() != null && f.getTargetType().isEnum() -> {
                yield Check.notOneOf(
                        field,
                        Arrays.stream(f.getTargetType().getEnumConstants())
                                .map(Object::toString)
                                .toList());
            }
            case MismatchedInputException m -> mismatched(field, m.getTargetType());
            default -> new Malformed(field, "json", "无法读取", "cannot be read");
        };
    }

    private static Malformed mismatched(String field, @Nullable Class<?> type) {
        if (type == LocalDate.class) return notADate(field);
        if (type == long.class
                || type == int.class
                || type == Long.class
                || type == Integer.class) {
            return new Malformed(field, "integer", "应为整数", "must be an integer");
        }
        if (type == null) return new Malformed(field, "type", "类型不符", "is of another type");
        if (Collection.class.isAssignableFrom(type)) {
            return new Malformed(field, "type", "类型不符,应为列表", "must be a list");
        }
        if (type == String.class || type.isEnum()) {
            return new Malformed(field, "type", "类型不符,应为加引号的文字", "must be a text in quotes");
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Malformed(field, "type", "应为 true 或 false", "must be true or false");
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive()
                ? new Malformed(field, "type", "类型不符,应为数", "must be a number")
                : new Malformed(field, "type", "类型不符,应为 JSON 对象", "must be a JSON object");
    }

    private static String pathOf(List<JacksonException.Reference> path) {
        var text = new StringBuilder();
        for (var step : path) {
            if (step.getPropertyName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                if (!text.isEmpty()) text.append('.');
                text.append(step.getPropertyName());
            }
        }
        return text.toString();
    }
}
