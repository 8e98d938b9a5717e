package cn.fupin.household;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same deed by many at the same time. */
final class AtOnce {
    private AtOnce() {}

    static List<Reply> run(int times, IntFunction<Reply> deed) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var deeds =
                    IntStream.range(0, times)
                            .<Callable<Reply>>mapToObj(i -> () -> deed.apply(i))
                            .toList();
            var replies = new ArrayList<Reply>();
            for (var future : threads.invokeAll(deeds)) replies.add(future.get());
            return replies;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often each outcome came: {@code OK} or the refusal's reason. */
    static Map<String, Long> outcomes(List<Reply> replies) {
        Function<Reply, String> outcome =
                r -> r.status() == 200 ? "OK" : r.reason().isEmpty() ? r.text() : r.reason();
        return replies.stream().collect(Collectors.groupingBy(outcome, Collectors.counting()));
    }
}
