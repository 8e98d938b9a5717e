package cn.fupin.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.acceptance.audit.Audit;
import cn.fupin.acceptance.audit.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A system with little in it, for tests that take programs away; whoever takes one brings it back.
 */
public final class Small implements AutoCloseable {
    private static final Path DATA = Path.of("target", "small").toAbsolutePath();

    final Watched watched;
    private @Nullable Evidence evidence;

    private Small() {
        delete(DATA);
        watched = Watched.start(Path.of("..", "..").toAbsolutePath().normalize(), DATA);
    }

    /** What lay in it when it was first asked for, with what its clients had been told. */
    public synchronized Evidence evidence() {
        if (evidence == null) {
            try (var clients = clients()) {
                var lives = new Lives(clients, "evidence", 1);
                lives.prepare();
                lives.everyKind(4);
                Watched.settle(watched.system());
                evidence =
                        Watched.evidence(watched.system()).read().withAnswered(clients.journal());
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
        return evidence;
    }

    Clients clients() {
        return new Clients(Watched.addresses(watched.system()), Lives.county());
    }

    /** Everything is where it belongs, and what these clients were told is true. */
    void assertNothingIsLost(Clients clients) throws SQLException {
        Audit audit = Watched.audit(watched.system(), clients);
        assertThat(audit.findings()).isEmpty();
        assertThat(watched.system().crash()).isNotDone();
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        watched.close();
    }

    /** Whoever starts something larger has this one out of the way. */
    public static void end(ExtensionContext context) {
        Small small = store(context).remove(Small.class, Small.class);
        if (small != null) {
            small.close();
        }
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
    }

    /** Hands the one small system to every test class. */
    public static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Small.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return store(context).computeIfAbsent(Small.class, key -> new Small());
        }
    }
}
