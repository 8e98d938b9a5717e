package cn.fupin.household.person;

import cn.fupin.backbone.command.UnknownId;
import cn.fupin.backbone.event.Event;
import cn.fupin.backbone.event.Parts;
import cn.fupin.household.household.CorrectionEvent.MemberNameCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberNumberCorrected;
import cn.fupin.household.household.DescriptionEvent.MemberDescribed;
import cn.fupin.household.household.MemberEvent.JoiningReason;
import cn.fupin.household.household.MemberEvent.MemberJoined;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import cn.fupin.household.person.PersonCommand.Whereabouts;
import cn.fupin.household.vault.PersonKeys;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of everybody in the register: the household that last took the person in, and what was sealed,
 * read from every event that brings something sealed, whatever event it is. Under which ids the
 * person was entered before the number was known is the household guard's to say.
 */
@Component
class Persons {
    private final JdbcClient db;
    private final PersonKeys keys;

    Persons(JdbcClient db, PersonKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /**
     * Where the person is in the register, works as a helper, or is said to be left out of it; an
     * {@link UnknownId} for somebody who never was or did.
     */
    Whereabouts find(String personId) {
        return db.sql(
                        """
                        with recursive known (person_id, times) as (
                            select identified_as, 1 from unnumbered_person
                            where person_id = :person and identified_as is not null
                          union all
                            select a.identified_as, times + 1 from known k
                            join unnumbered_person a on a.person_id = k.person_id
                            where a.identified_as is not null
                        )
                        select p.region, h.household_id,
                               (select person_id from known order by times desc limit 1) as identified_as
                        from person_home h
                        join household_place p on p.household_id = h.household_id
                        where h.person_id = :person
                        union all
                        select w.region, null, null from helper_person w
                        where w.person_id = :person
                          and not exists (select from person_home h where h.person_id = w.person_id)
                        union all
                        select n.region, null, null
                        from notice_omission o join notice n on n.notice_id = o.notice_id
                        where o.person_id = :person
                        """)
                .param("person", personId)
                .query(Whereabouts.class)
                .optional()
                .orElseThrow(() -> new UnknownId("personId", personId));
    }

    List<String> aliasesOf(String personId) {
        return db.sql(
                        """
                        with recursive alias (person_id) as (
                            select person_id from unnumbered_person where identified_as = :person
                          union
                            select a.person_id from unnumbered_person a
                            join alias b on a.identified_as = b.person_id
                        )
                        select person_id from alias where person_id <> :person order by 1
                        """)
                .param("person", personId)
                .query(String.class)
                .list();
    }

    /** Ids from before and after a number was known, of each of these persons. */
    Set<String> everyIdOf(Collection<String> personIds) {
        return db.sql(
                        """
                        with recursive same (person_id) as (
                            select unnest(?::text[])
                          union
                            select case a.person_id when s.person_id then a.identified_as else a.person_id end
                            from same s
                            join unnumbered_person a
                              on a.identified_as is not null
                             and (a.person_id = s.person_id or a.identified_as = s.person_id)
                        )
                        select person_id from same
                        """)
                .param(personIds.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** What is of an earlier day comes first, whenever it was recorded; then as it was recorded. */
    List<String> sealedOf(String personId) {
        return db.sql(
                        """
                        select sealed from person_sealed where person_id = ? order by of_day, ordinal
                        """)
                .param(personId)
                .query(String.class)
                .list();
    }

    boolean isErased(String personId) {
        return db.sql("select exists (select from person_erased where person_id = ?)")
                .param(personId)
                .query(Boolean.class)
                .single();
    }

    @EventHandler
    void on(Event event) {
        var whole = (Record) event;
        var sealed = sealedIn(event, Parts.text(whole, "personId"));
        if (sealed.isEmpty()) return;
        var carriedOver = isCarriedOver(event);
        var held = keys.held(sealed.keySet());
        // The key was destroyed between the sealing at the door and this append: at the door again,
        // the same number is a new person. What is carried over was sealed long ago, and whoever
        // was erased since goes along: the household has as many members as before.
        if (CurrentUnitOfWork.isStarted() && !carriedOver && held.size() < sealed.size()) {
            throw new ConcurrencyFailureException("a person was erased meanwhile");
        }
        var householdId = Parts.text(whole, "householdId");
        switch (event) {
            case MemberDescribed _, MemberNameCorrected _ -> {}
            case MemberNumberCorrected e -> goesBy(e);
            default -> {
                if (householdId != null) takenIn(sealed.keySet(), householdId);
            }
        }
        if (!carriedOver) keep(sealed, event.occurredOn());
    }

    /** Merged or split off: as the members were entered in the household they come from. */
    private static boolean isCarriedOver(Event event) {
        return event instanceof HouseholdSplitOff
                || (event instanceof MemberJoined joined
                        && joined.reason() == JoiningReason.MERGER);
    }

    /** By person; what has no person beside it is the one's whom the event is about. */
    private static Map<String, String> sealedIn(Event event, @Nullable String about) {
        var found = new LinkedHashMap<String, String>();
        for (var part : Parts.of(event)) {
            var sealed = Parts.text(part, "sealed");
            if (sealed == null) continue;
            var own = Parts.text(part, "personId");
            var person = own == null ? about : own;
            if (person != null) found.put(person, sealed);
        }
        return found;
    }

    private void takenIn(Collection<String> personIds, String householdId) {
        db.sql(
                        """
                        insert into person_home (person_id, household_id) select unnest(?), ?
                        on conflict (person_id) do update set household_id = excluded.household_id
                        """)
                .params(personIds.stream().sorted().toArray(String[]::new), householdId)
                .update();
    }

    /**
     * The one lives where the other does, but whoever left where it is corrected and was entered
     * under the right number elsewhere lives there.
     */
    private void goesBy(MemberNumberCorrected e) {
        if (e.correctedIn() != null) return;
        db.sql(
                        """
                        insert into person_home (person_id, household_id)
                        select :as, household_id from person_home where person_id = :person
                        on conflict (person_id) do update set household_id = excluded.household_id
                        where not (:former and excluded.household_id = :here)
                        """)
                .param("as", e.identifiedAs())
                .param("person", e.personId())
                .param("former", e.ofAFormerMember())
                .param("here", e.householdId())
                .update();
    }

    private void keep(Map<String, String> sealed, LocalDate ofDay) {
        db.sql(
                        """
                        insert into person_sealed (person_id, ordinal, sealed, of_day)
                        select n.person_id, n.sealed_before + 1, n.sealed, ?
                        from (select s.person_id, s.sealed,
                                     (select coalesce(max(p.ordinal), 0) from person_sealed p
                                      where p.person_id = s.person_id) as sealed_before
                              from unnest(?, ?) s (person_id, sealed)
                              where exists (select from vault_person v where v.person_id = s.person_id)) n
                        """)
                .params(
                        ofDay,
                        sealed.keySet().toArray(String[]::new),
                        sealed.values().toArray(String[]::new))
                .update();
    }
}
