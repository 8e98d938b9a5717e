package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.IN_ANOTHER_HOUSEHOLD_THEN;
import static cn.fupin.household.household.HouseholdReason.MEMBER_ENTERED_UNDER_A_NUMBER;
import static cn.fupin.household.household.HouseholdReason.PERSON_IN_ANOTHER_HOUSEHOLD;

import cn.fupin.backbone.command.Access;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionEvent.MemberDayCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberNumberCorrected;
import cn.fupin.household.household.CorrectionEvent.Stay;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.RegisterEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import cn.fupin.household.vault.PersonKeys;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person belongs to one active household on any day: claimed with the application, the file or by
 * joining, given free by rejection, removal, dissolution or by leaving; merged or split off, it
 * goes over the same day; an end that is taken back claims whoever stayed to it. An exit and a
 * suspension keep it: the household stays on file and may relapse or be resumed. Somebody without a
 * number, or under a wrong one, who turns out to be somebody else was so from the beginning.
 */
@Component
class OneActiveHouseholdPerPerson {
    static final String CONSTRAINT = "one_active_household_per_person";

    private final JdbcClient db;
    private final Departures departures;
    private final PersonKeys keys;
    private final HouseholdPlaces places;
    private final KnownPersons persons;
    private final OtherHouseholds others;

    OneActiveHouseholdPerPerson(
            JdbcClient db,
            Departures departures,
            PersonKeys keys,
            HouseholdPlaces places,
            KnownPersons persons,
            OtherHouseholds others) {
        this.db = db;
        this.departures = departures;
        this.keys = keys;
        this.places = places;
        this.persons = persons;
        this.others = others;
    }

    @EventHandler
    void on(HouseholdApplied e) {
        var persons = claim(e.householdId(), e.members(), e.occurredOn(), excused(e.separation()));
        departures.refuseDead(e.householdId(), persons, e.separation());
        departures.refuseSplit(e.householdId(), e.region(), e.occurredOn(), persons);
    }

    @EventHandler
    void on(HouseholdRecorded e) {
        var persons = claim(e.householdId(), e.members(), e.occurredOn(), excused(e.separation()));
        departures.refuseDead(e.householdId(), persons, e.separation());
        departures.refuseSplit(e.householdId(), e.region(), e.occurredOn(), persons);
    }

    /** Its persons are claimed since it is on file. */
    @EventHandler
    void on(HouseholdOnFileApplied e) {
        var persons =
                db.sql(
                                """
                                update active_person set excused = coalesce(?, excused)
                                where household_id = ? returning person_id
                                """)
                        .param(excused(e.separation()))
                        .param(e.householdId())
                        .query(String.class)
                        .list()
                        .toArray(String[]::new);
        departures.refuseSplit(e.householdId(), e.region(), e.occurredOn(), persons);
    }

    @EventHandler
    void on(HouseholdSplitOff e) {
        claim(e.householdId(), e.members(), e.occurredOn(), SeparationReason.BY_LAW.name());
    }

    @EventHandler
    void on(MemberJoined e) {
        var person =
                claim(e.householdId(), List.of(e.member()), e.occurredOn(), excused(e.reason()));
        departures.refuseDead(e.householdId(), person, null);
        departures.refuseSplit(e, person);
    }

    @EventHandler
    void on(HouseholdRegistered e) {
        departures.refuseSplit(e);
    }

    @EventHandler
    void on(HouseholdRelapsed e) {
        departures.refuseSplit(e);
    }

    @EventHandler
    void on(HeadChanged e) {
        departures.refuseSplit(e.householdId(), e.head(), e.occurredOn());
    }

    /**
     * What excuses that they left another household; it goes over to whoever they turn out to be.
     */
    private static @Nullable String excused(@Nullable Separation separation) {
        return separation == null ? null : separation.reason().name();
    }

    private static @Nullable String excused(JoiningReason reason) {
        return switch (reason) {
            case MARRIAGE -> SeparationReason.MARRIAGE.name();
            case ADOPTION -> SeparationReason.ADOPTION.name();
            case MERGER -> SeparationReason.BY_LAW.name();
            case BIRTH, MOVED_IN, RETURNED, OTHER -> null;
        };
    }

