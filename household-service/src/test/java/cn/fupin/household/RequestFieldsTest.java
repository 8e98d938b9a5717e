package cn.fupin.household;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.command.Endpoints;
import cn.fupin.backbone.command.Malformed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A part of a request names what is wrong with it as its own: the door says before it where the
 * part stands. So each refusal's field begins with one of the part's own.
 */
class RequestFieldsTest {
    private static final int TRIES = 60;
    private static final String UUID = "-018e0a6c-0000-4000-8000-000000000001";
    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "王某",
                    "省扶贫办",
                    "x".repeat(3000),
                    "-1",
                    "03",
                    "bf-001",
                    "clerk",
                    "513423199201",
                    "513423199000",
                    "2014-04-01",
                    "99010119700101001X",
                    "13800138000",
                    "household" + UUID,
                    "person" + UUID,
                    "notice" + UUID,
                    "region-513423199201",
                    "0".repeat(64));

    private final Random random = new Random(20161129);
    private final TreeSet<String> met = new TreeSet<>();
    private final TreeMap<String, String> strange = new TreeMap<>();

    @Test
    void a_refused_field_is_one_of_the_record_that_refuses_it() {
        var context = Running.service().bean(Beans.class).context();
        for (var endpoints : context.getBeansOfType(Endpoints.class).values()) {
            for (var endpoint : endpoints.all()) {
                for (var i = 0; i < TRIES; i++) made(endpoint.request(), 0);
            }
        }
        assertThat(strange).isEmpty();
        // it would be no test if nothing were refused, or only the outermost
        assertThat(met).hasSizeGreaterThan(200).contains("Related.relation", "Applicant.name");
    }

    /** One of random parts, null where it refuses them. */
    private @Nullable Object made(Class<?> record, int depth) {
        var parts = record.getRecordComponents();
        var values = Arrays.stream(parts).map(part -> value(part, depth)).toArray();
        try {
            var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new);
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Malformed malformed) note(record, parts, malformed);
            return null;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private void note(Class<?> record, RecordComponent[] parts, Malformed malformed) {
        var names = Arrays.stream(parts).map(RecordComponent::getName).collect(Collectors.toSet());
        var first = malformed.field().split("[.\\[]", 2)[0];
        var at = record.getSimpleName() + "." + malformed.field();
        met.add(at);
        if (!names.contains(first)) strange.put(at, malformed.rule());
    }

    private @Nullable Object value(RecordComponent part, int depth) {
        var mayBeNull = !part.getType().isPrimitive();
        if (mayBeNull && random.nextInt(5) == 0) return null;
        return value(part.getGenericType(), depth);
    }

    private @Nullable Object value(Type type, int depth) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            var values = new ArrayList<Object>();
            var most = random.nextInt(10) == 0 ? 40 : 3;
            for (var i = random.nextInt(most); i > 0; i--) {
                var value = value(list.getActualTypeArguments()[0], depth);
                if (value != null) values.add(value);
            }
            return values;
        }
        if (!(type instanceof Class<?> simple)) return null;
        if (simple == String.class) return TEXTS.get(random.nextInt(TEXTS.size()));
        if (simple == LocalDate.class)
            return LocalDate.of(2010, 1, 1).plusDays(random.nextInt(4000));
        if (simple == Instant.class) return Instant.parse("2019-12-31T00:00:00Z");
        if (simple == boolean.class || simple == Boolean.class) return random.nextBoolean();
        if (simple == int.class || simple == Integer.class) return whole();
        if (simple == long.class || simple == Long.class) return (long) whole();
        if (simple.isEnum()) {
            var values = simple.getEnumConstants();
            return values[random.nextInt(values.length)];
        }
        if (!simple.isRecord() || depth > 3) return null;
        for (var tries = 0; tries < 40; tries++) {
            var made = made(simple, depth + 1);
            if (made != null) return made;
        }
        return null;
    }

    private int whole() {
        return List.of(-1, 0, 1, 2, 4, 12, 100, 2014, 2016, 2_000_000_000).get(random.nextInt(10));
    }
}
