package cn.fupin.backbone.projection;

import cn.fupin.backbone.relay.KafkaSettings;
import cn.fupin.backbone.store.Background;
import cn.fupin.backbone.store.DatabaseAway;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Looks every second which generations are live and which topics there are, for all workers of this
 * instance: another instance may have switched, and a topic may have been made, or made anew.
 */
final class Watch {
    private static final Duration EACH = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final ProjectionSchemas schemas;
    private final Map<String, ReadModel> models;
    private final Map<String, Generation> live = new ConcurrentHashMap<>();
    private final Map<String, Boolean> fits = new ConcurrentHashMap<>();
    private final Background background = new Background("projection-watch", this::run);
    private volatile Map<String, String> topicIds = Map.of();

    Watch(KafkaSettings kafka, ProjectionSchemas schemas, Map<String, ReadModel> models) {
        this.kafka = kafka;
        this.schemas = schemas;
        this.models = models;
    }

    void start() {
        models.values().forEach(this::look);
        background.start();
    }

    void stop() {
        background.stop();
    }

    /** As last seen. */
    Generation live(String name) {
        var generation = live.get(name);
        if (generation == null) throw new IllegalStateException("not watched: " + name);
        return generation;
    }

    /** Whether the live tables are this program's: rows for others' tables would be refused. */
    boolean fits(String name) {
        return fits.getOrDefault(name, true);
    }

    /** Looks at once, because something has been seen that is not as it was believed. */
    void look(ReadModel model) {
        live.put(model.name(), schemas.live(model));
        fits.put(model.name(), schemas.fits(model));
    }

    /** Kafka's ids of the topics, as last seen; a topic that is not there is not in it. */
    Map<String, String> topicIds() {
        return topicIds;
    }

    private void run(Background thread) {
        try (var admin = Admin.create(configuration())) {
            while (thread.running()) {
                topicIds = topics(admin);
                schemas.pointers().forEach(this::compare);
                thread.say("观察中 watching");
                thread.wentWell();
                thread.pause(EACH);
            }
        } catch (KafkaException e) {
            thread.say("Kafka 不可用 Kafka is away: " + e.getClass().getSimpleName());
            thread.pauseAfterFailure();
        } catch (RuntimeException e) {
            if (!DatabaseAway.caused(e)) throw e;
            thread.say("数据库不可用 the database is away: " + e.getClass().getSimpleName());
            thread.pauseAfterFailure();
        }
    }

    private void compare(String name, int generation) {
        var model = models.get(name);
        if (model != null && live(name).number() != generation) look(model);
    }

    /** Listing is quiet where describing an absent topic would warn. */
    private static Map<String, String> topics(Admin admin) {
        try {
            return admin.listTopics().listings().get().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    TopicListing::name, each -> each.topicId().toString()));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Map<String, Object> configuration() {
        var millis = Math.toIntExact(kafka.answerWithin().toMillis());
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                millis,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                5000);
    }
}
