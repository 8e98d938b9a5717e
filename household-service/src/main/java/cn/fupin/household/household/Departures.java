package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.PERSON_DIED;
import static cn.fupin.household.household.HouseholdReason.SPLIT_FOR_ELIGIBILITY;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionEvent.MemberDayCorrected;
import cn.fupin.household.household.IdentificationEvent.Separation;
import cn.fupin.household.household.IdentificationEvent.SeparationReason;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import cn.fupin.household.household.MemberEvent.MemberJoined;
import cn.fupin.household.household.MemberEvent.MemberLeft;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 禁止拆户分户: whoever left a household that was on the register or on its way there is no household of
 * its own before the look-back of the day and place is over, but by marriage, adoption or law.
 * Those of a household that ended may apply again together, not apart. Where no rule says how long,
 * nobody is held to it. Whoever died is nowhere else a member, whatever rules there are.
 */
@Component
public class Departures {
    private static final Set<String> BOUND = Set.of("CANDIDATE", "REGISTERED", "SUSPENDED");

    private final JdbcClient db;
    private final RuleBook rules;

    Departures(JdbcClient db, RuleBook rules) {
        this.db = db;
        this.rules = rules;
    }

    /** To be told before the person is given free: whoever waits for the person sees it then. */
    void left(MemberLeft e) {
        db.sql(
                        """
                        insert into household_departure
                        select ?, household_id, ?, ? from household_place
                        where household_id = ? and (standing in ('CANDIDATE', 'REGISTERED', 'SUSPENDED') or ?)
                        """)
                .params(e.personId(), e.occurredOn(), e.reason().name(), e.householdId())
                .param(e.reason() == LeavingReason.DEATH)
                .update();
    }

    /**
     * To be asked after the persons are claimed. Back in the very household, the death was entered
     * by mistake and comes to nothing; elsewhere only a judgement says so.
     */
    void refuseDead(String householdId, String[] persons, @Nullable Separation separation) {
        db.sql(
                        """
                        delete from household_departure
                        where person_id = any(?) and household_id = ? and reason = 'DEATH'
                        """)
                .params(persons, householdId)
                .update();
        // what was taken before this was asked stays true when it is read again
        if (!CurrentUnitOfWork.isStarted()) return;
        if (separation != null && separation.reason() == SeparationReason.BY_LAW) return;
        var from = deathOf(householdId, persons);
        if (from == null) return;
        throw new Refused(
                PERSON_DIED,
                Map.of("household", from.householdId(), "diedOn", from.leftOn().toString()));
    }

    /** Whoever of them is recorded as dead in another household; null when nobody is. */
    public @Nullable Departure deathOf(String householdId, String[] persons) {
        return db.sql(
                        """
                        select person_id, household_id, left_on from household_departure
                        where person_id = any(?) and household_id <> ? and reason = 'DEATH'
                        order by left_on desc, household_id limit 1
                        """)
                .params(persons, householdId)
                .query(Departure.class)
                .optional()
                .orElse(null);
    }

    /**
     * A former member who turns out to be somebody else: who had not died before, and died in no
     * household before entering another.
     *
     * @param freeSince since when the former member is nobody's
     * @param cameLater whether the one it is was entered elsewhere after that
     */
    void refuseDeadBetween(
            String personId, String as, @Nullable LocalDate freeSince, boolean cameLater) {
        var died = deathOf("", new String[] {cameLater ? personId : as});
        if (died == null
                || !cameLater && (freeSince == null || !died.leftOn().isBefore(freeSince))) {
            return;
        }
        throw new Refused(
                PERSON_DIED,
                Map.of("household", died.householdId(), "diedOn", died.leftOn().toString()));
    }

    /** To be told before the persons are given free. */
    void ended(String householdId, LocalDate on) {
        db.sql(
                        """
                        insert into household_departure
                        select a.person_id, household_id, ?, null
                        from active_person a join household_place using (household_id)
                        where household_id = ? and standing in ('CANDIDATE', 'REGISTERED', 'SUSPENDED')
                        """)
                .params(on, householdId)
                .update();
    }

