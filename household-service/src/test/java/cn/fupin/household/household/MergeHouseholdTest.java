package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.MemberEvent.*;
import cn.fupin.household.household.PolicyEvent.*;
import cn.fupin.household.household.StandingCommand.*;
import cn.fupin.household.household.StandingEvent.Standing;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeHouseholdTest {
    private static Correction correction(String on, String approvedBy) {
        return new Correction(by("县"), "误登两户", approvedBy, null, false, day(on), "clerk", RECEIVED);
    }

    private static MergeHousehold merge(String on, String... persons) {
        var members =
                Arrays.stream(persons).map(person -> member(person, Relation.SIBLING)).toList();
        return new MergeHousehold(HOUSEHOLD, OTHER_HOUSEHOLD, members, correction(on, "chief"));
    }

    private static TakeIn takeIn(Standing standing, String on, Member... members) {
        return new TakeIn(
                HOUSEHOLD,
                OTHER_HOUSEHOLD,
                standing,
                List.of(members),
                List.of(),
                correction(on, "chief"));
    }

    @Test
    void it_ends_here_with_all_its_persons() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(merge("2018-06-01", HEAD, CHILD))
                .then(merged());
    }

    @Test
    void all_its_members_are_named_and_nobody_else() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(merge("2018-06-01", HEAD)).refused(NOT_ALL_MEMBERS_NAMED);
        spec.when(merge("2018-06-01", HEAD, CHILD, THIRD)).refused(NOT_ALL_MEMBERS_NAMED);
        spec.when(merge("2018-06-01", HEAD, CHILD, CHILD)).refused(NOT_ALL_MEMBERS_NAMED);
    }

    @Test
    void by_two_persons_after_every_change_and_step() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), joined(THIRD, "2015-06-01", 3)));
        spec.when(
                        new MergeHousehold(
                                HOUSEHOLD,
                                OTHER_HOUSEHOLD,
                                List.of(),
                                correction("2018-06-01", "clerk")))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(merge("2015-05-31", HEAD, CHILD, THIRD)).refused(ENDS_BEFORE_A_FACT);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(merge("2014-05-08", HEAD, CHILD))
                .refused(BEFORE_PREVIOUS_STEP);
        spec.when(merge("2015-06-01", HEAD, CHILD, THIRD)).accepted();
    }

    @Test
    void neither_a_candidate_nor_one_that_is_suspended_or_has_ended() {
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(merge("2018-06-01", HEAD, CHILD))
                .refused(NOT_TO_BE_RESHAPED);
        given(HouseholdDecider.INSTANCE, and(until(registered()), suspended()))
                .when(merge("2018-06-01", HEAD, CHILD))
                .refused(NOT_TO_BE_RESHAPED);
        given(HouseholdDecider.INSTANCE, and(until(registered()), merged()))
                .when(merge("2018-06-01", HEAD, CHILD))
                .refused(HOUSEHOLD_ENDED);
    }

    @Test
    void the_other_takes_them_in_the_same_day() {
        var third = member(THIRD, Relation.SIBLING);
        var fourth = member(FOURTH, Relation.OTHER);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(takeIn(Standing.REGISTERED, "2018-06-01", third, fourth))
                .then(came(third, 3), came(fourth, 4));
    }

    @Test
    void what_lasts_goes_with_whoever_has_it() {
        var before =
                stateAfter(
                        and(
                                until(registered()),
                                joined(THIRD, "2015-06-01", 3),
                                granted(HOUSEHOLD, Policy.EMPLOYMENT, "2015-07-01", THIRD),
                                granted(
                                        HOUSEHOLD,
                                        Policy.SUBSISTENCE_ALLOWANCE,
                                        "2015-07-01",
                                        HEAD,
                                        THIRD),
                                granted(HOUSEHOLD, Policy.TRAINING, "2015-07-01", THIRD),
                                new PolicyEnded(
                                        HOUSEHOLD,
                                        day("2016-01-01"),
                                        Policy.EMPLOYMENT,
                                        detailsOf(Policy.EMPLOYMENT, 2015),
                                        List.of(THIRD),
                                        PolicyEnd.EXPIRED,
                                        null,
                                        null,
                                        false,
                                        null)));
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(merge("2018-06-01", THIRD).takenIn(before))
                .then(
                        new MemberJoined(
                                OTHER_HOUSEHOLD,
                                day("2018-06-01"),
                                member(THIRD, Relation.SIBLING),
                                JoiningReason.MERGER,
                                HOUSEHOLD,
                                3,
                                false,
                                null),
                        granted(
                                OTHER_HOUSEHOLD,
                                Policy.SUBSISTENCE_ALLOWANCE,
                                "2018-06-01",
                                THIRD));
    }

    @Test
    void what_lasts_from_a_later_day_begins_there_and_nothing_may_be_had_once_after_it() {
        var before =
                stateAfter(
                        and(
                                until(registered()),
                                joined(THIRD, "2015-06-01", 3),
                                granted(
                                        HOUSEHOLD,
                                        Policy.SUBSISTENCE_ALLOWANCE,
                                        "2018-07-01",
                                        HEAD,
                                        THIRD)));
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(merge("2018-06-01", THIRD).takenIn(before))
                .then(
                        new MemberJoined(
                                OTHER_HOUSEHOLD,
                                day("2018-06-01"),
                                member(THIRD, Relation.SIBLING),
                                JoiningReason.MERGER,
                                HOUSEHOLD,
                                3,
                                false,
                                null),
                        granted(
                                OTHER_HOUSEHOLD,
                                Policy.SUBSISTENCE_ALLOWANCE,
                                "2018-07-01",
                                THIRD));
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(registered()),
                                granted(HOUSEHOLD, Policy.RELOCATION, "2018-07-01", HEAD, CHILD)))
                .when(merge("2018-06-01", HEAD, CHILD))
                .refused(POLICY_AFTER_THAT_DAY);
    }

    private static MemberJoined came(Member member, int persons) {
        return new MemberJoined(
                HOUSEHOLD,
                day("2018-06-01"),
                member,
                JoiningReason.MERGER,
                OTHER_HOUSEHOLD,
                persons,
                false,
                null);
    }

    @Test
    void the_other_stands_as_the_same_and_has_its_own_head() {
        var third = member(THIRD, Relation.SIBLING);
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(takeIn(Standing.EXITED, "2018-06-01", third)).refused(STANDS_OTHERWISE);
        spec.when(takeIn(Standing.REGISTERED, "2018-06-01", member(THIRD, Relation.HEAD)))
                .refused(NOT_EXACTLY_ONE_HEAD);
        spec.when(takeIn(Standing.REGISTERED, "2014-05-08", third)).refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(takeIn(Standing.EXITED, "2018-06-01", third))
                .accepted();
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(takeIn(Standing.REGISTERED, "2018-06-01", third))
                .refused(HOUSEHOLD_ENDED);
    }
}
