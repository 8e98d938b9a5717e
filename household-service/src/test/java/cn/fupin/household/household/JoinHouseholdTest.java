package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Refused;
import cn.fupin.backbone.testing.DeciderSpec;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.IdentificationEvent.HouseholdRecorded;
import cn.fupin.household.household.IdentificationEvent.HouseholdRejected;
import cn.fupin.household.household.IdentificationEvent.Stage;
import cn.fupin.household.household.MemberCommand.JoinHousehold;
import cn.fupin.household.household.MemberCommand.Origin;
import cn.fupin.household.household.MemberEvent.JoiningReason;
import cn.fupin.household.household.MemberEvent.MemberJoined;
import cn.fupin.household.household.MembersNow.Unnumbered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JoinHouseholdTest {
    private static JoinHousehold join(String personId, Relation relation, String on) {
        return join(personId, relation, null, on);
    }

    private static JoinHousehold join(
            String personId, Relation relation, @Nullable Integer notBornWithinDays, String on) {
        return new JoinHousehold(
                HOUSEHOLD,
                member(personId, relation),
                JoiningReason.BIRTH,
                notBornWithinDays,
                null,
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
    void whoever_was_born_long_before_does_not_join_by_birth() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(join(THIRD, Relation.CHILD, 365, "2015-06-01")).refused(BORN_LONG_BEFORE);
        assertThatThrownBy(() -> spec.when(join(THIRD, Relation.CHILD, 365, "2015-06-01")).events())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.facts())
                                        .isEqualTo(Map.of("field", "reason", "days", 365)));
    }

    private static MemberJoined bornBefore() {
        return new MemberJoined(
                HOUSEHOLD,
                day("2015-05-01"),
                newborn(THIRD, Relation.CHILD),
                JoiningReason.BIRTH,
                null,
                3,
                false,
                null);
    }

    private static JoinHousehold born(Unnumbered seen) {
        return new JoinHousehold(
                HOUSEHOLD,
                newborn(FOURTH, Relation.CHILD),
                JoiningReason.BIRTH,
                null,
                seen,
                null,
                day("2015-06-01"),
                false,
                null,
                RECEIVED,
                null);
    }

    @Test
    void nobody_without_a_number_is_entered_twice() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), bornBefore()));
        spec.when(born(new Unnumbered(Set.of(THIRD), THIRD))).refused(ENTERED_WITHOUT_A_NUMBER);
        spec.when(born(new Unnumbered(Set.of(), null))).refused(MEMBER_CAME_MEANWHILE);
        spec.when(born(new Unnumbered(Set.of(THIRD), null))).accepted();
    }

    @Test
    void who_left_again_is_nobody_who_came_meanwhile() {
        given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), bornBefore(), left(THIRD, "2015-05-20", null, 2)))
                .when(born(new Unnumbered(Set.of(), null)))
                .accepted();
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

    private static JoinHousehold from(
            @Nullable List<HouseholdEvent> past, @Nullable String freeSince, String on) {
        return new JoinHousehold(
                OTHER_HOUSEHOLD,
                member(CHILD, Relation.SPOUSE),
                JoiningReason.MARRIAGE,
                null,
                null,
                new Origin(
                        HOUSEHOLD,
                        past == null ? null : known(past),
                        freeSince == null ? null : day(freeSince)),
                day(on),
                false,
                null,
                RECEIVED,
                null);
    }

    private static HouseholdRecorded alone(String household, String person) {
        return new HouseholdRecorded(
                household,
                day("2014-04-01"),
                VILLAGE,
                null,
                person,
                List.of(member(person, Relation.HEAD)),
                false,
                null,
                null);
    }

    private static DeciderSpec<HouseholdCommand, Household, HouseholdEvent> bridegroom() {
        return given(HouseholdDecider.INSTANCE, alone(OTHER_HOUSEHOLD, FOURTH));
    }

    @Test
    void from_the_household_that_the_person_left_and_not_before_that() {
        var left = and(until(registered()), left(CHILD, "2015-06-01", null, 1));
        var spec = bridegroom();
        var joined =
                (MemberJoined)
                        spec.when(from(left, "2015-06-01", "2015-06-01")).events().getFirst();
        assertThat(joined.fromHouseholdId()).isEqualTo(HOUSEHOLD);
        spec.when(from(left, "2015-06-01", "2015-05-31")).refused(IN_ANOTHER_HOUSEHOLD_THEN);
        spec.when(from(until(registered()), null, "2015-06-01"))
                .refused(PERSON_IN_ANOTHER_HOUSEHOLD);
        spec.when(from(null, null, "2015-06-01")).refused(NO_SUCH_HOUSEHOLD);
        spec.when(from(left, "2015-08-01", "2015-08-01")).refused(IN_A_THIRD_HOUSEHOLD_SINCE);
    }

    @Test
    void from_one_that_ended_while_the_person_was_there_but_from_none_the_person_never_was_in() {
        var spec = bridegroom();
        var ended = and(until(registered()), removed());
        var on = ended.getLast().occurredOn();
        spec.when(from(ended, on.toString(), on.toString())).accepted();
        spec.when(from(ended, on.toString(), on.minusDays(1).toString()))
                .refused(IN_ANOTHER_HOUSEHOLD_THEN);
        var rejected =
                and(
                        List.of(applied()),
                        new HouseholdRejected(
                                HOUSEHOLD, day("2014-05-01"), Stage.APPLIED, by("村"), "拆户", null));
        spec.when(from(rejected, null, "2014-04-20")).accepted();
        spec.when(from(rejected, "2014-06-01", "2014-06-02")).refused(IN_A_THIRD_HOUSEHOLD_SINCE);
        var others = List.<HouseholdEvent>of(alone(HOUSEHOLD, HEAD));
        spec.when(from(others, null, "2015-06-01")).refused(NEVER_IN_THAT_HOUSEHOLD);
    }

    private static String person(int number) {
        return "person-00000000-0000-4000-8000-0000000001%02d".formatted(number);
    }
}
