package cn.fupin.household.household;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.HelpEvent.HelperReleased;
import cn.fupin.household.household.HelpEvent.MonitoringHelperReleased;
import cn.fupin.household.household.MemberEvent.HouseholdDissolved;
import cn.fupin.household.household.RegisterEvent.HelperAssigned;
import cn.fupin.household.household.RegisterEvent.HouseholdRemoved;
import cn.fupin.household.household.StandingEvent.HouseholdMerged;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * On no day of an assignment has the helper more households at once than the rule of its day and
 * place allows, whichever was entered first. Whoever is entered late helps until the next one.
 * Naming the next helper relieves the one before from that day on, so does release, removal or the
 * household's end; one whose end is taken back is given one anew; an exit does not, since help goes
 * on after it, nor the end of a household's risk, nor a suspension, which keeps the helper for the
 * household. One that is split off begins without a helper.
 */
@Component
class HelperLoad {
    private final JdbcClient db;
    private final RuleBook rules;
    private final HouseholdPlaces places;

    HelperLoad(JdbcClient db, RuleBook rules, HouseholdPlaces places) {
        this.db = db;
        this.rules = rules;
        this.places = places;
    }

    @EventHandler
    void on(HelperAssigned e) {
        var before = helperOf(e.householdId());
        lock(e.helperId(), before);
        var next = nextTurn(e.householdId(), e.occurredOn());
        if (next != null) {
            helpedUntil(next, e);
            return;
        }
        if (e.helperId().equals(before)) return;
        relieve(e.householdId(), e.occurredOn());
        db.sql("insert into helper_household values (?, ?)")
                .params(e.householdId(), e.helperId())
                .update();
        helps(e, null);
    }

    /** When the next one began, of whoever is entered late; null where nobody has since. */
    private @Nullable LocalDate nextTurn(String householdId, LocalDate on) {
        return db.sql(
                        """
                        select since from helper_time where household_id = ? and since > ?
                        order by since limit 1
                        """)
                .params(householdId, on)
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    private void helpedUntil(LocalDate next, HelperAssigned e) {
        db.sql("delete from helper_time where household_id = ? and since = ?")
                .params(e.householdId(), e.occurredOn())
                .update();
        db.sql(
                        """
                        update helper_time set until = :on
                        where household_id = :household and since < :on and until > :on
                        """)
                .param("on", e.occurredOn())
                .param("household", e.householdId())
                .update();
        helps(e, next);
    }

    private void helps(HelperAssigned e, @Nullable LocalDate until) {
        db.sql("insert into helper_time values (:household, :helper, :since, cast(:until as date))")
                .param("household", e.householdId())
                .param("helper", e.helperId())
                .param("since", e.occurredOn())
                .param("until", until)
                .update();
        burden(e, until);
    }

    @EventHandler
    void on(HelperReleased e) {
        relieve(e.householdId(), e.occurredOn());
    }

    @EventHandler
    void on(MonitoringHelperReleased e) {
        relieve(e.householdId(), e.occurredOn());
    }

    @EventHandler
    void on(HouseholdRemoved e) {
        relieve(e.householdId(), e.occurredOn());
    }

    @EventHandler
    void on(HouseholdDissolved e) {
        relieve(e.householdId(), e.occurredOn());
    }

    @EventHandler
    void on(HouseholdMerged e) {
        relieve(e.householdId(), e.occurredOn());
    }

    private void burden(HelperAssigned e, @Nullable LocalDate until) {
        if (!CurrentUnitOfWork.isStarted()) return;
        var place = Objects.requireNonNull(places.of(e.householdId(), e.occurredOn()));
        var most = rules.valueOf(RuleCode.HELPER_HOUSEHOLDS_MAX, place.region(), e.occurredOn());
        if (HelpTime.mostAtOnce(timesOf(e.helperId()), e.occurredOn(), until)
                > Objects.requireNonNull(most)) {
            throw new Refused(HouseholdReason.HELPER_HAS_TOO_MANY_HOUSEHOLDS);
        }
    }

    private List<HelpTime> timesOf(String helperId) {
        return db.sql("select household_id, since, until from helper_time where helper_id = ?")
                .param(helperId)
                .query(HelpTime.class)
                .list();
    }

    /**
     * Nobody helped from a day to the same day, nor after a household's end, whoever was entered
     * since.
     */
    private void relieve(String householdId, LocalDate on) {
        db.sql("delete from helper_household where household_id = ?").param(householdId).update();
        db.sql("delete from helper_time where household_id = ? and since >= ?")
                .params(householdId, on)
                .update();
        db.sql(
                        """
                        update helper_time set until = :on
                        where household_id = :household and (until is null or until > :on)
                        """)
                .param("on", on)
                .param("household", householdId)
                .update();
    }

    /**
     * Whoever assigns one of them waits here, and sees what was assigned before. Sorted, so that
     * two exchanges between the same helpers cannot wait for each other.
     */
    private void lock(String helperId, @Nullable String before) {
        // a recovery is alone, and a lock for every helper of a county would be too many for it
        if (!CurrentUnitOfWork.isStarted()) return;
        Stream.of(helperId, before == null ? helperId : before)
                .distinct()
                .sorted()
                .forEach(id ->
                        db.sql(
                                        "select pg_advisory_xact_lock(hashtextextended('fupin helper ' || ?, 0))")
                                .param(id)
                                .query((_, _) -> true)
                                .list());
    }

    private @Nullable String helperOf(String householdId) {
        return db.sql("select helper_id from helper_household where household_id = ?")
                .param(householdId)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
