package cn.fupin.townships;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads a township file by hand and prints its table. Exit status: 0 when every row came out as the
 * file declares, 1 when not, 2 when the file or a command is refused.
 */
public final class LoadTownship {
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "household", "http://localhost:8081",
                    "project", "http://localhost:8082",
                    "funding", "http://localhost:8083",
                    "reporting", "http://localhost:8084");

    private LoadTownship() {}

    public static void main(String... arguments) {
        // A program's printed table is its output, in UTF-8 wherever it is piped.
        System.exit(
                run(List.of(arguments), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    private static int run(List<String> arguments, PrintStream out) {
        var services = new HashMap<>(DEFAULTS);
        if (arguments.size() % 2 == 0 || !options(arguments, services)) {
            out.println(
                    "用法 usage: LoadTownship <file.json> [--household URL] [--project URL] [--funding URL]"
                            + " [--reporting URL]");
            return 2;
        }
        try {
            Township township = TownshipFile.read(Path.of(arguments.getFirst()));
            var at =
                    new Services(
                            URI.create(services.get("household")),
                            URI.create(services.get("project")),
                            URI.create(services.get("funding")),
                            URI.create(services.get("reporting")));
            Loader.Loaded loaded = Loader.load(township, at, new Printed(out));
            out.printf(
                    "%n%d 条命令,其中 %d 条早已在册,用时 %d 秒 / commands: %1$d, of them there already: %2$d, %3$d s%n%n",
                    loaded.commands(), loaded.replayed(), loaded.took().toSeconds());
            FigureTable table = FigureTable.of(township, at);
            out.print(table.text());
            return table.check() ? 0 : 1;
        } catch (TownshipFileRefused | LoadRefused | Http.Unreachable e) {
            out.println();
            out.println(e.getMessage());
            return 2;
        }
    }

    private static boolean options(List<String> arguments, Map<String, String> services) {
        for (int i = 1; i < arguments.size(); i += 2) {
            String service = arguments.get(i).replaceFirst("^--", "");
            if (services.replace(service, arguments.get(i + 1)) == null) {
                return false;
            }
        }
        return true;
    }

    /** A line per phase. */
    private static final class Printed implements Progress {
        private final PrintStream out;
        private String phase = "";

        Printed(PrintStream out) {
            this.out = out;
        }

        @Override
        public synchronized void at(Step step) {
            if (!step.phaseEn().equals(phase)) {
                phase = step.phaseEn();
                out.printf(
                        "%6d/%d  %5.0f/s  %s %s%n",
                        step.done(),
                        step.total(),
                        step.perSecond(),
                        step.phaseZh(),
                        step.phaseEn());
            }
        }
    }
}
