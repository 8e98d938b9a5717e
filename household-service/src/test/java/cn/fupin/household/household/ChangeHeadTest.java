package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.MemberCommand.ChangeHead;
import cn.fupin.household.household.MemberCommand.ChangeHead.Related;
import cn.fupin.household.household.MemberCommand.DissolveHousehold;
import cn.fupin.household.household.MemberCommand.LeaveHousehold;
import cn.fupin.household.household.MemberEvent.HeadChanged;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import cn.fupin.household.household.MemberEvent.RelationToHead;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeHeadTest {
    private static ChangeHead change(@Nullable String newHead, String on, Related... relations) {
        return new ChangeHead(
                HOUSEHOLD,
                newHead,
                Relation.PARENT,
                List.of(relations),
                "原户主年老",
                day(on),
                false,
                RECEIVED,
                null);
    }

    private static HeadChanged changed(
            String newHead, String former, String on, RelationToHead... relations) {
        return new HeadChanged(
                HOUSEHOLD,
                day(on),
                newHead,
                former,
                Relation.PARENT,
                relations.length == 0 ? null : List.of(relations),
                "原户主年老",
                false,
                null);
    }

    private static LeaveHousehold leave(String person, @Nullable String newHead, String on) {
        return new LeaveHousehold(
                HOUSEHOLD,
                person,
                LeavingReason.MOVED_OUT,
                null,
                newHead != null,
                newHead,
                day(on),
                false,
                RECEIVED,
                null);
    }

    @Test
    void another_member_is_the_head_and_the_one_before_stays() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(change(CHILD, "2015-06-01"))
                .then(changed(CHILD, HEAD, "2015-06-01"));
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), changed(CHILD, HEAD, "2015-06-01")));
        spec.when(leave(CHILD, null, "2015-07-01")).refused(NEW_HEAD_NEEDED);
        spec.when(leave(CHILD, HEAD, "2015-07-01")).accepted();
        spec.when(leave(HEAD, null, "2015-07-01")).accepted();
    }

    @Test
    void the_others_are_said_to_stand_to_the_new_head_as_they_do() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), joined(THIRD, "2015-05-01", 3)));
        spec.when(change(CHILD, "2015-06-01", new Related(THIRD, Relation.SPOUSE)))
                .then(
                        changed(
                                CHILD,
                                HEAD,
                                "2015-06-01",
                                new RelationToHead(THIRD, Relation.SPOUSE)));
        spec.when(change(CHILD, "2015-04-30", new Related(THIRD, Relation.SPOUSE)))
                .refused(NOT_A_MEMBER);
        spec.when(change(CHILD, "2015-06-01", new Related(null, Relation.SPOUSE)))
                .refused(NOT_A_MEMBER);
        spec.when(change(CHILD, "2015-06-01", new Related(HEAD, Relation.SPOUSE)))
                .refused(SAME_PERSON_TWICE);
        spec.when(
                        change(
                                CHILD,
                                "2015-06-01",
                                new Related(THIRD, Relation.SPOUSE),
                                new Related(THIRD, Relation.SIBLING)))
                .refused(SAME_PERSON_TWICE);
    }

    @Test
    void the_new_head_is_a_member_was_one_that_day_and_is_not_the_head_already() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(registered()),
                                joined(THIRD, "2015-05-01", 3),
                                joined(FOURTH, "2015-05-01", 4),
                                left(FOURTH, "2015-08-01", null, 3)));
        spec.when(change(HEAD, "2015-06-01")).refused(HEAD_ALREADY);
        spec.when(change(null, "2015-06-01")).refused(NOT_A_MEMBER);
        spec.when(change(FIFTH, "2015-06-01")).refused(NOT_A_MEMBER);
        spec.when(change(FOURTH, "2015-06-01")).refused(NOT_A_MEMBER);
        spec.when(change(THIRD, "2015-04-30")).refused(NOT_A_MEMBER);
        spec.when(change(THIRD, "2015-05-01")).accepted();
        spec.when(change(CHILD, "2020-01-02")).refused(IN_THE_FUTURE);
        spec.when(change(CHILD, "2014-03-31")).refused(BEFORE_THE_OPENING);
    }

    @Test
    void no_earlier_than_the_head_became_it() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), changed(CHILD, HEAD, "2015-06-01")));
        spec.when(change(CHILD, "2015-07-01")).refused(HEAD_ALREADY);
        spec.when(change(HEAD, "2015-05-31")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(change(HEAD, "2015-06-01")).accepted();
    }

    @Test
    void whoever_was_the_head_is_not_gone_before_the_next_one_was() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), changed(CHILD, HEAD, "2015-06-01")));
        spec.when(leave(HEAD, null, "2015-05-31")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(leave(HEAD, null, "2015-06-01")).accepted();
        spec.when(
                        new DissolveHousehold(
                                HOUSEHOLD, "MOVED_AWAY", day("2015-05-31"), false, RECEIVED, null))
                .refused(ENDS_BEFORE_A_FACT);
    }

    @Test
    void not_once_the_household_has_ended() {
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(change(CHILD, "2014-06-01"))
                .refused(HOUSEHOLD_ENDED);
    }
}