    @EventHandler
    void on(MemberLeft e) {
        departures.left(e);
        // somebody has to follow a head who died
        if (e.newHead() != null && e.reason() != LeavingReason.DEATH) {
            departures.refuseSplit(e.householdId(), e.newHead(), e.occurredOn());
        }
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
        goesBy(e.householdId(), e.personId(), e.identifiedAs());
        var since =
                db.sql(
                                """
                                update unnumbered_person set identified_as = ? where person_id = ?
                                returning member_since
                                """)
                        .params(e.identifiedAs(), e.personId())
                        .query(LocalDate.class)
                        .single();
        hasBeen(e.householdId(), e.personId(), e.identifiedAs(), since);
    }

    /**
     * The wrong number is a stranger's again, or the other's who is corrected with this one:
     * whoever is entered by it is not this one, whose key opens nothing of theirs. What follows in
     * other households is said with this.
     */
    @EventHandler
    void on(MemberNumberCorrected e) {
        if (e.correctedIn() != null) return;
        var household = householdOf(e.personId(), e);
        if (household == null) wasFormerly(e);
        else goesBy(household, e.personId(), e.identifiedAs());
        if (!losesItsNumber(e) && CurrentUnitOfWork.isStarted()) {
            throw new ConcurrencyFailureException("a person was erased meanwhile");
        }
        var known =
                db.sql("insert into unnumbered_person values (?, ?, ?) on conflict do nothing")
                        .params(e.personId(), e.enteredSince(), e.identifiedAs())
                        .update();
        if (known == 0 && CurrentUnitOfWork.isStarted()) {
            throw new Refused(MEMBER_ENTERED_UNDER_A_NUMBER);
        }
        if (household == null) isFreeAs(e.personId(), e.identifiedAs());
        else hasBeen(household, e.personId(), e.identifiedAs(), e.enteredSince());
    }

    private boolean losesItsNumber(MemberNumberCorrected e) {
        return e.numberOf() == null
                ? keys.forgetNumber(e.personId())
                : keys.handNumberOver(e.personId(), e.numberOf());
    }

    /**
     * Where the person is a member now, null for nowhere. Whoever enters the person meanwhile is
     * waited for, or waits for this.
     */
    private @Nullable String householdOf(String person, MemberNumberCorrected e) {
        takenForAMoment(person, e.householdId());
        var household =
                db.sql("select household_id from active_person where person_id = ?")
                        .param(person)
                        .query(String.class)
                        .optional()
                        .orElse(null);
        if (household == null
                || household.equals(e.householdId())
                || alsoIn(e).contains(household)
                || !CurrentUnitOfWork.isStarted()) {
            return household;
        }
        throw new ConcurrencyFailureException("the person joined another household meanwhile");
    }

    private static List<String> alsoIn(MemberNumberCorrected e) {
        return e.alsoIn() == null ? List.of() : e.alsoIn();
    }

    /** Read again there is nobody to wait for, nor the key that tells of whom. */
    private void takenForAMoment(String person, String householdId) {
        if (!CurrentUnitOfWork.isStarted()) return;
        var taken =
                db.sql("insert into active_person values (?, ?) on conflict do nothing")
                        .params(person, householdId)
                        .update();
        if (taken > 0) delete(householdId, person);
    }

    /**
     * Nobody's member any more: the one it turns out to be may be a member elsewhere since, or was
     * one before.
     */
    private void wasFormerly(MemberNumberCorrected e) {
        takenForAMoment(e.identifiedAs(), e.householdId());
        refuseFormerIds(e.identifiedAs());
        if (!CurrentUnitOfWork.isStarted()) return;
        var freeSince = freeSince(e.personId());
        var besides = new ArrayList<>(alsoIn(e));
        besides.add(e.householdId());
        var entered =
                persons.enteredIn(List.of(e.identifiedAs()), besides).values().stream()
                        .min(LocalDate::compareTo)
                        .orElse(null);
        var cameLater = entered != null && freeSince != null && !entered.isBefore(freeSince);
        if (!cameLater) notBefore(e.enteredSince(), e.identifiedAs());
        departures.refuseDeadBetween(e.personId(), e.identifiedAs(), freeSince, cameLater);
    }

