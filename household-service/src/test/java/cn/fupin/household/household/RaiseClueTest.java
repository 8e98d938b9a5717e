package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.MonitoringCommand.RaiseClue;
import cn.fupin.household.household.MonitoringEvent.ClueSource;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import org.junit.jupiter.api.Test;

class RaiseClueTest {
    private static RaiseClue raise(String on) {
        return new RaiseClue(HOUSEHOLD, ClueSource.FARMER_REPORT, false, day(on), RECEIVED, null);
    }

    @Test
    void of_an_exited_household_and_of_an_ordinary_one() {
        given(HouseholdDecider.INSTANCE, until(exited())).when(raise("2018-03-01")).then(clue());
        given(HouseholdDecider.INSTANCE, recorded()).when(raise("2018-03-01")).then(clue());
    }

    @Test
    void anew_when_the_one_before_came_to_nothing() {
        given(HouseholdDecider.INSTANCE, and(until(exited()), clue(), checked()))
                .when(raise("2018-06-01"))
                .accepted();
    }

    @Test
    void not_of_one_on_the_register_nor_of_one_that_is_watched_already() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(raise("2018-03-01"))
                .refused(NOT_TO_BE_MONITORED);
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(exited()),
                                clue(),
                                checked(),
                                monitored(MonitoringKind.UNSTABLE_EXITED)))
                .when(raise("2018-06-01"))
                .refused(ALREADY_MONITORED);
    }

    @Test
    void not_before_the_exit_nor_in_the_future() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(raise("2016-10-18")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(raise("2020-01-02")).refused(IN_THE_FUTURE);
    }
}
