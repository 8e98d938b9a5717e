package cn.fupin.backbone.relay;

import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.relay.Relay.State;
import cn.fupin.backbone.store.LeaseHolder;
import cn.fupin.backbone.store.StoreDatabase;
import cn.fupin.backbone.store.StoreGate;
import cn.fupin.local.KafkaBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RelayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final StoreDatabase store = new StoreDatabase();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whileTheBrokersAreAwayEventsArePositionedAndLaterPublished(@TempDir Path directory)
            throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var kafka = TestKafka.settings("127.0.0.1:" + port);
        try (var instance = new Instance("one", "away", kafka)) {
            store.append("stream", 0);
            waitFor(() -> store.events.head() == 1);
            waitFor(() -> instance.relay.state() == State.WAITING);

            try (var broker = KafkaBroker.in(directory, port)) {
                waitFor(() -> instance.relay.published().orElse(0) == 1);
                assertThat(TestKafka.committed("fupin.away", kafka)).hasSize(1);
            }
            store.append("stream", 1);
            waitFor(() -> store.events.head() == 2);

            try (var broker = KafkaBroker.in(directory, port)) {
                waitFor(() -> instance.relay.published().orElse(0) == 2);
                assertThat(TestKafka.committed("fupin.away", kafka)).hasSize(2);
            }
        }
    }

    /** With the same short time again and again it would never begin. */
    @Test
    void brokersThatAnswerTooSlowlyGetMoreTimeUntilPublishingBegins() throws IOException {
        store.append("stream", 0);
        try (var slow =
                new SlowBroker(TestKafka.settings().bootstrapServers(), Duration.ofMillis(600))) {
            var kafka = new KafkaSettings(slow.address(), (short) 1, Duration.ofMillis(400));
            try (var instance = new Instance("one", "slow", kafka)) {
                waitFor(() -> instance.relay.condition().contains("next time it gets 800 ms"));
                assertThat(instance.relay.silentSeconds().orElseThrow()).isPositive();
                waitFor(() -> instance.relay.published().orElse(0) == 1);
                assertThat(instance.relay.silentSeconds()).hasValue(0);
            }
        }
        assertThat(TestKafka.committed("fupin.slow", TestKafka.settings())).hasSize(1);
    }

    @Test
    void theTimeAnAnswerMayTakeGrowsToABoundAndIsShortAgainAfterwards() {
        var patience = new OpeningPatience(Duration.ofSeconds(5));
        for (var seconds : new int[] {5, 10, 20, 40, 40}) {
            assertThat(patience.now()).hasSeconds(seconds);
            patience.wasTooShort();
        }
        patience.opened();
        assertThat(patience.now()).hasSeconds(5);
    }

    @Test
    void anotherInstanceStandsByAndTakesOver() {
        var kafka = TestKafka.settings();
        store.append("stream", 0);
        try (var first = new Instance("one", "takeover", kafka)) {
            waitFor(() -> first.relay.published().orElse(0) == 1);
            try (var second = new Instance("two", "takeover", kafka)) {
                store.append("stream", 1);
                waitFor(() -> first.relay.published().orElse(0) == 2);
                assertThat(second.relay.state()).isEqualTo(State.STANDBY);
                first.close();
                store.append("stream", 2);
                waitFor(() -> second.relay.published().orElse(0) == 3);
            }
        }
        assertThat(TestKafka.committed("fupin.takeover", kafka)).hasSize(3);
    }

    @Test
    void refusesAForeignTopicButEventsAreStillPositioned() {
        var kafka = TestKafka.settings();
        try (var other = new StoreDatabase()) {
            other.append("other", 0);
            other.sequencing().settle();
            TestRelay.publishAll("refusing", other.events, kafka);
        }
        store.append("stream", 0);
        try (var instance = new Instance("one", "refusing", kafka)) {
            waitFor(() -> instance.relay.state() == State.REFUSED);
            assertThat(instance.relay.condition()).contains("fupin.refusing", "other/0");
            store.append("stream", 1);
            waitFor(() -> store.events.head() == 2);
            assertThat(TestKafka.committed("fupin.refusing", kafka)).hasSize(1);
        }
    }

    /** A sequencer and a relay as one service runs them. */
    private final class Instance implements AutoCloseable {
        private final LeaseHolder lease;
        private final Relay relay;

        Instance(String owner, String service, KafkaSettings kafka) {
            lease = store.instance(owner);
            var settings = new RelaySettings(1000, Duration.ofMillis(20), false);
            relay = new Relay(service, store.events, lease, new StoreGate(), kafka, settings);
            lease.start();
            relay.start();
        }

        @Override
        public void close() {
            relay.stop();
            lease.stop();
        }
    }

    private static void waitFor(BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
