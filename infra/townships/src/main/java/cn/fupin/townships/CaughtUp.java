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
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final List<String> WRITTEN =
            List.of("fupin_events_unpositioned", "fupin_relay_lag");
    private static final List<String> READ = List.of("fupin_projection_lag");

    private CaughtUp() {}

    static void await(Services services) {
        for (URI service : services.all()) {
            untilZero(service, WRITTEN);
        }
        untilZero(services.reporting(), READ);
    }

    private static void untilZero(URI service, List<String> metrics) {
        try (var http = new Http(service)) {
            long sinceNanos = System.nanoTime();
            String seen = "";
            while (System.nanoTime() - sinceNanos < PATIENCE.toNanos()) {
                try {
                    seen = http.get("/actuator/prometheus").body();
                    if (metrics.stream().allMatch(new Samples(seen)::areZero)) {
                        return;
                    }
                } catch (Http.Unreachable e) {
                    seen = String.valueOf(e.getMessage());
                }
                Thread.sleep(PAUSE); // lag has no event of its own to wait for
            }
            throw new LoadRefused(
                    "报表迟迟没有跟上 / the figures do not catch up, asked %s: %s"
                            .formatted(service, new Samples(seen).lines(metrics)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadRefused("等待被中断 / interrupted while waiting for the figures", e);
        }
    }

    /** Prometheus text: {@code name{labels} value} a line. */
    private record Samples(String text) {

        boolean areZero(String metric) {
            var values =
                    lines(List.of(metric)).stream()
                            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                            .toList();
            // No sample: the meter is not there yet. NaN: not known, so not zero.
            return !values.isEmpty() && values.stream().allMatch(v -> Double.parseDouble(v) == 0);
        }

        List<String> lines(List<String> metrics) {
            return text.lines()
                    .filter(line ->
                            metrics.stream()
                                    .anyMatch(m ->
                                            line.startsWith(m + "{") || line.startsWith(m + " ")))
                    .toList();
        }
    }
}
