package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.household.IdentificationCommand.SurveyHousehold;
import cn.fupin.household.household.IdentificationEvent.HouseholdSurveyed;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyHouseholdTest {
    private static SurveyHousehold survey(LocalDate on, int year, long wageFen, long costFen) {
        return new SurveyHousehold(
                HOUSEHOLD,
                on,
                List.of("李某"),
                year,
                wageFen,
                0,
                0,
                0,
                costFen,
                false,
                true,
                false,
                RECEIVED,
                null);
    }

    @Test
    void the_income_is_added_up_and_divided() {
        given(HouseholdDecider.INSTANCE, applied())
                .when(survey(day("2014-04-05"), 2013, 200_00, 0))
                .then(surveyed(200_00));
    }

    @Test
    void income_per_head_is_rounded_down_to_the_fen_below_zero_too() {
        assertThat(perHead(547199, 0)).isEqualTo(273599);
        assertThat(perHead(547200, 0)).isEqualTo(273600);
        assertThat(perHead(0, 1)).isEqualTo(-1);
    }

    private static long perHead(long wageFen, long costFen) {
        var event =
                given(HouseholdDecider.INSTANCE, applied())
                        .when(survey(day("2014-04-05"), 2013, wageFen, costFen))
                        .events()
                        .getFirst();
        return ((HouseholdSurveyed) event).incomeFenPerHead();
    }

    @Test
    void only_once_and_only_after_the_application() {
        var survey = survey(day("2014-04-05"), 2013, 1, 0);
        given(HouseholdDecider.INSTANCE, until(surveyed(0)))
                .when(survey)
                .refused(NOT_TO_BE_SURVEYED);
        given(HouseholdDecider.INSTANCE, List.of()).when(survey).refused(NOT_TO_BE_SURVEYED);
    }

    @Test
    void not_before_the_application_nor_in_the_future() {
        var spec = given(HouseholdDecider.INSTANCE, applied());
        spec.when(survey(day("2014-03-31"), 2013, 1, 0)).refused(BEFORE_PREVIOUS_STEP);
        spec.when(survey(TOMORROW, 2013, 1, 0)).refused(IN_THE_FUTURE);
    }

    @Test
    void the_income_is_not_of_a_later_year() {
        given(HouseholdDecider.INSTANCE, applied())
                .when(survey(day("2014-04-05"), 2015, 1, 0))
                .refused(YEAR_AFTER_THE_STEP);
    }
}
