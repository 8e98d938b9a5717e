package cn.fupin.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.local.LocalSystem;
import cn.fupin.local.Program;
import java.net.URI;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two instances of every service over the same databases and topics. */
@OnTheSmallSystem
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoOfEachTest {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Map<Program, LocalSystem.Instance> others = new EnumMap<>(Program.class);
    private Clients clients;

    @BeforeAll
    void a_second_of_each(Small small) {
        LocalSystem system = small.watched.system();
        Program.SERVICES.stream()
                .map(service ->
                        CompletableFuture.supplyAsync(
                                () -> Map.entry(service, system.startAnother(service))))
                .toList()
                .forEach(started -> others.put(started.join().getKey(), started.join().getValue()));
        clients = small.clients();
        others.forEach((service, other) ->
                clients.address(Watched.name(service), List.of(system.url(service), other.url())));
    }

    @AfterAll
    void one_of_each_again() {
        clients.close();
        others.values().parallelStream().forEach(LocalSystem.Instance::stop);
    }

    @Test
    void they_share_the_work_and_do_nothing_twice(Small small) throws SQLException {
        var lives = new Lives(clients, "pairs", 2);
        lives.prepare();
        lives.everyKind(6);
        clients.askAgain(10);

        small.assertNothingIsLost(clients);
    }

    /** The other relay goes on meanwhile; the one that wakes up does no harm. */
    @Test
    void a_relay_that_stood_still_for_longer_than_its_lease_does_no_harm(Small small)
            throws SQLException {
        LocalSystem system = small.watched.system();
        var lives = new Lives(clients, "relays", 3);
        lives.prepare();
        LocalSystem.Instance other = Objects.requireNonNull(others.get(Program.HOUSEHOLD));
        boolean first = leaseOwner(system).startsWith(system.pid(Program.HOUSEHOLD) + "-");
        long epoch = leaseEpoch(system);
        try (var crowd = lives.crowd(4)) {
            assertThat(crowd).isNotNull();
            List<URI> both = List.of(system.url(Program.HOUSEHOLD), other.url());
            // In the middle of its work: as it ends a transaction of Kafka's, if that is the first.
            WireProxy.Trap trap =
                    first
                            ? small.watched.trap(
                                    Program.HOUSEHOLD, WireProxy.Moment.PRODUCED_BEFORE_END)
                            : null;
            if (trap != null) {
                assertThat(trap.sprung(90_000)).isTrue();
            }
            suspend(system, first, other);
            clients.address("household", List.of(both.get(first ? 1 : 0)));
            await(() -> leaseEpoch(system) > epoch);
            long published = published(system);
            await(() -> published(system) > published);
            resume(system, first, other);
            if (trap != null) {
                trap.release(); // what it had sent arrives long after it was fenced
            }
            clients.address("household", both);
        }

        assertThat(leaseEpoch(system)).isGreaterThan(epoch);
        small.assertNothingIsLost(clients);
    }

    private static void suspend(LocalSystem system, boolean first, LocalSystem.Instance other) {
        if (first) {
            system.suspend(Program.HOUSEHOLD);
        } else {
            other.suspend();
        }
    }

    private static void resume(LocalSystem system, boolean first, LocalSystem.Instance other) {
        if (first) {
            system.resume(Program.HOUSEHOLD);
        } else {
            other.resume();
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static String leaseOwner(LocalSystem system) {
        return Databases.text(system, Program.HOUSEHOLD, "select owner from lease");
    }

    private static long leaseEpoch(LocalSystem system) {
        return Long.parseLong(Databases.text(system, Program.HOUSEHOLD, "select epoch from lease"));
    }

    /** How far reporting has come with what the relay publishes. */
    private static long published(LocalSystem system) {
        return Long.parseLong(
                Databases.text(
                        system,
                        Program.REPORTING,
                        "select max(last_position) from projection_offset where projection = 'timeline' and topic = 'fupin.household'"));
    }
}
