package cn.fupin.benchmarks;

import cn.fupin.local.LocalSystem;
import cn.fupin.local.LocalSystem.Caches;
import cn.fupin.local.Program;
import cn.fupin.local.Settings;
import cn.fupin.townships.Loader;
import cn.fupin.townships.Progress;
import cn.fupin.townships.Services;
import cn.fupin.townships.TownshipFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The system as {@code ./run} starts it, on free ports and empty databases. */
final class WholeSystem {
    private WholeSystem() {}

    /** From nothing to four healthy services, with the start-up caches and without. */
    static List<Measured> ready(Path home) {
        List<double[]> runs = new ArrayList<>();
        recordCaches(home);
        start(home, Caches.USED);
        for (int run = 0; run < Measured.RUNS; run++) {
            double with = start(home, Caches.USED);
            double without = start(home, Caches.IGNORED);
            System.out.printf("  %.1f s, %.1f s%n", with, without);
            runs.add(new double[] {with, without});
        }
        var medians = Measured.medians(runs);
        return List.of(
                new Measured(
                        "整个系统就绪，有启动缓存，对照无缓存",
                        "whole system ready, with start-up caches against without",
                        "%.1f s".formatted(medians.ours()),
                        "%.1f s".formatted(medians.beside()),
                        Measured.times(medians.ratio()),
                        "15 s"));
    }

    /** As {@code ./run} does after a build; the jars may be newer than what it recorded. */
    private static void recordCaches(Path home) {
        var starter = home.resolve("infra/local/target/local.jar");
        var java = Path.of(System.getProperty("java.home", ""), "bin", "java");
        try {
            int exit =
                    new ProcessBuilder(
                                    java.toString(),
                                    "-Dfupin.home=" + home,
                                    "-Dstdout.encoding=UTF-8",
                                    "-Dlogback.configurationFile=fupin-local-logback.xml",
                                    "-Dfupin.log.level=OFF",
                                    "-cp",
                                    starter.toString(),
                                    "cn.fupin.local.RecordAotCaches")
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) throw new IllegalStateException("no start-up caches, exit " + exit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double start(Path home, Caches caches) {
        Path data = temporary();
        try {
            long begun = System.nanoTime();
            try (var _ =
                    LocalSystem.start(
                            Settings.onFreePorts(home, data),
                            new LocalSystem.Listener() {},
                            caches)) {
                return (System.nanoTime() - begun) / 1e9;
            }
        } finally {
            delete(data);
        }
    }

    /** All townships, as {@code ./run} loads them, until the figures know them. */
    static List<Measured> load(Path home) {
        List<Load> runs = new ArrayList<>();
        for (int run = 0; run < Measured.RUNS; run++) {
            runs.add(loadOnce(home));
        }
        double seconds = Measured.median(runs.stream().map(Load::seconds).toList());
        double processor = Measured.median(runs.stream().map(Load::processorSeconds).toList());
        long commands = runs.getFirst().commands();
        return List.of(
                new Measured(
                        "装入 %d 个乡镇，共 %,d 条命令，直到报表跟上"
                                .formatted(TownshipFile.SHIPPED.size(), commands),
                        "load of every township until the figures have caught up",
                        "%.1f s, %,.0f/s; 处理器 processor %.0f s"
                                .formatted(seconds, commands / seconds, processor),
                        "–",
                        "–",
                        "90 s / 5 乡镇 townships"));
    }

    /**
     * @param processorSeconds of all programs together
     */
    private record Load(long commands, double seconds, double processorSeconds) {}

    private static Load loadOnce(Path home) {
        Path data = temporary();
        var townships = TownshipFile.SHIPPED.stream().map(TownshipFile::resource).toList();
        try (var system = LocalSystem.start(Settings.onFreePorts(home, data))) {
            var services =
                    new Services(
                            system.url(Program.HOUSEHOLD),
                            system.url(Program.PROJECT),
                            system.url(Program.FUNDING),
                            system.url(Program.REPORTING));
            double before = ProcessorTime.seconds(data);
            var loaded = Loader.load(townships, services, Progress.silent());
            var load =
                    new Load(
                            loaded.commands(),
                            loaded.took().toMillis() / 1e3,
                            ProcessorTime.seconds(data) - before);
            System.out.printf(
                    "  %,d: %.1f s, 处理器 processor %.0f s%n",
                    load.commands(), load.seconds(), load.processorSeconds());
            return load;
        } finally {
            delete(data);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("fupin-benchmark-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
