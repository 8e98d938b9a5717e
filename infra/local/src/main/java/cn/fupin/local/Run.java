package cn.fupin.local;

import cn.fupin.townships.FigureTable;
import cn.fupin.townships.LoadRefused;
import cn.fupin.townships.Loader;
import cn.fupin.townships.Services;
import cn.fupin.townships.Township;
import cn.fupin.townships.TownshipFile;
import cn.fupin.townships.TownshipFileRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code ./run}: starts the whole system, loads the townships, prints their tables, and stays. */
public final class Run {
    private static final CannotStart NO_CRASH = new CannotStart("", "");
    private static final String LOADING = "loading";
    private static final int FINE = 0;
    private static final int VERDICTS_DIFFER = 1;
    private static final int NOT_STARTED = 3;

    private final Options options;
    private final Settings settings;
    private final Console console;
    private final Map<String, Township> read = new LinkedHashMap<>();
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    private Run(Options options, Settings settings, Console console) {
        this.options = options;
        this.settings = settings;
        this.console = console;
    }

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("fupin.home", "")).toAbsolutePath().normalize();
        var console = new Console(System.out, Boolean.getBoolean("fupin.terminal"), home);
        int exit;
        try {
            exit =
                    RebuildOrder.isIn(List.of(arguments))
                            ? rebuild(RebuildOrder.of(List.of(arguments)), console, home)
                            : run(Options.of(List.of(arguments)), console, home);
        } catch (CannotStart | LoadRefused | TownshipFileRefused sentence) {
            console.say(String.valueOf(sentence.getMessage()));
            exit = NOT_STARTED;
        }
        System.exit(exit);
    }

    /** In a system that somebody else started. */
    private static int rebuild(RebuildOrder order, Console console, Path home) {
        URI reporting = Settings.standard(home, System.getenv()).url(Program.REPORTING);
        try (var view = new RebuildView(reporting, console)) {
            return view.carryOut(order) ? FINE : VERDICTS_DIFFER;
        }
    }

    private static int run(Options options, Console console, Path home) {
        if (options.help()) {
            console.say(Options.helpText().stripTrailing());
            return FINE;
        }
        if (!options.check()) {
            var run = new Run(options, Settings.standard(home, System.getenv()), console);
            run.readFile();
            return options.attach() ? run.attach() : run.start();
        }
        Path temporary = Directories.temporary("check");
        var run = new Run(options, Settings.onFreePorts(home, temporary), console);
        run.readFile();
        int exit = run.start();
        Directories.delete(temporary); // a run that failed leaves its logs to be read
        return exit;
    }

    /**
     * A file of one's own is refused before anything starts; those that ship are known to be good.
     */
    private void readFile() {
        Path file = options.load();
        if (file != null) {
            Township township = TownshipFile.read(file);
            read.put(township.id(), township);
        }
    }

    private int start() {
        long begun = System.nanoTime();
        var system = LocalSystem.claim(settings, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(system), "stop"));
        try (system) {
            if (options.fresh()) {
                discard(settings.data());
                console.say("已清除 data/ 中的全部数据 · discarded everything in data/");
            }
            console.say("正在启动… Starting…");
            system.start();
            console.say("全部就绪 All ready: %.1f s".formatted((System.nanoTime() - begun) / 1e9));
            orCrash(
                    system,
                    () -> {
                        load(wanted(system));
                        return FINE;
                    });
            int exit = options.check() ? check(system) : stay(system);
            ended.set(true);
            return exit;
        } catch (RuntimeException e) {
            waitIfInterrupted();
            ended.set(true);
            throw e;
        }
    }

    private void interrupt(LocalSystem system) {
        interrupted.set(true);
        system.close();
        if (options.check() && !ended.get()) {
            Directories.delete(settings.data()); // a person who stops a check wants nothing of it
        }
    }

    /** Whatever fails because a person stops the system is no failure: the JVM is about to end. */
    private void waitIfInterrupted() {
        if (interrupted.get()) {
            new CompletableFuture<Void>().join();
        }
    }

    /** Only what this program makes; anything else a person keeps in there stays. */
    static void discard(Path data) {
        for (String name : List.of("postgres", "kafka", "keys", "files", "logs", LOADING)) {
            Directories.delete(data.resolve(name));
        }
    }

    /** What is to be loaded: what was asked for, or what was begun, or all into an empty store. */
    private List<Township> wanted(LocalSystem system) {
        if (options.noLoad()) {
            return List.of();
        }
        if (options.load() != null) {
            return List.copyOf(read.values());
        }
        List<String> begun = begunLoad();
        if (!TownshipFile.SHIPPED.containsAll(begun)) {
            console.say(
                    "乡镇文件 %s 的装入没有完成；请用 --load 继续。 The load of the township %<s has not been finished; go on with --load."
                            .formatted(String.join(", ", begun)));
            return List.of();
        }
        if (system.empty()) {
            return shipped(options.chosen());
        }
        List<String> names = options.townships().isEmpty() ? begun : options.townships();
        List<Township> left = notLoaded(shipped(names));
        finishLoading(names.stream().filter(n -> left.stream().noneMatch(t -> t.id().equals(n))));
        return left;
    }

    private List<Township> shipped(List<String> names) {
        return names.stream()
                .map(name -> read.computeIfAbsent(name, TownshipFile::resource))
                .toList();
    }

    private List<Township> notLoaded(List<Township> townships) {
        return townships.stream().filter(t -> !isLoaded(t)).toList();
    }

    private boolean isLoaded(Township township) {
        boolean loaded = FigureTable.of(township, services()).isLoaded();
        if (loaded) {
            console.say(
                    "早已装入 Loaded before: %s %s".formatted(township.title(), township.titleEn()));
        }
        return loaded;
    }

    /** A load that was interrupted goes on where it was: what has been answered has one effect. */
    private void load(List<Township> townships) {
        if (townships.isEmpty()) {
            return;
        }
        beginLoading(townships);
        send(townships);
        finishLoading(townships.stream().map(Township::id));
    }

    private void send(List<Township> townships) {
        for (int i = 0; i < townships.size(); i++) {
            Township t = townships.get(i);
            console.say(
                    "正在装入 Loading %d/%d: %s %s"
                            .formatted(i + 1, townships.size(), t.title(), t.titleEn()));
        }
        var loaded = Loader.load(townships, services(), console::progress);
        console.say(
                "已装入 loaded: %,d 条命令 commands (%,d 条早已装入 were there), %.1f s, %,.0f/s"
                        .formatted(
                                loaded.commands(),
                                loaded.replayed(),
                                loaded.took().toMillis() / 1e3,
                                loaded.commands() * 1e3 / Math.max(1, loaded.took().toMillis())));
    }

    /** Into a system that somebody else started. */
    private int attach() {
        var townships =
                options.load() != null
                        ? List.copyOf(read.values())
                        : notLoaded(shipped(options.chosen()));
        if (!townships.isEmpty()) {
            send(townships);
        }
        return verdict(tables(false));
    }

    private Path loading() {
        return settings.data().resolve(LOADING);
    }

    /** The ids of the townships whose load was interrupted; empty when none was. */
    private List<String> begunLoad() {
        try {
            return Files.exists(loading())
                    ? Files.readString(loading()).lines().filter(l -> !l.isBlank()).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beginLoading(List<Township> townships) {
        Set<String> begun = new LinkedHashSet<>(begunLoad());
        townships.forEach(township -> begun.add(township.id()));
        write(begun);
    }

    /** What else was begun before stays to be finished. */
    private void finishLoading(Stream<String> loaded) {
        Set<String> left = new LinkedHashSet<>(begunLoad());
        loaded.forEach(left::remove);
        write(left);
    }

    private void write(Set<String> begun) {
        try {
            if (begun.isEmpty()) {
                Files.deleteIfExists(loading());
            } else {
                Files.write(loading(), begun);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int check(LocalSystem system) {
        return verdict(orCrash(system, () -> tables(false)));
    }

    private int verdict(List<FigureTable> tables) {
        console.say(FigureTable.text(tables));
        return tables.stream().allMatch(FigureTable::check) ? FINE : VERDICTS_DIFFER;
    }

    /**
     * @param thoseThereAre only of townships that are loaded; else of all that should be
     */
    private List<FigureTable> tables(boolean thoseThereAre) {
        var townships =
                options.load() != null ? List.copyOf(read.values()) : shipped(options.chosen());
        return townships.stream()
                .map(township -> FigureTable.of(township, services()))
                .filter(table -> !thoseThereAre || table.isLoaded())
                .toList();
    }

    private int stay(LocalSystem system) {
        if (!options.noLoad()) {
            var tables = orCrash(system, () -> tables(true));
            if (!tables.isEmpty()) {
                console.say(FigureTable.text(tables));
            }
        }
        console.say("控制台 Console: " + system.url(Program.REPORTING) + "/");
        for (Program service : Program.SERVICES) {
            console.say("接口 API: %-18s %s".formatted(service.title, system.url(service)));
        }
        console.say("日志 Logs: " + settings.data().resolve("logs"));
        console.say("按 Ctrl-C 停止。Ctrl-C stops everything.");
        throw system.crash().join();
    }

    private Services services() {
        return new Services(
                settings.url(Program.HOUSEHOLD),
                settings.url(Program.PROJECT),
                settings.url(Program.FUNDING),
                settings.url(Program.REPORTING));
    }

    /**
     * Work that needs every program: a crash ends it at once, and says why better than it could.
     */
    private static <T> T orCrash(LocalSystem system, Supplier<T> work) {
        var done = new CompletableFuture<T>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        done.complete(work.get());
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                });
        CompletableFuture.anyOf(done, system.crash()).exceptionally(failure -> null).join();
        if (!done.isDone() || done.isCompletedExceptionally()) {
            throwIfCrashed(system); // the work may notice that a program is gone before we do
        }
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static void throwIfCrashed(LocalSystem system) {
        CannotStart crash =
                system.crash().copy().completeOnTimeout(NO_CRASH, 2, TimeUnit.SECONDS).join();
        if (crash != NO_CRASH) {
            throw crash;
        }
    }
}
