package cn.fupin.local;

import cn.fupin.townships.Progress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** What a person reads while the system runs: Chinese first, English beside it. */
final class Console implements LocalSystem.Listener {
    private static final Duration BETWEEN_BARS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final Path home;
    private boolean barOpen;
    private long lastBar;
    private boolean lastShown;

    Console(PrintStream out, boolean terminal, Path home) {
        this.out = out;
        this.terminal = terminal;
        this.home = home;
    }

    synchronized void say(String line) {
        if (barOpen) {
            out.println();
            barOpen = false;
        }
        // a path below the repository is shorter, and as clear, without the repository
        out.println(line.replace(home + "/", ""));
        out.flush();
    }

    @Override
    public void notice(String sentence) {
        say(sentence);
    }

    @Override
    public void ready(Program program, String address, Duration after) {
        say("  就绪 ready  %-18s %-24s %5.1f s".formatted(program.title, address, seconds(after)));
    }

    @Override
    public void stopping() {
        say("正在停止… Stopping…");
    }

    @Override
    public void stopped(Program program) {
        say("  已停止 stopped  " + program.title);
    }

    /** A bar that is redrawn in a terminal, and a line now and then anywhere else. */
    synchronized void progress(Progress.Step step) {
        boolean last = step.done() >= step.total();
        long now = System.nanoTime();
        long pause = (terminal ? BETWEEN_BARS : BETWEEN_LINES).toNanos();
        if (now - lastBar < pause && !(last && !lastShown)) {
            return;
        }
        lastBar = now;
        lastShown = last;
        String text =
                "  %s %s%,d/%,d  %,.0f/s  剩余 ETA %s  %s %s"
                        .formatted(
                                bar(step.done(), step.total()),
                                step.of() == 1
                                        ? ""
                                        : "乡镇 township %d/%d  ".formatted(step.number(), step.of()),
                                step.done(),
                                step.total(),
                                step.perSecond(),
                                last || step.done() * 100 < step.total() || step.eta().isZero()
                                        ? "–" // nothing to go by yet, or nothing left
                                        : step.eta().toSeconds() + " s",
                                step.phaseZh(),
                                step.phaseEn());
        if (terminal) {
            out.print("\r" + text + "\u001b[K");
            out.flush();
            barOpen = true;
        } else {
            say(text);
        }
    }

    private static String bar(long done, long total) {
        int width = 30;
        int filled = total == 0 ? width : (int) Math.min(width, done * width / total);
        return "█".repeat(filled) + "░".repeat(width - filled);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
