package cn.fupin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One Java program as a process of its own, with its log; stopped by SIGTERM. */
final class ChildProcess {
    private static final Duration STOPPING = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 150;

    /** What a shell makes of a signal that ended a program: 128 and its number. */
    private static final Map<Integer, String> SIGNALS = Map.of(137, "SIGKILL", 143, "SIGTERM");

    private final String title;
    private final Path log;
    private final Process process;
    private volatile boolean stopping;

    private ChildProcess(String title, Path log, Process process) {
        this.title = title;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts this JDK's {@code java} with these arguments; the log of the run before is kept
     * beside.
     */
    static ChildProcess java(
            String title, Path log, Map<String, String> environment, List<String> arguments) {
        try {
            Files.createDirectories(Objects.requireNonNull(log.getParent()));
            if (Files.exists(log)) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".previous"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            var command = new ArrayList<String>();
            // A Ctrl-C in the terminal goes to every process of the group; the children must leave
            // it to us, so that services stop before Kafka, and Kafka before PostgreSQL.
            command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
            command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
            command.addAll(arguments);
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .redirectInput(Path.of("/dev/null").toFile());
            builder.environment().putAll(environment);
            return new ChildProcess(title, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits until the program says that it is ready; it may end before, or never get there.
     *
     * @param teller is told now and then that it takes long
     */
    void awaitReady(BooleanSupplier ready, Consumer<String> teller) {
        long begun = System.nanoTime();
        var patience = new Patience();
        while (!ready.getAsBoolean()) {
            if (ended(POLL_MILLIS)) {
                throw crash();
            }
            var after = Duration.ofNanos(System.nanoTime() - begun);
            switch (patience.look(after, log.toFile().length(), worked())) {
                case WAIT -> {}
                case SAY -> teller.accept(stillStarting(after, patience.quiet(after)));
                case HANGS -> throw hangs();
                case TOO_LONG -> throw takesTooLong();
            }
        }
    }

    private Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private String stillStarting(Duration after, Duration quiet) {
        return ("  %s 启动已 %d s，还在进行（%d s 前有进展），继续等待"
                        + " still starting after %d s (progress %d s ago), waiting on")
                .formatted(
                        title,
                        after.toSeconds(),
                        quiet.toSeconds(),
                        after.toSeconds(),
                        quiet.toSeconds());
    }

    private CannotStart hangs() {
        long seconds = Patience.STILL.toSeconds();
        return new CannotStart(
                "%s 没有就绪，且已 %d 秒没有任何进展；日志：%s".formatted(title, seconds, log),
                "%s is not ready and has made no progress for %d s; its log is %s"
                        .formatted(title, seconds, log));
    }

    private CannotStart takesTooLong() {
        long minutes = Patience.LONGEST.toMinutes();
        return new CannotStart(
                "%s 在 %d 分钟内没有就绪；日志：%s".formatted(title, minutes, log),
                "%s was not ready within %d min; its log is %s".formatted(title, minutes, log));
    }

    /** Completes with a sentence when the program ends although nobody asked it to. */
    CompletableFuture<CannotStart> crashed() {
        var crashed = new CompletableFuture<CannotStart>();
        process.onExit()
                .thenAccept(ended -> {
                    if (!stopping) {
                        crashed.complete(crash());
                    }
                });
        return crashed;
    }

    void stop() {
        stop(STOPPING);
    }

    /** As {@link #stop()}, for a program that has more to do at its end than to stop. */
    void stop(Duration patience) {
        stopping = true;
        process.destroy();
        if (!ended(patience.toMillis())) {
            process.destroyForcibly();
        }
    }

    /** As after a power cut: the program gets no chance to say anything. */
    void kill() {
        stopping = true;
        process.destroyForcibly();
        ended(STOPPING.toMillis());
    }

    /** Stands still until {@link #resume}, as in a long pause of its machine. */
    void suspend() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("kill -" + name + " " + title + " did not work");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks first, waits for it afterwards: several can be stopped at once. */
    void askToStop() {
        stopping = true;
        process.destroy();
    }

    private boolean ended(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CannotStart crash() {
        int code = process.exitValue();
        String signal = SIGNALS.get(code);
        if (signal != null) {
            // It had no time to say why: the last error in its log is another story.
            return new CannotStart(
                    "%s 被终止（%s，退出码 %d）；日志：%s".formatted(title, signal, code, log),
                    "%s was killed (%s, exit code %d); its log is %s"
                            .formatted(title, signal, code, log));
        }
        String cause = LogFile.lastError(log);
        return new CannotStart(
                "%s 意外退出（退出码 %d）：%s；日志：%s".formatted(title, code, cause, log),
                "%s ended unexpectedly (exit code %d); its log is %s".formatted(title, code, log));
    }

    /** What a log says about its end. */
    static final class LogFile {
        private static final int LONGEST = 300;

        private LogFile() {}

        /** The last ERROR line with the deepest cause after it; without one, the last line. */
        static String lastError(Path log) {
            List<String> lines = lines(log);
            String found = "";
            String cause = "";
            String last = "";
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.contains(" ERROR ")) {
                    found = line;
                    cause = "";
                } else if (line.startsWith("Caused by: ")) {
                    cause = line;
                } else if (line.equals("Description:") && i + 2 < lines.size()) {
                    cause = lines.get(i + 2).strip();
                }
                last = line.isEmpty() ? last : line;
            }
            String sentence = found.isEmpty() ? last : (found + " " + cause).strip();
            return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
        }

        private static List<String> lines(Path log) {
            try {
                return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            } catch (IOException e) {
                return List.of(); // a log that cannot be read says nothing; the sentence names it
            }
        }
    }
}
