package cn.fupin.household.household;

import cn.fupin.household.household.HouseholdEvent.HouseholdApplied;
import cn.fupin.household.household.HouseholdEvent.HouseholdRejected;
import cn.fupin.household.household.HouseholdEvent.HouseholdRemoved;
import cn.fupin.household.household.HouseholdEvent.Member;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person belongs to one active household: claimed with the application, given free by rejection
 * or removal. An exit keeps it: the household stays on file and may relapse.
 */
@Component
class OneActiveHouseholdPerPerson {
    static final String CONSTRAINT = "one_active_household_per_person";

    private final JdbcClient db;

    OneActiveHouseholdPerPerson(JdbcClient db) {
        this.db = db;
    }

    /** Sorted, so that two applications that share several persons cannot wait for each other. */
    @EventHandler
    void on(HouseholdApplied e) {
        var persons = e.members().stream().map(Member::personId).sorted().toArray(String[]::new);
        db.sql("insert into active_person (person_id, household_id) select unnest(?), ?")
                .params(persons, e.householdId())
                .update();
    }

    @EventHandler
    void on(HouseholdRejected e) {
        free(e.householdId());
    }

    @EventHandler
    void on(HouseholdRemoved e) {
        free(e.householdId());
    }

    private void free(String householdId) {
        db.sql("delete from active_person where household_id = ?").param(householdId).update();
    }
}
