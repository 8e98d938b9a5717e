package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.FileCommand.AdoptPlan;
import cn.fupin.household.household.FileEvent.PlanAdopted;
import cn.fupin.household.household.FileEvent.PlanKind;
import cn.fupin.household.measure.MeasureItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptPlanTest {
    private static AdoptPlan adopt(PlanKind kind, int from, int to, String on, String... measures) {
        return new AdoptPlan(
                HOUSEHOLD,
                kind,
                from,
                to,
                List.of(measures),
                false,
                day(on),
                RECEIVED,
                null,
                null,
                null);
    }

    @Test
    void three_years_or_one() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(adopt(PlanKind.THREE_YEAR, 2015, 2017, "2015-01-05", MeasureItem.INDUSTRY))
                .then(
                        new PlanAdopted(
                                HOUSEHOLD,
                                day("2015-01-05"),
                                PlanKind.THREE_YEAR,
                                2015,
                                2017,
                                List.of(MeasureItem.INDUSTRY),
                                false,
                                null,
                                null,
                                null));
        spec.when(adopt(PlanKind.YEARLY, 2015, 2015, "2015-01-05")).accepted();
    }

    @Test
    void the_years_are_those_of_its_kind_and_no_measure_stands_twice() {
        assertThatThrownBy(() -> adopt(PlanKind.THREE_YEAR, 2015, 2016, "2015-01-05"))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> adopt(PlanKind.YEARLY, 2015, 2016, "2015-01-05"))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() ->
                        adopt(
                                PlanKind.YEARLY,
                                2015,
                                2015,
                                "2015-01-05",
                                MeasureItem.MEDICAL,
                                MeasureItem.MEDICAL))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void not_for_years_that_are_over_nor_for_a_candidate_nor_out_of_time() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(adopt(PlanKind.YEARLY, 2014, 2014, "2015-01-05")).refused(YEAR_BEFORE_THE_STEP);
        spec.when(adopt(PlanKind.YEARLY, 2014, 2014, "2014-03-31")).refused(BEFORE_THE_OPENING);
        spec.when(adopt(PlanKind.YEARLY, 2020, 2020, "2020-01-02")).refused(IN_THE_FUTURE);
        given(HouseholdDecider.INSTANCE, until(surveyed(1)))
                .when(adopt(PlanKind.YEARLY, 2015, 2015, "2015-01-05"))
                .refused(NOT_ON_FILE);
    }
}
