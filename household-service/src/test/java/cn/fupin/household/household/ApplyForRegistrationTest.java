package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.HouseholdEvent.Member;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.IdentificationCommand.ApplyForRegistration;
import cn.fupin.household.household.IdentificationCommand.Village;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplyForRegistrationTest {
    private static ApplyForRegistration apply(LocalDate on, boolean listed, Member... members) {
        return apply(on, new Village(listed, null), members);
    }

    private static ApplyForRegistration apply(LocalDate on, Village village, Member... members) {
        return new ApplyForRegistration(
                HOUSEHOLD, VILLAGE, "三组", List.of(members), village, on, false, RECEIVED);
    }

    private static final Member THE_HEAD = member(HEAD, Relation.HEAD);
    private static final Member THE_CHILD = member(CHILD, Relation.CHILD);

    @Test
    void a_household_applies_with_its_members_and_its_head() {
        given(HouseholdDecider.INSTANCE, List.of())
                .when(apply(day("2014-04-01"), true, THE_HEAD, THE_CHILD))
                .then(applied());
    }

    @Test
    void not_twice() {
        given(HouseholdDecider.INSTANCE, applied())
                .when(apply(day("2014-04-01"), true, THE_HEAD))
                .refused(ALREADY_APPLIED);
    }

    @Test
    void not_in_the_future_but_today_in_Shanghai() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        spec.when(apply(TOMORROW, true, THE_HEAD)).refused(IN_THE_FUTURE);
        spec.when(apply(TODAY, true, THE_HEAD)).events();
    }

    @Test
    void not_from_a_village_that_is_not_listed() {
        given(HouseholdDecider.INSTANCE, List.of())
                .when(apply(day("2014-04-01"), false, THE_HEAD))
                .refused(VILLAGE_NOT_LISTED);
    }

    @Test
    void not_from_a_village_that_had_ended_by_then() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        var ended = new Village(true, day("2014-04-01"));
        spec.when(apply(day("2014-04-01"), ended, THE_HEAD)).refused(VILLAGE_SUPERSEDED);
        spec.when(apply(day("2014-03-31"), ended, THE_HEAD)).accepted();
    }

    @Test
    void nobody_stands_in_it_twice() {
        given(HouseholdDecider.INSTANCE, List.of())
                .when(apply(day("2014-04-01"), true, THE_HEAD, member(HEAD, Relation.CHILD)))
                .refused(SAME_PERSON_TWICE);
    }

    @Test
    void it_has_one_head_and_not_two() {
        var spec = given(HouseholdDecider.INSTANCE, List.<HouseholdEvent>of());
        spec.when(apply(day("2014-04-01"), true, THE_CHILD)).refused(NOT_EXACTLY_ONE_HEAD);
        spec.when(apply(day("2014-04-01"), true, THE_HEAD, member(CHILD, Relation.HEAD)))
                .refused(NOT_EXACTLY_ONE_HEAD);
    }
}
