package cn.fupin.backbone.axon;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.EventTypes;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Axon's serializer over {@link EventJson}: events go by their contract names, metadata is a flat
 * JSON object of strings with sorted keys. Anything else is a mistake in wiring and fails.
 */
public final class ContractSerializer implements Serializer {
    private static final TypeReference<TreeMap<String, String>> STRINGS = new TypeReference<>() {};

    private final EventTypes types;
    private final Converter converter = converter();

    public ContractSerializer(EventTypes types) {
        this.types = types;
    }

    /** With those by which an upcaster takes a payload as a tree. */
    private static Converter converter() {
        var converter = new ChainingConverter();
        converter.registerConverter(new ByteArrayToJsonNodeConverter(EventJson.MAPPER));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
        converter.registerConverter(new JsonNodeToByteArrayConverter(EventJson.MAPPER));
        return converter;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expected) {
        var bytes =
                object instanceof MetaData metadata
                        ? EventJson.MAPPER.writeValueAsBytes(texts(metadata))
                        : EventJson.MAPPER.writeValueAsBytes(object);
        var type = typeForClass(object == null ? Void.class : object.getClass());
        return new SimpleSerializedObject<>(converter.convert(bytes, expected), expected, type);
    }

    /** What does not belong on an event (the body's hash) is not a string and stays behind. */
    private static Map<String, String> texts(MetaData metadata) {
        var texts = new TreeMap<String, String>();
        metadata.forEach((name, value) -> {
            if (value instanceof String text) texts.put(name, text);
        });
        return texts;
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expected) {
        return converter.canConvert(byte[].class, expected);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        var bytes =
                converter.convert(serialized.getData(), serialized.getContentType(), byte[].class);
        var target = classForType(serialized.getType());
        if (target == MetaData.class) {
            return (T) MetaData.from(EventJson.MAPPER.readValue(bytes, STRINGS));
        }
        if (target == UnknownSerializedType.class) {
            return (T) new UnknownSerializedType(this, serialized);
        }
        return (T) EventJson.MAPPER.readValue(bytes, (Class<?>) target);
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's
    public Class classForType(SerializedType type) {
        if (type.getName().equals(MetaData.class.getName())) return MetaData.class;
        var shape = types.ofName(type.getName());
        return shape == null ? UnknownSerializedType.class : shape.record();
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's
    public SerializedType typeForClass(@Nullable Class type) {
        var shape = type == null ? null : types.ofClass(type);
        if (shape != null) {
            return new SimpleSerializedType(shape.name(), Integer.toString(shape.version()));
        }
        return new SimpleSerializedType(type == null ? Void.class.getName() : type.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