    /** The person left on another day; whatever has come of it stands. */
    void corrected(MemberDayCorrected e) {
        db.sql(
                        """
                        update household_departure set left_on = ?
                        where household_id = ? and person_id = ? and left_on = ? and reason is not null
                        """)
                .params(e.rightDay(), e.householdId(), e.member().personId(), e.wrongDay())
                .update();
    }

    /** The end is taken back: nobody left with it. */
    void cameToNothing(String householdId, LocalDate endedOn) {
        db.sql(
                        """
                        delete from household_departure
                        where household_id = ? and left_on = ? and reason is null
                        """)
                .params(householdId, endedOn)
                .update();
    }

    void identified(String personId, String as) {
        db.sql("update household_departure set person_id = ? where person_id = ?")
                .params(as, personId)
                .update();
    }

    /** To be asked after the persons are claimed. */
    void refuseSplit(String householdId, String region, LocalDate on, String[] persons) {
        refuse(splitOf(householdId, region, on, persons));
    }

    /** An application takes in nobody whom it could not have named itself. */
    void refuseSplit(MemberJoined e, String[] person) {
        var place = place(e.householdId());
        if (!place.standing().equals("CANDIDATE")) return;
        var together = active(e.householdId());
        refuse(splitOf(e.householdId(), place.region(), e.occurredOn(), person, together));
    }

    /** Asked again where it lies now: who came in, came by the rules of another place or day. */
    void refuseSplit(HouseholdEvent decided) {
        var household = decided.householdId();
        var region = place(household).region();
        refuse(splitOf(household, region, decided.occurredOn(), active(household), null));
    }

    /** Nobody comes into another's household to make it the own one, nor under another's number. */
    void refuseSplit(String householdId, String person, LocalDate on) {
        var place = place(householdId);
        if (!BOUND.contains(place.standing())) return;
        refuse(splitOf(householdId, place.region(), on, new String[] {person}, null));
    }

    private static void refuse(@Nullable Departure from) {
        // what was taken before this was asked stays true when it is read again
        if (from == null || !CurrentUnitOfWork.isStarted()) return;
        throw new Refused(
                SPLIT_FOR_ELIGIBILITY,
                Map.of("household", from.householdId(), "leftOn", from.leftOn().toString()));
    }

    private record Place(String region, String standing) {}

    private Place place(String householdId) {
        return db.sql("select region, standing from household_place where household_id = ?")
                .param(householdId)
                .query(Place.class)
                .single();
    }

    private String[] active(String householdId) {
        return db.sql("select person_id from active_person where household_id = ? order by 1")
                .param(householdId)
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    /** Whoever of them may not be in a household of its own yet; null when nobody is held to it. */
    public @Nullable Departure splitOf(
            String householdId, String region, LocalDate on, String[] persons) {
        return splitOf(householdId, region, on, persons, persons);
    }

    /**
     * @param together those who may come out of one ended household together; null where that was
     *     judged before, and the others may have died since
     */
    private @Nullable Departure splitOf(
            String householdId,
            String region,
            LocalDate on,
            String[] persons,
            String @Nullable [] together) {
        var days = rules.valueOf(RuleCode.SPLIT_LOOKBACK_DAYS, region, on);
        if (days == null) return null;
        return db.sql(
                        """
                        select d.person_id, d.household_id, d.left_on
                        from household_departure d
                        left join active_person a
                          on a.person_id = d.person_id and a.household_id = :household
                        where d.person_id = any(:persons) and d.household_id <> :household
                          and d.left_on > :since and coalesce(a.excused, '') <> 'BY_LAW'
                          and (d.reason <> coalesce(a.excused, '')
                               or d.reason is null
                                  and exists (select from household_departure o
                                              where o.household_id = d.household_id and o.reason is null
                                                and o.person_id <> all(cast(:together as text[]))))
                        order by d.left_on desc, d.household_id limit 1
                        """)
                .param("persons", persons)
                .param("household", householdId)
                .param("since", on.minusDays(days))
                .param("together", together)
                .query(Departure.class)
                .optional()
                .orElse(null);
    }

    /** Somebody left a household, or stayed to its end. */
    public record Departure(String personId, String householdId, LocalDate leftOn) {}
}
