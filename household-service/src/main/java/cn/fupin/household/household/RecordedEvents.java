package cn.fupin.household.household;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.household.household.HouseholdEvent.Standard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
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
                        select event_id, payload_type, payload
                        from events where event_id = ? and stream_id = ?
                        """)
                .params(eventId, streamId)
                .query(RecordedEvents::known)
                .optional()
                .orElse(null);
    }

    /** Who entered the latest event of that type in the stream; null without one. */
    @Nullable String lastEnteredBy(String streamId, String type) {
        return db.sql(
                        """
                        select convert_from(metadata, 'UTF8')::json ->> 'actorId' from events
                        where stream_id = ? and payload_type = ? order by sequence desc limit 1
                        """)
                .params(streamId, type)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * Of which year the income is by which it came onto the register last by that day; null when it
     * never did.
     */
    @Nullable Integer incomeYearOfEntry(String streamId, LocalDate by) {
        return db.sql(
                        """
                        select substring(convert_from(payload, 'UTF8') from '"incomeYear":([0-9]+)')::int from events
                        where stream_id = ? and payload_type in ('HouseholdRegistered', 'HouseholdRelapsed')
                          and substring(convert_from(payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date <= ?
                        order by sequence desc limit 1
                        """)
                .params(streamId, by)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }

    /** By which standard it stands registered that day; null when it never was. */
    @Nullable Standard standardOn(String streamId, LocalDate day) {
        return db
                .sql(
                        """
                        select substring(convert_from(payload, 'UTF8') from '"standard":"([A-Z_]+)"') from events
                        where stream_id = ?
                          and payload_type in ('HouseholdRegistered', 'HouseholdReclassified', 'HouseholdSplitOff')
                          and substring(convert_from(payload, 'UTF8') from '"occurredOn":"([0-9-]{10})"')::date <= ?
                        order by sequence desc limit 1
                        """)
                .params(streamId, day)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(Standard::valueOf)
                .findFirst()
                .orElse(null);
    }

    private static KnownEvent known(ResultSet row, int number) throws SQLException {
        var payload = EventJson.MAPPER.readTree(row.getBytes("payload"));
        return new KnownEvent(
                row.getString("event_id"),
                row.getString("payload_type"),
                LocalDate.parse(payload.path("occurredOn").stringValue()));
    }
}
