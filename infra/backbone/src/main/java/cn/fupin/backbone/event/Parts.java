package cn.fupin.backbone.event;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records an event is made of, so that what must hold of every event that names a thing (a
 * stored file, something sealed) is written once and not per event.
 */
public final class Parts {
    private static final ClassValue<List<RecordComponent>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<RecordComponent> computeValue(Class<?> type) {
                    var components = List.of(type.getRecordComponents());
                    components.forEach(c -> c.getAccessor().setAccessible(true));
                    return components;
                }
            };

    private Parts() {}

    /** The event itself, and every record in it and in its lists. */
    public static List<Record> of(Event event) {
        var parts = new ArrayList<Record>();
        if (event instanceof Record record) add(record, parts);
        return parts;
    }

    /** The text of that name, null where there is none. */
    public static @Nullable String text(Record part, String name) {
        for (var component : COMPONENTS.get(part.getClass())) {
            if (component.getName().equals(name)) {
                return value(part, component) instanceof String text ? text : null;
            }
        }
        return null;
    }

    private static void add(Record part, List<Record> parts) {
        parts.add(part);
        for (var component : COMPONENTS.get(part.getClass())) {
            if (component.getType().isPrimitive() || component.getType() == String.class) continue;
            var value = value(part, component);
            if (value instanceof Record inner) add(inner, parts);
            if (value instanceof List<?> list) {
                for (var each : list) if (each instanceof Record inner) add(inner, parts);
            }
        }
    }

    private static @Nullable Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
