package cn.fupin.household.household;

import cn.fupin.household.household.CorrectionEvent.MemberDayCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberNumberCorrected;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.IdentificationEvent.HouseholdApplied;
import cn.fupin.household.household.IdentificationEvent.HouseholdRecorded;
import cn.fupin.household.household.MemberEvent.MemberJoined;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which households a person was ever entered, also who left them long ago, and since when. */
@Component
class EnteredPersons {
    private final JdbcClient db;

    EnteredPersons(JdbcClient db) {
        this.db = db;
    }

    /**
     * The households in which a person was ever entered under any of these ids, but for some, and
     * since when: of whoever had no number first, since that was so.
     */
    SortedMap<String, LocalDate> enteredIn(Collection<String> ids, Collection<String> butFor) {
        var since = new TreeMap<String, LocalDate>();
        db.sql(
                        """
                        select e.household_id, min(coalesce(u.member_since, e.entered_on))
                        from person_entered e
                        left join unnumbered_person u on u.identified_as = e.person_id
                        where e.person_id = any(:ids) and e.household_id <> all(:butFor)
                        group by e.household_id
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("butFor", butFor.toArray(String[]::new))
                .query((row, _) -> since.put(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
        return since;
    }

    @EventHandler
    void on(HouseholdApplied e) {
        entered(e.householdId(), e.members(), e.occurredOn());
    }

    @EventHandler
    void on(HouseholdRecorded e) {
        entered(e.householdId(), e.members(), e.occurredOn());
    }

    @EventHandler
    void on(HouseholdSplitOff e) {
        entered(e.householdId(), e.members(), e.occurredOn());
    }

    @EventHandler
    void on(MemberJoined e) {
        entered(e.householdId(), List.of(e.member()), e.occurredOn());
    }

    @EventHandler
    void on(MemberIdentified e) {
        entered(e.householdId(), List.of(e.member()), e.occurredOn());
    }

    @EventHandler
    void on(MemberNumberCorrected e) {
        entered(e.householdId(), List.of(e.member()), e.occurredOn());
    }

    @EventHandler
    void on(MemberDayCorrected e) {
        if (!e.came()) return;
        db.sql(
                        """
                        update person_entered set entered_on = :right
                        where person_id = :person and household_id = :household
                          and (entered_on = :wrong or entered_on > :right)
                        """)
                .param("person", e.member().personId())
                .param("household", e.householdId())
                .param("wrong", e.wrongDay())
                .param("right", e.rightDay())
                .update();
    }

    private void entered(String householdId, List<Member> members, LocalDate on) {
        db.sql(
                        """
                        insert into person_entered (person_id, household_id, entered_on)
                        select unnest(?::text[]), ?, ?
                        on conflict (person_id, household_id) do update
                        set entered_on = least(person_entered.entered_on, excluded.entered_on)
                        """)
                .params(
                        members.stream().map(Member::personId).sorted().toArray(String[]::new),
                        householdId,
                        on)
                .update();
    }
}
