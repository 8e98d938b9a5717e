package cn.fupin.local;

import cn.fupin.townships.TownshipFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * The build step that records the start-up caches ({@link AotCache}): starts PostgreSQL and Kafka
 * in a temporary directory, then each service in turn, asks it a few things, and stops it, upon
 * which the JDK writes its cache. Kafka's comes last. {@code ./run} calls it after a build.
 */
final class RecordAotCaches {
    /** What is asked of every service, so that serving a request is in its cache too. */
    private static final List<String> QUESTIONS =
            List.of("/commands", "/events?after=0", "/actuator/prometheus", "/projections", "/");

    private final Path home;
    private final Console console;
    private volatile boolean interrupted;

    private RecordAotCaches(Path home, Console console) {
        this.home = home;
        this.console = console;
    }

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("fupin.home", "")).toAbsolutePath().normalize();
        var console = new Console(System.out, Boolean.getBoolean("fupin.terminal"), home);
        int exit = 0;
        try {
            new RecordAotCaches(home, console).record();
        } catch (CannotStart sentence) {
            console.say(String.valueOf(sentence.getMessage()));
            exit = 1;
        }
        System.exit(exit);
    }

    private void record() {
        Path temporary = Directories.temporary("record");
        var programs = new ArrayList<>(Program.SERVICES);
        programs.add(Program.KAFKA);
        var system = LocalSystem.recording(Settings.onFreePorts(home, temporary));
        var hook = new Thread(() -> interrupt(system, temporary), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try (system) {
            TownshipFile.resource(
                    TownshipFile.SHIPPED.getFirst()); // what ./run reads first, for its own cache
            system.startServers();
            programs.forEach(program -> record(program, system));
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (RuntimeException e) {
            if (interrupted) {
                new CompletableFuture<Void>().join(); // no failure: the hook ends this JVM
            }
            throw e;
        }
        Directories.delete(temporary);
    }

    /** A person's Ctrl-C: what is written down now is not kept. */
    private void interrupt(LocalSystem system, Path temporary) {
        interrupted = true;
        system.close();
        Directories.delete(temporary);
    }

    private void record(Program program, LocalSystem system) {
        long begun = System.nanoTime();
        var cache = AotCache.of(home, program);
        cache.discard();
        if (program != Program.KAFKA) {
            system.restart(program);
            QUESTIONS.forEach(question -> system.ask(program, question));
        }
        system.stopSlowly(program);
        if (interrupted) {
            throw new CancellationException();
        }
        console.say(
                "  %s  %-18s %5.1f s"
                        .formatted(
                                cache.keep() ? "已录制 recorded" : "未录制 not recorded",
                                program.title,
                                (System.nanoTime() - begun) / 1e9));
    }
}
