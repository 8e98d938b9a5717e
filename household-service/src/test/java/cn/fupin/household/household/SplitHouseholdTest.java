package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.household.HelpEvent.HouseholdMoved;
import cn.fupin.household.household.HelpEvent.MoveReason;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.PolicyEvent.*;
import cn.fupin.household.household.StandingCommand.*;
import cn.fupin.household.household.StandingEvent.*;
import cn.fupin.household.region.VillageGroups.KnownGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitHouseholdTest {
    private static final Household NONE = HouseholdDecider.INSTANCE.initial();
    private static final Member GOES = member(CHILD, Relation.HEAD);

    private static Correction correction(String on, String approvedBy) {
        return new Correction(by("县"), "误登一户", approvedBy, null, false, day(on), "clerk", RECEIVED);
    }

    private static SplitHousehold split(String on, @Nullable String newHead, Member... members) {
        return new SplitHousehold(
                HOUSEHOLD,
                OTHER_HOUSEHOLD,
                "四组",
                List.of(),
                List.of(members),
                newHead != null,
                newHead,
                correction(on, "chief"));
    }

    @Test
    void the_child_was_a_household_of_its_own() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(split("2015-06-01", null, GOES))
                .then(
                        new HouseholdSplit(
                                HOUSEHOLD,
                                day("2015-06-01"),
                                OTHER_HOUSEHOLD,
                                List.of(CHILD),
                                null,
                                1,
                                by("县"),
                                "误登一户",
                                "chief",
                                false,
                                null));
    }

    @Test
    void before_a_move_that_was_entered_already_it_opens_where_both_lay() {
        var moved =
                new HouseholdMoved(
                        HOUSEHOLD,
                        day("2015-07-01"),
                        "513423106201",
                        VILLAGE,
                        null,
                        MoveReason.RELOCATION,
                        2,
                        null,
                        false,
                        null);
        var state = known(and(until(registered()), moved));
        assertThat(split("2015-06-30", null, GOES).opening(state, state).region())
                .isEqualTo(VILLAGE);
        assertThat(split("2015-07-01", null, GOES).opening(state, state).region())
                .isEqualTo("513423106201");
    }

    @Test
    void when_the_head_goes_the_next_is_named_and_only_then() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        var head = member(HEAD, Relation.HEAD);
        spec.when(split("2015-06-01", null, head)).refused(NEW_HEAD_NEEDED);
        spec.when(split("2015-06-01", HEAD, head)).refused(NEW_HEAD_NEEDED);
        spec.when(split("2015-06-01", CHILD, head)).accepted();
        spec.when(split("2015-06-01", HEAD, GOES)).refused(HEAD_STAYS);
    }

    @Test
    void some_of_its_members_with_one_head_and_not_all() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), joined(THIRD, "2015-06-01", 3)));
        spec.when(split("2015-06-01", null, member(FOURTH, Relation.HEAD))).refused(NOT_A_MEMBER);
        spec.when(split("2015-05-31", null, member(THIRD, Relation.HEAD)))
                .refused(BEFORE_PREVIOUS_STEP);
        spec.when(split("2015-06-01", null, GOES, member(THIRD, Relation.HEAD)))
                .refused(NOT_EXACTLY_ONE_HEAD);
        spec.when(
                        split(
                                "2015-06-01",
                                null,
                                GOES,
                                member(THIRD, Relation.SIBLING),
                                member(HEAD, Relation.SIBLING)))
                .refused(LAST_MEMBER);
        spec.when(split("2015-06-01", null, GOES, member(THIRD, Relation.SIBLING))).accepted();
    }

    @Test
    void into_a_group_of_the_village_where_any_is_listed() {
        var asked = split("2015-06-01", null, GOES);
        var elsewhere = List.of(new KnownGroup("03", "三组", day("2014-01-01"), null));
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(
                        new SplitHousehold(
                                HOUSEHOLD,
                                OTHER_HOUSEHOLD,
                                asked.group(),
                                elsewhere,
                                asked.members(),
                                false,
                                null,
                                asked.correction()))
                .refused(GROUP_NOT_LISTED);
    }

    @Test
    void by_two_persons_and_of_one_that_stands_as_something() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(
                        new SplitHousehold(
                                HOUSEHOLD,
                                OTHER_HOUSEHOLD,
                                null,
                                List.of(),
                                List.of(GOES),
                                false,
                                null,
                                correction("2015-06-01", "clerk")))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        given(HouseholdDecider.INSTANCE, until(surveyed(200_00)))
                .when(split("2015-06-01", null, GOES))
                .refused(NOT_TO_BE_RESHAPED);
        given(HouseholdDecider.INSTANCE, and(until(registered()), suspended()))
                .when(split("2015-06-01", null, GOES))
                .refused(NOT_TO_BE_RESHAPED);
    }

    private static OpenSplitOff open(Standing standing, @Nullable Registration registration) {
        return new OpenSplitOff(
                OTHER_HOUSEHOLD,
                HOUSEHOLD,
                VILLAGE,
                "四组",
                List.of(GOES),
                standing,
                registration,
                List.of(),
                correction("2015-06-01", "chief"));
    }

    private static final Registration REGISTRATION =
            new Registration(
                    day("2014-05-09"),
                    Help.from(day("2014-05-09")).by("helper-1", day("2014-06-01")),
                    ReclassifyHouseholdTest.classified(
                            "2014-05-09", Cause.ILLNESS, List.of(Cause.SKILLS)),
                    IncomeYears.entered(2013));

    private static HouseholdSplitOff splitOff() {
        return new HouseholdSplitOff(
                OTHER_HOUSEHOLD,
                day("2015-06-01"),
                HOUSEHOLD,
                VILLAGE,
                "四组",
                CHILD,
                List.of(GOES),
                1,
                Standing.REGISTERED,
                day("2014-05-09"),
                Standard.NATIONAL,
                HouseholdType.GENERAL,
                Cause.ILLNESS,
                List.of(Cause.SKILLS),
                by("县"),
                "误登一户",
                "chief",
                false,
                day("2014-05-09"),
                null,
                2013,
                null);
    }

    @Test
    void what_lasts_goes_with_whoever_has_it() {
        var past =
                and(
                        until(registered()),
                        granted(HOUSEHOLD, Policy.SUBSISTENCE_ALLOWANCE, "2015-01-01", HEAD, CHILD),
                        granted(HOUSEHOLD, Policy.TRAINING, "2015-01-01", CHILD));
        var order = split("2015-06-01", null, GOES);
        var before = (Household.Known) stateAfter(past);
        var here = new ArrayList<>(past);
        here.addAll(HouseholdDecider.INSTANCE.decide(order, before));
        assertThat(here.getLast())
                .isInstanceOfSatisfying(
                        PolicyEnded.class, e -> assertThat(e.recipients()).containsExactly(CHILD));
        var opening = order.opening(before, (Household.Known) stateAfter(here));
        assertThat(HouseholdDecider.INSTANCE.decide(opening, HouseholdDecider.INSTANCE.initial()))
                .satisfiesExactly(
                        opened -> assertThat(opened).isInstanceOf(HouseholdSplitOff.class),
                        carried ->
                                assertThat(carried)
                                        .isEqualTo(
                                                granted(
                                                        OTHER_HOUSEHOLD,
                                                        Policy.SUBSISTENCE_ALLOWANCE,
                                                        "2015-06-01",
                                                        CHILD)));
    }

    @Test
    void what_lasts_from_a_later_day_begins_and_ends_where_its_persons_are() {
        var past =
                and(
                        until(registered()),
                        granted(HOUSEHOLD, Policy.SUBSISTENCE_ALLOWANCE, "2015-01-01", CHILD),
                        granted(HOUSEHOLD, Policy.EMPLOYMENT, "2015-08-01", HEAD, CHILD),
                        ended(Policy.SUBSISTENCE_ALLOWANCE, "2015-09-01", PolicyEnd.NOT_ELIGIBLE),
                        granted(HOUSEHOLD, Policy.SUBSISTENCE_ALLOWANCE, "2015-10-01", CHILD));
        var order = split("2015-06-01", null, GOES);
        var before = (Household.Known) stateAfter(past);
        var here = new ArrayList<>(past);
        here.addAll(HouseholdDecider.INSTANCE.decide(order, before));
        var stays = (Household.Known) stateAfter(here);
        for (var on : List.of("2015-06-01", "2015-08-01", "2015-10-01")) {
            assertThat(stays.file().policies().lasting(day(on)))
                    .as(on)
                    .noneMatch(said -> said.personId().equals(CHILD));
        }
        assertThat(HouseholdDecider.INSTANCE.decide(order.opening(before, stays), NONE))
                .satisfiesExactly(
                        opened -> assertThat(opened).isInstanceOf(HouseholdSplitOff.class),
                        had -> isGranted(had, Policy.SUBSISTENCE_ALLOWANCE, "2015-06-01"),
                        later -> isGranted(later, Policy.EMPLOYMENT, "2015-08-01"),
                        ended ->
                                assertThat(ended)
                                        .isInstanceOfSatisfying(
                                                PolicyEnded.class,
                                                e -> {
                                                    assertThat(e.occurredOn())
                                                            .isEqualTo("2015-09-01");
                                                    assertThat(e.reason())
                                                            .isEqualTo(PolicyEnd.NOT_ELIGIBLE);
                                                    assertThat(e.recipients())
                                                            .containsExactly(CHILD);
                                                }),
                        again -> isGranted(again, Policy.SUBSISTENCE_ALLOWANCE, "2015-10-01"));
    }

    private static void isGranted(HouseholdEvent event, Policy policy, String on) {
        assertThat(event).isEqualTo(granted(OTHER_HOUSEHOLD, policy, on, CHILD));
    }

    private static PolicyEnded ended(Policy policy, String on, PolicyEnd reason) {
        return new PolicyEnded(
                HOUSEHOLD,
                day(on),
                policy,
                detailsOf(policy, 2015),
                List.of(CHILD),
                reason,
                null,
                null,
                false,
                null);
    }

    @Test
    void nobody_goes_by_a_day_after_which_something_is_had_once_here() {
        var later = granted(HOUSEHOLD, Policy.TRAINING, "2015-08-01", CHILD);
        given(HouseholdDecider.INSTANCE, and(until(registered()), later))
                .when(split("2015-06-01", null, GOES))
                .refused(POLICY_AFTER_THAT_DAY);
        given(HouseholdDecider.INSTANCE, and(until(registered()), later))
                .when(split("2015-08-01", null, GOES))
                .accepted();
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(registered()),
                                granted(HOUSEHOLD, Policy.TRAINING, "2015-08-01", HEAD)))
                .when(split("2015-06-01", null, GOES))
                .accepted();
    }

    @Test
    void it_stands_as_the_one_it_was_part_of() {
        given(HouseholdDecider.INSTANCE, List.of())
                .when(open(Standing.REGISTERED, REGISTRATION))
                .then(splitOff());
        given(HouseholdDecider.INSTANCE, List.of()).when(open(Standing.ON_FILE, null)).accepted();
        given(HouseholdDecider.INSTANCE, splitOff())
                .when(open(Standing.REGISTERED, REGISTRATION))
                .refused(ALREADY_APPLIED);
    }
}
