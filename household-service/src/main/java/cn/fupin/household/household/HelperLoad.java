package cn.fupin.household.household;

import cn.fupin.household.household.HelpEvent.HelperReleased;
import cn.fupin.household.household.MemberEvent.HouseholdDissolved;
import cn.fupin.household.household.RegisterEvent.HelperAssigned;
import cn.fupin.household.household.RegisterEvent.HouseholdRemoved;
import cn.fupin.household.household.StandingEvent.HouseholdMerged;
import cn.fupin.household.rule.RuleBook;
import cn.fupin.household.rule.RuleCode;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A helper has no more households at once than the rule of the day and place of the latest
 * assignment allows. Naming the next helper relieves the one before, so does release, removal or
 * the household's end; an exit does not, since help goes on after it, nor a suspension, which keeps
 * the helper for the household. One that is split off begins without a helper.
 */
@Component
class HelperLoad {
    static final String CONSTRAINT = "helper_households_within_max";

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
        if (e.helperId().equals(before)) return;
        lock(e.helperId(), before);
        if (before != null) relieve(before);
        burden(e);
        db.sql(
                        """
                        insert into helper_household values (?, ?)
                        on conflict (household_id) do update set helper_id = excluded.helper_id
                        """)
                .params(e.householdId(), e.helperId())
                .update();
    }

    @EventHandler
    void on(HelperReleased e) {
        ended(e.householdId());
    }

    @EventHandler
    void on(HouseholdRemoved e) {
        ended(e.householdId());
    }

    @EventHandler
    void on(HouseholdDissolved e) {
        ended(e.householdId());
    }

    @EventHandler
    void on(HouseholdMerged e) {
        ended(e.householdId());
    }

    private void ended(String householdId) {
        var before = helperOf(householdId);
        if (before == null) return;
        relieve(before);
        db.sql("delete from helper_household where household_id = ?").param(householdId).update();
    }

    private void burden(HelperAssigned e) {
        var place = Objects.requireNonNull(places.of(e.householdId()));
        var most = rules.valueOf(RuleCode.HELPER_HOUSEHOLDS_MAX, place.region(), e.occurredOn());
        db.sql(
                        """
                        update helper_load set households = households + 1, households_max = ?
                        where helper_id = ?
                        """)
                .params(Objects.requireNonNull(most), e.helperId())
                .update();
    }

    private void relieve(String helperId) {
        db.sql("update helper_load set households = households - 1 where helper_id = ?")
                .param(helperId)
                .update();
    }

    /** Sorted, so that two exchanges between the same helpers cannot wait for each other. */
    private void lock(String helperId, @Nullable String before) {
        Stream.of(helperId, before == null ? helperId : before)
                .distinct()
                .sorted()
                .forEach(id -> {
                    db.sql("insert into helper_load values (?, 0, 0) on conflict do nothing")
                            .param(id)
                            .update();
                    db.sql("select 1 from helper_load where helper_id = ? for update")
                            .param(id)
                            .query(Integer.class)
                            .single();
                });
    }

    private @Nullable String helperOf(String householdId) {
        return db.sql("select helper_id from helper_household where household_id = ?")
                .param(householdId)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
