package cn.fupin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's own {@code initdb} and {@code pg_ctl} for one directory. */
final class PostgresControl {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;

    PostgresControl(Path directory) {
        this.directory = directory;
    }

    void initialise(Path passwordFile) {
        // Half a data directory is left when an earlier initialisation was killed.
        Directories.delete(data());
        program(
                "initdb",
                List.of(
                        "-D" + data(),
                        "-Upostgres",
                        "-Ascram-sha-256",
                        "--pwfile=" + passwordFile,
                        "-EUTF8",
                        "--locale=C"));
    }

    boolean initialised() {
        return Files.exists(data().resolve("global").resolve("pg_control"))
                && Files.exists(data().resolve("PG_VERSION"));
    }

    /**
     * {@code pg_ctl} makes the server the leader of its own session: a Ctrl-C in the terminal does
     * not reach it, and it can be stopped last.
     *
     * @param durable whether a commit is to outlive the machine
     */
    void start(int port, boolean durable) {
        String kept = durable ? "on" : "off";
        List<String> settings =
                List.of(
                        "port=" + port,
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=''",
                        "fsync=" + kept,
                        "synchronous_commit=on",
                        "full_page_writes=" + kept,
                        "timezone=UTC",
                        "log_timezone=UTC",
                        "max_connections=200");
        program(
                "pg_ctl",
                List.of(
                        "start",
                        "-w",
                        "-t" + PATIENCE.toSeconds(),
                        "-D" + data(),
                        "-l" + log(),
                        "-o-c " + String.join(" -c ", settings)));
    }

    void stop() {
        stop("fast");
    }

    /** As after a power cut: nothing is written any more, the next start recovers from the log. */
    void crash() {
        stop("immediate");
    }

    private void stop(String how) {
        program(
                "pg_ctl",
                List.of("stop", "-m" + how, "-w", "-t" + PATIENCE.toSeconds(), "-D" + data()));
    }

    /** A killed JVM leaves its PostgreSQL running. The caller holds the lock, so it is nobody's. */
    void stopOrphan(Consumer<String> say) {
        @Nullable Long pid = livingServer();
        if (pid == null) {
            return;
        }
        stop();
        say.accept(
                "上次运行被强行终止，留下了 PostgreSQL（进程 %d）；已将其正常停止，数据完好。".formatted(pid)
                        + " A PostgreSQL (process %d) was left over from a killed run; it has been stopped cleanly."
                                .formatted(pid));
    }

    private @Nullable Long livingServer() {
        Path pidFile = data().resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
                return null;
            }
            // After a reboot the number may belong to any other program: only a postgres is ours.
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(p -> p.info().command().map(c -> c.endsWith("postgres")).orElse(true))
                    .map(ProcessHandle::pid)
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path log() {
        return directory.resolve("postgres.log");
    }

    private void program(String name, List<String> arguments) {
        Path output = directory.resolve(name + ".out");
        try {
            var command = new ArrayList<String>();
            if ("root".equals(System.getProperty("user.name"))) {
                // PostgreSQL refuses to run as root: in a user namespace of its own it is nobody.
                command.addAll(List.of("unshare", "-U"));
            }
            command.add(PostgresPrograms.unpacked().resolve("bin").resolve(name).toString());
            command.addAll(arguments);
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!finished(process) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw failed(name, Files.readString(output).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CannotStart failed(String name, String said) {
        String last = said.substring(said.lastIndexOf('\n') + 1);
        return new CannotStart(
                "PostgreSQL 的 %s 失败：%s（日志 %s）".formatted(name, last, log()),
                "PostgreSQL's %s failed; its log is %s".formatted(name, log()));
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
