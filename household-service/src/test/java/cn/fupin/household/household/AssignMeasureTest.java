package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.FileCommand.AssignMeasure;
import cn.fupin.household.household.FileEvent.MeasureAssigned;
import cn.fupin.household.measure.MeasureItem;
import org.junit.jupiter.api.Test;

class AssignMeasureTest {
    private static AssignMeasure assign(String measure, String scheme, String on) {
        return new AssignMeasure(HOUSEHOLD, measure, scheme, false, day(on), RECEIVED, null);
    }

    private static MeasureAssigned assigned(String measure, String on, int persons) {
        return new MeasureAssigned(HOUSEHOLD, day(on), measure, "五个一批", persons, false, null);
    }

    @Test
    void a_household_belongs_to_several_batches() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(assign(MeasureItem.INDUSTRY, "五个一批", "2015-11-01"))
                .then(assigned(MeasureItem.INDUSTRY, "2015-11-01", 2));
        given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), assigned(MeasureItem.INDUSTRY, "2015-11-01", 2)))
                .when(assign(MeasureItem.MEDICAL, "五个一批", "2015-11-01"))
                .then(assigned(MeasureItem.MEDICAL, "2015-11-01", 2));
    }

    @Test
    void to_each_once_in_a_scheme() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), assigned(MeasureItem.INDUSTRY, "2015-11-01", 2)));
        spec.when(assign(MeasureItem.INDUSTRY, "五个一批", "2015-12-01")).refused(SAME_MEASURE);
        spec.when(assign(MeasureItem.INDUSTRY, "六个一批", "2015-12-01")).accepted();
    }

    @Test
    void with_the_persons_of_that_day() {
        given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), left(CHILD, "2015-10-31", null, 1)))
                .when(assign(MeasureItem.SAFETY_NET, "五个一批", "2015-11-01"))
                .then(assigned(MeasureItem.SAFETY_NET, "2015-11-01", 1));
    }

    @Test
    void not_to_a_candidate_nor_out_of_time() {
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(assign(MeasureItem.INDUSTRY, "五个一批", "2015-11-01"))
                .refused(NOT_ON_FILE);
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(assign(MeasureItem.INDUSTRY, "五个一批", "2014-03-31")).refused(BEFORE_THE_OPENING);
        spec.when(assign(MeasureItem.INDUSTRY, "五个一批", "2020-01-02")).refused(IN_THE_FUTURE);
    }
}
