package cn.fupin.backbone.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What holds for every source file of the repository. The formatter needs a newer Java than Maven
 * may run on, so it is asked here, where the build's own JDK runs.
 */
class RepositoryTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Set<String> NOT_SOURCES = Set.of("target", "data", ".git");
    private static final JavaFormatterOptions AOSP =
            JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build();

    /** What other modules are building just now is not looked into. */
    private static List<Path> javaFiles() throws IOException {
        var found = new TreeSet<Path>();
        Files.walkFileTree(
                ROOT,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return NOT_SOURCES.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (file.toString().endsWith(".java") && file.toString().contains("/src/"))
                            found.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
        return List.copyOf(found);
    }

    @Test
    void every_file_is_formatted() throws IOException, FormatterException {
        var formatter = new Formatter(AOSP);
        var unformatted = new ArrayList<Path>();
        for (var file : javaFiles()) {
            var source = Files.readString(file);
            var formatted = formatter.formatSource(source);
            var clean = RemoveUnusedImports.removeUnusedImports(formatted);
            if (!ImportOrderer.reorderImports(clean, JavaFormatterOptions.Style.GOOGLE)
                    .equals(source)) {
                unformatted.add(ROOT.relativize(file));
            }
        }
        assertThat(unformatted).as("mend with: JAVA_HOME=<a JDK 25> mvn spotless:apply").isEmpty();
    }

    @Test
    void every_package_is_null_marked() throws IOException {
        var packages = javaFiles().stream().map(Path::getParent).distinct();
        assertThat(packages.filter(p -> !isNullMarked(p)).map(ROOT::relativize)).isEmpty();
    }

    private static boolean isNullMarked(Path folder) {
        try {
            var info = folder.resolve("package-info.java");
            if (Files.exists(info) && Files.readString(info).contains("@NullMarked")) return true;
            // a test shares its package's mark with the code it tests
            var main =
                    Path.of(folder.toString().replace("/src/test/", "/src/main/"))
                            .resolve("package-info.java");
            return Files.exists(main) && Files.readString(main).contains("@NullMarked");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
