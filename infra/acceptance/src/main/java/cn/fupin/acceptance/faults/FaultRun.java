package cn.fupin.acceptance.faults;

import cn.fupin.acceptance.audit.Audit;
import cn.fupin.acceptance.audit.Finding;
import cn.fupin.acceptance.faults.WireProxy.Trap;
import cn.fupin.local.CannotStart;
import cn.fupin.local.LocalSystem;
import cn.fupin.local.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lives go on while programs are taken away one after another; after each, everything comes back,
 * and the auditor looks at all of it. The same seed is the same sequence of faults.
 */
public final class FaultRun {
    private static final int PEOPLE = 4;

    /** In a short run there is less between two audits, and more of the machine for what starts. */
    private static final int FEW_PEOPLE = 2;

    private static final int LATEST_MILLIS = 1500;
    private static final int FAULTS_A_ROUND = 3;

    /** A moment that does not come within this has no work that leads to it. */
    private static final long PATIENCE_MILLIS = 90_000;

    private static final long REBUILT_NANOS = 90_000_000_000L;

    private final Watched watched;
    private final long seed;
    private final Consumer<String> say;
    private final Random random;
    private final Clients clients;
    private final Lives lives;
    private final List<String> wrong = new ArrayList<>();
    private int round;

    private FaultRun(Watched watched, long seed, Consumer<String> say) {
        this.watched = watched;
        this.seed = seed;
        this.say = say;
        this.random = new Random(seed);
        this.clients = new Clients(Watched.addresses(watched.system()), Lives.county());
        this.lives = new Lives(clients, "run", seed);
    }

    /** {@code ./run --faults [--seed N] [--minutes M]}. */
    public static void main(String[] arguments) throws SQLException {
        Path home = Path.of(System.getProperty("fupin.home", "")).toAbsolutePath().normalize();
        try {
            var asked = Asked.of(List.of(arguments));
            List<String> wrong =
                    run(home, temporary(), asked.seed(), asked.time(), System.out::println);
            System.exit(wrong.isEmpty() ? 0 : 1);
        } catch (CannotStart sentence) {
            System.out.println(sentence.getMessage());
            System.exit(3);
        }
    }

    /** What the command line asks for. */
    record Asked(long seed, Duration time) {
        private static final String NUMBER = "\\d{1,9}";

        /**
         * @throws CannotStart naming the option that is wrong
         */
        static Asked of(List<String> arguments) {
            long seed = anySeed();
            long minutes = 5;
            for (var rest = arguments.iterator(); rest.hasNext(); ) {
                switch (rest.next()) {
                    case "--faults" -> {}
                    case "--seed" -> seed = number("--seed", rest);
                    case "--minutes" -> minutes = number("--minutes", rest);
                    default ->
                            throw new CannotStart(
                                    "用法：./run --faults [--seed N] [--minutes M]",
                                    "Usage: ./run --faults [--seed N] [--minutes M]");
                }
            }
            return new Asked(seed, Duration.ofMinutes(minutes));
        }

        private static long number(String option, Iterator<String> rest) {
            String value = rest.hasNext() ? rest.next() : "";
            if (!value.matches(NUMBER)) {
                throw new CannotStart(option + " 之后应为数字。", option + " needs a number.");
            }
            return Long.parseLong(value);
        }
    }

    /**
     * Faults of all kinds until the time is over, each kind once before any comes again.
     *
     * @return what was wrong; empty when nothing was
     */
    static List<String> run(Path home, Path data, long seed, Duration time, Consumer<String> say)
            throws SQLException {
        sayWhich(seed, "./run --faults --seed ", say);
        long begun = System.nanoTime();
        List<String> wrong;
        try (Watched watched = Watched.start(home, data)) {
            say.accept("系统就绪 the system is ready: %.1f s".formatted(seconds(begun)));
            wrong =
                    begin(
                            watched,
                            seed,
                            say,
                            run -> {
                                long end = System.nanoTime() + time.toNanos();
                                while (System.nanoTime() < end && run.wrong.isEmpty()) {
                                    for (Fault fault : shuffled(Fault.all(), run.random)) {
                                        if (System.nanoTime() < end && run.wrong.isEmpty()) {
                                            run.round(List.of(fault), PEOPLE);
                                        }
                                    }
                                }
                            });
        }
        if (wrong.isEmpty()) {
            delete(data);
        } else {
            say.accept("全部数据与日志留在 everything is left in " + data);
        }
        return wrong;
    }

    /** Every named point once, a few faults between two audits. */
    static List<String> once(Watched watched, long seed, Consumer<String> say) throws SQLException {
        sayWhich(seed, "mvn verify -Dfupin.faults.seed=", say);
        return begin(
                watched,
                seed,
                say,
                run -> {
                    List<Fault> faults = shuffled(Fault.essential(), run.random);
                    for (int i = 0; i < faults.size(); i += FAULTS_A_ROUND) {
                        int end = Math.min(i + FAULTS_A_ROUND, faults.size());
                        run.round(faults.subList(i, end), FEW_PEOPLE);
                    }
                });
    }

    /** For whoever asks for none: every run is another one. */
    static long anySeed() {
        return System.nanoTime() & 0xFFFF;
    }

    private static void sayWhich(long seed, String command, Consumer<String> say) {
        say.accept(
                "种子 seed %d · 同样次序再来一次 the same order again: %s%d".formatted(seed, command, seed));
    }

    private interface Course {
        void of(FaultRun run) throws SQLException;
    }

