package cn.fupin.townships;

import cn.fupin.townships.BulkDoor.LineAnswer;
import cn.fupin.townships.LoadPlan.Line;
import cn.fupin.townships.LoadPlan.Phase;
import cn.fupin.townships.LoadPlan.Target;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Loads townships through the services' public commands. Every command has the same key at every
 * load, so a load may be repeated, or gone on with after a crash: what is there stays as it is.
 */
public final class Loader implements AutoCloseable {
    /** Small enough that the progress moves and a lost answer costs little. */
    private static final int LINES_A_REQUEST = 200;

    private static final int REQUESTS_IN_FLIGHT = 3;

    /**
     * A service may restart in the middle; longer than that without one accepted line is the end.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final Map<Target, BulkDoor> doors = new EnumMap<>(Target.class);
    private final ExecutorService senders =
            Executors.newFixedThreadPool(
                    REQUESTS_IN_FLIGHT, Thread.ofPlatform().name("load-", 0).daemon().factory());
    private final Progress progress;
    private final long total;
    private final long beganNanos = System.nanoTime();
    private final Rate rate = new Rate();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong replayed = new AtomicLong();

    private final Services services;
    private final int townships;
    private int number;
    private String title = "";

    private Loader(Services services, Progress progress, long total, int townships) {
        this.services = services;
        this.progress = progress;
        this.total = total;
        this.townships = townships;
    }

    /** The clerks of each township sit in its county. */
    private void openDoors(Township township) {
        closeDoors();
        String region = township.divisions().getFirst().code();
        doors.put(Target.HOUSEHOLD, new BulkDoor(new Http(services.household()), region));
        doors.put(Target.PROJECT, new BulkDoor(new Http(services.project()), region));
        doors.put(Target.FUNDING, new BulkDoor(new Http(services.funding()), region));
        doors.put(Target.REPORTING, new BulkDoor(new Http(services.reporting()), region));
    }

    private void closeDoors() {
        doors.values().forEach(BulkDoor::close);
        doors.clear();
    }

    /** What a load did; {@code replayed} commands had been there already. */
    public record Loaded(long commands, long replayed, Duration took) {}

    /** One township. */
    public static Loaded load(Township township, Services services, Progress progress) {
        return load(List.of(township), services, progress);
    }

    /**
     * Sends every command of the townships, one after the other, and waits until the figures have
     * caught up.
     *
     * @throws LoadRefused when a service refuses a command for good, or does not answer in time
     */
    public static Loaded load(List<Township> townships, Services services, Progress progress) {
        Deque<List<Phase>> plans = new ArrayDeque<>();
        townships.forEach(township -> plans.add(LoadPlan.of(township)));
        long total = plans.stream().flatMap(List::stream).mapToLong(p -> p.lines().size()).sum();
        try (var loader = new Loader(services, progress, total, townships.size())) {
            // A plan is let go when it is done: all of them together are large.
            townships.forEach(township -> loader.run(township, plans.removeFirst()));
            loader.step("等待报表跟上", "waiting for the figures to catch up");
            CaughtUp.await(services);
            return new Loaded(total, loader.replayed.get(), loader.took());
        }
    }

    private void run(Township township, List<Phase> phases) {
        number++;
        title = township.title();
        openDoors(township);
        phases.forEach(this::run);
    }

    private void run(Phase phase) {
        step(phase.zh(), phase.en());
        var running = new ExecutorCompletionService<Void>(senders);
        List<List<Line>> chunks = chunks(phase.lines());
        chunks.forEach(chunk ->
                running.submit(() -> {
                    send(phase, chunk);
                    return null;
                }));
        for (int i = 0; i < chunks.size(); i++) {
            try {
                running.take().get();
            } catch (ExecutionException e) {
                senders.shutdownNow();
                throw e.getCause() instanceof LoadRefused refused
                        ? refused
                        : new LoadRefused("装载出错 / the load failed: " + phase.en(), e.getCause());
            } catch (InterruptedException e) {
                senders.shutdownNow();
                Thread.currentThread().interrupt();
                throw new LoadRefused("装载被中断 / the load was interrupted", e);
            }
        }
    }

    /** Lines of one stream stay together, so that they arrive in their order. */
    private static List<List<Line>> chunks(List<Line> lines) {
        Map<String, List<Line>> byStream = new LinkedHashMap<>();
        lines.forEach(l -> byStream.computeIfAbsent(l.stream(), s -> new ArrayList<>()).add(l));
        List<List<Line>> chunks = new ArrayList<>();
        List<Line> chunk = new ArrayList<>();
        for (List<Line> stream : byStream.values()) {
            if (!chunk.isEmpty() && chunk.size() + stream.size() > LINES_A_REQUEST) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
            }
            chunk.addAll(stream);
        }
        chunks.add(chunk);
        return chunks;
    }

    private void send(Phase phase, List<Line> chunk) throws InterruptedException {
        List<Line> open = chunk;
        String last = "";
        long sinceNanos = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            List<Line> again = open;
            try {
                var answers = door(phase).send(phase.clerk(), open);
                again = new ArrayList<>();
                for (int i = 0; i < open.size(); i++) {
                    if (!settled(phase, open.get(i), answers.get(i))) {
                        again.add(open.get(i));
                        last = open.get(i) + ": " + answers.get(i).sentence();
                    }
                }
            } catch (Http.Unreachable e) {
                last = String.valueOf(e.getMessage());
            }
            if (again.isEmpty()) {
                return;
            }
            if (again.size() < open.size()) {
                sinceNanos = System.nanoTime();
                pause = FIRST_PAUSE;
                step(phase.zh(), phase.en());
            }
            if (System.nanoTime() - sinceNanos > PATIENCE.toNanos()) {
                throw new LoadRefused("等了太久仍未成 / gave up waiting, " + phase.en() + ": " + last);
            }
            open = again;
            Thread.sleep(
                    pause); // a lookup lags or a service restarts: there is nothing to be told by
            pause =
                    pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                            ? LONGEST_PAUSE
                            : pause.multipliedBy(2);
        }
    }

    /** True when the line is done; false when it is worth sending again. */
    private boolean settled(Phase phase, Line line, LineAnswer answer) {
        if (!answer.accepted() && answer.worthAskingAgain()) {
            return false;
        }
        if (!answer.accepted() && !door(phase).isThereAlready(line, answer)) {
            throw new LoadRefused(
                    "命令被拒绝 / refused, %s: %s: %s".formatted(phase.en(), line, answer.sentence()));
        }
        replayed.addAndGet(answer.replayed() || !answer.accepted() ? 1 : 0);
        if (done.incrementAndGet() % 50 == 0) {
            step(phase.zh(), phase.en());
        }
        return true;
    }

    private BulkDoor door(Phase phase) {
        return Objects.requireNonNull(doors.get(phase.target()));
    }

    private void step(String zh, String en) {
        long sent = done.get();
        double perSecond = rate.perSecond(System.nanoTime(), sent);
        Duration eta = Rate.eta(perSecond, total - sent);
        progress.at(
                new Progress.Step(number, townships, title, zh, en, sent, total, perSecond, eta));
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }

    @Override
    public void close() {
        senders.shutdownNow();
        closeDoors();
    }
}
