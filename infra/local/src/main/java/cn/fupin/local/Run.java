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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** {@code ./run}: starts the whole system, loads the township, prints its table, and stays. */
public final class Run {
    static final String SAMPLE = "yanyuan-town";
    private static final CannotStart NO_CRASH = new CannotStart("", "");
    private static final int FINE = 0;
    private static final int VERDICTS_DIFFER = 1;
    private static final int NOT_STARTED = 3;

    private final Options options;
    private final Settings settings;
    private final Console console;
    private final Township township;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    private Run(Options options, Settings settings, Console console, Township township) {
        this.options = options;
        this.settings = settings;
        this.console = console;
        this.township = township;
    }

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("fupin.home", "")).toAbsolutePath().normalize();
        var console = new Console(System.out, Boolean.getBoolean("fupin.terminal"), home);
        int exit;
        try {
            exit = run(Options.of(List.of(arguments)), console, home);
        } catch (CannotStart | LoadRefused | TownshipFileRefused sentence) {
            console.say(String.valueOf(sentence.getMessage()));
            exit = NOT_STARTED;
        }
        System.exit(exit);
    }

    private static int run(Options options, Console console, Path home) {
        if (options.help()) {
            console.say(Options.HELP.stripTrailing());
            return FINE;
        }
        Path file = options.load();
        var township = file == null ? TownshipFile.resource(SAMPLE) : TownshipFile.read(file);
        if (!options.check()) {
            var settings = Settings.standard(home, System.getenv());
            var run = new Run(options, settings, console, township);
            return options.attach() ? run.attach() : run.start();
        }
        Path temporary = Directories.temporary("check");
        int exit =
                new Run(options, Settings.onFreePorts(home, temporary), console, township).start();
        Directories.delete(temporary); // a run that failed leaves its logs to be read
        return exit;
    }

    private int start() {
        long begun = System.nanoTime();
        var system = LocalSystem.claim(settings, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(system), "stop"));
        try (system) {
            if (options.fresh()) {
                discard();
            }
            console.say("正在启动… Starting…");
            system.start();
            console.say("全部就绪 All ready: %.1f s".formatted((System.nanoTime() - begun) / 1e9));
            if (wantsLoad(system)) {
                load(system);
            }
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
    private void discard() {
        for (String name : List.of("postgres", "kafka", "keys", "logs")) {
            Directories.delete(settings.data().resolve(name));
        }
        finishLoading();
        console.say("已清除 data/ 中的全部数据 · discarded everything in data/");
    }

    private boolean wantsLoad(LocalSystem system) {
        if (options.noLoad() || options.load() != null) {
            return !options.noLoad();
        }
        String begun = begunLoad();
        if (!begun.isEmpty() && !begun.equals(township.id())) {
            console.say(
                    "乡镇文件 %s 的装入没有完成；请用 --load 继续。 The load of the township %s has not been finished; go on with --load."
                            .formatted(begun, begun));
            return false;
        }
        return !begun.isEmpty() || system.empty();
    }

    /** A load that was interrupted goes on where it was: what has been answered has one effect. */
    private void load(LocalSystem system) {
        beginLoading();
        orCrash(system, this::load);
        finishLoading();
    }

    private Loader.Loaded load() {
        console.say("正在装入 Loading: %s %s".formatted(township.title(), township.titleEn()));
        var loaded = Loader.load(township, services(), console::progress);
        console.say(
                "已装入 loaded: %,d 条命令 commands (%,d 条早已装入 were there), %.1f s, %,.0f/s"
                        .formatted(
                                loaded.commands(),
                                loaded.replayed(),
                                loaded.took().toMillis() / 1e3,
                                loaded.commands() * 1e3 / Math.max(1, loaded.took().toMillis())));
        return loaded;
    }

    /** Into a system that somebody else started. */
    private int attach() {
        load();
        return verdict(FigureTable.of(township, services()));
    }

    private Path loading() {
        return settings.data().resolve("loading");
    }

    /** The id of the township whose load was interrupted; empty when none was. */
    private String begunLoad() {
        try {
            return Files.exists(loading()) ? Files.readString(loading()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beginLoading() {
        try {
            Files.writeString(loading(), township.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finishLoading() {
        try {
            Files.deleteIfExists(loading());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int check(LocalSystem system) {
        return verdict(orCrash(system, () -> FigureTable.of(township, services())));
    }

    private int verdict(FigureTable table) {
        console.say(table.text());
        return table.check() ? FINE : VERDICTS_DIFFER;
    }

    private int stay(LocalSystem system) {
        if (!options.noLoad()) {
            console.say(orCrash(system, () -> FigureTable.of(township, services())).text());
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
