package cn.fupin.backbone.relay;

import cn.fupin.backbone.store.PositionedEvents;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Publishes what is positioned, at once and on the caller's thread. */
public final class TestRelay {
    private TestRelay() {}

    public static void publishAll(String service, PositionedEvents events, KafkaSettings kafka) {
        try (var session = open(service, events, kafka)) {
            while (session.publish(1000) > 0) {
                // until everything is out
            }
        }
        // and until every reader sees it: a commit is answered before its markers are written
        TestKafka.awaitCommitted(KafkaSettings.topic(service), kafka);
    }

    /** As the relay does, it tries again while a topic just made is not known everywhere. */
    private static RelaySession open(String service, PositionedEvents events, KafkaSettings kafka) {
        while (true) {
            try {
                return RelaySession.open(service, events, kafka);
            } catch (UnknownTopicOrPartitionException notYet) {
                Thread.onSpinWait();
            }
        }
    }
}
