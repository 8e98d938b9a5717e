package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.FileCommand.VisitHousehold;
import cn.fupin.household.household.FileEvent.HouseholdVisited;
import cn.fupin.household.household.FileEvent.VisitPurpose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitHouseholdTest {
    private static VisitHousehold visit(String on, @Nullable VisitPurpose purpose) {
        return new VisitHousehold(
                HOUSEHOLD, "zhang", purpose, false, day(on), RECEIVED, null, null, null);
    }

    private static HouseholdVisited visited(String on, VisitPurpose purpose) {
        return new HouseholdVisited(HOUSEHOLD, day(on), "zhang", purpose, false, null, null, null);
    }

    @Test
    void somebody_came_to_the_house_and_nothing_more_need_be_said() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(visit("2014-06-01", null)).then(visited("2014-06-01", VisitPurpose.VISIT));
        spec.when(visit("2014-06-01", VisitPurpose.PLAN))
                .then(visited("2014-06-01", VisitPurpose.PLAN));
    }

    @Test
    void after_an_exit_too_and_written_down_late() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(visit("2017-01-01", null)).accepted();
        spec.when(visit("2014-06-01", null)).accepted();
    }

    @Test
    void not_to_a_candidate_nor_before_the_opening_nor_in_the_future() {
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(visit("2014-06-01", null))
                .refused(NOT_ON_FILE);
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(visit("2014-03-31", null)).refused(BEFORE_THE_OPENING);
        spec.when(visit("2020-01-02", null)).refused(IN_THE_FUTURE);
    }
}
