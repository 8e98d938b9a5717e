package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.FileEvent.HouseholdVisited;
import cn.fupin.household.household.FileEvent.MeasureAssigned;
import cn.fupin.household.household.FileEvent.VisitPurpose;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.RegisterCommand.RemoveHousehold;
import cn.fupin.household.measure.MeasureItem;
import cn.fupin.household.round.RoundEvent.Direction;
import cn.fupin.household.round.Rounds.KnownRound;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemoveHouseholdTest {
    private static RemoveHousehold remove(String on) {
        return remove(on, null, null, null);
    }

    private static RemoveHousehold remove(
            String on,
            @Nullable String roundId,
            @Nullable String rule,
            @Nullable KnownRound round) {
        return remove(on, "NEW_YI_VILLAGE_BENEFICIARY", roundId, rule, round);
    }

    private static RemoveHousehold remove(
            String on,
            String cause,
            @Nullable String roundId,
            @Nullable String rule,
            @Nullable KnownRound round) {
        return new RemoveHousehold(
                new RemoveHousehold.Asked(
                        HOUSEHOLD,
                        day(on),
                        cause,
                        by("县扶贫移民局"),
                        null,
                        roundId,
                        rule,
                        false,
                        RECEIVED,
                        null),
                round);
    }

    @Test
    void by_a_rule_of_leaving_of_a_round_of_its_place_and_in_its_days() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        var leave = round(Direction.LEAVE);
        spec.when(remove("2015-10-01", ROUND, "HAS_CAR", leave)).accepted();
        spec.when(remove("2016-01-01", ROUND, "HAS_CAR", leave)).refused(OUTSIDE_THE_ROUND);
        spec.when(remove("2015-10-01", ROUND, "HAS_CAR", null)).refused(ROUND_UNKNOWN);
        spec.when(remove("2015-10-01", ROUND, "ILL", round(Direction.ENTER)))
                .refused(NO_SUCH_RULE_IN_THE_ROUND);
        spec.when(remove("2015-10-01", ROUND, "NO_SUCH", round(null)))
                .refused(NO_SUCH_RULE_IN_THE_ROUND);
        var elsewhere =
                new KnownRound(
                        ROUND,
                        "513423198000",
                        Lineage.UNDIVIDED,
                        day("2014-05-01"),
                        null,
                        Direction.LEAVE);
        spec.when(remove("2015-10-01", ROUND, "HAS_CAR", elsewhere)).refused(ROUND_ELSEWHERE);
        assertThatThrownBy(() -> remove("2015-10-01", ROUND, null, leave))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> remove("2015-10-01", null, "HAS_CAR", leave))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void an_authority_takes_a_registered_household_off_the_register() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(remove("2014-07-01"))
                .then(removed());
    }

    @Test
    void while_its_exit_is_under_way_too() {
        given(HouseholdDecider.INSTANCE, until(exitProposed())).when(remove("2016-10-02")).events();
    }

    @Test
    void only_a_registered_one_and_only_once() {
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(remove("2014-07-01"))
                .refused(NOT_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(remove("2014-07-01"))
                .refused(NOT_ON_THE_REGISTER);
    }

    @Test
    void one_that_exited_only_because_it_never_was_poor() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(remove("2017-07-01", "MISIDENTIFIED", null, null, null)).accepted();
        spec.when(remove("2017-07-01")).refused(EXITED_AND_NOT_MISIDENTIFIED);
        spec.when(remove("2016-10-18", "MISIDENTIFIED", null, null, null))
                .refused(BEFORE_PREVIOUS_STEP);
    }

    @Test
    void by_an_order_of_an_earlier_day_than_what_was_done_for_it_until_then() {
        var visited =
                new HouseholdVisited(
                        HOUSEHOLD,
                        day("2016-05-05"),
                        "zhang",
                        VisitPurpose.VISIT,
                        false,
                        null,
                        null,
                        null);
        var measure =
                new MeasureAssigned(
                        HOUSEHOLD, day("2015-03-01"), MeasureItem.INDUSTRY, "五个一批", 2, false, null);
        given(HouseholdDecider.INSTANCE, and(until(registered()), visited, measure))
                .when(remove("2015-01-01"))
                .accepted();
    }

    @Test
    void not_before_what_was_granted_nor_before_somebody_came_or_went() {
        var policy = granted(HOUSEHOLD, Policy.SUBSISTENCE_ALLOWANCE, "2017-01-01", CHILD);
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), policy));
        spec.when(remove("2017-01-01")).accepted();
        assertThatThrownBy(() -> spec.when(remove("2016-12-31")).accepted())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(ENDS_BEFORE_A_FACT);
                            assertThat(refused.facts())
                                    .isEqualTo(Map.of("fact", "PolicyGranted", "on", "2017-01-01"));
                        });
        given(HouseholdDecider.INSTANCE, and(until(registered()), joined(THIRD, "2015-06-01", 3)))
                .when(remove("2015-05-31"))
                .refused(ENDS_BEFORE_A_FACT);
    }

    @Test
    void what_only_says_how_an_earlier_fact_was_may_be_of_a_later_day() {
        var identified =
                new MemberIdentified(
                        HOUSEHOLD,
                        day("2017-06-01"),
                        CHILD,
                        THIRD,
                        member(THIRD, Relation.CHILD),
                        null,
                        false,
                        null);
        given(HouseholdDecider.INSTANCE, and(until(registered()), identified))
                .when(remove("2014-07-01"))
                .accepted();
    }

    @Test
    void not_before_registration_nor_in_the_future() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(remove("2014-05-08"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(remove("2020-01-02"))
                .refused(IN_THE_FUTURE);
    }
}
