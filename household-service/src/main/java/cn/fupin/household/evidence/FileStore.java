package cn.fupin.household.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sealed files on disk, a file per id and digest: whatever is written twice under one name is the
 * same. A file is in its place whole and on the disk, or not at all.
 */
@Component
class FileStore {
    private static final String ENDING = ".sealed";

    private final Path directory;

    FileStore(@Value("${fupin.files.directory}") Path files) {
        this.directory = files.toAbsolutePath().normalize().resolve("evidence");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "文件目录不可用：FUPIN_FILES_DIRECTORY 须指向一个可写的目录。"
                            + " The directory %s cannot be written to.".formatted(files),
                    e);
        }
    }

    /** Ids and digests are checked before they come here: nothing of a sender's is a path. */
    private Path placeOf(String evidenceId, String sha256) {
        var name = evidenceId + "." + sha256 + ENDING;
        var place = directory.resolve(sha256.substring(0, 2)).resolve(name).normalize();
        if (!place.startsWith(directory)) throw new IllegalArgumentException("outside: " + name);
        return place;
    }

    boolean has(String evidenceId, String sha256) {
        return Files.exists(placeOf(evidenceId, sha256));
    }

    void write(String evidenceId, String sha256, byte[] sealed) {
        var place = placeOf(evidenceId, sha256);
        var part = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(place.getParent());
            try (var out =
                    FileChannel.open(
                            part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(sealed);
                while (buffer.hasRemaining()) out.write(buffer);
                out.force(true);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            try (var folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null when there is none. */
    byte @Nullable [] read(String evidenceId, String sha256) {
        try {
            return Files.readAllBytes(placeOf(evidenceId, sha256));
        } catch (NoSuchFileException gone) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String evidenceId, String sha256) {
        try {
            Files.deleteIfExists(placeOf(evidenceId, sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many sealed files there are of which nothing is known. */
    long unknown(Predicate<String> known) {
        try (var all = Files.walk(directory)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .filter(id -> !known.test(id))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
