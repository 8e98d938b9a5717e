package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.PERSON_DIED;
import static cn.fupin.household.household.HouseholdReason.SPLIT_FOR_ELIGIBILITY;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.IdentificationEvent.Separation;
import cn.fupin.household.household.IdentificationEvent.SeparationReason;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import cn.fupin.household.household.MemberEvent.MemberLeft;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import java.time.LocalDate;
import java.util.Map;
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

    void identified(String personId, String as) {
        db.sql("update household_departure set person_id = ? where person_id = ?")
                .params(as, personId)
                .update();
    }

    /** To be asked after the persons are claimed. */
    void refuseSplit(
            String householdId,
            String region,
            LocalDate on,
            String[] persons,
            @Nullable Separation separation) {
        var from = splitOf(householdId, region, on, persons, separation);
        if (from == null) return;
        throw new Refused(
                SPLIT_FOR_ELIGIBILITY,
                Map.of("household", from.householdId(), "leftOn", from.leftOn().toString()));
    }

    /** Whoever of them may not be in a household of its own yet; null when nobody is held to it. */
    public @Nullable Departure splitOf(
            String householdId,
            String region,
            LocalDate on,
            String[] persons,
            @Nullable Separation separation) {
        if (separation != null && separation.reason() == SeparationReason.BY_LAW) return null;
        var days = rules.valueOf(RuleCode.SPLIT_LOOKBACK_DAYS, region, on);
        if (days == null) return null;
        return db.sql(
                        """
                        select person_id, household_id, left_on from household_departure d
                        where person_id = any(:persons) and household_id <> :household
                          and left_on > :since
                          and (reason <> :excused
                               or reason is null
                                  and exists (select from household_departure o
                                              where o.household_id = d.household_id and o.reason is null
                                                and o.person_id <> all(:persons)))
                        order by left_on desc, household_id limit 1
                        """)
                .param("persons", persons)
                .param("household", householdId)
                .param("since", on.minusDays(days))
                .param("excused", excused(separation))
                .query(Departure.class)
                .optional()
                .orElse(null);
    }

    /** Somebody left a household, or stayed to its end. */
    public record Departure(String personId, String householdId, LocalDate leftOn) {}

    /** The reason a person must have left for; no departure has an empty one. */
    private static String excused(@Nullable Separation separation) {
        if (separation == null) return "";
        return switch (separation.reason()) {
            case MARRIAGE -> LeavingReason.MARRIAGE.name();
            case ADOPTION -> LeavingReason.ADOPTION.name();
            case BY_LAW -> throw new IllegalStateException("the law excuses every departure");
        };
    }
}
