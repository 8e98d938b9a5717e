package cn.fupin.backbone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.EventTypes;
import com.google.common.hash.Hashing;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stored shape is for ever. Holds a service's {@code contract/} against its events: an example
 * and a JSON Schema for every event and version, and the catalogue. A new event or an optional
 * field is written with {@code -Dcontract.write=true}; anything else is a new version and refused.
 */
public final class ContractCheck {
    private static final boolean WRITE = Boolean.getBoolean("contract.write");
    private static final Pattern STORED =
            Pattern.compile("(\\p{Alpha}+)\\.v(\\d+)(-[0-9a-f]{8})?\\.json");
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final EventTypes types;
    private final Path contract;
    private final Map<String, Event> examples;

    private ContractCheck(EventTypes types, Path contract, List<? extends Event> examples) {
        this.types = types;
        this.contract = contract;
        this.examples =
                examples.stream()
                        .collect(
                                Collectors.toMap(
                                        e -> e.getClass().getSimpleName(),
                                        Function.identity(),
                                        (a, b) -> a,
                                        TreeMap::new));
    }

    /**
     * @param contract the service's {@code contract} folder
     * @param examples one event of every type, every field filled
     */
    public static void check(EventTypes types, Path contract, List<? extends Event> examples)
            throws IOException {
        new ContractCheck(types, contract, examples).check();
    }

    private void check() throws IOException {
        assertThat(examples.keySet())
                .as("one example of every event")
                .containsExactlyElementsOf(
                        types.all().stream().map(EventTypes.Shape::name).toList());
        for (var shape : types.all()) {
            var schema = ShapeSchema.of(shape, types.service());
            checkSchema(shape, schema);
            checkExample(shape, schema);
        }
        checkText(contract.resolve("catalogue.md"), new CatalogueText(types, docs()).text());
        readAllStored();
    }

    /** Of the service's own sources, and of what it uses of the backbone. */
    private SourceDocs docs() {
        var sources = Path.of("src", "main", "java");
        var backbone = Path.of("..", "infra", "backbone");
        return new SourceDocs(
                List.of(
                        contract.resolveSibling(sources),
                        contract.resolveSibling(backbone).resolve(sources)));
    }

    private void checkSchema(EventTypes.Shape shape, ObjectNode today) throws IOException {
        var file = contract.resolve("schemas").resolve(name(shape) + ".schema.json");
        if (Files.exists(file)) {
            var stored = EventJson.LENIENT.readTree(Files.readString(file));
            assertThat(ShapeSchema.incompatibilities(stored, today))
                    .as("%s: an incompatible change needs a new version", name(shape))
                    .isEmpty();
        }
        checkText(file, PRETTY.writeValueAsString(today) + "\n");
    }

    private void checkExample(EventTypes.Shape shape, ObjectNode schema) throws IOException {
        var json = EventJson.MAPPER.writeValueAsString(examples.get(shape.name()));
        assertThat(EventJson.MAPPER.readValue(json, shape.record()))
                .isEqualTo(examples.get(shape.name()));
        assertThat(violations(schema.toString(), json)).as(name(shape)).isEmpty();
        var file = contract.resolve("examples").resolve(name(shape) + ".json");
        if (WRITE) keepEarlier(file, json + "\n");
        checkText(file, json + "\n");
    }

    /** What was written before an optional field came stays an example: it lies in stores. */
    private void keepEarlier(Path file, String today) throws IOException {
        if (!Files.exists(file) || Files.readString(file).equals(today)) return;
        var stored = Files.readString(file);
        var digest = Hashing.sha256().hashString(stored, StandardCharsets.UTF_8).toString();
        var name = file.getFileName().toString().replace(".json", "-" + digest.substring(0, 8));
        Files.createDirectories(earlier());
        Files.writeString(earlier().resolve(name + ".json"), stored);
    }

    private Path earlier() {
        return contract.resolve("examples").resolve("earlier");
    }

    /**
     * Whatever was ever written is still known, its version still reads it, and so does today's
     * record. A version that the record does not read as it is has an upcaster, and is read through
     * that here.
     */
    private void readAllStored() throws IOException {
        for (var folder : List.of(contract.resolve("examples"), earlier())) {
            if (!Files.exists(folder)) continue;
            try (var files = Files.list(folder)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) read(file);
            }
        }
    }

    private void read(Path file) throws IOException {
        var name = STORED.matcher(file.getFileName().toString());
        assertThat(name.matches()).as("named like an example: " + file).isTrue();
        var shape = types.ofName(name.group(1));
        assertThat(shape)
                .as("an event that was stored is never forgotten: " + name.group(1))
                .isNotNull();
        if (shape == null) return;
        var stored = Files.readString(file);
        assertThat(EventJson.MAPPER.readValue(stored, shape.record())).isNotNull();
        if (shape.version() != Integer.parseInt(name.group(2))) {
            readByItsOwnVersion(name.group(1) + ".v" + name.group(2), stored);
            return;
        }
        assertThat(violations(ShapeSchema.of(shape, types.service()).toString(), stored))
                .as(name.group())
                .isEmpty();
    }

    /** What consumers read an earlier version by stays as it was. */
    private void readByItsOwnVersion(String name, String stored) throws IOException {
        var schema = Files.readString(contract.resolve("schemas").resolve(name + ".schema.json"));
        assertThat(violations(schema, stored)).as(name).isEmpty();
    }

    private static void checkText(Path file, String today) throws IOException {
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, today);
        }
        assertThat(file).as("missing: write it with -Dcontract.write=true").exists();
        assertThat(Files.readString(file))
                .as("%s differs from the code", file.getFileName())
                .isEqualTo(today);
    }

    private static List<String> violations(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String name(EventTypes.Shape shape) {
        return shape.name() + ".v" + shape.version();
    }

    /** For a consumer: a producer's example, as its small record must be able to read it. */
    public static JsonNode example(Path producersContract, String type, int version)
            throws IOException {
        return EventJson.LENIENT.readTree(
                Files.readString(
                        producersContract
                                .resolve("examples")
                                .resolve(type + ".v" + version + ".json")));
    }
}
