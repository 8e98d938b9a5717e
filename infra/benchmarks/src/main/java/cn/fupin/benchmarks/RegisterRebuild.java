package cn.fupin.benchmarks;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.TestRebuild;
import cn.fupin.backbone.relay.CloudEventHeaders;
import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.relay.TestRelay;
import cn.fupin.backbone.store.StoreDatabase;
import cn.fupin.backbone.testing.RealServers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The register from the first record of its topic to its last index, without the digest; against a
 * loop that polls the same records and parses them, which is the least that it must do, and against
 * the same projection in a pooled processor of Axon.
 */
final class RegisterRebuild {
    private static final String SERVICE = "household";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As the rebuild polls. */
    private static final int POLLED_AT_ONCE = 2000;

    /** Each takes minutes with a million events. */
    private static final int RUNS_OF_AXON = 3;

    private final StoreDatabase store;
    private final Projection register;
    private final long events;
    private final KafkaSettings kafka =
            new KafkaSettings(RealServers.kafkaBootstrapServers(), (short) 1, PATIENCE);
    private long rows;

    private RegisterRebuild(StoreDatabase store, Projection register, long events) {
        this.store = store;
        this.register = register;
        this.events = events;
    }

    static List<Measured> measure() {
        try (var store = new StoreDatabase();
                // it is nobody's business but reporting-service's which class it is
                var reporting =
                        new AnnotationConfigApplicationContext("cn.fupin.reporting.register")) {
            long events = Volume.events();
            Volume.fill(store, events);
            var measured = new RegisterRebuild(store, reporting.getBean(Projection.class), events);
            TestRelay.publishAll(SERVICE, store.events, measured.kafka);
            return List.of(measured.againstParsing(), measured.againstAxon());
        }
    }

    private Measured againstParsing() {
        var medians =
                Measured.medians(
                        new Measured.Pair() {
                            @Override
                            public double ours() {
                                return said("rebuild", rebuild());
                            }

                            @Override
                            public double beside() {
                                return said("parse", Measured.seconds(() -> parse()));
                            }
                        });
        return measured(
                "重建名册，共 %,d 条，对照只读取并解析".formatted(events),
                "rebuild of the register against polling and parsing alone",
                medians,
                "0.5×");
    }

    private Measured againstAxon() {
        List<double[]> runs = new ArrayList<>();
        try (var axon = new AxonRegister(store, register)) {
            for (int run = 0; run < RUNS_OF_AXON; run++) {
                double ours = said("rebuild", rebuild());
                double beside = said("axon", axon.seconds(events));
                Volume.require(
                        Volume.rows(store, AxonRegister.SCHEMA) == rows,
                        "Axon's processor did not write the rows that the rebuild wrote");
                runs.add(new double[] {ours, beside});
            }
        }
        return measured(
                "重建名册，共 %,d 条，对照 Axon 流式处理器，%d 次".formatted(events, RUNS_OF_AXON),
                "rebuild of the register against Axon's pooled processor, batch %d, %d runs"
                        .formatted(AxonRegister.BATCH, RUNS_OF_AXON),
                Measured.medians(runs),
                "15×, ≥ 5×");
    }

    private Measured measured(String zh, String en, Measured.Medians medians, String goal) {
        return new Measured(
                zh,
                en,
                Measured.perSecond(events, medians.ours()),
                Measured.perSecond(events, medians.beside()),
                Measured.times(medians.ratio()),
                goal);
    }

    private double said(String what, double seconds) {
        System.out.printf("  %s: %.2f s, %s%n", what, seconds, Measured.perSecond(events, seconds));
        return seconds;
    }

    private double rebuild() {
        try (var rebuild =
                TestRebuild.begin(register, store.dataSource, store.transactions, kafka)) {
            double seconds = Measured.seconds(rebuild::loadAndIndex);
            rows = Volume.rows(store, rebuild.schema());
            Volume.require(rows > events, "not every event has its rows");
            return seconds;
        }
    }

    /** What of {@code HouseholdApplied} the projection reads. */
    private record Opened(
            String householdId,
            String head,
            List<Member> members,
            boolean assumed,
            LocalDate occurredOn) {}

    private record Member(String personId, String maskedName) {}

    /** What of {@code HouseholdRegistered} the projection reads, and what it looks for in vain. */
    private record Said(
            String householdId,
            @Nullable String povertyLineId,
            @Nullable Long lineFenPerYear,
            @Nullable String mainCause,
            @Nullable String cause,
            @Nullable String measure,
            @Nullable String helperId,
            @Nullable String helperKind,
            @Nullable Boolean assumed,
            LocalDate occurredOn) {}

    private void parse() {
        long parsed = 0;
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.bootstrapServers(),
                                "isolation.level",
                                "read_committed",
                                "max.poll.records",
                                POLLED_AT_ONCE,
                                "fetch.max.bytes",
                                KafkaSettings.MAX_RECORD_BYTES),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            var topic = KafkaSettings.topic(SERVICE);
            var partitions =
                    IntStream.range(0, KafkaSettings.PARTITIONS)
                            .mapToObj(n -> new TopicPartition(topic, n))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (parsed < events) {
                var polled = consumer.poll(PATIENCE);
                Volume.require(!polled.isEmpty(), "the topic has fewer records than the store");
                for (var record : polled) parsed += parse(record) ? 1 : 0;
            }
        }
        Volume.require(parsed == events, "not all events were parsed");
    }

    private static boolean parse(ConsumerRecord<String, byte[]> record) {
        var type =
                Objects.requireNonNull(
                        CloudEventHeaders.text(record.headers(), CloudEventHeaders.TYPE));
        var id =
                type.equals("fupin.household.HouseholdApplied.v1")
                        ? EventJson.LENIENT.readValue(record.value(), Opened.class).householdId()
                        : EventJson.LENIENT.readValue(record.value(), Said.class).householdId();
        return id.equals(record.key());
    }
}
