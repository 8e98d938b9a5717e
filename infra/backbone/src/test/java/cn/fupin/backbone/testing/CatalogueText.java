package cn.fupin.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.EventTypes;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of a service's events, made from the code alone: a record is the shape, the comment
 * above it the name and the meaning. The comment of an event begins with its name in Chinese and a
 * colon.
 */
final class CatalogueText {
    private static final Pattern NAMED = Pattern.compile("(\\p{IsHan}{2,20}): (.+)");
    private static final Pattern SENTENCE = Pattern.compile("(.+?[.:;])(?: .*|$)");

    private final EventTypes types;
    private final SourceDocs docs;

    /** The records that fields are made of, by name. */
    private final Map<String, Class<?>> parts = new TreeMap<>();

    CatalogueText(EventTypes types, SourceDocs docs) {
        this.types = types;
        this.docs = docs;
    }

    String text() throws IOException {
        var names = new StringBuilder();
        var fields = new StringBuilder();
        for (var shape : types.all()) {
            var named = named(shape);
            names.append(
                    "| [%s](#%s) | %s | %s |\n"
                            .formatted(
                                    shape.name(),
                                    shape.name().toLowerCase(Locale.ROOT),
                                    named.group(1),
                                    firstSentence(named.group(2))));
            fields.append(
                    "\n## %s\n\n%s `%s`: %s\n\n| field | shape | meaning |\n| --- | --- | --- |\n"
                            .formatted(
                                    shape.name(),
                                    named.group(1),
                                    shape.cloudEventType(types.service()),
                                    named.group(2)));
            fields.append(rows(shape.record()));
        }
        return """
        # 事件目录 Event catalogue: fupin.%s

        由代码及其注释生成，契约测试核对。未另说明的字段：`occurredOn` 事实发生之日（上海）；`region` 当时所在地的 12 位代码；`decidedBy` 决定的会议或机关及文号；`assumed` 原文未载、为推定；`evidence` 作为佐证的存档文件；`persons` 当时的人数；金额以分计；`?` 可以缺省。

        Made from the code and its comments, checked by the contract test. What is not said of a field below: `occurredOn` is the day of the fact in Shanghai, `region` the 12-digit code of the place at that time, `decidedBy` the meeting or office that decided, with its document; `assumed` marks what the source text does not state, `evidence` are stored files, `persons` how many there were then; money is in fen; what ends in `?` may be left out.

        | event | 名称 | meaning |
        | --- | --- | --- |
        %s%s%s\
        """
                .formatted(types.service(), names, fields, parts());
    }

    private Matcher named(EventTypes.Shape shape) throws IOException {
        var named = NAMED.matcher(docs.of(shape.record()).text());
        assertThat(named.matches())
                .as(
                        "%s: its comment begins with its name in Chinese, a colon and what it means: /** 入户调查: The home was … */",
                        shape.name())
                .isTrue();
        return named;
    }

    private static String firstSentence(String text) {
        var sentence = SENTENCE.matcher(text);
        var first = sentence.matches() ? sentence.group(1) : text;
        return cell(first.replaceAll("[:;]$", "."));
    }

    /** What events are made of: each once, however many have it. */
    private String parts() throws IOException {
        var told = new TreeMap<String, String>();
        while (told.size() < parts.size()) {
            for (var part : List.copyOf(parts.values())) {
                if (told.containsKey(part.getSimpleName())) continue;
                told.put(
                        part.getSimpleName(),
                        "\n## %s\n\n%s\n\n| field | shape | meaning |\n| --- | --- | --- |\n%s"
                                .formatted(part.getSimpleName(), docs.of(part).text(), rows(part)));
            }
        }
        return told.isEmpty()
                ? ""
                : "\n# 组成部分 What events are made of\n" + String.join("", told.values());
    }

    private String rows(Class<?> record) throws IOException {
        var rows = new StringBuilder();
        for (var component : record.getRecordComponents()) {
            rows.append(
                    "| `%s`%s | %s | %s |\n"
                            .formatted(
                                    component.getName(),
                                    isOptional(component) ? "?" : "",
                                    shape(component.getGenericType()),
                                    cell(meaning(record, component))));
        }
        return rows.toString();
    }

    private String meaning(Class<?> record, RecordComponent component) throws IOException {
        var said = docs.of(record).components().get(component.getName());
        if (said != null) return said;
        var of = element(component.getGenericType());
        return of.isEnum() ? docs.of(of).text() : "";
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : (Class<?>) type;
    }

    private String shape(Type type) {
        if (type instanceof ParameterizedType) return "list of " + shape(element(type));
        var c = (Class<?>) type;
        if (c.isEnum()) {
            return Arrays.stream(c.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
        }
        if (c.isRecord()) return part(c);
        if (c == LocalDate.class) return "date";
        if (c == Instant.class) return "moment";
        if (c == String.class) return "text";
        return c == boolean.class || c == Boolean.class ? "yes or no" : "number";
    }

    private String part(Class<?> record) {
        var name = record.getSimpleName();
        assertThat(parts.merge(name, record, (before, _) -> before))
                .as("two parts of events are named " + name)
                .isEqualTo(record);
        return "[%s](#%s)".formatted(name, name.toLowerCase(Locale.ROOT));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