    private static List<String> begin(
            Watched watched, long seed, Consumer<String> say, Course course) throws SQLException {
        long begun = System.nanoTime();
        var run = new FaultRun(watched, seed, say);
        try (run.clients) {
            run.lives.prepare();
            course.of(run);
            say.accept(
                    "共 %d 轮 rounds · 命令 commands %d（重试 retries %d）· 发现 findings %d · %.0f s"
                            .formatted(
                                    run.round,
                                    run.lives.commands(),
                                    run.clients.retries(),
                                    run.wrong.size(),
                                    seconds(begun)));
        }
        return List.copyOf(run.wrong);
    }

    static List<Fault> shuffled(List<Fault> faults, Random random) {
        var order = new ArrayList<>(faults);
        Collections.shuffle(order, random);
        return order;
    }

    private void round(List<Fault> faults, int people) throws SQLException {
        round++;
        long begun = System.nanoTime();
        try (var crowd = lives.crowd(people)) {
            faults.forEach(this::strike);
            Objects.requireNonNull(crowd);
        }
        long again = clients.askAgain(40);
        Audit audit = Watched.audit(watched.system(), clients);
        say.accept(
                "  核查 audit %d · 事件 events %d · 答复 answers %d（再问 asked again %d）· %s · %.1f s"
                        .formatted(
                                round,
                                audit.events(),
                                clients.journal().size(),
                                again,
                                audit.findings().isEmpty()
                                        ? "无发现 no finding"
                                        : "发现 findings " + audit.findings().size(),
                                seconds(begun)));
        for (Finding finding : audit.findings()) {
            wrong.add(finding.toString());
            say.accept("  ! " + finding);
        }
        audit.unjudged().forEach(what -> say.accept("  未判 not judged: " + what));
        if (watched.system().crash().isDone()) {
            String crash = String.valueOf(watched.system().crash().join().getMessage());
            wrong.add(crash);
            say.accept("  ! " + crash);
        }
    }

    private void strike(Fault fault) {
        say.accept("种子 seed %d · %s · %s".formatted(seed, fault.zh(), fault.en()));
        LocalSystem system = watched.system();
        String projection = "";
        if (fault.moment() == null || fault.at() == null) {
            LockSupport.parkNanos(random.nextInt(LATEST_MILLIS) * 1_000_000L);
            take(system, fault.victim());
        } else {
            LockSupport.parkNanos(random.nextInt(LATEST_MILLIS / 3) * 1_000_000L);
            Trap trap = watched.trap(fault.at(), fault.moment());
            if (fault.needsRebuild()) {
                projection = rebuild();
            }
            if (!trap.sprung(PATIENCE_MILLIS)) {
                trap.release();
                String never = "这一时刻没有出现 the moment never came: " + fault.moment();
                wrong.add(never);
                say.accept("  ! " + never);
                return;
            }
            take(system, fault.victim());
            trap.release();
        }
        bring(system, fault.victim());
        if (!projection.isEmpty()) {
            awaitRebuilt(projection);
        }
    }

    /** Asks for the rebuild of a projection that is not being rebuilt; its name. */
    private String rebuild() {
        var projections =
                new ArrayList<>(
                        List.of("register", "clerk", "history", "money", "regions", "timeline"));
        Collections.shuffle(projections, random);
        for (String projection : projections) {
            String from = random.nextBoolean() ? "topic" : "history";
            if (!hasRows(projection)) {
                continue;
            }
            int status = clients.post(rebuildOf(projection), "{\"from\":\"%s\"}".formatted(from));
            if (status == 202) {
                say.accept("  重建 rebuild %s ← %s".formatted(projection, from));
                return projection;
            }
        }
        throw new IllegalStateException("no projection lets itself be rebuilt");
    }

    /** Of nothing, nothing is copied: early in a run the moment would never come. */
    private boolean hasRows(String projection) {
        try {
            return clients.get(of(projection, "digest"))
                    .path("tables")
                    .valueStream()
                    .anyMatch(table -> table.path("rows").asLong(0) > 0);
        } catch (IOException e) {
            return false;
        }
    }

    private URI rebuildOf(String projection) {
        return of(projection, "rebuild");
    }

    private URI of(String projection, String what) {
        return watched.system()
                .url(Program.REPORTING)
                .resolve("/projections/%s/%s".formatted(projection, what));
    }

    /** Whoever comes back carries it on, to its end; readers are on the new generation by then. */
    private void awaitRebuilt(String projection) {
        long deadline = System.nanoTime() + REBUILT_NANOS;
        String phase = "";
        while (System.nanoTime() < deadline) {
            try {
                phase = clients.get(rebuildOf(projection)).path("phase").asString("");
            } catch (IOException e) {
                phase = e.toString(); // not back yet
            }
            if (phase.equals("DONE") || phase.equals("DRAINING")) {
                say.accept("  重建完成 rebuilt %s: %s".formatted(projection, phase));
                return;
            }
            if (phase.equals("DIFFERS") || phase.equals("FAILED") || phase.equals("CANCELLED")) {
                break;
            }
            LockSupport.parkNanos(100_000_000);
        }
        String stopped =
                "重建 %s 停在 the rebuild of %s stands at %s".formatted(projection, projection, phase);
        wrong.add(stopped);
        say.accept("  ! " + stopped);
    }

    private static void take(LocalSystem system, Program victim) {
        if (victim == Program.POSTGRESQL) {
            system.postgres().crash();
        } else {
            system.kill(victim);
        }
    }

    private static void bring(LocalSystem system, Program victim) {
        if (victim == Program.POSTGRESQL) {
            system.postgres().recover();
        } else {
            system.restart(victim);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("fupin-faults-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
