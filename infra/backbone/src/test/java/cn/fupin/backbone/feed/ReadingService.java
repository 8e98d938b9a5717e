package cn.fupin.backbone.feed;

import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.EventTypes;
import cn.fupin.backbone.projection.Message;
import cn.fupin.backbone.projection.Projection;
import cn.fupin.backbone.projection.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A service that reads its own events. */
@SpringBootApplication
class ReadingService {
    static final AtomicBoolean BROKEN = new AtomicBoolean();

    record ThingHappened(long n, LocalDate occurredOn) implements Event {}

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of("reading", ThingHappened.class);
    }

    @Bean
    Projection things() {
        return new Projection() {
            @Override
            public String name() {
                return "things";
            }

            @Override
            public Set<String> topics() {
                return Set.of("fupin.reading");
            }

            @Override
            public String ddl() {
                return "create table thing (id text primary key)";
            }

            @Override
            public void apply(Message message, Rows rows) {
                if (BROKEN.get() && message.streamId().equals("broken")) {
                    throw new IllegalStateException("broken");
                }
                rows.add("thing", List.of("id"), List.of(message.id()));
            }
        };
    }
}
