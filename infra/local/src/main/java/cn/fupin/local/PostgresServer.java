package cn.fupin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL with its durability on, in a directory that is kept or in a temporary one. The
 * directory holds {@code data/} (PostgreSQL's own), {@code postgres.log}, {@code password} (mode
 * 600) and {@code lock}: whoever holds the lock owns the server in it, so a server found alive
 * there is an orphan of a killed run, and is stopped.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final Path programs;
    private final int port;
    private final String password;
    private final DirectoryLock lock;
    private final boolean discarded;
    private boolean closed;

    /** Where a program finds one database of this server. */
    public record Database(String name, String url, String user, String password) {
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    /** A server whose rows are kept in this directory. Port 0 means any free one. */
    public static PostgresServer in(Path directory, int port) {
        return in(directory, port, sentence -> {});
    }

    /** As above; what a person should know (an orphan that was stopped) is said in one sentence. */
    public static PostgresServer in(Path directory, int port, Consumer<String> say) {
        return new PostgresServer(directory.toAbsolutePath().normalize(), port, say, false);
    }

    /**
     * A server for tests: gone, with its rows, when it is closed or at the latest with this JVM.
     */
    public static PostgresServer temporary() {
        var server = new PostgresServer(Directories.temporary("postgres"), 0, s -> {}, true);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-stop"));
        return server;
    }

    private PostgresServer(Path directory, int port, Consumer<String> say, boolean discarded) {
        this.directory = directory;
        this.port = port == 0 ? Ports.free() : port;
        this.discarded = discarded;
        this.lock = DirectoryLock.of(directory);
        try {
            this.programs = PostgresPrograms.unpacked();
            stopOrphan(say);
            Ports.requireFree(this.port, "PostgreSQL");
            this.password = password();
            if (!Files.exists(data().resolve("PG_VERSION"))) {
                initialise();
            }
            start();
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    /** Creates the database and its role of the same name when they are not there yet. */
    public Database ensureDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (Connection connection = superuser("postgres").connect();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + name + " login");
            }
            statement.execute("alter role %s password '%s'".formatted(name, password));
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database %s owner %s".formatted(name, name));
            }
            return new Database(name, url(name), name, password);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be made", e);
        }
    }

    /**
     * The server's owner, connected to one of its databases: for backups, faults and inspection.
     */
    public Database superuser(String database) {
        return new Database(database, url(database), "postgres", password);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static boolean exists(Connection connection, String sql, String name)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            stop();
            if (discarded) {
                Directories.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    /**
     * A killed JVM leaves its PostgreSQL running; we hold the directory's lock, so it is nobody's.
     */
    private void stopOrphan(Consumer<String> say) throws IOException {
        @Nullable Long pid = livingServer();
        if (pid == null) {
            return;
        }
        stop();
        say.accept(
                ("上次运行被强行终止，留下了 PostgreSQL（进程 %d）；已将其正常停止，数据完好。"
                                + " A PostgreSQL (process %d) was left over from a killed run; it has been stopped cleanly.")
                        .formatted(pid, pid));
    }

    private @Nullable Long livingServer() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return null;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return null;
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        // After a reboot the number may belong to any other program: only a postgres is ours.
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(p -> p.info().command().map(c -> c.endsWith("postgres")).orElse(true))
                .map(ProcessHandle::pid)
                .orElse(null);
    }

    private String password() throws IOException {
        Path file = directory.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }

    private void initialise() throws IOException {
        // Half a data directory is left when an earlier initialisation was killed.
        Directories.delete(data());
        String passwordFile = "--pwfile=" + directory.resolve("password");
        program(
                "initdb",
                "-D",
                data().toString(),
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                passwordFile,
                "-E",
                "UTF8",
                "--locale=C");
    }

    private void start() throws IOException {
        List<String> settings =
                List.of(
                        "port=" + port,
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=''",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "timezone=UTC",
                        "log_timezone=UTC",
                        "max_connections=200");
        // pg_ctl makes the server the leader of its own session: a Ctrl-C in the terminal does not
        // reach it, and it can be stopped last.
        program(
                "pg_ctl",
                "start",
                "-w",
                "-t",
                seconds(),
                "-D",
                data().toString(),
                "-l",
                directory.resolve("postgres.log").toString(),
                "-o",
                "-c " + String.join(" -c ", settings));
    }

    private void stop() throws IOException {
        program("pg_ctl", "stop", "-m", "fast", "-w", "-t", seconds(), "-D", data().toString());
    }

    private static String seconds() {
        return Long.toString(PATIENCE.toSeconds());
    }

    private void program(String name, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root: in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        Path output = directory.resolve(name + ".out");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (!finished(process) || process.exitValue() != 0) {
            process.destroyForcibly();
            String said = Files.readString(output, StandardCharsets.UTF_8).strip();
            throw new CannotStart(
                    "PostgreSQL 的 %s 失败：%s（日志 %s）"
                            .formatted(name, lastLine(said), directory.resolve("postgres.log")),
                    "PostgreSQL's %s failed; the log is %s."
                            .formatted(name, directory.resolve("postgres.log")));
        }
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private static boolean finished(Process process) {
        try {
            return process.waitFor(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
