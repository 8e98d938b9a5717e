package cn.fupin.household.household;

import cn.fupin.household.household.RegisterEvent.HelperAssigned;
import cn.fupin.household.naming.HelperEvent;
import cn.fupin.household.region.OrganisationEvent.FirstSecretaryAppointed;
import cn.fupin.household.region.OrganisationEvent.FirstSecretaryRecalled;
import cn.fupin.household.region.OrganisationEvent.WorkTeamStaffed;
import cn.fupin.household.region.RegionEvent.WorkTeamFormed;
import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * From which day on a helper's id is known: named, helping a household, first secretary or in a
 * team, whichever was first; a lookup that commits with the event.
 */
@Component
public class KnownHelpers {
    private final JdbcClient db;

    KnownHelpers(JdbcClient db) {
        this.db = db;
    }

    /** Null while nobody knows it. */
    public @Nullable LocalDate knownSince(String helperId) {
        return db.sql("select since from helper_known where helper_id = ?")
                .param(helperId)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    @EventHandler
    void on(HelperEvent e) {
        known(e.helperId(), e.occurredOn());
    }

    @EventHandler
    void on(HelperAssigned e) {
        known(e.helperId(), e.occurredOn());
    }

    @EventHandler
    void on(FirstSecretaryAppointed e) {
        known(e.staffId(), e.occurredOn());
    }

    @EventHandler
    void on(FirstSecretaryRecalled e) {
        known(e.staffId(), e.occurredOn());
        var successor = e.successor();
        if (successor != null) known(successor.staffId(), e.occurredOn());
    }

    @EventHandler
    void on(WorkTeamFormed e) {
        var members = e.members();
        if (members != null) members.forEach(m -> known(m.staffId(), e.occurredOn()));
    }

    @EventHandler
    void on(WorkTeamStaffed e) {
        e.members().forEach(m -> known(m.staffId(), e.occurredOn()));
    }

    private void known(String helperId, LocalDate since) {
        db.sql(
                        """
                        insert into helper_known values (?, ?)
                        on conflict (helper_id) do update set since = least(helper_known.since, excluded.since)
                        """)
                .params(helperId, since)
                .update();
    }
}
