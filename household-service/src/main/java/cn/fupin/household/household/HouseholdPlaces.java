package cn.fupin.household.household;

import cn.fupin.household.division.Division;
import cn.fupin.household.household.HelpEvent.HouseholdMoved;
import cn.fupin.household.household.HouseholdEvent.HouseholdApplied;
import cn.fupin.household.household.HouseholdEvent.HouseholdRecorded;
import cn.fupin.household.household.HouseholdEvent.HouseholdSurveyed;
import cn.fupin.household.household.HouseholdEvent.SurveyCorrected;
import cn.fupin.household.region.Successions;
import java.util.Collection;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a household lies and of which year its income is, so that the door can look up the line and
 * the rules that hold there. The decider compares the year again with its own state.
 */
@Component
public class HouseholdPlaces {
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

    private boolean isWithin(String place, String division) {
        return successions.firstOf(
                        place, code -> Division.isWithin(code, division) ? division : null)
                != null;
    }

    @EventHandler
    void on(HouseholdApplied e) {
        opened(e.householdId(), e.region());
    }

    @EventHandler
    void on(HouseholdRecorded e) {
        opened(e.householdId(), e.region());
    }

    private void opened(String householdId, String region) {
        db.sql(
                        "insert into household_place (household_id, region) values (?, ?) on conflict do nothing")
                .params(householdId, region)
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
