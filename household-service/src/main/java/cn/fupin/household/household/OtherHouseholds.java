package cn.fupin.household.household;

import cn.fupin.backbone.axon.StoredEvents;
import cn.fupin.household.household.Household.Active;
import cn.fupin.household.household.Household.Known;
import cn.fupin.household.household.MemberCommand.Destination;
import cn.fupin.household.household.MemberCommand.Origin;
import java.time.LocalDate;
import java.util.List;
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
    private final StoredEvents events;

    OtherHouseholds(JdbcClient db, StoredEvents events) {
        this.db = db;
        this.events = events;
    }

    @Nullable Origin origin(@Nullable String householdId, String personId) {
        return householdId == null
                ? null
                : new Origin(householdId, find(householdId), freeSince(personId));
    }

    @Nullable Destination destination(@Nullable String householdId) {
        return householdId == null ? null : new Destination(householdId, find(householdId));
    }

    /**
     * Every time of a person there. Those of one that ended stayed to its end; in one that came to
     * nothing nobody was, as the guard lets them be another's from before that.
     */
    List<CorrectionEvent.Stay> staysOf(String personId, String householdId) {
        var household = find(householdId);
        if (household == null || Families.cameToNothing(household)) return List.of();
        var endedOn = household instanceof Active ? null : household.file().lastOn();
        return household.file().family().staysOf(personId).stream()
                .map(stay ->
                        new CorrectionEvent.Stay(
                                stay.from(), stay.until() == null ? endedOn : stay.until()))
                .toList();
    }

    private @Nullable Known find(String householdId) {
        Household state = new Household.None();
        for (var stored : events.of(householdId)) {
            state = Evolution.evolve(state, (HouseholdEvent) stored.event());
        }
        return state instanceof Known known ? known : null;
    }

    private @Nullable LocalDate freeSince(String personId) {
        return db.sql("select free_since from person_free_since where person_id = ?")
                .param(personId)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
