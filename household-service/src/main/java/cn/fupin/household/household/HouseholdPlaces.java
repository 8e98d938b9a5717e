package cn.fupin.household.household;

import cn.fupin.household.household.HouseholdEvent.HouseholdApplied;
import cn.fupin.household.household.HouseholdEvent.HouseholdRecorded;
import cn.fupin.household.household.HouseholdEvent.HouseholdSurveyed;
import cn.fupin.household.household.HouseholdEvent.SurveyCorrected;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a household lies and of which year its income is, so that the door can look up the line and
 * the rules that hold there. The decider compares the year again with its own state.
 */
@Component
class HouseholdPlaces {
    record Place(String region, @Nullable Integer incomeYear) {}

    private final JdbcClient db;

    HouseholdPlaces(JdbcClient db) {
        this.db = db;
    }

    @Nullable Place of(String householdId) {
        return db.sql("select region, income_year from household_place where household_id = ?")
                .param(householdId)
                .query(Place.class)
                .optional()
                .orElse(null);
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