    private void isFreeAs(String personId, String as) {
        freeAsWell(personId, as);
        departures.identified(personId, as);
    }

    private @Nullable LocalDate freeSince(String person) {
        return db.sql("select free_since from person_free_since where person_id = ?")
                .param(person)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    private void goesBy(String householdId, String personId, String as) {
        var claimed =
                db.sql(
                                """
                                with former as (delete from active_person where person_id = ? and household_id = ?
                                                returning excused)
                                insert into active_person values (?, ?, (select excused from former))
                                on conflict do nothing
                                """)
                        .params(personId, householdId, as, householdId)
                        .update();
        if (claimed == 0) throw inAnother(householdId, as);
        refuseFormerIds(as);
    }

    /** Who may not see the other household is told no more than that there is one. */
    private Refused inAnother(String householdId, String... persons) {
        var other =
                db.sql(
                                """
                                select household_id from active_person
                                where person_id = any(?) and household_id <> ? order by 1 limit 1
                                """)
                        .params(persons, householdId)
                        .query(String.class)
                        .optional()
                        .orElse(null);
        var place = other == null ? null : places.of(other);
        return place == null || !Access.covers(place.region())
                ? new Refused(PERSON_IN_ANOTHER_HOUSEHOLD)
                : new Refused(PERSON_IN_ANOTHER_HOUSEHOLD, Map.of("householdId", other));
    }

    /** The one person was in every household in which the other was, from that day on. */
    private void hasBeen(String householdId, String personId, String as, LocalDate since) {
        notBefore(since, as);
        freeAsWell(personId, as);
        departures.identified(personId, as);
        departures.refuseDead(householdId, new String[] {as}, null);
        departures.refuseSplit(householdId, as, since);
    }

    private void freeAsWell(String personId, String as) {
        db.sql(
                        """
                        insert into person_free_since
                        select ?, free_since from person_free_since where person_id = ?
                        on conflict (person_id) do update
                        set free_since = greatest(person_free_since.free_since, excluded.free_since)
                        """)
                .params(as, personId)
                .update();
    }

    /** At the door again, a number that was corrected meanwhile is somebody else's. */
    private void refuseFormerIds(String... persons) {
        if (!CurrentUnitOfWork.isStarted()) return;
        var former =
                db.sql(
                                """
                                select exists (select from unnumbered_person
                                               where person_id = any(?) and identified_as is not null)
                                """)
                        .param(persons)
                        .query(Boolean.class)
                        .single();
        if (former) throw new ConcurrencyFailureException("a number was corrected meanwhile");
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
     * On the days that come to the household the person was in no other. Whoever enters the person
     * elsewhere meanwhile is waited for, or waits for this; a correction there as well.
     */
    @EventHandler
    void on(MemberDayCorrected e) {
        var person = e.member().personId();
        var later = e.rightDay().isAfter(e.wrongDay());
        if (e.came() != later) inNoOther(person, e);
        if (e.came()) {
            db.sql(
                            """
                            update unnumbered_person set member_since = ?
                            where (person_id = ? or identified_as = ?) and member_since = ?
                            """)
                    .params(e.rightDay(), person, person, e.wrongDay())
                    .update();
            return;
        }
        departures.corrected(e);
        db.sql(
                        """
                        update person_free_since set free_since = ? where person_id = ? and free_since = ?
                        """)
                .params(e.rightDay(), person, e.wrongDay())
                .update();
    }

    private void inNoOther(String person, MemberDayCorrected e) {
        if (!CurrentUnitOfWork.isStarted()) return;
        hold(person, e.householdId());
        var days =
                e.came()
                        ? new Stay(e.rightDay(), e.wrongDay())
                        : new Stay(e.wrongDay(), e.rightDay());
        var ids = new ArrayList<>(List.of(person));
        ids.addAll(persons.formerIds(person));
        for (var other : persons.elsewhere(ids, e.householdId()).keySet()) {
            for (var stay : others.staysOf(person, other)) {
                if (stay.overlaps(days)) throw inAnotherThen(other, stay);
            }
        }
    }

    /** Nobody takes the person, nor gives it free, before this transaction has ended. */
    private void hold(String person, String householdId) {
        takenForAMoment(person, householdId);
        db.sql("select household_id from active_person where person_id = ? for update")
                .param(person)
                .query(String.class)
                .list();
    }

    private Refused inAnotherThen(String householdId, Stay stay) {
        var told = new HashMap<String, Object>();
        told.put("field", "rightDay");
        told.put("memberSince", stay.from().toString());
        if (stay.until() != null) told.put("freeSince", stay.until().toString());
        var place = places.of(householdId);
        if (place != null && Access.covers(place.region())) told.put("householdId", householdId);
        return new Refused(IN_ANOTHER_HOUSEHOLD_THEN, told);
    }

    /** Its persons are its own again, unless they are another's by now, or died there. */
    @EventHandler
    void on(EndRevoked e) {
        departures.cameToNothing(e.householdId(), e.endedOn());
        var persons = e.personIds().stream().sorted().toArray(String[]::new);
        claim(e.householdId(), persons, null);
        excusedAsBefore(e.householdId(), persons);
        notBefore(e.occurredOn(), persons);
        departures.refuseDead(e.householdId(), persons, null);
    }

    /** What excused that they had left another household was forgotten with its end. */
    private void excusedAsBefore(String householdId, String[] persons) {
        db.sql(
                        """
                        with recursive known (person_id, goes_by) as (
                            select person, person from unnest(:persons::text[]) person
                            union
                            select u.person_id, k.goes_by from known k
                            join unnumbered_person u on u.identified_as = k.person_id),
                        said as (
                            select global_index, payload_type, convert_from(payload, 'UTF8') as payload
                            from events
                            where stream_id = :household
                              and payload_type in ('HouseholdApplied', 'HouseholdRecorded', 'HouseholdSplitOff',
                                                   'MemberJoined', 'HouseholdOnFileApplied')),
                        entered as (
                            select global_index, person[1] as person_id,
                                case payload_type
                                    when 'HouseholdSplitOff' then 'BY_LAW'
                                    when 'MemberJoined' then
                                        case substring(payload from '"reason":"([A-Z_]+)"')
                                            when 'MARRIAGE' then 'MARRIAGE'
                                            when 'ADOPTION' then 'ADOPTION'
                                            when 'MERGER' then 'BY_LAW' end
                                    else substring(payload from '"separation":\\{"reason":"([A-Z_]+)"') end as excused
                            from said
                            cross join lateral regexp_matches(payload, '"personId":"([^"]+)","maskedName":', 'g') person
                            where payload_type <> 'HouseholdOnFileApplied')
                        update active_person a set excused = coalesce(
                            (select substring(payload from '"separation":\\{"reason":"([A-Z_]+)"') as reason
                             from said where payload_type = 'HouseholdOnFileApplied'
                             order by global_index desc limit 1),
                            (select e.excused from entered e join known k using (person_id)
                             where k.goes_by = a.person_id
                             order by e.global_index desc limit 1))
                        where household_id = :household
                        """)
                .param("persons", persons)
                .param("household", householdId)
                .update();
    }

    /**
     * Sorted, so that two households that share several persons cannot wait for each other. Whoever
     * waited for a person to be given free sees the day of it afterwards.
     */
    private String[] claim(
            String householdId, List<Member> members, LocalDate on, @Nullable String excused) {
        var persons = members.stream().map(Member::personId).sorted().toArray(String[]::new);
        claim(householdId, persons, excused);
        notBefore(on, persons);
        refuseFormerIds(
                members.stream()
                        .filter(member -> member.withoutNumber() == null)
                        .map(Member::personId)
                        .toArray(String[]::new));
        members.stream()
                .filter(member -> member.withoutNumber() != null)
                .forEach(member -> withoutNumber(member.personId(), on));
        return persons;
    }

    private void claim(String householdId, String[] persons, @Nullable String excused) {
        var claimed =
                db.sql(
                                """
                                insert into active_person (person_id, household_id, excused) select unnest(?), ?, ?
                                on conflict do nothing
                                """)
                        .params(persons, householdId)
                        .param(excused)
                        .update();
        if (claimed < persons.length) throw inAnother(householdId, persons);
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
