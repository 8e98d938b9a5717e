package cn.fupin.backbone.event;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The events a service owns: contract name and revision on one side, record class on the other.
 * Stored names are the contract's and never Java's, so classes can move and the past stays
 * readable.
 */
public final class EventTypes {
    /** One event shape: {@code name} is the contract name, {@code version} its revision. */
    public record Shape(String name, int version, Class<? extends Event> record) {
        /** The CloudEvents type, {@code fupin.<service>.<name>.v<version>}. */
        public String cloudEventType(String service) {
            return "fupin." + service + "." + name + ".v" + version;
        }
    }

    private final String service;
    private final Map<Class<?>, Shape> byClass = new HashMap<>();
    private final Map<String, Shape> byName = new HashMap<>();

    private EventTypes(String service) {
        this.service = service;
    }

    /**
     * @param service the owner, as in its topic: {@code household}
     * @param families sealed interfaces whose permitted records are the events
     */
    @SafeVarargs
    public static EventTypes of(String service, Class<? extends Event>... families) {
        var types = new EventTypes(service);
        for (var family : families) {
            recordsOf(family).forEach(types::add);
        }
        return types;
    }

    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypes::recordsOf)
                : Stream.of(type);
    }

    private void add(Class<?> type) {
        if (!type.isRecord()) throw new IllegalArgumentException(type + " is not a record");
        var revision = type.getAnnotation(Revision.class);
        var version = revision == null ? 1 : Integer.parseInt(revision.value());
        var shape = new Shape(type.getSimpleName(), version, type.asSubclass(Event.class));
        var other = byName.put(shape.name(), shape);
        if (other != null) {
            throw new IllegalArgumentException("two events are named " + shape.name());
        }
        byClass.put(type, shape);
    }

    public String service() {
        return service;
    }

    public List<Shape> all() {
        return byClass.values().stream().sorted(Comparator.comparing(Shape::name)).toList();
    }

    /** The shapes of a sealed interface's records, or of the one record. */
    public Stream<Shape> within(Class<? extends Event> family) {
        return recordsOf(family)
                .map(type ->
                        Objects.requireNonNull(
                                byClass.get(type), () -> type + " is no event of " + service));
    }

    public @Nullable Shape ofClass(Class<?> type) {
        return byClass.get(type);
    }

    public @Nullable Shape ofName(String name) {
        return byName.get(name);
    }
}
