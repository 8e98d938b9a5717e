package cn.fupin.backbone.relay;

import cn.fupin.backbone.store.PositionedEvents;
import cn.fupin.backbone.store.StoreGate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Before anything is taken or numbered: has the topic more than this store? Then the store has been
 * restored from an older backup, and closes; or, told to, it takes back what it lacks. While the
 * brokers are away nothing can be compared, and commands go on: the relay compares again.
 */
final class TopicCheck implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);

    /** Before the sequencer, the relay and the web server. */
    private static final int PHASE = 50;

    private final String service;
    private final PositionedEvents events;
    private final StoreGate gate;
    private final KafkaSettings kafka;
    private final RelaySettings settings;
    private final Recovery recovery;
    private final List<RecoveryWitness> witnesses;
    private volatile boolean running;

    TopicCheck(
            String service,
            PositionedEvents events,
            StoreGate gate,
            KafkaSettings kafka,
            RelaySettings settings,
            Recovery recovery,
            List<RecoveryWitness> witnesses) {
        this.service = service;
        this.events = events;
        this.gate = gate;
        this.kafka = kafka;
        this.settings = settings;
        this.recovery = recovery;
        this.witnesses = witnesses;
    }

    @Override
    public void start() {
        running = true;
        try {
            if (reachable() && published()) compare();
            else notCompared("");
        } catch (RelayRefused e) {
            gate.close(String.valueOf(e.getMessage()));
        } catch (KafkaException e) {
            notCompared(e.toString());
        }
    }

    /** Whoever was told to recover takes nothing before it has: it would take published places. */
    private void notCompared(String why) {
        if (settings.recoverFromTopic()) {
            gate.close(
                    "要求从主题收回，但 Kafka 不可用或没有主题 %s；请在 Kafka 可用后重新启动。 Told to recover, but Kafka is away or has no topic: start again when it is there. %s"
                            .formatted(KafkaSettings.topic(service), why));
        } else {
            LOG.info("未与主题核对 not compared with the topic {}", why);
        }
    }

    private void compare() {
        var head = events.head();
        var last =
                PublishedTail.of(KafkaSettings.topic(service), kafka).stream()
                        .mapToLong(PublishedTail.Last::position)
                        .max()
                        .orElse(0);
        if (last <= head) return;
        if (!settings.recoverFromTopic()) {
            throw new StoreBehindTopic(KafkaSettings.topic(service), head, last);
        }
        LOG.info(
                "正在从主题收回位置 {}–{} 的事件 recovering positions {}–{} from the topic",
                head + 1,
                last,
                head + 1,
                last);
        var recovered = recovery.run(kafka);
        LOG.info(
                "已从主题收回 {} 个事件（位置 {}–{}），补回 {} 条命令的答复 recovered {} events (positions {}–{}) and the answers of {} commands",
                recovered.events(),
                recovered.first(),
                recovered.last(),
                recovered.commands(),
                recovered.events(),
                recovered.first(),
                recovered.last(),
                recovered.commands());
        witnesses.stream()
                .map(RecoveryWitness::report)
                .filter(Objects::nonNull)
                .forEach(sentence -> LOG.warn("{}", sentence));
    }

    private boolean reachable() {
        var there = Brokers.reachable(kafka);
        if (!there) LOG.info("Kafka 不可用 Kafka is away");
        return there;
    }

    private boolean published() {
        var millis = Math.toIntExact(kafka.answerWithin().toMillis());
        Map<String, Object> configuration =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        millis,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        millis);
        try (var admin = Admin.create(configuration)) {
            return admin.listTopics().names().get().contains(KafkaSettings.topic(service));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException away ? away : new KafkaException(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
