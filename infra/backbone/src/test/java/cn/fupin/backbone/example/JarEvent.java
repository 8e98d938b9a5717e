package cn.fupin.backbone.example;

import cn.fupin.backbone.event.Event;
import java.time.LocalDate;

sealed interface JarEvent extends Event {
    String jarId();

    record JarPlaced(String jarId, String region, String label, LocalDate occurredOn)
            implements JarEvent {}

    record BeansAdded(String jarId, long beans, LocalDate occurredOn) implements JarEvent {}
}
