package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.IN_ANOTHER_HOUSEHOLD_THEN;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.HouseholdEvent.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person belongs to one active household on any day: claimed with the application, the file or by
 * joining, given free by rejection, removal, dissolution or by leaving. An exit keeps it: the
 * household stays on file and may relapse.
 */
@Component
class OneActiveHouseholdPerPerson {
    static final String CONSTRAINT = "one_active_household_per_person";

    private final JdbcClient db;

    OneActiveHouseholdPerPerson(JdbcClient db) {
        this.db = db;
    }

    @EventHandler
    void on(HouseholdApplied e) {
        claim(e.householdId(), e.members(), e.occurredOn());
    }

    @EventHandler
    void on(HouseholdRecorded e) {
        claim(e.householdId(), e.members(), e.occurredOn());
    }

    @EventHandler
    void on(MemberJoined e) {
        claim(e.householdId(), List.of(e.member()), e.occurredOn());
    }

    @EventHandler
    void on(MemberLeft e) {
        freeSince(e.occurredOn(), e.householdId(), e.personId());
        db.sql("delete from active_person where person_id = ? and household_id = ?")
                .params(e.personId(), e.householdId())
                .update();
    }

    /** It was in no household's count yet: nothing has to come after that day. */
    @EventHandler
    void on(HouseholdRejected e) {
        free(e.householdId());
    }

    @EventHandler
    void on(HouseholdWithdrew e) {
        free(e.householdId());
    }

    @EventHandler
    void on(HouseholdRemoved e) {
        freeSince(e.occurredOn(), e.householdId(), "%");
        free(e.householdId());
    }

    @EventHandler
    void on(HouseholdDissolved e) {
        freeSince(e.occurredOn(), e.householdId(), "%");
        free(e.householdId());
    }

    /**
     * Sorted, so that two households that share several persons cannot wait for each other. Whoever
     * waited for a person to be given free sees the day of it afterwards.
     */
    private void claim(String householdId, List<Member> members, LocalDate on) {
        var persons = members.stream().map(Member::personId).sorted().toArray(String[]::new);
        db.sql("insert into active_person (person_id, household_id) select unnest(?), ?")
                .params(persons, householdId)
                .update();
        db.sql("select max(free_since) from person_free_since where person_id = any(?)")
                .param(persons)
                .query(LocalDate.class)
                .optional()
                .filter(on::isBefore)
                .ifPresent(since -> {
                    throw new Refused(
                            IN_ANOTHER_HOUSEHOLD_THEN, Map.of("freeSince", since.toString()));
                });
    }

    private void freeSince(LocalDate day, String householdId, String personId) {
        db.sql(
                        """
                        insert into person_free_since
                        select person_id, ? from active_person where household_id = ? and person_id like ?
                        on conflict (person_id) do update
                        set free_since = greatest(person_free_since.free_since, excluded.free_since)
                        """)
                .params(day, householdId, personId)
                .update();
    }

    private void free(String householdId) {
        db.sql("delete from active_person where household_id = ?").param(householdId).update();
    }
}
