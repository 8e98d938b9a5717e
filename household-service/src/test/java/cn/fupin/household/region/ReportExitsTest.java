package cn.fupin.household.region;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.region.RegionFacts.*;
import static cn.fupin.household.region.RegionReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.region.ExitCount.Exits;
import cn.fupin.household.region.RegionCommand.ReportExits;
import cn.fupin.household.region.RegionEvent.ExitsReported;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 脱贫上报. */
class ReportExitsTest {
    private static final String TOWN = "513423199000";

    private static ReportExits report(int year, int households, int persons, String on) {
        return new ReportExits(
                new ReportExits.Asked(
                        "region-" + TOWN,
                        year,
                        households,
                        persons,
                        "县扶贫移民局",
                        "镇府〔2017〕1号",
                        day(on),
                        false,
                        RECEIVED,
                        null),
                new Exits(57, 209));
    }

    private static ExitsReported reported(int households, int persons) {
        return new ExitsReported(
                TOWN,
                day("2017-01-05"),
                2016,
                households,
                persons,
                57,
                209,
                "县扶贫移民局",
                "镇府〔2017〕1号",
                false,
                null);
    }

    @Test
    void what_is_reported_and_what_the_register_counts_both_stand_there() {
        var spec = given(RegionDecider.INSTANCE, township());
        spec.when(report(2016, 57, 209, "2017-01-05")).then(reported(57, 209));
        spec.when(report(2016, 58, 212, "2017-01-05")).then(reported(58, 212));
    }

    @Test
    void a_year_may_be_reported_again() {
        given(RegionDecider.INSTANCE, township(), reported(58, 212))
                .when(report(2016, 57, 209, "2017-01-05"))
                .then(reported(57, 209));
    }

    @Test
    void of_a_year_that_has_begun_from_a_listed_place_and_not_in_the_future() {
        var spec = given(RegionDecider.INSTANCE, township());
        spec.when(report(2018, 57, 209, "2017-01-05")).refused(YEAR_AFTER_THE_REPORT);
        spec.when(report(2016, 57, 209, "2020-01-02")).refused(IN_THE_FUTURE);
        given(RegionDecider.INSTANCE, List.<RegionEvent>of())
                .when(report(2016, 57, 209, "2017-01-05"))
                .refused(NOT_LISTED);
    }

    @Test
    void no_fewer_persons_than_households() {
        assertThatThrownBy(() -> report(2016, 57, 56, "2017-01-05")).isInstanceOf(Malformed.class);
    }
}
