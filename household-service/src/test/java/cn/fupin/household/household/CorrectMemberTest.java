package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.household.CorrectionCommand.CorrectMembers;
import cn.fupin.household.household.CorrectionCommand.Wrong;
import cn.fupin.household.household.CorrectionEvent.MemberNameCorrected;
import cn.fupin.household.household.CorrectionEvent.MemberNumberCorrected;
import cn.fupin.household.household.CorrectionEvent.Stay;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.MemberCommand.LeaveHousehold;
import cn.fupin.household.household.MemberEvent.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectMemberTest {
    /** The child under another name. */
    private static final Member NAMED =
            new Member(CHILD, "汪**", Relation.CHILD, Sex.MALE, 1970, "bmFtZQ==", null);

    /** The child under another number. */
    private static final Member NUMBERED =
            new Member(FOURTH, "王**", Relation.CHILD, Sex.MALE, 1970, "c2VhbGVk", null);

    private static final SortedMap<String, LocalDate> NOWHERE = new TreeMap<>();
    private static final List<Stay> SINCE_THE_OPENING = List.of(new Stay(day("2014-04-01"), null));

    private static CorrectMembers correct(
            @Nullable String person, @Nullable Member as, String approvedBy, String on) {
        return correct(person, as, approvedBy, on, NOWHERE, false, null);
    }

    private static CorrectMembers correct(
            @Nullable String person,
            @Nullable Member as,
            String approvedBy,
            String on,
            SortedMap<String, LocalDate> elsewhere,
            boolean sameElsewhere,
            @Nullable String differsBecause) {
        return correct(
                approvedBy, on, wrong(person, as, elsewhere, sameElsewhere, null, differsBecause));
    }

    private static CorrectMembers correct(String approvedBy, String on, Wrong... wrong) {
        return correct(approvedBy, on, new TreeMap<>(), wrong);
    }

    private static CorrectMembers correct(
            String approvedBy, String on, SortedMap<String, List<Wrong>> there, Wrong... wrong) {
        return new CorrectMembers(
                HOUSEHOLD,
                List.of(wrong),
                there,
                "录入有误",
                approvedBy,
                "clerk",
                day(on),
                RECEIVED,
                null);
    }

    private static Wrong wrong(String person, Member as) {
        return wrong(person, as, NOWHERE, false, null, null);
    }

    private static Wrong wrong(
            @Nullable String person,
            @Nullable Member as,
            SortedMap<String, LocalDate> elsewhere,
            boolean sameElsewhere,
            @Nullable String numberOf,
            @Nullable String differsBecause) {
        return new Wrong(
                person,
                as == null || person == null ? null : member(person, Relation.CHILD),
                day("2014-04-01"),
                as,
                true,
                sameElsewhere,
                elsewhere,
                List.of(),
                List.copyOf(elsewhere.keySet()),
                numberOf,
                differsBecause);
    }

    private static Member numbered(String personId) {
        return new Member(personId, "王**", Relation.CHILD, Sex.MALE, 1970, "c2VhbGVk", null);
    }

    private static MemberNumberCorrected numbered() {
        return new MemberNumberCorrected(
                HOUSEHOLD,
                day("2016-01-01"),
                CHILD,
                FOURTH,
                NUMBERED,
                day("2014-04-01"),
                null,
                day("2014-04-01"),
                null,
                "录入有误",
                "chief",
                null,
                SINCE_THE_OPENING,
                null,
                null,
                null);
    }

    @Test
    void a_wrong_name_is_corrected_and_the_person_is_the_same() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(correct(CHILD, NAMED, "chief", "2016-01-01"))
                .then(
                        new MemberNameCorrected(
                                HOUSEHOLD,
                                day("2016-01-01"),
                                NAMED,
                                "王**",
                                day("2014-04-01"),
                                "录入有误",
                                "chief",
                                null,
                                SINCE_THE_OPENING,
                                null,
                                null));
    }

    @Test
    void a_wrong_number_is_corrected_and_the_person_goes_by_the_right_one() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(correct(CHILD, NUMBERED, "chief", "2016-01-01"))
                .then(numbered());
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), numbered()));
        spec.when(leave(CHILD)).refused(NOT_A_MEMBER);
        var left = (MemberLeft) spec.when(leave(FOURTH)).events().getFirst();
        assertThat(left.persons()).isEqualTo(1);
        spec.when(correct(CHILD, NUMBERED, "chief", "2016-01-01")).refused(NOT_A_MEMBER);
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
    void of_the_head_it_says_since_when() {
        var as = new Member(FOURTH, "王**", Relation.CHILD, Sex.MALE, 1970, "s", null);
        var changed =
                new HeadChanged(
                        HOUSEHOLD,
                        day("2015-06-01"),
                        CHILD,
                        HEAD,
                        Relation.PARENT,
                        null,
                        "原户主年老",
                        false,
                        null);
        var event =
                (MemberNumberCorrected)
                        given(HouseholdDecider.INSTANCE, and(until(registered()), changed))
                                .when(correct(CHILD, as, "chief", "2016-01-01"))
                                .events()
                                .getFirst();
        assertThat(event.headSince()).isEqualTo(day("2015-06-01"));
        assertThat(event.member().relation()).isEqualTo(Relation.HEAD);
    }

    @Test
    void two_persons_stand_for_it() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(correct(CHILD, NAMED, "clerk", "2016-01-01"))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(correct(CHILD, NUMBERED, "clerk", "2016-01-01"))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
    }

    @Test
    void only_of_whoever_is_or_was_a_member_and_only_what_is_recorded_otherwise() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(correct(null, null, "chief", "2016-01-01")).refused(NOT_A_MEMBER);
        spec.when(correct(FIFTH, null, "chief", "2016-01-01")).refused(NOT_A_MEMBER);
        spec.when(correct(THIRD, NAMED, "chief", "2016-01-01")).refused(NOT_A_MEMBER);
        var same =
                new Wrong(
                        CHILD,
                        member(CHILD, Relation.CHILD),
                        day("2014-04-01"),
                        member(CHILD, Relation.CHILD),
                        false,
                        false,
                        NOWHERE,
                        List.of(),
                        List.of(),
                        null,
                        null);
        spec.when(correct("chief", "2016-01-01", same)).refused(RECORDED_SO_ALREADY);
    }

    @Test
    void a_former_member_is_corrected_for_every_time_there() {
        var past =
                and(
                        until(registered()),
                        joined(THIRD, "2014-05-01", 3),
                        left(THIRD, "2014-06-01", null, 2),
                        joined(THIRD, "2015-05-01", 3),
                        left(THIRD, "2015-06-01", null, 2));
        var times =
                List.of(
                        new Stay(day("2014-05-01"), day("2014-06-01")),
                        new Stay(day("2015-05-01"), day("2015-06-01")));
        var spec = given(HouseholdDecider.INSTANCE, past);
        var named = new Member(THIRD, "汪**", Relation.CHILD, Sex.MALE, 1970, "s", null);
        var name =
                (MemberNameCorrected)
                        spec.when(correct(THIRD, named, "chief", "2016-01-01")).events().getFirst();
        assertThat(name.stays()).isEqualTo(times);
        assertThat(name.memberSince()).isEqualTo(day("2015-05-01"));
        var number =
                (MemberNumberCorrected)
                        spec.when(correct(THIRD, NUMBERED, "chief", "2016-01-01"))
                                .events()
                                .getFirst();
        assertThat(number.stays()).isEqualTo(times);
        assertThat(number.enteredSince()).isEqualTo(day("2014-05-01"));
        assertThat(number.ofAFormerMember()).isTrue();
        // with the same refusals
        spec.when(correct(THIRD, NAMED, "clerk", "2016-01-01"))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(correct(THIRD, NUMBERED, "chief", "2015-04-30")).refused(CORRECTION_BEFORE_FACT);
        spec.when(correct(THIRD, numbered(CHILD), "chief", "2016-01-01"))
                .refused(NUMBER_OF_ANOTHER_MEMBER);
        var elsewhere = new TreeMap<>(Map.of(OTHER_HOUSEHOLD, day("2015-07-01")));
        spec.when(correct(THIRD, NUMBERED, "chief", "2016-01-01", elsewhere, false, null))
                .refused(NUMBER_ENTERED_ELSEWHERE);
        // nobody came and nobody went
        given(HouseholdDecider.INSTANCE, and(past, number))
                .when(leave(FOURTH))
                .refused(NOT_A_MEMBER);
    }

    @Test
    void a_head_who_left_stays_the_head_of_that_time() {
        var past = and(until(registered()), left(HEAD, "2015-06-01", CHILD, 1));
        var recorded = member(HEAD, Relation.HEAD);
        var wrong =
                new Wrong(
                        HEAD,
                        recorded,
                        null,
                        numbered(FOURTH),
                        true,
                        false,
                        NOWHERE,
                        List.of(),
                        List.of(),
                        null,
                        null);
        var event =
                (MemberNumberCorrected)
                        given(HouseholdDecider.INSTANCE, past)
                                .when(correct("chief", "2016-01-01", wrong))
                                .events()
                                .getFirst();
        assertThat(event.member().relation()).isEqualTo(Relation.HEAD);
        assertThat(event.headSince()).isNull();
    }

    @Test
    void two_who_have_each_others_numbers_are_told_apart_at_once() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        var events =
                spec.when(
                                correct(
                                        "chief",
                                        "2016-01-01",
                                        wrong(HEAD, numbered(THIRD), NOWHERE, false, FOURTH, null),
                                        wrong(CHILD, NUMBERED, NOWHERE, false, THIRD, null)))
                        .events();
        var head = (MemberNumberCorrected) events.getFirst();
        assertThat(head.identifiedAs()).isEqualTo(THIRD);
        assertThat(head.headSince()).isEqualTo(day("2014-04-01"));
        assertThat(head.numberOf()).isEqualTo(FOURTH);
        var child = (MemberNumberCorrected) events.getLast();
        assertThat(child.identifiedAs()).isEqualTo(FOURTH);
        assertThat(child.headSince()).isNull();
        assertThat(child.numberOf()).isEqualTo(THIRD);
        var after = given(HouseholdDecider.INSTANCE, and(until(registered()), head, child));
        var left = (MemberLeft) after.when(leave(FOURTH)).events().getFirst();
        assertThat(left.persons()).isEqualTo(1);
        after.when(leave(THIRD)).refused(NEW_HEAD_NEEDED);
        after.when(leave(HEAD)).refused(NOT_A_MEMBER);
    }

    @Test
    void several_are_judged_together_and_all_or_none() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(correct("chief", "2016-01-01", wrong(CHILD, NAMED), wrong(CHILD, NUMBERED)))
                .refused(SAME_PERSON_TWICE);
        spec.when(correct("chief", "2016-01-01", wrong(CHILD, NAMED), wrong(FIFTH, NUMBERED)))
                .refused(NOT_A_MEMBER);
        spec.when(
                        correct(
                                "chief",
                                "2016-01-01",
                                wrong(CHILD, NUMBERED),
                                wrong(HEAD, numbered(FOURTH))))
                .refused(NUMBER_OF_ANOTHER_MEMBER);
    }

    @Test
    void it_follows_in_another_household_also_in_one_that_ended() {
        var same = wrong(CHILD, NUMBERED, NOWHERE, true, null, null);
        var there = new TreeMap<>(Map.of(OTHER_HOUSEHOLD, List.of(same)));
        var elsewhere = new TreeMap<>(Map.of(OTHER_HOUSEHOLD, day("2014-05-01")));
        var asked =
                correct(
                        "chief",
                        "2016-01-01",
                        there,
                        wrong(CHILD, NUMBERED, elsewhere, true, null, null));
        var here =
                (MemberNumberCorrected)
                        given(HouseholdDecider.INSTANCE, until(registered()))
                                .when(asked)
                                .events()
                                .getFirst();
        assertThat(here.alsoIn()).containsExactly(OTHER_HOUSEHOLD);
        assertThat(here.correctedIn()).isNull();
        var follows = asked.in(OTHER_HOUSEHOLD, known(until(registered())));
        for (var past :
                List.of(
                        until(registered()),
                        and(until(registered()), removed()),
                        until(applied()))) {
            var event =
                    (MemberNumberCorrected)
                            given(HouseholdDecider.INSTANCE, past)
                                    .when(follows)
                                    .events()
                                    .getFirst();
            assertThat(event.householdId()).isEqualTo(OTHER_HOUSEHOLD);
            assertThat(event.correctedIn()).isEqualTo(HOUSEHOLD);
            assertThat(event.alsoIn()).isNull();
            assertThat(event.enteredSince()).isEqualTo(day("2014-04-01"));
        }
        var ended =
                given(HouseholdDecider.INSTANCE, and(until(registered()), removed(), numbered()));
        ended.when(follows).refused(NOT_A_MEMBER);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(
                        correct("chief", "2014-03-31", there, wrong(CHILD, NUMBERED))
                                .in(OTHER_HOUSEHOLD, known(until(registered()))))
                .refused(CORRECTION_BEFORE_FACT);
    }

    @Test
    void not_before_it_was_recorded_so_and_not_in_the_future() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(correct(CHILD, NAMED, "chief", "2014-03-31")).refused(CORRECTION_BEFORE_FACT);
        spec.when(correct(CHILD, NAMED, "chief", "2014-04-01")).accepted();
        spec.when(correct(CHILD, NAMED, "chief", "2020-01-02")).refused(IN_THE_FUTURE);
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(correct(CHILD, NAMED, "chief", "2016-01-01"))
                .refused(HOUSEHOLD_ENDED);
    }

    @Test
    void not_as_somebody_who_is_a_member_beside() {
        var head = new Member(HEAD, "王**", Relation.CHILD, Sex.MALE, 1970, "s", null);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(correct(CHILD, head, "chief", "2016-01-01"))
                .refused(NUMBER_OF_ANOTHER_MEMBER);
    }

    @Test
    void whoever_has_no_number_yet_gets_one_and_may_be_renamed() {
        var baby =
                new MemberJoined(
                        HOUSEHOLD,
                        day("2015-06-01"),
                        newborn(THIRD, Relation.CHILD),
                        JoiningReason.BIRTH,
                        null,
                        3,
                        false,
                        null);
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), baby));
        spec.when(correct(THIRD, NUMBERED, "chief", "2016-01-01")).refused(HAS_NO_NUMBER);
        var event =
                (MemberNameCorrected)
                        spec.when(
                                        correct(
                                                THIRD,
                                                newborn(THIRD, Relation.CHILD),
                                                "chief",
                                                "2016-01-01"))
                                .events()
                                .getFirst();
        assertThat(event.member().withoutNumber()).isEqualTo(WithoutNumber.NEWBORN);
        assertThat(event.memberSince()).isEqualTo(day("2015-06-01"));
    }

    @Test
    void another_sex_or_birth_year_has_to_be_explained() {
        var girl = new Member(FOURTH, "王**", Relation.CHILD, Sex.FEMALE, 1971, "s", null);
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(correct(CHILD, girl, "chief", "2016-01-01")).refused(NUMBER_OF_SOMEBODY_ELSE);
        var event =
                (MemberNumberCorrected)
                        spec.when(
                                        correct(
                                                CHILD,
                                                girl,
                                                "chief",
                                                "2016-01-01",
                                                NOWHERE,
                                                false,
                                                "抄错一位"))
                                .events()
                                .getFirst();
        assertThat(event.differsBecause()).isEqualTo("抄错一位");
    }

    @Test
    void whoever_was_in_other_households_under_the_number_is_said_to_be_the_same_there() {
        var elsewhere = new TreeMap<>(Map.of(OTHER_HOUSEHOLD, day("2013-02-01")));
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(correct(CHILD, NUMBERED, "chief", "2016-01-01", elsewhere, false, null))
                .refused(NUMBER_ENTERED_ELSEWHERE);
        var event =
                (MemberNumberCorrected)
                        spec.when(
                                        correct(
                                                CHILD,
                                                NUMBERED,
                                                "chief",
                                                "2016-01-01",
                                                elsewhere,
                                                true,
                                                null))
                                .events()
                                .getFirst();
        assertThat(event.enteredSince()).isEqualTo(day("2013-02-01"));
        assertThat(event.memberSince()).isEqualTo(day("2014-04-01"));
    }

    @Test
    void as_somebody_who_had_left_before_the_other_came() {
        var past =
                and(
                        until(registered()),
                        joined(FOURTH, "2014-05-01", 3),
                        left(FOURTH, "2014-06-01", null, 2),
                        joined(THIRD, "2014-06-01", 3));
        given(HouseholdDecider.INSTANCE, past)
                .when(correct(THIRD, NUMBERED, "chief", "2016-01-01"))
                .accepted();
    }
}
