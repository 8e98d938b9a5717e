package cn.fupin.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a system's programs have used of the processors: of more use than a clock when others use
 * them too.
 */
final class ProcessorTime {
    private ProcessorTime() {}

    /**
     * Of this program, of all that it started, and of PostgreSQL, which lets go of whoever starts
     * it.
     *
     * @param data the system's directory, which PostgreSQL's command line names
     */
    static double seconds(Path data) {
        var here = ProcessHandle.current();
        var postgres =
                ProcessHandle.allProcesses()
                        .filter(p -> p.info().commandLine().orElse("").contains(data.toString()))
                        .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()));
        return Stream.of(Stream.of(here), here.descendants(), postgres)
                        .flatMap(s -> s)
                        .distinct()
                        .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus)
                        .toMillis()
                / 1e3;
    }
}
