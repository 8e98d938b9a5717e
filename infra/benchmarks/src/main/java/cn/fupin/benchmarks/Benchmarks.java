package cn.fupin.benchmarks;

import com.google.common.base.Throwables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the measurements that are asked for and prints their table. */
final class Benchmarks {
    /** One measurement; it prints how it goes on, and returns its lines. */
    interface Benchmark {
        List<Measured> measure();
    }

    private Benchmarks() {}

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("fupin.home", "."));
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("ready", () -> WholeSystem.ready(home));
        all.put("load", () -> WholeSystem.load(home));
        all.put("read", OrderedRead::measure);
        all.put("relay", RelayRate::measure);
        all.put("rebuild", RegisterRebuild::measure);
        all.put("search", ClerkSearch::measure);
        all.put("lists", ClerkLists::measure);
        String asked = arguments.length == 0 ? "all" : arguments[0];
        Set<String> names = asked.equals("all") ? all.keySet() : Set.of(asked.split(","));
        if (!all.keySet().containsAll(names)) {
            System.out.println("未知 unknown: " + asked + "; 可选 there are: " + all.keySet());
            System.exit(2);
        }
        System.exit(measured(all, names) ? 0 : 1); // clients' threads need not be waited for
    }

    /** Whether all went well. */
    private static boolean measured(Map<String, Benchmark> all, Set<String> names) {
        List<Measured> lines = new ArrayList<>();
        try {
            all.forEach((name, benchmark) -> {
                if (names.contains(name)) {
                    System.out.println("· " + name + " …");
                    lines.addAll(benchmark.measure());
                }
            });
            print(lines);
            return true;
        } catch (RuntimeException e) {
            System.out.println("失败 failed: " + Throwables.getStackTraceAsString(e));
            return false;
        }
    }

    /** As Markdown, so that it reads the same in a terminal and in a README. */
    private static void print(List<Measured> lines) {
        System.out.printf(
                "%n%s，%d 核 cores，JDK %s，各为 %d 次的中位数 medians of %3$s runs%n%n"
                        .replace("%3$s", Integer.toString(Measured.RUNS)),
                LocalDate.now(java.time.ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                Measured.RUNS);
        System.out.println("| 测量 measured | 本系统 ours | 对照 beside it | 比 ratio | 目标 goal |");
        System.out.println("|---|---|---|---|---|");
        for (var line : lines) {
            System.out.printf(
                    "| %s %s | %s | %s | %s | %s |%n",
                    line.zh(), line.en(), line.ours(), line.beside(), line.ratio(), line.goal());
        }
    }
}
