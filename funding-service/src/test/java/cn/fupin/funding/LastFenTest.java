package cn.fupin.funding;

import static cn.fupin.funding.FundingServer.done;
import static cn.fupin.funding.FundingServer.newId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever comes second to the last fen is refused and told why; 64 come at once. */
class LastFenTest {
    private static final int RACERS = 64;

    private static final FundingServer funding = FundingServer.shared();

    private final String project = newId("project");
    private final String appropriation = newId("appropriation");
    private final String allocation = newId("allocation");

    private void allocated(long amountFen) {
        funding.approveProject(project);
        done(funding.receive(appropriation, amountFen));
        done(funding.allocate(appropriation, allocation, amountFen));
    }

    @Test
    void of_64_payments_racing_for_the_last_fen_one_is_requested() throws Exception {
        allocated(100_00);
        var commitment = newId("commitment");
        funding.commitSoon(commitment, project, Map.of(allocation, 100_00L));
        done(funding.request(newId("payment"), commitment, null, Map.of(allocation, 99_99L)));
        assertOneWins(
                "COMMITMENT_LINE_EXCEEDED",
                () -> funding.request(newId("payment"), commitment, null, Map.of(allocation, 1L)));
    }

    @Test
    void of_64_commitments_racing_for_the_last_fen_of_a_line_one_is_made() throws Exception {
        allocated(100_00);
        funding.commitSoon(newId("commitment"), project, Map.of(allocation, 99_99L));
        assertOneWins(
                "ALLOCATION_LINE_EXCEEDED",
                () -> funding.commit(newId("commitment"), project, Map.of(allocation, 1L)));
    }

    @Test
    void of_64_allocations_racing_for_the_last_fen_of_an_appropriation_one_is_made()
            throws Exception {
        allocated(99_99);
        var more = newId("appropriation");
        done(funding.receive(more, 1));
        assertOneWins(
                "APPROPRIATION_EXCEEDED", () -> funding.allocate(more, newId("allocation"), 1));
    }

    private static void assertOneWins(String reason, Supplier<Reply> racer) throws Exception {
        var replies = atOnce(racer);
        assertThat(replies.stream().filter(r -> r.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(r -> r.status() != 200))
                .hasSize(RACERS - 1)
                .allSatisfy(r -> FundingServer.refused(r, reason));
    }

    private static List<Reply> atOnce(Supplier<Reply> racer) throws Exception {
        var start = new CyclicBarrier(RACERS);
        Callable<Reply> racing =
                () -> {
                    start.await();
                    return racer.get();
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = new ArrayList<Reply>();
            var all = IntStream.range(0, RACERS).mapToObj(i -> racing).toList();
            for (var reply : threads.invokeAll(all)) replies.add(reply.get());
            return replies;
        }
    }
}
