package cn.fupin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir Path directory;

    @Test
    void aKeptDirectoryKeepsItsRows() throws SQLException {
        try (var server = PostgresServer.in(directory, 0)) {
            execute(server, "create table village (name text)");
            execute(server, "insert into village values ('平川村')");
        }
        try (var server = PostgresServer.in(directory, 0)) {
            assertThat(single(server, "select name from village")).isEqualTo("平川村");
        }
    }

    @Test
    void itsDurabilityIsOnAndItsTextIsUtf8() throws SQLException {
        try (var server = PostgresServer.in(directory, 0)) {
            assertThat(
                            single(
                                    server,
                                    """
                                    select concat_ws(' ', current_setting('fsync'),
                                        current_setting('synchronous_commit'), current_setting('full_page_writes'),
                                        current_setting('server_encoding'), current_setting('log_timezone'),
                                        (select datcollate from pg_database where datname = current_database()))
                                    """))
                    .isEqualTo("on on on UTF8 UTC C");
        }
    }

    @Test
    void aSecondServerOnTheSameDirectoryIsRefused() {
        try (var first = PostgresServer.in(directory, 0)) {
            assertThatThrownBy(() -> PostgresServer.in(directory, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(directory.toString());
            assertThat(first.port()).isPositive();
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> PostgresServer.in(directory, taken.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("PostgreSQL");
        }
    }

    @Test
    void theServerOfAKilledRunIsStoppedAndItsRowsAreThere() throws Exception {
        Process killed =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path", ""),
                                Orphaned.class.getName(),
                                directory.toString())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader said = killed.inputReader();
        String line = Objects.requireNonNull(said.readLine());
        while (!line.equals("ready")) {
            line = Objects.requireNonNull(said.readLine());
        }
        killed.destroyForcibly().waitFor();

        List<String> sentences = new ArrayList<>();
        try (var server = PostgresServer.in(directory, 0, sentences::add)) {
            assertThat(sentences)
                    .singleElement()
                    .asString()
                    .contains("left over from a killed run");
            assertThat(single(server, "select name from village")).isEqualTo("平川村");
        }
    }

    /** The run that gets killed: starts a server, writes a row, and stays. */
    static final class Orphaned {
        public static void main(String[] arguments) throws Exception {
            var server = PostgresServer.in(Path.of(arguments[0]), 0);
            execute(server, "create table village (name text)");
            execute(server, "insert into village values ('平川村')");
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (var connection = server.ensureDatabase("fupin_test").connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(PostgresServer server, String sql) throws SQLException {
        try (var connection = server.ensureDatabase("fupin_test").connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
