package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.household.ExitCommand.AgreeToExit;
import cn.fupin.household.household.MemberCommand.Destination;
import cn.fupin.household.household.MemberCommand.LeaveHousehold;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import cn.fupin.household.household.MemberEvent.MemberLeft;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeaveHouseholdTest {
    private static LeaveHousehold leave(
            @Nullable String personId, @Nullable String newHead, String on) {
        return new LeaveHousehold(
                HOUSEHOLD,
                personId,
                LeavingReason.DEATH,
                null,
                newHead != null,
                newHead,
                day(on),
                false,
                RECEIVED,
                null);
    }

    private static MemberLeft died(
            String personId, @Nullable String newHead, String on, int persons) {
        return new MemberLeft(
                HOUSEHOLD,
                day(on),
                personId,
                LeavingReason.DEATH,
                null,
                newHead,
                persons,
                false,
                null);
    }

    @Test
    void a_member_dies() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(leave(CHILD, null, "2015-06-01"))
                .then(died(CHILD, null, "2015-06-01", 1));
    }

    @Test
    void the_head_leaves_and_names_the_next() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(leave(HEAD, CHILD, "2015-06-01")).then(died(HEAD, CHILD, "2015-06-01", 1));
        spec.when(leave(HEAD, null, "2015-06-01")).refused(NEW_HEAD_NEEDED);
        spec.when(leave(HEAD, HEAD, "2015-06-01")).refused(NEW_HEAD_NEEDED);
        spec.when(leave(HEAD, THIRD, "2015-06-01")).refused(NEW_HEAD_NEEDED);
        spec.when(leave(CHILD, HEAD, "2015-06-01")).refused(HEAD_STAYS);
    }

    @Test
    void the_next_head_was_a_member_on_that_day() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), joined(THIRD, "2015-07-01", 3)));
        spec.when(leave(HEAD, THIRD, "2015-06-30")).refused(NEW_HEAD_NEEDED);
        spec.when(leave(HEAD, THIRD, "2015-07-01")).accepted();
    }

    @Test
    void the_next_head_leaves_no_earlier_than_the_first_one_did() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(registered()),
                                joined(THIRD, "2014-06-01", 3),
                                left(HEAD, "2015-06-01", CHILD, 2)));
        spec.when(leave(CHILD, THIRD, "2015-05-31")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(leave(CHILD, THIRD, "2015-06-01")).accepted();
    }

    @Test
    void whoever_signed_for_the_household_was_there_that_day() {
        var watched = and(until(exited()), clue(), checked());
        var spec = given(HouseholdDecider.INSTANCE, watched);
        spec.when(leave(HEAD, CHILD, "2018-03-03")).refused(SIGNED_AS_A_MEMBER);
        spec.when(leave(HEAD, CHILD, "2018-03-04")).accepted();
        spec.when(leave(CHILD, null, "2016-01-01")).accepted();
    }

    @Test
    void the_last_one_does_not_leave() {
        given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), left(CHILD, "2015-06-01", null, 1)))
                .when(leave(HEAD, null, "2015-07-01"))
                .refused(LAST_MEMBER);
    }

    @Test
    void nobody_who_is_no_member() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(registered()),
                                joined(THIRD, "2015-01-01", 3),
                                left(CHILD, "2015-06-01", null, 2)));
        spec.when(leave(CHILD, null, "2015-07-01")).refused(NOT_A_MEMBER);
        spec.when(leave(FOURTH, null, "2015-07-01")).refused(NOT_A_MEMBER);
        spec.when(leave(null, null, "2015-07-01")).refused(NOT_A_MEMBER);
        spec.when(leave(THIRD, null, "2014-12-31")).refused(BEFORE_PREVIOUS_STEP);
    }

    @Test
    void on_an_earlier_day_than_the_latest_step_but_not_in_the_future() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(leave(CHILD, null, "2015-06-01")).accepted();
        spec.when(leave(CHILD, null, "2014-03-31")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(leave(CHILD, null, "2020-01-02")).refused(IN_THE_FUTURE);
    }

    private static LeaveHousehold to(@Nullable List<HouseholdEvent> other, String on) {
        return new LeaveHousehold(
                HOUSEHOLD,
                CHILD,
                LeavingReason.MARRIAGE,
                new Destination(OTHER_HOUSEHOLD, other == null ? null : known(other)),
                false,
                null,
                day(on),
                false,
                RECEIVED,
                null);
    }

    @Test
    void to_a_household_that_there_is_and_that_has_not_ended_by_then() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        var left =
                (MemberLeft) spec.when(to(List.of(recorded()), "2015-06-01")).events().getFirst();
        assertThat(left.toHouseholdId()).isEqualTo(OTHER_HOUSEHOLD);
        spec.when(to(null, "2015-06-01")).refused(NO_SUCH_HOUSEHOLD);
        var ended = and(until(registered()), removed());
        spec.when(to(ended, "2014-07-01")).refused(THAT_HOUSEHOLD_HAS_ENDED);
        spec.when(to(ended, "2014-06-30")).accepted();
    }

    @Test
    void not_once_the_household_has_ended() {
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(leave(CHILD, null, "2014-06-01"))
                .refused(HOUSEHOLD_ENDED);
    }

    @Test
    void whoever_left_does_not_sign_any_more() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(exitVerified()), left(HEAD, "2016-10-08", CHILD, 1)));
        spec.when(new AgreeToExit(HOUSEHOLD, day("2016-10-10"), HEAD, false, RECEIVED, null))
                .refused(SIGNER_NOT_A_MEMBER);
        spec.when(new AgreeToExit(HOUSEHOLD, day("2016-10-10"), CHILD, false, RECEIVED, null))
                .accepted();
    }
}
