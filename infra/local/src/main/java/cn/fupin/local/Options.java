package cn.fupin.local;

import cn.fupin.townships.TownshipFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./run} was asked for; anything it does not know is refused.
 *
 * @param load a township file to be loaded in place of those that ship; null means those
 * @param townships which of those that ship were asked for by name; empty means none was
 */
record Options(
        boolean fresh,
        boolean check,
        boolean attach,
        boolean noLoad,
        boolean help,
        @Nullable Path load,
        List<String> townships) {
    static Options of(List<String> arguments) {
        var options = new Options(false, false, false, false, false, null, List.of());
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest);
        }
        if (options.noLoad && (options.check || options.load != null)) {
            throw new CannotStart(
                    "--no-load 不能与 --check 或 --load 同用。",
                    "--no-load does not go together with --check or --load.");
        }
        if (!options.townships.isEmpty() && (options.noLoad || options.load != null)) {
            throw new CannotStart(
                    "--townships 不能与 --no-load 或 --load 同用。",
                    "--townships does not go together with --no-load or --load.");
        }
        if (options.attach && (options.fresh || options.check || options.noLoad)) {
            throw new CannotStart(
                    "--attach 只能与 --load 或 --townships 同用。",
                    "--attach goes together with --load or --townships only.");
        }
        return options;
    }

    private Options with(String argument, Iterator<String> rest) {
        return switch (argument) {
            case "--fresh" -> new Options(true, check, attach, noLoad, help, load, townships);
            case "--check" -> new Options(fresh, true, attach, noLoad, help, load, townships);
            case "--no-load" -> new Options(fresh, check, attach, true, help, load, townships);
            case "--help", "-h" -> new Options(fresh, check, attach, noLoad, true, load, townships);
            case "--attach" -> new Options(fresh, check, true, noLoad, help, load, townships);
            case "--load" -> new Options(fresh, check, attach, noLoad, help, file(rest), townships);
            case "--townships" ->
                    new Options(fresh, check, attach, noLoad, help, load, names(rest));
            default ->
                    throw new CannotStart(
                            "未知选项“%s”；./run --help 列出全部选项。".formatted(argument),
                            "Unknown option \"%s\"; ./run --help lists them all."
                                    .formatted(argument));
        };
    }

    /** The samples asked for; all of them when none was named. */
    List<String> chosen() {
        return townships.isEmpty() ? TownshipFile.SHIPPED : townships;
    }

    private static List<String> names(Iterator<String> rest) {
        var names =
                Stream.of((rest.hasNext() ? rest.next() : "").split(","))
                        .map(String::strip)
                        .toList();
        if (!TownshipFile.SHIPPED.containsAll(names)) {
            String known = String.join(", ", TownshipFile.SHIPPED);
            throw new CannotStart(
                    "--townships 之后应为样本乡镇的名称，以逗号分隔：" + known + "。",
                    "--townships needs names of sample townships, separated by commas: " + known);
        }
        // in the order in which they are loaded, whatever the order they were named in
        return TownshipFile.SHIPPED.stream().filter(names::contains).toList();
    }

    private static Path file(Iterator<String> rest) {
        String name = rest.hasNext() ? rest.next() : "";
        Path file = Path.of(name);
        if (name.isBlank() || !Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotStart(
                    "--load 之后应为一个可读的乡镇文件，而不是“%s”。".formatted(name),
                    "--load needs a township file that can be read, not \"%s\".".formatted(name));
        }
        return file;
    }

    /** A file of its own, so that {@code ./run} shows it before anything is built. */
    static String helpText() {
        try (var text = Options.class.getResourceAsStream("help.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
