package cn.fupin.townships;

import cn.fupin.townships.TownshipFileRefused.Problem;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a township file: JSON, then its schema, then what a schema cannot say (sums, references,
 * dates in order). Every problem is told with line, column and reason before anything is sent.
 */
public final class TownshipFile {

    static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(resourceText("township.schema.json"), InputFormat.JSON);

    /** The townships that ship with the system, the smallest first. */
    public static final List<String> SHIPPED =
            List.of(
                    "shuiyinjiang-village",
                    "muchuan-township",
                    "yanyuan-town",
                    "guogou-town",
                    "shan-town");

    private TownshipFile() {}

    /** A file of the disk. */
    public static Township read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("读不到文件 / cannot read " + file, e);
        }
    }

    /**
     * A township that ships with the system, by its name: {@code yanyuan-town}. That its counts can
     * be met is proved when it is built, and not made out again at every start.
     */
    public static Township resource(String name) {
        return parse(name + ".json", resourceText(name + ".json"), Semantics.How.TRUSTED);
    }

    /** The text of a shipped township, for those who want to change something in it. */
    public static String resourceText(String fileName) {
        try (InputStream in = TownshipFile.class.getResourceAsStream("/townships/" + fileName)) {
            if (in == null) {
                throw new IllegalArgumentException("没有 / no resource townships/" + fileName);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param name what to call the file in messages
     */
    public static Township parse(String name, String text) {
        return parse(name, text, Semantics.How.WHOLLY);
    }

    private static Township parse(String name, String text, Semantics.How how) {
        JsonNode tree;
        Locations locations;
        try {
            locations = Locations.of(JSON, text);
            tree = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new TownshipFileRefused(name, List.of(notJson(e)));
        }
        refuseIfAny(name, schemaProblems(tree, locations));
        Township township;
        try {
            township = JSON.treeToValue(tree, Township.class);
        } catch (JacksonException e) {
            throw new TownshipFileRefused(name, List.of(notATownship(e, locations)));
        }
        LocalDate today =
                LocalDate.now(SHANGHAI); // the file tells facts: none may lie ahead of today
        refuseIfAny(name, Semantics.problems(township, tree, today, locations, how));
        return township;
    }

    private static void refuseIfAny(String name, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new TownshipFileRefused(name, problems);
        }
    }

    private static Problem notJson(JacksonException e) {
        var place =
                e.getLocation() == null
                        ? new Locations.Place(1, 1)
                        : Locations.place(e.getLocation());
        return new Problem(
                place.line(),
                place.column(),
                "",
                "不是合法的 JSON:" + e.getOriginalMessage(),
                "not valid JSON: " + e.getOriginalMessage());
    }

    private static Problem notATownship(JacksonException e, Locations locations) {
        var pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            pointer.append('/')
                    .append(
                            step.getPropertyName() == null
                                    ? step.getIndex()
                                    : step.getPropertyName());
        }
        var place = locations.at(pointer.toString());
        return new Problem(
                place.line(),
                place.column(),
                pointer.toString(),
                "值不合格式:" + e.getOriginalMessage(),
                "the value has not the right form: " + e.getOriginalMessage());
    }

    /** The validator is asked once per language; its answers come in the same order. */
    private static List<Problem> schemaProblems(JsonNode tree, Locations locations) {
        var zh = validate(tree, Locale.SIMPLIFIED_CHINESE);
        var en = validate(tree, Locale.ENGLISH);
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (int i = 0; i < zh.size(); i++) {
            String pointer = pointerOf(zh.get(i));
            var place = locations.at(pointer);
            problems.putIfAbsent(
                    pointer + zh.get(i).getMessage(),
                    new Problem(
                            place.line(),
                            place.column(),
                            pointer,
                            zh.get(i).getMessage(),
                            en.get(i).getMessage()));
        }
        var sorted = new ArrayList<>(problems.values());
        sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return sorted;
    }

    private static List<com.networknt.schema.Error> validate(JsonNode tree, Locale locale) {
        return SCHEMA.validate(
                tree,
                context ->
                        context.executionConfig(
                                config -> config.locale(locale).formatAssertionsEnabled(true)));
    }

    /** An unknown property is told at its own place, not at the object's that holds it. */
    private static String pointerOf(com.networknt.schema.Error error) {
        String pointer = error.getInstanceLocation().toString();
        boolean unknown =
                "additionalProperties".equals(error.getKeyword())
                        || "unevaluatedProperties".equals(error.getKeyword());
        return unknown && error.getProperty() != null
                ? pointer + "/" + error.getProperty()
                : pointer;
    }
}
