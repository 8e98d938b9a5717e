package cn.fupin.backbone.relay;

import cn.fupin.backbone.store.PositionedEvents;

/** Publishes what is positioned, at once and on the caller's thread. */
public final class TestRelay {
    private TestRelay() {}

    public static void publishAll(String service, PositionedEvents events, KafkaSettings kafka) {
        try (var session = RelaySession.open(service, events, kafka)) {
            while (session.publish(1000) > 0) {
                // until everything is out
            }
        }
    }
}
