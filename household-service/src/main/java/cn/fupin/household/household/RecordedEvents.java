package cn.fupin.household.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a stream has an event: read from the store itself, where nothing ever changes. */
@Component
class RecordedEvents {
    record KnownEvent(String eventId, String type, LocalDate occurredOn) {}

    private final JdbcClient db;

    RecordedEvents(JdbcClient db) {
        this.db = db;
    }

    @Nullable KnownEvent find(String eventId, String streamId) {
        return db.sql(
                        """
                        select event_id, payload_type as type,
                               (convert_from(payload, 'UTF8')::json ->> 'occurredOn')::date as occurred_on
                        from events where event_id = ? and stream_id = ?
                        """)
                .params(eventId, streamId)
                .query(KnownEvent.class)
                .optional()
                .orElse(null);
    }
}
