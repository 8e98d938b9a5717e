package cn.fupin.household.household;

import cn.fupin.backbone.event.EventJson;
import cn.fupin.backbone.event.EventTypes;
import cn.fupin.household.household.Household.Known;
import cn.fupin.household.household.MemberCommand.Destination;
import cn.fupin.household.household.MemberCommand.Origin;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The household somebody is said to come from or to go to, read from its events; for the door. Who
 * has left it has left it for good, so that an older reading lets nobody in who may not come.
 */
@Component
class OtherHouseholds {
    private final JdbcClient db;
    private final EventTypes types;

    OtherHouseholds(JdbcClient db, EventTypes types) {
        this.db = db;
        this.types = types;
    }

    @Nullable Origin origin(@Nullable String householdId, String personId) {
        return householdId == null
                ? null
                : new Origin(householdId, find(householdId), freeSince(personId));
    }

    @Nullable Destination destination(@Nullable String householdId) {
        return householdId == null ? null : new Destination(householdId, find(householdId));
    }

    private @Nullable Known find(String householdId) {
        Household state = new Household.None();
        for (var event : eventsOf(householdId)) state = Household.evolve(state, event);
        return state instanceof Known known ? known : null;
    }

    private Iterable<HouseholdEvent> eventsOf(String householdId) {
        return db.sql(
                        """
                        select payload_type, payload from events where stream_id = ? order by sequence
                        """)
                .param(householdId)
                .query((row, _) -> event(row.getString(1), row.getBytes(2)))
                .list();
    }

    private HouseholdEvent event(String type, byte[] payload) {
        var shape = Objects.requireNonNull(types.ofName(type), type);
        return (HouseholdEvent) EventJson.MAPPER.readValue(payload, shape.record());
    }

    private @Nullable LocalDate freeSince(String personId) {
        return db.sql("select free_since from person_free_since where person_id = ?")
                .param(personId)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
