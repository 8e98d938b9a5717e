package cn.fupin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class LocalSystemTest {
    @TempDir Path directory;

    @Test
    void servicesStopBeforeKafkaAndKafkaBeforePostgres() throws IOException {
        var settings = settings();
        var told = new Told();
        try (var system = LocalSystem.start(settings, told)) {
            assertThat(told.ready).containsExactlyInAnyOrder(Program.values());
            Path key = settings.data().resolve("keys/vault.key");
            assertThat(Base64.getDecoder().decode(Files.readString(key))).hasSize(32);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> LocalSystem.start(settings))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(system.settings().data().toString());
        }
        assertThat(told.stopped).hasSize(6).endsWith(Program.KAFKA, Program.POSTGRESQL);
        for (Program program : Program.values()) {
            assertThat(Ports.answers(settings.port(program))).as(program.title).isFalse();
        }
    }

    @Test
    void aCrashedServiceIsNamedWithItsLogAndItsLastError() throws Exception {
        try (var system = LocalSystem.start(settings())) {
            try (var socket = new Socket("127.0.0.1", system.url(Program.FUNDING).getPort())) {
                socket.getOutputStream().write("GET /crash HTTP/1.0\r\n\r\n".getBytes());
                CannotStart crash = system.crash().get(30, TimeUnit.SECONDS);
                assertThat(crash)
                        .hasMessageContaining("funding-service")
                        .hasMessageContaining("7")
                        .hasMessageContaining("ERROR the store is on fire Caused by: a match")
                        .hasMessageContaining(system.log(Program.FUNDING).toString());
            }
        }
    }

    @Test
    void aKilledServiceIsSaidToBeKilledWhateverItsLogSays() throws Exception {
        try (var system = LocalSystem.start(settings())) {
            Path log = system.log(Program.FUNDING);
            Files.writeString(log, "ERROR long ago\n", StandardOpenOption.APPEND);
            ProcessHandle funding =
                    ProcessHandle.current()
                            .children()
                            .filter(child -> listensFor(child, Program.FUNDING, system))
                            .findFirst()
                            .orElseThrow();
            funding.destroyForcibly();
            CannotStart crash = system.crash().get(30, TimeUnit.SECONDS);
            assertThat(crash)
                    .hasMessageContaining("funding-service 被终止（SIGKILL")
                    .hasMessageContaining("was killed")
                    .hasMessageContaining(log.toString());
            assertThat(crash.getMessage()).doesNotContain("long ago");
        }
    }

    private static boolean listensFor(ProcessHandle child, Program program, LocalSystem system) {
        var jar = system.settings().home().resolve(program.jar());
        return child.info().commandLine().orElse("").contains(jar.toString());
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingStarts() throws IOException {
        var settings = settings();
        var told = new Told();
        try (var taken = new ServerSocket(settings.port(Program.REPORTING))) {
            assertThatThrownBy(() -> LocalSystem.start(settings, told))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("reporting-service");
        }
        assertThat(told.ready).isEmpty();
        assertThat(settings.data().resolve("postgres/data")).doesNotExist();
    }

    @Test
    void aKilledRunIsClearedAwayByTheNextOne() throws Exception {
        var settings = settings();
        Process killed =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path", ""),
                                Killed.class.getName(),
                                settings.home().toString(),
                                ports(settings))
                        .redirectErrorStream(true)
                        .start();
        var said = new ArrayList<String>();
        try (var lines = killed.inputReader()) {
            var line = lines.readLine();
            while (line != null && !line.equals("ready")) {
                said.add(line);
                line = lines.readLine();
            }
            assertThat(line).as(String.join("\n", said)).isEqualTo("ready");
            killed.destroyForcibly().waitFor();
        }

        var told = new Told();
        try (var system = LocalSystem.start(settings, told)) {
            assertThat(system.crash()).isNotDone();
            assertThat(told.notices)
                    .hasSize(2)
                    .anySatisfy(s -> assertThat(s).contains("Kafka", "household-service"))
                    .anySatisfy(s -> assertThat(s).contains("PostgreSQL"));
        }
    }

    /** The run that gets killed. */
    static final class Killed {
        public static void main(String[] arguments) throws Exception {
            var ports = new java.util.EnumMap<Program, Integer>(Program.class);
            for (String port : arguments[1].split(",")) {
                String[] parts = port.split("=");
                ports.put(Program.valueOf(parts[0]), Integer.valueOf(parts[1]));
            }
            Path home = Path.of(arguments[0]);
            LocalSystem.start(new Settings(home, home.resolve("data"), ports));
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }

    private Settings settings() {
        Path home = FakeServices.home(directory);
        return Settings.onFreePorts(home, home.resolve("data"));
    }

    private static String ports(Settings settings) {
        var text = new ArrayList<String>();
        for (Map.Entry<Program, Integer> port : settings.ports().entrySet()) {
            text.add(port.getKey() + "=" + port.getValue());
        }
        return String.join(",", text);
    }

    private static final class Told implements LocalSystem.Listener {
        final List<String> notices = Collections.synchronizedList(new ArrayList<>());
        final List<Program> ready = Collections.synchronizedList(new ArrayList<>());
        final List<Program> stopped = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void notice(String sentence) {
            notices.add(sentence);
        }

        @Override
        public void ready(Program program, String address, Duration after) {
            ready.add(program);
        }

        @Override
        public void stopped(Program program) {
            stopped.add(program);
        }
    }
}
