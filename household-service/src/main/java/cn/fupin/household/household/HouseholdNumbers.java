package cn.fupin.household.household;

import static cn.fupin.household.household.HouseholdReason.HOUSEHOLD_NUMBER_TAKEN;

import cn.fupin.backbone.command.Access;
import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionEvent.HouseholdNumberCorrected;
import cn.fupin.household.household.DescriptionEvent.HouseholdNumbered;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A number is one household's in the whole nation: the national system gives it, and a household
 * that moves to another county takes it along. It stays the household's after its life has ended,
 * until a correction says that it never was.
 */
@Component
class HouseholdNumbers {
    static final String CONSTRAINT = "household_number_is_its_own";

    private final JdbcClient db;
    private final HouseholdPlaces places;

    HouseholdNumbers(JdbcClient db, HouseholdPlaces places) {
        this.db = db;
        this.places = places;
    }

    @EventHandler
    void on(HouseholdNumbered e) {
        claim(e.householdId(), e.householdNumber());
    }

    @EventHandler
    void on(HouseholdNumberCorrected e) {
        db.sql("delete from household_number where household_id = ?")
                .param(e.householdId())
                .update();
        if (e.householdNumber() != null) claim(e.householdId(), e.householdNumber());
    }

    /** Whoever is given the same number at the same moment waits for the row, and is refused. */
    private void claim(String householdId, String number) {
        var claimed =
                db.sql("insert into household_number values (?, ?) on conflict do nothing")
                        .params(householdId, number)
                        .update();
        if (claimed == 0 && CurrentUnitOfWork.isStarted()) throw taken(number);
    }

    private Refused taken(String number) {
        var other =
                db.sql("select household_id from household_number where household_number = ?")
                        .param(number)
                        .query(String.class)
                        .optional()
                        .orElse(null);
        var place = other == null ? null : places.of(other);
        return place == null || !Access.covers(place.region())
                ? new Refused(HOUSEHOLD_NUMBER_TAKEN)
                : new Refused(HOUSEHOLD_NUMBER_TAKEN, Map.of("householdId", other));
    }
}
