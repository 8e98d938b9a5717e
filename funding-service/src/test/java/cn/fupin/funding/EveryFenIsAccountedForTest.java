package cn.fupin.funding;

import static cn.fupin.funding.FundingServer.newId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.testing.DoorClient.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of the money, over many random lives of an appropriation at the real door: whatever is
 * ordered in whatever order, every event balances, all accounts together are zero, nothing is
 * overdrawn, and the guards' rows say the same as the books, to the fen.
 */
@Execution(ExecutionMode.CONCURRENT)
class EveryFenIsAccountedForTest {
    private static final int SEEDS = 80;
    private static final int ORDERS = 30;

    private static final String PROJECT = newId("project");
    private static final String HOUSEHOLD = newId("household");
    private static final Map<String, Integer> OUTCOMES = new ConcurrentSkipListMap<>();

    private static final FundingServer funding = FundingServer.shared();

    @BeforeAll
    static void start() {
        funding.approveProject(PROJECT);
        funding.registerHousehold(HOUSEHOLD);
        Awaitility.await()
                .atMost(FundingServer.SOON)
                .until(EveryFenIsAccountedForTest::heardOfBoth);
    }

    private static boolean heardOfBoth() {
        var project = funding.commit(newId("commitment"), PROJECT, Map.of(newId("allocation"), 1L));
        var appropriation = newId("appropriation");
        var allocation = newId("allocation");
        var commitment = newId("commitment");
        funding.receive(appropriation, 1);
        funding.allocate(appropriation, allocation, 1);
        funding.commit(commitment, PROJECT, Map.of(allocation, 1L));
        var household =
                funding.request(newId("payment"), commitment, HOUSEHOLD, Map.of(allocation, 1L));
        return project.reason().equals("ALLOCATION_NOT_KNOWN_YET") && household.status() == 200;
    }

    @AfterAll
    static void stop() {
        // A law that was never put to the test proves nothing.
        assertThat(OUTCOMES.keySet())
                .contains(
                        "done",
                        "APPROPRIATION_EXCEEDED",
                        "ALLOCATION_LINE_EXCEEDED",
                        "COMMITMENT_LINE_EXCEEDED",
                        "LINE_NOT_IN_COMMITMENT",
                        "RETURN_ABOVE_PAID",
                        "NOT_PAID",
                        "NOT_AWAITING_BANK",
                        "MAKER_IS_CHECKER");
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_fen_is_lost_or_made(int seed) {
        var life = new Life(new Random(seed));
        life.begin();
        for (var i = 0; i < ORDERS; i++) life.order();

        var books = Books.of(funding.db(), life.streams());
        assertThat(books.total()).isZero();
        life.assertGuardsAgree(books);
    }

    private static void count(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isIn(200, 409);
        OUTCOMES.merge(reply.status() == 200 ? "done" : reply.reason(), 1, Integer::sum);
    }

    /** One appropriation, and whatever comes of it. */
    private static final class Life {
        private final Random random;
        private final String appropriation = newId("appropriation");
        private final List<String> allocations = new ArrayList<>();
        private final List<String> commitments = new ArrayList<>();
        private final List<String> payments = new ArrayList<>();

        Life(Random random) {
            this.random = random;
        }

        void begin() {
            count(funding.receive(appropriation, 1_000));
            allocate(400);
            allocate(300);
            commit();
        }

        void order() {
            switch (random.nextInt(10)) {
                case 0 -> allocate(1 + random.nextInt(300));
                case 1 -> commit();
                case 2, 3 -> request();
                case 4 -> count(funding.approve(funding.clerk, payment()));
                case 5, 6 -> count(funding.approve(funding.checker, payment()));
                case 7, 8 -> count(funding.settle(payment(), random.nextInt(3) > 0));
                default -> count(funding.giveBack(payment(), lines(80)));
            }
        }

        private void allocate(long amountFen) {
            var id = newId("allocation");
            var reply = funding.allocate(appropriation, id, amountFen);
            count(reply);
            if (reply.status() == 200) allocations.add(id);
        }

        private void commit() {
            var id = newId("commitment");
            var reply = funding.commit(id, PROJECT, lines(250));
            count(reply);
            if (reply.status() == 200) commitments.add(id);
        }

        private void request() {
            if (commitments.isEmpty()) return;
            var id = newId("payment");
            var payee = random.nextBoolean() ? HOUSEHOLD : null;
            var reply = funding.request(id, any(commitments), payee, lines(120));
            count(reply);
            if (reply.status() == 200) payments.add(id);
        }

        /** Some payment of this life; while there is none, one is asked for. */
        private String payment() {
            while (payments.isEmpty()) {
                if (commitments.isEmpty()) commit();
                else request();
            }
            return any(payments);
        }

        private Map<String, Long> lines(int mostFen) {
            var lines = new TreeMap<String, Long>();
            for (var i = 0; i <= random.nextInt(2); i++) {
                lines.put(any(allocations), 1L + random.nextInt(mostFen));
            }
            return lines;
        }

        private String any(List<String> ids) {
            return ids.get(random.nextInt(ids.size()));
        }

        TreeSet<String> streams() {
            var streams = new TreeSet<>(commitments);
            streams.addAll(payments);
            streams.add(appropriation);
            return streams;
        }

        void assertGuardsAgree(Books books) {
            for (var id : allocations) {
                assertThat(remaining("allocation_lines", "allocation_id", id))
                        .containsExactly(books.balance("allocation:" + id));
            }
            for (var id : commitments) {
                var free =
                        allocations.stream()
                                .map(allocation -> "commitment:" + id + ":" + allocation)
                                .filter(account -> committed(id).contains(account))
                                .map(books::free)
                                .sorted()
                                .toList();
                assertThat(remaining("commitment_lines", "commitment_id", id))
                        .containsExactlyElementsOf(free);
            }
        }

        private static List<String> committed(String id) {
            return funding.db()
                    .sql(
                            """
                            select 'commitment:' || commitment_id || ':' || allocation_id
                            from commitment_lines where commitment_id = ?
                            """)
                    .param(id)
                    .query(String.class)
                    .list();
        }

        private static List<Long> remaining(String table, String column, String id) {
            return funding.db()
                    .sql(
                            "select remaining_fen from %s where %s = ? order by remaining_fen"
                                    .formatted(table, column))
                    .param(id)
                    .query(Long.class)
                    .list();
        }
    }
}
