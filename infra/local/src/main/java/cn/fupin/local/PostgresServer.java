package cn.fupin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * A real PostgreSQL, in a directory that is kept, with its durability on, or in a temporary one.
 * The directory holds {@code data/} (PostgreSQL's own), {@code postgres.log}, {@code password}
 * (mode 600) and {@code lock}: whoever holds the lock owns the server in it, so a server found
 * alive there is an orphan of a killed run, and is stopped.
 */
public final class PostgresServer implements AutoCloseable {
    private final Path directory;
    private final PostgresControl control;
    private final int port;
    private final String password;
    private final DirectoryLock lock;
    private final boolean discarded;
    private final boolean durable;
    private boolean closed;

    /** Where a program finds one database of this server. */
    public record Database(String name, String url, String user, String password) {
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        /**
         * A database of this server with a role of the same name; made when they are not there yet,
         * which this one's user must be allowed to do.
         */
        public Database ensureBeside(String other) {
            if (!other.matches("[a-z][a-z0-9_]{0,62}")) {
                throw new IllegalArgumentException("not a database name: " + other);
            }
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", other)) {
                    statement.execute("create role " + other + " login");
                }
                statement.execute("alter role %s password '%s'".formatted(other, password));
                if (!exists(connection, "select 1 from pg_database where datname = ?", other)) {
                    statement.execute("create database %s owner %s".formatted(other, other));
                }
                String server = url.substring(0, url.lastIndexOf('/') + 1);
                return new Database(other, server + other, other, password);
            } catch (SQLException e) {
                throw new IllegalStateException("database " + other + " could not be made", e);
            }
        }

        private static boolean exists(Connection connection, String sql, String name)
                throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, name);
                return query.executeQuery().next();
            }
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
     * A server for tests: gone, with its rows, when it is closed or at the latest with this JVM. No
     * commit waits for the disk, but where something is measured: {@code
     * -Dfupin.test.durable=true}.
     */
    public static PostgresServer temporary() {
        var server = new PostgresServer(Directories.temporary("postgres"), 0, s -> {}, true);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-stop"));
        return server;
    }

    /** Frees the port of a server that a killed run left in this directory. */
    static void stopOrphanIn(Path directory, Consumer<String> say) {
        try (var _ = DirectoryLock.of(directory)) {
            new PostgresControl(directory.toAbsolutePath().normalize()).stopOrphan(say);
        }
    }

    /** Where everything of it lies. */
    public Path directory() {
        return directory;
    }

    private PostgresServer(Path directory, int port, Consumer<String> say, boolean discarded) {
        this.directory = directory;
        this.control = new PostgresControl(directory);
        this.port = port == 0 ? Ports.free() : port;
        this.discarded = discarded;
        this.durable = !discarded || Boolean.getBoolean("fupin.test.durable");
        this.lock = DirectoryLock.of(directory);
        try {
            control.stopOrphan(say);
            Ports.requireFree(this.port, "PostgreSQL");
            this.password = password();
            if (!control.initialised()) {
                control.initialise(passwordFile());
            }
            control.start(this.port, durable);
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
        return superuser("postgres").ensureBeside(name);
    }

    /** The server's owner, connected to one of its databases: for backups, faults, inspection. */
    public Database superuser(String database) {
        return new Database(database, url(database), "postgres", password);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (discarded) {
                control.crash(); // to write down what is thrown away takes many seconds
                Directories.delete(directory);
            } else {
                control.stop();
            }
        } finally {
            lock.close();
        }
    }

    /** Stops it as a power cut would, without a word to anybody. */
    public synchronized void crash() {
        control.crash();
    }

    /** Starts it again after a {@link #crash()}; what had been committed is there. */
    public synchronized void recover() {
        control.start(port, durable);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }

    private String password() {
        try {
            if (!Files.exists(passwordFile())) {
                byte[] random = new byte[16];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        passwordFile(),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(passwordFile(), HexFormat.of().formatHex(random));
            }
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
