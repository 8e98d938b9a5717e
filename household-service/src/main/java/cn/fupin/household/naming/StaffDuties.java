package cn.fupin.household.naming;

import cn.fupin.household.region.OrganisationEvent.*;
import cn.fupin.household.region.RegionEvent.WorkTeamFormed;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where first secretaries and team members serve now: a lookup that commits with the event. */
@Component
class StaffDuties {
    private static final String FIRST_SECRETARY = "";

    private final JdbcClient db;

    StaffDuties(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(FirstSecretaryAppointed e) {
        now(e.region(), FIRST_SECRETARY, List.of(e.staffId()));
    }

    @EventHandler
    void on(FirstSecretaryRecalled e) {
        var successor = e.successor();
        now(
                e.region(),
                FIRST_SECRETARY,
                successor == null ? List.of() : List.of(successor.staffId()));
    }

    @EventHandler
    void on(WorkTeamFormed e) {
        var members = e.members();
        if (members != null) now(e.region(), e.team(), ids(members));
    }

    @EventHandler
    void on(WorkTeamStaffed e) {
        now(e.region(), e.team(), ids(e.members()));
    }

    @EventHandler
    void on(WorkTeamWithdrawn e) {
        now(e.region(), e.team(), List.of());
    }

    private static List<String> ids(List<TeamMember> members) {
        return members.stream().map(TeamMember::staffId).toList();
    }

    private void now(String region, String team, List<String> staff) {
        db.sql("delete from staff_duty where region = ? and team = ?")
                .params(region, team)
                .update();
        for (var id : staff) {
            db.sql("insert into staff_duty values (?, ?, ?)").params(region, team, id).update();
        }
    }
}
