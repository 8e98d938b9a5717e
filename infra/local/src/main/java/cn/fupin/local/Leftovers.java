package cn.fupin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The processes of a run, written down with their start, so that the next run can end what a killed
 * one left behind. Only a process with the same number <em>and</em> start is ever ended.
 */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path file;

    Leftovers(Path data) {
        this.file = data.resolve("processes");
    }

    void writeDown(Program program, long pid) {
        try {
            Files.writeString(
                    file,
                    "%s %d %s\n"
                            .formatted(
                                    program.title,
                                    pid,
                                    started(ProcessHandle.of(pid).orElseThrow())),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what is left; the caller holds the data's lock, so no other run can need it. */
    void end(Consumer<String> say) {
        List<String> ended = new ArrayList<>();
        // services before Kafka: whoever is asked to stop may still have something to write
        for (boolean kafka : List.of(false, true)) {
            Map<String, ProcessHandle> alive = alive(kafka);
            alive.values().forEach(ProcessHandle::destroy);
            alive.values().forEach(Leftovers::awaitEnd);
            ended.addAll(alive.keySet());
        }
        forget();
        if (!ended.isEmpty()) {
            say.accept(
                    "上次运行被强行终止，留下了 %s；已停止。 Left over from a killed run, and stopped: %s."
                            .formatted(String.join("、", ended), String.join(", ", ended)));
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit().completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }

    private Map<String, ProcessHandle> alive(boolean kafka) {
        var alive = new LinkedHashMap<String, ProcessHandle>();
        for (String line : lines()) {
            String[] parts = line.split(" ");
            if (parts[0].equals(Program.KAFKA.title) == kafka) {
                ProcessHandle.of(Long.parseLong(parts[1]))
                        .filter(process -> started(process).equals(parts[2]))
                        .ifPresent(process ->
                                alive.put(
                                        // a service may have had a second instance
                                        alive.containsKey(parts[0])
                                                ? parts[0] + "-" + parts[1]
                                                : parts[0],
                                        process));
            }
        }
        return alive;
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toString();
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
