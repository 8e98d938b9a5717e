package cn.fupin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final FileTime AFTERWARDS = FileTime.from(Instant.parse("2026-01-01T00:01:00Z"));

    @TempDir Path home;
    private AotCache cache;
    private Path library;

    @BeforeEach
    void aProgramWithOneLibrary() throws IOException {
        cache = AotCache.of(home, Program.FUNDING);
        library = cache.jar().resolveSibling("lib").resolve("one.jar");
        Files.createDirectories(Objects.requireNonNull(library.getParent()));
        for (Path jar : List.of(cache.jar(), library)) {
            writeProgram(jar);
            Files.setLastModifiedTime(jar, BUILT);
        }
    }

    @Test
    void aCacheNewerThanEveryJarIsUsed() throws IOException {
        recorded("anything", AFTERWARDS);
        assertThat(cache.use()).contains("-XX:AOTCache=" + cache.file());
    }

    @Test
    void oneThatIsMissingOrAsOldAsAJarIsNot() throws IOException {
        assertThat(cache.use()).isEmpty();
        recorded("anything", BUILT);
        assertThat(cache.use()).isEmpty();
    }

    @Test
    void oneJarOfTheLibrariesThatIsNewerMakesItUseless() throws IOException {
        recorded("anything", AFTERWARDS);
        Files.setLastModifiedTime(library, FileTime.from(Instant.parse("2026-01-01T00:02:00Z")));
        assertThat(cache.use()).isEmpty();
    }

    @Test
    void whatIsRecordedServesTheNextStart() throws IOException {
        run(cache.record());
        assertThat(cache.use()).isEmpty();
        assertThat(cache.keep()).isTrue();
        assertThat(cache.keep()).isFalse();
        assertThat(loadedFromTheCache(cache.use())).isTrue();
    }

    @Test
    void aDamagedOneIsPassedOverWithoutAWord() throws IOException {
        run(cache.record());
        assertThat(cache.keep()).isTrue();
        byte[] damaged = Files.readAllBytes(cache.file());
        for (int i = damaged.length / 4; i < damaged.length / 2; i++) {
            damaged[i] ^= 0x55;
        }
        Files.write(cache.file(), damaged);
        assertThat(loadedFromTheCache(cache.use())).isFalse();
        assertThat(log()).isEmpty();

        recorded("no cache at all", AFTERWARDS);
        assertThat(loadedFromTheCache(cache.use())).isFalse();
        assertThat(log()).isEmpty();
    }

    private void recorded(String content, FileTime at) throws IOException {
        Files.writeString(cache.file(), content);
        Files.setLastModifiedTime(cache.file(), at);
    }

    private boolean loadedFromTheCache(List<String> arguments) throws IOException {
        assertThat(arguments).isNotEmpty();
        Path loaded = home.resolve("loaded");
        var all = new ArrayList<>(arguments);
        all.add("-Xlog:class+load:file=" + loaded);
        run(all);
        return Files.readString(loaded)
                .contains(FakeServices.class.getName() + " source: shared objects file");
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("log"));
    }

    /** Starts the program and stops it when it is ready, as a run does. */
    private void run(List<String> arguments) {
        int port = Ports.free();
        var all = new ArrayList<>(arguments);
        all.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-cp",
                        cache.jar().toString(),
                        FakeServices.class.getName()));
        var program =
                ChildProcess.java(
                        "fake",
                        home.resolve("log"),
                        Map.of("SERVER_PORT", Integer.toString(port)),
                        all);
        program.awaitReady(() -> Ports.answers(port), _ -> {});
        program.stop(Duration.ofSeconds(120));
    }

    private static void writeProgram(Path jar) throws IOException {
        String name = FakeServices.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream in =
                        Objects.requireNonNull(
                                FakeServices.class.getClassLoader().getResourceAsStream(name))) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
            out.closeEntry();
        }
    }
}
