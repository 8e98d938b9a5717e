package cn.fupin.townships;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Waits until the figures know all that was recorded: every event has its position, is published,
 * and is applied by every projection. Asked of the services' own metrics, first the writers', then
 * the readers', so that nothing can slip between.
 */
final class CaughtUp {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(400);

    /** A reader's lag is as of its last fetch; a batch being written shows only in what follows. */
    private static final int TIMES_UNCHANGED = 3;

    private static final List<String> WRITTEN =
            List.of("fupin_events_unpositioned", "fupin_relay_lag");
    private static final List<String> READ = List.of("fupin_projection_lag");
    private static final String APPLIED = "fupin_projection_applied";

    private CaughtUp() {}

    static void await(Services services) {
        for (URI service : services.all()) {
            untilZero(service, WRITTEN, 1);
        }
        untilZero(services.reporting(), READ, TIMES_UNCHANGED);
    }

    private static void untilZero(URI service, List<String> metrics, int times) {
        try (var http = new Http(service)) {
            long sinceNanos = System.nanoTime();
            int unchanged = 0;
            List<String> applied = List.of();
            Samples seen = new Samples("");
            while (System.nanoTime() - sinceNanos < PATIENCE.toNanos()) {
                seen = Samples.of(http);
                boolean same = applied.equals(seen.lines(APPLIED));
                applied = seen.lines(APPLIED);
                unchanged = !metrics.stream().allMatch(seen::isZero) ? 0 : same ? unchanged + 1 : 1;
                if (unchanged >= times) {
                    return;
                }
                Thread.sleep(PAUSE); // lag has no event of its own to wait for
            }
            throw new LoadRefused(
                    "报表迟迟没有跟上 / the figures do not catch up, asked %s: %s"
                            .formatted(service, metrics.stream().map(seen::lines).toList()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadRefused("等待被中断 / interrupted while waiting for the figures", e);
        }
    }

    /** Prometheus text: {@code name{labels} value} a line; empty while the service is away. */
    private record Samples(String text) {

        static Samples of(Http http) {
            try {
                return new Samples(http.get("/actuator/prometheus").body());
            } catch (Http.Unreachable e) {
                return new Samples("");
            }
        }

        boolean isZero(String metric) {
            var values =
                    lines(metric).stream()
                            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                            .toList();
            // No sample: the meter is not there yet. NaN: not known, so not zero.
            return !values.isEmpty() && values.stream().allMatch(v -> Double.parseDouble(v) == 0);
        }

        List<String> lines(String metric) {
            return text.lines().filter(line -> line.startsWith(metric)).toList();
        }
    }
}
