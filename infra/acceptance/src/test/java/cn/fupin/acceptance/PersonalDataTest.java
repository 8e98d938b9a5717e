package cn.fupin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.townships.PersonalNumbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand people were sent in with their numbers. None of the numbers is in a file of
 * PostgreSQL (tables, indexes, log), in a segment of Kafka, in a log, or in an event.
 */
@OnTheWholeSystem
class PersonalDataTest {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /** Of twelve thousand people, made once. */
    private static @Nullable NumberScan scan;

    @Test
    void no_number_of_anybody_is_in_any_file(WholeSystem system) throws Exception {
        checkpoint(system);
        NumberScan scan = scan(system);
        List<Path> files;
        try (Stream<Path> all = Files.walk(system.data())) {
            files = all.filter(Files::isRegularFile).toList();
        }
        var bytes = new AtomicLong();
        List<String> found =
                files.parallelStream()
                        .flatMap(file -> scanned(scan, file, bytes).stream())
                        .toList();
        List<String> folders =
                files.stream()
                        .map(file -> system.data().relativize(file).getName(0).toString())
                        .toList();

        assertThat(found).isEmpty();
        // The scan saw what it was to see: tables and their log, segments, all four services' logs.
        assertThat(folders).filteredOn("postgres"::equals).hasSizeGreaterThan(1000);
        assertThat(folders).filteredOn("kafka"::equals).hasSizeGreaterThan(48);
        assertThat(folders).filteredOn("logs"::equals).hasSizeGreaterThan(4);
        assertThat(bytes.get()).isGreaterThan(50_000_000);
    }

    /** Files may be compressed; what a service hands out of its store is not. */
    @Test
    void no_number_of_anybody_is_in_any_event(WholeSystem system) {
        NumberScan scan = scan(system);
        for (URI service :
                List.of(
                        system.services().household(),
                        system.services().project(),
                        system.services().funding(),
                        system.services().reporting())) {
            byte[] events =
                    system.get(service, "/events?after=0&limit=100000")
                            .getBytes(StandardCharsets.UTF_8);
            assertThat(events.length).isGreaterThan(1000);
            assertThat(scan.in(events, events.length)).as(service.toString()).isEmpty();
        }
    }

    /** Nobody is asked for a role there, so everybody may see it. */
    @Test
    void no_number_and_no_full_name_of_anybody_is_in_what_reporting_shows(WholeSystem system)
            throws IOException {
        NumberScan scan = scan(system);
        NameScan names = NameScan.of(PersonalNumbers.of(system.sample));
        var region = "region=" + system.sample.township();
        var found = system.report("/households?limit=40&" + region).path("households");
        assertThat(found.size()).isEqualTo(40);
        List<String> paths = new ArrayList<>();
        for (var path : List.of("/figures?", "/findings?", "/due?", "/quotas?year=2014&")) {
            paths.add(path + region);
        }
        for (var page : List.of("households", "due", "findings", "quotas", "events")) {
            paths.add("/console/" + page + "?" + region);
        }
        for (var part : List.of("events", "organisation", "rounds")) {
            paths.add("/regions/" + system.sample.township() + "/" + part);
        }
        paths.add("/figures/households-registered/events?" + region);
        paths.add("/console/regions/" + system.sample.township());
        for (var household : found) {
            var id = household.path("householdId").asString("");
            paths.add("/households/" + id + "/history");
            paths.add("/console/households/" + id);
            paths.add("/households/" + id + "/support.xlsx");
        }
        for (String path : paths) {
            for (byte[] shown : system.shown(path)) {
                assertThat(scan.in(shown, shown.length)).as(path).isEmpty();
                assertThat(names.in(new String(shown, StandardCharsets.UTF_8))).as(path).isZero();
            }
        }
        // they are shown all the same, by their surnames
        assertThat(found.toString()).contains("*");
        var planted = names.anyOne();
        assertThat(names.in("户主" + planted + "同意")).isOne();
    }

    /** The scan can find: plain, in UTF-16 both ways, among other digits, across a buffer's end. */
    @Test
    void the_scan_finds_what_is_there(WholeSystem system, @TempDir Path dir) throws IOException {
        PersonalNumbers numbers = PersonalNumbers.of(system.sample);
        NumberScan scan = scan(system);
        List<String> planted = new ArrayList<>();
        numbers.identity().stream().limit(20).forEach(planted::add);
        numbers.identity().stream().filter(n -> n.endsWith("X")).limit(3).forEach(planted::add);
        numbers.phone().stream().limit(3).forEach(planted::add);
        numbers.card().stream().limit(3).forEach(planted::add);
        for (String number : planted) {
            for (Charset charset : CHARSETS) {
                for (int before : new int[] {0, 1, 7}) {
                    assertFound(scan, dir, number, charset, before);
                }
            }
        }
        for (int before = (8 << 20) - 20; before <= 8 << 20; before += 5) {
            assertFound(scan, dir, planted.getLast(), StandardCharsets.UTF_16LE, before);
        }
    }

    private static void assertFound(
            NumberScan scan, Path dir, String number, Charset charset, int before)
            throws IOException {
        Path file = Files.write(dir.resolve("planted"), planted(number, charset, before));
        assertThat(scan.in(file)).as("%s after %d bytes", charset, before).isNotEmpty();
    }

    private static byte[] planted(String number, Charset charset, int before) {
        byte[] text = ("7" + number + "1").getBytes(charset);
        byte[] bytes = new byte[before + text.length + 3];
        System.arraycopy(text, 0, bytes, before, text.length);
        return bytes;
    }

    private static synchronized NumberScan scan(WholeSystem system) {
        if (scan == null) {
            scan = forAll(system);
        }
        return scan;
    }

    private static NumberScan forAll(WholeSystem system) {
        var numbers =
                Stream.concat(Stream.of(system.sample, system.explained), system.others.stream())
                        .map(PersonalNumbers::of)
                        .toList();
        assertThat(numbers).allSatisfy(n -> assertThat(n.identity()).hasSizeGreaterThan(100));
        return new NumberScan(numbers);
    }

    /** PostgreSQL removes files of its own while they are looked at. */
    private static List<String> scanned(NumberScan scan, Path file, AtomicLong bytes) {
        try {
            List<String> found = scan.in(file);
            bytes.addAndGet(Files.size(file));
            return found;
        } catch (NoSuchFileException gone) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkpoint(WholeSystem system) throws SQLException {
        try (var connection = system.servers().postgres().superuser("fupin_household").connect();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }
}
