package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.IN_ANOTHER_HOUSEHOLD_THEN;
import static cn.fupin.household.household.HouseholdReason.MEMBER_ENTERED_UNDER_A_NUMBER;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.RegisterEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person belongs to one active household on any day: claimed with the application, the file or by
 * joining, given free by rejection, removal, dissolution or by leaving; merged or split off, it
 * goes over the same day. An exit and a suspension keep it: the household stays on file and may
 * relapse or be resumed. Somebody without a number who turns out to be somebody else was so from
 * the beginning.
 */
@Component
class OneActiveHouseholdPerPerson {
    static final String CONSTRAINT = "one_active_household_per_person";

    private final JdbcClient db;
    private final Departures departures;

    OneActiveHouseholdPerPerson(JdbcClient db, Departures departures) {
        this.db = db;
        this.departures = departures;
    }

    @EventHandler
    void on(HouseholdApplied e) {
        var persons = claim(e.householdId(), e.members(), e.occurredOn());
        departures.refuseDead(e.householdId(), persons, e.separation());
        departures.refuseSplit(
                e.householdId(), e.region(), e.occurredOn(), persons, e.separation());
    }

    @EventHandler
    void on(HouseholdRecorded e) {
        var persons = claim(e.householdId(), e.members(), e.occurredOn());
        departures.refuseDead(e.householdId(), persons, e.separation());
        departures.refuseSplit(
                e.householdId(), e.region(), e.occurredOn(), persons, e.separation());
    }

    /** Its persons are claimed since it is on file. */
    @EventHandler
    void on(HouseholdOnFileApplied e) {
        var persons =
                db.sql("select person_id from active_person where household_id = ? order by 1")
                        .param(e.householdId())
                        .query(String.class)
                        .list()
                        .toArray(String[]::new);
        departures.refuseSplit(
                e.householdId(), e.region(), e.occurredOn(), persons, e.separation());
    }

    @EventHandler
    void on(HouseholdSplitOff e) {
        claim(e.householdId(), e.members(), e.occurredOn());
    }

    @EventHandler
    void on(MemberJoined e) {
        var person = claim(e.householdId(), List.of(e.member()), e.occurredOn());
        departures.refuseDead(e.householdId(), person, null);
    }

    @EventHandler
    void on(MemberLeft e) {
        departures.left(e);
        free(e.householdId(), e.personId(), e.occurredOn());
    }

    @EventHandler
    void on(HouseholdSplit e) {
        e.personIds().stream()
                .sorted()
                .forEach(person -> free(e.householdId(), person, e.occurredOn()));
    }

    @EventHandler
    void on(HouseholdMerged e) {
        freeSince(e.occurredOn(), e.householdId(), "%");
        free(e.householdId());
    }

    /**
     * Whoever else is entered as that person at the same time waits for the row, and is refused.
     */
    @EventHandler
    void on(MemberIdentified e) {
        delete(e.householdId(), e.personId());
        db.sql("insert into active_person values (?, ?)")
                .params(e.identifiedAs(), e.householdId())
                .update();
        var since =
                db.sql(
                                """
                                update unnumbered_person set identified_as = ? where person_id = ?
                                returning member_since
                                """)
                        .params(e.identifiedAs(), e.personId())
                        .query(LocalDate.class)
                        .single();
        notBefore(since, e.identifiedAs());
        db.sql(
                        """
                        insert into person_free_since
                        select ?, free_since from person_free_since where person_id = ?
                        on conflict (person_id) do update
                        set free_since = greatest(person_free_since.free_since, excluded.free_since)
                        """)
                .params(e.identifiedAs(), e.personId())
                .update();
        departures.identified(e.personId(), e.identifiedAs());
        departures.refuseDead(e.householdId(), new String[] {e.identifiedAs()}, null);
    }

    /** It was in no household's count yet: nothing has to come after that day. */
    @EventHandler
    void on(HouseholdRejected e) {
        departures.ended(e.householdId(), e.occurredOn());
        free(e.householdId());
    }

    @EventHandler
    void on(HouseholdWithdrew e) {
        departures.ended(e.householdId(), e.occurredOn());
        free(e.householdId());
    }

    @EventHandler
    void on(HouseholdRemoved e) {
        departures.ended(e.householdId(), e.occurredOn());
        freeSince(e.occurredOn(), e.householdId(), "%");
        free(e.householdId());
    }

    @EventHandler
    void on(HouseholdDissolved e) {
        departures.ended(e.householdId(), e.occurredOn());
        freeSince(e.occurredOn(), e.householdId(), "%");
        free(e.householdId());
    }

    /**
     * Sorted, so that two households that share several persons cannot wait for each other. Whoever
     * waited for a person to be given free sees the day of it afterwards.
     */
    private String[] claim(String householdId, List<Member> members, LocalDate on) {
        var persons = members.stream().map(Member::personId).sorted().toArray(String[]::new);
        db.sql("insert into active_person (person_id, household_id) select unnest(?), ?")
                .params(persons, householdId)
                .update();
        notBefore(on, persons);
        members.stream()
                .filter(member -> member.withoutNumber() != null)
                .forEach(member -> withoutNumber(member.personId(), on));
        return persons;
    }

    /** Under the id from before the number was known there is nobody any more. */
    private void withoutNumber(String person, LocalDate on) {
        db.sql("insert into unnumbered_person values (?, ?) on conflict do nothing")
                .params(person, on)
                .update();
        var identified =
                db.sql(
                                """
                                select exists (select from unnumbered_person
                                               where person_id = ? and identified_as is not null)
                                """)
                        .param(person)
                        .query(Boolean.class)
                        .single();
        if (identified) throw new Refused(MEMBER_ENTERED_UNDER_A_NUMBER);
    }

    private void notBefore(LocalDate on, String... persons) {
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

    private void free(String householdId, String personId, LocalDate on) {
        freeSince(on, householdId, personId);
        delete(householdId, personId);
    }

    private void delete(String householdId, String personId) {
        db.sql("delete from active_person where person_id = ? and household_id = ?")
                .params(personId, householdId)
                .update();
    }

    private void free(String householdId) {
        db.sql("delete from active_person where household_id = ?").param(householdId).update();
    }
}
