package cn.fupin.household.household;

import cn.fupin.household.batch.HouseholdsOnFile;
import cn.fupin.household.division.Division;
import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.HelpEvent.HouseholdMoved;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.StandingEvent.*;
import cn.fupin.household.region.Successions;
import java.util.Collection;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a household lies, of which year its income is and as what it stands, so that the door can
 * look up the line and the rules that hold there. The decider compares the year again with its own
 * state.
 */
@Component
public class HouseholdPlaces implements HouseholdsOnFile {
    record Place(String region, @Nullable Integer incomeYear) {}

    private final JdbcClient db;
    private final Successions successions;

    HouseholdPlaces(JdbcClient db, Successions successions) {
        this.db = db;
        this.successions = successions;
    }

    @Nullable Place of(String householdId) {
        return db.sql("select region, income_year from household_place where household_id = ?")
                .param(householdId)
                .query(Place.class)
                .optional()
                .orElse(null);
    }

    /**
     * Whether every one of them is on file and lies in that division, or did in one that it came
     * after.
     */
    public boolean areWithin(Collection<String> householdIds, String division) {
        var places =
                db.sql("select region from household_place where household_id = any(?)")
                        .param(householdIds.toArray(String[]::new))
                        .query(String.class)
                        .list();
        return places.size() == householdIds.size()
                && places.stream().distinct().allMatch(place -> isWithin(place, division));
    }

    @Override
    public @Nullable String unknownOf(Collection<String> householdIds) {
        return db.sql(
                        """
                        select asked.id from unnest(?) asked (id)
                        where not exists (select from household_place p where p.household_id = asked.id)
                        limit 1
                        """)
                .param(householdIds.toArray(String[]::new))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Whether a place lies in that division, or did in one that it came after. */
    boolean isWithin(String place, String division) {
        return successions.firstOf(
                        place, code -> Division.isWithin(code, division) ? division : null)
                != null;
    }

    @EventHandler
    void on(HouseholdApplied e) {
        opened(e.householdId(), e.region(), "CANDIDATE");
    }

    @EventHandler
    void on(HouseholdRecorded e) {
        opened(e.householdId(), e.region(), "ON_FILE");
    }

    @EventHandler
    void on(HouseholdSplitOff e) {
        opened(e.householdId(), e.region(), e.standing().name());
    }

    private void opened(String householdId, String region, String standing) {
        db.sql(
                        """
                        insert into household_place (household_id, region, standing) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(householdId, region, standing)
                .update();
    }

    @EventHandler
    void on(HouseholdRegistered e) {
        standsAs(e.householdId(), "REGISTERED");
    }

    @EventHandler
    void on(HouseholdRelapsed e) {
        standsAs(e.householdId(), "REGISTERED");
    }

    @EventHandler
    void on(HouseholdResumed e) {
        standsAs(e.householdId(), "REGISTERED");
    }

    @EventHandler
    void on(ExitRevoked e) {
        standsAs(e.householdId(), "REGISTERED");
    }

    @EventHandler
    void on(HouseholdSuspended e) {
        standsAs(e.householdId(), "SUSPENDED");
    }

    @EventHandler
    void on(HouseholdExited e) {
        standsAs(e.householdId(), "EXITED");
    }

    /** What it stood as when its life ended is kept: its persons left a household that was that. */
    private void standsAs(String householdId, String standing) {
        db.sql("update household_place set standing = ? where household_id = ?")
                .params(standing, householdId)
                .update();
    }

    @EventHandler
    void on(HouseholdMoved e) {
        db.sql("update household_place set region = ? where household_id = ?")
                .params(e.region(), e.householdId())
                .update();
    }

    @EventHandler
    void on(HouseholdSurveyed e) {
        incomeOf(e.householdId(), e.incomeYear());
    }

    @EventHandler
    void on(SurveyCorrected e) {
        incomeOf(e.householdId(), e.incomeYear());
    }

    private void incomeOf(String householdId, int year) {
        db.sql("update household_place set income_year = ? where household_id = ?")
                .params(year, householdId)
                .update();
    }
}
