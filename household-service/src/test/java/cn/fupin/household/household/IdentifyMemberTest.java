package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.household.DescriptionCommand.IdentifyMember;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.MemberCommand.LeaveHousehold;
import cn.fupin.household.household.MemberEvent.*;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentifyMemberTest {
    private static final Member BABY = newborn(THIRD, Relation.CHILD);
    private static final Member KNOWN =
            new Member(FOURTH, "王*", Relation.CHILD, Sex.FEMALE, 2015, "c2VhbGVk", null);

    private static List<HouseholdEvent> born() {
        return and(
                until(registered()),
                new MemberJoined(
                        HOUSEHOLD,
                        day("2015-06-01"),
                        BABY,
                        JoiningReason.BIRTH,
                        null,
                        3,
                        false,
                        null));
    }

    private static IdentifyMember identify(
            String person, Member as, @Nullable String differsBecause, String on) {
        return new IdentifyMember(
                HOUSEHOLD,
                person,
                newborn(person, Relation.CHILD),
                as,
                differsBecause,
                day(on),
                false,
                RECEIVED,
                null);
    }

    private static MemberIdentified identified() {
        return new MemberIdentified(
                HOUSEHOLD, day("2016-01-01"), THIRD, FOURTH, KNOWN, null, false, null);
    }

    @Test
    void a_newborn_gets_a_number_and_goes_by_it_from_then_on() {
        given(HouseholdDecider.INSTANCE, born())
                .when(identify(THIRD, KNOWN, null, "2016-01-01"))
                .then(identified());
        var spec = given(HouseholdDecider.INSTANCE, and(born(), identified()));
        spec.when(leave(THIRD)).refused(NOT_A_MEMBER);
        var left = (MemberLeft) spec.when(leave(FOURTH)).events().getFirst();
        assertThat(left.persons()).isEqualTo(2);
    }

    private static LeaveHousehold leave(String person) {
        return new LeaveHousehold(
                HOUSEHOLD,
                person,
                LeavingReason.MOVED_OUT,
                null,
                false,
                null,
                day("2015-07-01"),
                false,
                RECEIVED,
                null);
    }

    @Test
    void whoever_is_no_member_or_has_a_number_is_not_identified() {
        var spec = given(HouseholdDecider.INSTANCE, born());
        spec.when(identify(FIFTH, KNOWN, null, "2016-01-01")).refused(NOT_A_MEMBER);
        spec.when(identify(CHILD, KNOWN, null, "2016-01-01")).refused(HAS_A_NUMBER);
        given(HouseholdDecider.INSTANCE, and(born(), identified()))
                .when(identify(THIRD, KNOWN, null, "2016-01-01"))
                .refused(NOT_A_MEMBER);
        given(HouseholdDecider.INSTANCE, and(born(), identified()))
                .when(identify(FOURTH, KNOWN, null, "2016-01-01"))
                .refused(HAS_A_NUMBER);
    }

    @Test
    void not_as_somebody_who_is_a_member_beside() {
        given(HouseholdDecider.INSTANCE, born())
                .when(
                        identify(
                                THIRD,
                                new Member(
                                        CHILD, "王*", Relation.CHILD, Sex.FEMALE, 2015, "s", null),
                                null,
                                "2016-01-01"))
                .refused(ALREADY_A_MEMBER);
    }

    @Test
    void as_somebody_who_had_left_before() {
        var past =
                and(
                        until(registered()),
                        left(CHILD, "2015-06-01", null, 1),
                        new MemberJoined(
                                HOUSEHOLD,
                                day("2015-06-01"),
                                BABY,
                                JoiningReason.RETURNED,
                                null,
                                2,
                                false,
                                null));
        var child = new Member(CHILD, "王*", Relation.CHILD, Sex.FEMALE, 2015, "s", null);
        given(HouseholdDecider.INSTANCE, past)
                .when(identify(THIRD, child, null, "2016-01-01"))
                .accepted();
    }

    @Test
    void another_sex_or_birth_year_has_to_be_explained() {
        var boy = new Member(FOURTH, "王*", Relation.CHILD, Sex.MALE, 2015, "s", null);
        var spec = given(HouseholdDecider.INSTANCE, born());
        spec.when(identify(THIRD, boy, null, "2016-01-01")).refused(NUMBER_OF_SOMEBODY_ELSE);
        var event =
                (MemberIdentified)
                        spec.when(identify(THIRD, boy, "登记有误", "2016-01-01")).events().getFirst();
        assertThat(event.differsBecause()).isEqualTo("登记有误");
        var same =
                (MemberIdentified)
                        spec.when(identify(THIRD, KNOWN, "登记有误", "2016-01-01")).events().getFirst();
        assertThat(same.differsBecause()).isNull();
    }

    @Test
    void not_before_it_came() {
        given(HouseholdDecider.INSTANCE, born())
                .when(identify(THIRD, KNOWN, null, "2015-05-31"))
                .refused(BEFORE_PREVIOUS_STEP);
    }
}
