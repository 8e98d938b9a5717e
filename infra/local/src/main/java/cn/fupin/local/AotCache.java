package cn.fupin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the JDK keeps of a program's classes from an earlier run, read and linked, so that it starts
 * in a third of the time. It is never needed: without one the program starts all the same. The JDK
 * itself takes a cache of older jars for good, so whether it still fits is asked here.
 *
 * @param jar the program; its libraries lie beside it in {@code lib}
 * @param file where the cache is kept, below {@code target}
 */
record AotCache(Path jar, Path file) {
    /**
     * What the JDK thinks of a cache is no business of the person who starts the system; that
     * nothing in a damaged one is believed is.
     */
    private static final List<String> QUIET_AND_CHECKED =
            List.of("-Xlog:aot*=off", "-Xlog:cds*=off", "-XX:+VerifySharedSpaces");

    static AotCache of(Path home, Program program) {
        boolean kafka = program == Program.KAFKA;
        Path jar = kafka ? starter(home) : home.resolve(program.jar());
        String name = kafka ? "kafka.aot" : program.title + ".aot";
        return new AotCache(jar, jar.resolveSibling(name));
    }

    /** The jar of this module, which is Kafka's program and {@code ./run}'s. */
    static Path starter(Path home) {
        return home.resolve("infra/local/target/local.jar");
    }

    /** The arguments that make a program use its cache; none if the cache is missing or old. */
    List<String> use() {
        return fits() ? with("-XX:AOTCache=" + file) : List.of();
    }

    /** The arguments that make a program write a cache when it is stopped. */
    List<String> record() {
        return with("-XX:AOTCacheOutput=" + fresh());
    }

    private static List<String> with(String option) {
        var arguments = new ArrayList<>(QUIET_AND_CHECKED);
        arguments.addFirst(option);
        return arguments;
    }

    /**
     * Puts what was recorded in its place.
     *
     * @return whether anything was
     */
    boolean keep() {
        try {
            if (!Files.exists(fresh())) {
                return false;
            }
            Files.move(fresh(), file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void discard() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(fresh());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean fits() {
        if (!Files.isReadable(file)) {
            return false;
        }
        try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
            FileTime recorded = Files.getLastModifiedTime(file);
            return Stream.concat(Stream.of(jar), libraries)
                    .allMatch(each -> time(each).compareTo(recorded) < 0);
        } catch (IOException e) {
            return false; // a program that is half built has no use for a cache
        }
    }

    private Path fresh() {
        return file.resolveSibling(Objects.requireNonNull(file.getFileName()) + ".new");
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
