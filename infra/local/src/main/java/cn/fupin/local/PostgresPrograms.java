package cn.fupin.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked once per user and version into {@code ~/.cache/fupin}. The
 * archive's digest is part of the directory's name, so another version never meets an old one.
 */
final class PostgresPrograms {
    private PostgresPrograms() {}

    static synchronized Path unpacked() throws IOException {
        byte[] archive = archive();
        Path home = cache().resolve("postgres-" + digest(archive).substring(0, 16));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(home.getParent());
            Path fresh = Files.createTempDirectory(home.getParent(), "unpacking-");
            unpack(archive, fresh);
            settle(fresh, home);
        }
        return home;
    }

    private static byte[] archive() throws IOException {
        String os = System.getProperty("os.name", "");
        String system = os.toLowerCase(Locale.ROOT).contains("mac") ? "Darwin" : os;
        String arch = Objects.requireNonNull(System.getProperty("os.arch"));
        // Asked of the class path directly: where our jar's own class path names the archive a
        // second
        // time, as in the tests of a whole build, zonky's resolver refuses to choose.
        String name =
                "/postgres-%s-%s.txz"
                        .formatted(system.toLowerCase(Locale.ROOT), ArchUtils.normalize(arch));
        try (InputStream plain = PostgresPrograms.class.getResourceAsStream(name);
                InputStream in =
                        plain != null
                                ? plain
                                : DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                                        system, arch)) {
            return in.readAllBytes();
        }
    }

    private static Path cache() {
        @Nullable String configured = System.getenv("XDG_CACHE_HOME");
        Path base =
                configured == null || configured.isBlank()
                        ? Path.of(Objects.requireNonNull(System.getProperty("user.home")), ".cache")
                        : Path.of(configured);
        return base.resolve("fupin");
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZInputStream(new ByteArrayInputStream(archive)), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry outside of the archive: " + entry.getName());
                }
                place(entry, tar, path);
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
                permissions.add(PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(path, permissions);
            }
        }
    }

    /**
     * Two processes may unpack at once: the second one finds the place taken and throws its own
     * away.
     */
    private static void settle(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Directories.delete(fresh);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
