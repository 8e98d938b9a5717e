package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.household.HouseholdEvent.JoiningReason;
import cn.fupin.household.household.HouseholdEvent.MemberJoined;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.MemberCommand.JoinHousehold;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class JoinHouseholdTest {
    private static JoinHousehold join(String personId, Relation relation, String on) {
        return new JoinHousehold(
                HOUSEHOLD,
                member(personId, relation),
                JoiningReason.BIRTH,
                null,
                day(on),
                false,
                null,
                RECEIVED,
                null);
    }

    @Test
    void a_child_is_born() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(join(THIRD, Relation.CHILD, "2015-06-01"))
                .then(
                        new MemberJoined(
                                HOUSEHOLD,
                                day("2015-06-01"),
                                member(THIRD, Relation.CHILD),
                                JoiningReason.BIRTH,
                                null,
                                3,
                                false,
                                null));
    }

    @Test
    void on_an_earlier_day_than_the_latest_step_counting_who_was_there_then() {
        var past = and(until(exited()), joined(THIRD, "2017-01-01", 3));
        var born =
                (MemberJoined)
                        given(HouseholdDecider.INSTANCE, past)
                                .when(join(FOURTH, Relation.CHILD, "2015-06-01"))
                                .events()
                                .getFirst();
        assertThat(born.persons()).isEqualTo(3);
    }

    @Test
    void while_it_is_a_candidate_or_on_file_and_never_after_its_end() {
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(join(THIRD, Relation.CHILD, "2014-04-20"))
                .accepted();
        given(HouseholdDecider.INSTANCE, recorded())
                .when(join(THIRD, Relation.CHILD, "2014-04-20"))
                .accepted();
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(join(THIRD, Relation.CHILD, "2014-06-01"))
                .refused(HOUSEHOLD_ENDED);
        given(HouseholdDecider.INSTANCE, and(until(exited()), dissolved()))
                .when(join(THIRD, Relation.CHILD, "2014-06-01"))
                .refused(HOUSEHOLD_ENDED);
    }

    @Test
    void not_as_a_second_head_nor_twice() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(join(THIRD, Relation.HEAD, "2015-06-01")).refused(NOT_EXACTLY_ONE_HEAD);
        spec.when(join(CHILD, Relation.CHILD, "2015-06-01")).refused(ALREADY_A_MEMBER);
    }

    @Test
    void back_again_but_not_before_leaving() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), left(CHILD, "2015-06-01", null, 1)));
        spec.when(join(CHILD, Relation.CHILD, "2015-05-31")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(join(CHILD, Relation.CHILD, "2015-06-01")).accepted();
    }

    @Test
    void not_before_the_opening_nor_in_the_future() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(join(THIRD, Relation.CHILD, "2014-03-31")).refused(BEFORE_THE_OPENING);
        spec.when(join(THIRD, Relation.CHILD, "2020-01-02")).refused(IN_THE_FUTURE);
    }

    @Test
    void at_most_thirty_at_a_time() {
        var past = new ArrayList<>(until(registered()));
        for (var i = 3; i <= 30; i++) past.add(joined(person(i), "2015-06-01", i));
        given(HouseholdDecider.INSTANCE, past)
                .when(join(person(31), Relation.CHILD, "2015-06-01"))
                .refused(TOO_MANY_MEMBERS);
        past.add(left(CHILD, "2015-07-01", null, 29));
        given(HouseholdDecider.INSTANCE, past)
                .when(join(person(31), Relation.CHILD, "2015-07-01"))
                .accepted();
    }

    private static String person(int number) {
        return "person-00000000-0000-4000-8000-0000000001%02d".formatted(number);
    }
}
