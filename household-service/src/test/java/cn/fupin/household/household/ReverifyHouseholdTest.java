package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.household.FileCommand.ReverifyHousehold;
import cn.fupin.household.household.FileEvent.HouseholdReverified;
import cn.fupin.household.round.Rounds.KnownRound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReverifyHouseholdTest {
    private static ReverifyHousehold reverify(String on) {
        return reverify(on, null, null);
    }

    private static ReverifyHousehold reverify(
            String on, @Nullable String roundId, @Nullable KnownRound known) {
        return new ReverifyHousehold(
                new ReverifyHousehold.Asked(
                        HOUSEHOLD, "五退八进", by("镇"), roundId, false, day(on), RECEIVED, null),
                known);
    }

    @Test
    void in_a_round_that_is_known_and_on_a_day_of_it() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(reverify("2015-10-01", ROUND, round(null))).accepted();
        spec.when(reverify("2016-10-01", ROUND, round(null))).refused(OUTSIDE_THE_ROUND);
        spec.when(reverify("2015-10-01", ROUND, null)).refused(ROUND_UNKNOWN);
    }

    @Test
    void once_in_a_round() {
        var kept =
                new HouseholdReverified(
                        HOUSEHOLD, day("2015-10-01"), "五退八进", by("镇"), 2, false, ROUND, null);
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), kept));
        spec.when(reverify("2015-10-01", ROUND, round(null))).refused(KEPT_IN_THE_ROUND_ALREADY);
        spec.when(reverify("2015-10-02", ROUND, round(null))).refused(KEPT_IN_THE_ROUND_ALREADY);
        spec.when(reverify("2015-10-02", "round-00000000-0000-7000-8000-000000000002", round(null)))
                .accepted();
        spec.when(reverify("2015-10-02")).accepted();
    }

    @Test
    void a_household_on_the_register_is_kept() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(reverify("2015-10-01"))
                .then(
                        new HouseholdReverified(
                                HOUSEHOLD,
                                day("2015-10-01"),
                                "五退八进",
                                by("镇"),
                                2,
                                false,
                                null,
                                null));
    }

    @Test
    void who_exited_is_kept_in_a_round_and_nowhere_else() {
        var round =
                new KnownRound(
                        ROUND,
                        "513423199000",
                        Lineage.UNDIVIDED,
                        day("2014-05-01"),
                        day("2017-06-30"),
                        null);
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(reverify("2017-04-01", ROUND, round))
                .then(
                        new HouseholdReverified(
                                HOUSEHOLD,
                                day("2017-04-01"),
                                "五退八进",
                                by("镇"),
                                2,
                                false,
                                ROUND,
                                null));
        spec.when(reverify("2017-07-01", ROUND, round)).refused(OUTSIDE_THE_ROUND);
        spec.when(reverify("2014-05-08", ROUND, round)).refused(NOT_YET_ON_THE_REGISTER);
        spec.when(reverify("2017-10-01", ROUND, null)).refused(ROUND_UNKNOWN);
        spec.when(reverify("2017-10-01")).refused(NOT_ON_THE_REGISTER);
        var kept =
                new HouseholdReverified(
                        HOUSEHOLD, day("2017-04-01"), "五退八进", by("镇"), 2, false, ROUND, null);
        given(HouseholdDecider.INSTANCE, and(until(exited()), kept))
                .when(reverify("2017-04-02", ROUND, round))
                .refused(KEPT_IN_THE_ROUND_ALREADY);
    }

    @Test
    void written_down_late_while_its_exit_is_under_way() {
        given(HouseholdDecider.INSTANCE, until(exitVerified()))
                .when(reverify("2015-10-01"))
                .accepted();
    }

    @Test
    void not_before_it_was_registered_nor_in_the_future_nor_once_it_is_off_the_register() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(reverify("2014-05-08")).refused(NOT_YET_ON_THE_REGISTER);
        spec.when(reverify("2020-01-02")).refused(IN_THE_FUTURE);
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(reverify("2015-10-01"))
                .refused(NOT_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(reverify("2017-10-01"))
                .refused(NOT_ON_THE_REGISTER);
    }
}
