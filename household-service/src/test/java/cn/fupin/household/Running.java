package cn.fupin.household;

import cn.fupin.backbone.testing.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One household-service for all tests of the module; each test works in a township of its own. */
final class Running {
    private static final Path FILES =
            Path.of("target", "files-of-tests-" + ProcessHandle.current().pid());
    private static @Nullable RunningService service;

    private Running() {}

    static synchronized RunningService service() {
        var running = service;
        if (running == null) {
            running =
                    RunningService.start(
                            HouseholdService.class,
                            "fupin.vault.keyfile=" + keyFile(7),
                            "fupin.files.directory=" + files(),
                            // what a role may do has a test of its own
                            "fupin.permissions.roles.township-clerk=*,everywhere",
                            // as the township's is shipped: files, and not what the county decides
                            "fupin.permissions.roles.rectifying-clerk=archives.rectify",
                            "fupin.permissions.roles.town-clerk=quota.hand-down,quota.read",
                            "fupin.permissions.roles.file-clerk=household.*,-household.register,"
                                    + "assessment.*,notice.*,import.*");
            service = running;
        }
        return running;
    }

    /** Where stored files lie. */
    static Path files() {
        try {
            return Files.createDirectories(FILES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key that only this test run knows, of bytes that are no secret. */
    static String keyFile(int factor) {
        try {
            var secret = new byte[32];
            for (var i = 0; i < secret.length; i++) secret[i] = (byte) (i * factor);
            var file = Files.createTempFile("fupin-vault", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(secret)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
