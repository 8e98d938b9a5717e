package cn.fupin.local;

import cn.fupin.townships.TownshipFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
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
    static final String HELP =
            """
            用法 Usage: ./run [选项 options]

            启动整个系统：PostgreSQL、Kafka 和四个服务；库为空时装入五个样本乡镇，打印数字表，按 Ctrl-C 停止。
            Starts the whole system: PostgreSQL, Kafka and the four services; loads the five sample townships
            into an empty store, prints their tables of figures, and stays up until Ctrl-C.

              --fresh        先清除 data/ 中的全部数据
                             discards everything in data/ first
              --check        在空闲端口和临时目录中完整运行一遍，打印数字表后停止；每一行都符合声明时退出码为 0
                             runs it all on free ports in a temporary directory, prints the table, stops;
                             exits 0 only if every reached row has its declared verdict
              --load <文件>   装入这个乡镇文件，而不是样本乡镇；已装入的部分不会重复
                             loads this township file, not the samples; what is there already stays as it is
              --townships <名,名>
                             只装入这几个样本乡镇，库不为空也装入；早已装入的不再装入
                             loads these samples only, also into a store that is not empty; not again what is there:
                             %s
              --attach       不启动任何程序：装入已在运行的系统（如 docker compose），打印数字表
                             starts nothing: loads into a system that runs (docker compose), prints the table
              --no-load      什么也不装入 · loads nothing
              --faults [--seed N] [--minutes M]
                             在空闲端口和临时目录中，负载之下反复杀死各程序，每次恢复后独立核查（默认 5 分钟）；有发现时退出码为 1
                             on free ports, kills the programs under load again and again, audits after each (5 minutes
                             if not told); exits 1 on a finding
              --rebuild <投影> [--from topic|history | --pause | --resume | --cancel]
                             在运行中的系统里，于现行表旁重建一个投影（如 register），显示进度，比较摘要后切换
                             in a system that runs: rebuilds a projection (register, …) beside the live one, shows how
                             it goes on, and switches when the digests are equal
              --help         打印本说明 · prints this

            端口可用环境变量更改 · ports can be moved by variables:
            %s\
            """
                    .formatted(String.join(", ", TownshipFile.SHIPPED), ports());

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

    private static String ports() {
        var text = new StringBuilder();
        for (Program program : Program.values()) {
            text.append(
                    "  %-22s %5d  %s%n"
                            .formatted(program.portVariable(), program.usualPort, program.title));
        }
        return text.toString();
    }
}
