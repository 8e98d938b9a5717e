package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.testing.DeciderSpec;
import cn.fupin.household.household.DescriptionEvent.MemberIdentified;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.MemberCommand.LeaveHousehold;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import cn.fupin.household.household.PolicyCommand.*;
import cn.fupin.household.household.PolicyDetails.Placement;
import cn.fupin.household.household.PolicyDetails.Work;
import cn.fupin.household.household.PolicyEvent.*;
import cn.fupin.household.household.PolicyForms.Recipient;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 享受政策. */
class PolicyTest {
    private static final Policy ALLOWANCE = Policy.SUBSISTENCE_ALLOWANCE;

    private static PolicyDetails nothing() {
        return PolicyDetails.NOTHING;
    }

    private static PolicyDetails schoolYear(int year) {
        return new PolicyDetails(year, null, null, null, null, null, null, null);
    }

    private static PolicyDetails work(String where, Work work) {
        return new PolicyDetails(null, null, null, where, work, null, null, null);
    }

    private static PolicyDetails course(String course) {
        return new PolicyDetails(null, null, course, null, null, null, null, null);
    }

    private static PolicyDetails moved(Placement placement, @Nullable String to) {
        return new PolicyDetails(null, null, null, null, null, placement, to, null);
    }

    private static PolicyDetails named(String name) {
        return new PolicyDetails(null, null, null, null, null, null, null, name);
    }

    private static @Nullable List<Optional<String>> persons(String... persons) {
        return persons.length == 0 ? null : Arrays.stream(persons).map(Optional::of).toList();
    }

    private static GrantPolicy grant(
            Policy policy, PolicyDetails details, String on, String... to) {
        return new GrantPolicy(
                HOUSEHOLD,
                policy,
                details,
                persons(to),
                by("县民政局"),
                false,
                day(on),
                RECEIVED,
                null);
    }

    private static PolicyGranted granted(
            Policy policy, PolicyDetails details, String on, String... to) {
        return new PolicyGranted(
                HOUSEHOLD, day(on), policy, details, false, List.of(to), by("县民政局"), false, null);
    }

    private static ApplyForPolicy apply(
            Policy policy, PolicyDetails details, String on, String... by) {
        return new ApplyForPolicy(
                HOUSEHOLD, policy, details, persons(by), false, day(on), RECEIVED, null);
    }

    private static EndPolicy end(Policy policy, @Nullable String name, String on, String... of) {
        return new EndPolicy(
                HOUSEHOLD,
                policy,
                name,
                persons(of),
                PolicyEnd.NOT_ELIGIBLE,
                "收入已超",
                null,
                false,
                day(on),
                RECEIVED,
                null);
    }

    private static PolicyEnded ended(
            Policy policy, PolicyDetails details, String on, PolicyEnd why, String... of) {
        return new PolicyEnded(
                HOUSEHOLD,
                day(on),
                policy,
                details,
                List.of(of),
                why,
                why == PolicyEnd.LEFT_HOUSEHOLD ? null : "收入已超",
                null,
                false,
                null);
    }

    private static DeciderSpec<HouseholdCommand, Household, HouseholdEvent> registeredWith(
            HouseholdEvent... more) {
        return given(HouseholdDecider.INSTANCE, and(until(registered()), more));
    }

    @Test
    void a_member_of_the_day_has_it_from_that_day_on() {
        registeredWith()
                .when(grant(ALLOWANCE, nothing(), "2015-01-01", CHILD))
                .then(granted(ALLOWANCE, nothing(), "2015-01-01", CHILD));
    }

    @Test
    void the_household_as_a_whole_has_it_by_the_members_of_that_day() {
        registeredWith(left(CHILD, "2014-12-31", null, 1))
                .when(
                        grant(
                                Policy.RELOCATION,
                                moved(Placement.CONCENTRATED, "浯溪安置点"),
                                "2015-01-01"))
                .then(
                        new PolicyGranted(
                                HOUSEHOLD,
                                day("2015-01-01"),
                                Policy.RELOCATION,
                                moved(Placement.CONCENTRATED, "浯溪安置点"),
                                true,
                                List.of(HEAD),
                                by("县民政局"),
                                false,
                                null));
    }

    @Test
    void whoever_is_named_is_a_member_of_that_day_and_named_once() {
        var spec = registeredWith(left(CHILD, "2015-01-01", null, 1));
        spec.when(grant(ALLOWANCE, nothing(), "2014-12-31", CHILD)).accepted();
        spec.when(grant(ALLOWANCE, nothing(), "2015-01-01", CHILD)).refused(NOT_A_MEMBER);
        spec.when(grant(ALLOWANCE, nothing(), "2015-01-01", THIRD)).refused(NOT_A_MEMBER);
        spec.when(grant(ALLOWANCE, nothing(), "2014-12-31", HEAD, HEAD)).refused(SAME_PERSON_TWICE);
        spec.when(
                        new GrantPolicy(
                                HOUSEHOLD,
                                ALLOWANCE,
                                nothing(),
                                List.of(Optional.empty()),
                                by("县"),
                                false,
                                day("2014-12-01"),
                                RECEIVED,
                                null))
                .refused(NOT_A_MEMBER);
    }

    @Test
    void what_lasts_is_had_once_at_a_time() {
        var spec = registeredWith(granted(ALLOWANCE, nothing(), "2015-01-01", CHILD));
        spec.when(grant(ALLOWANCE, nothing(), "2015-06-01", CHILD)).refused(HAS_THIS_POLICY);
        spec.when(grant(ALLOWANCE, nothing(), "2015-06-01")).refused(HAS_THIS_POLICY);
        spec.when(grant(ALLOWANCE, nothing(), "2015-06-01", HEAD)).accepted();
        registeredWith(
                        granted(ALLOWANCE, nothing(), "2015-01-01", CHILD),
                        ended(ALLOWANCE, nothing(), "2015-06-01", PolicyEnd.EXPIRED, CHILD))
                .when(grant(ALLOWANCE, nothing(), "2015-06-01", CHILD))
                .accepted();
    }

    @Test
    void what_comes_by_the_year_or_course_is_had_once_in_it() {
        var spec =
                registeredWith(
                        granted(Policy.RAIN_AND_DEW, schoolYear(2015), "2015-09-01", CHILD),
                        granted(Policy.TRAINING, course("养殖"), "2015-03-01", HEAD));
        spec.when(grant(Policy.RAIN_AND_DEW, schoolYear(2015), "2015-08-01", CHILD))
                .refused(HAS_THIS_POLICY);
        spec.when(grant(Policy.RAIN_AND_DEW, schoolYear(2016), "2016-09-01", CHILD)).accepted();
        spec.when(grant(Policy.RAIN_AND_DEW, schoolYear(2017), "2016-09-01", CHILD))
                .refused(YEAR_AFTER_THE_STEP);
        spec.when(grant(Policy.TRAINING, course("养殖"), "2016-03-01", HEAD))
                .refused(HAS_THIS_POLICY);
        spec.when(grant(Policy.TRAINING, course("电焊"), "2016-03-01", HEAD)).accepted();
    }

    @Test
    void others_are_told_apart_by_their_names() {
        var spec = registeredWith(granted(Policy.OTHER, named("护林员"), "2015-01-01", HEAD));
        spec.when(grant(Policy.OTHER, named("护林员"), "2015-02-01", HEAD)).refused(HAS_THIS_POLICY);
        spec.when(grant(Policy.OTHER, named("保洁员"), "2015-02-01", HEAD)).accepted();
        spec.when(end(Policy.OTHER, "保洁员", "2015-02-01")).refused(HAS_NOT_THIS_POLICY);
        spec.when(end(Policy.OTHER, "护林员", "2015-02-01")).accepted();
    }

    @Test
    void it_ends_for_all_who_have_it_or_for_those_named() {
        var spec = registeredWith(granted(ALLOWANCE, nothing(), "2015-01-01", HEAD, CHILD));
        spec.when(end(ALLOWANCE, null, "2015-06-01"))
                .then(
                        ended(
                                ALLOWANCE,
                                nothing(),
                                "2015-06-01",
                                PolicyEnd.NOT_ELIGIBLE,
                                HEAD,
                                CHILD));
        spec.when(end(ALLOWANCE, null, "2015-06-01", CHILD))
                .then(ended(ALLOWANCE, nothing(), "2015-06-01", PolicyEnd.NOT_ELIGIBLE, CHILD));
        spec.when(end(ALLOWANCE, null, "2014-12-31")).refused(HAS_NOT_THIS_POLICY);
        spec.when(end(ALLOWANCE, null, "2015-06-01", THIRD)).refused(HAS_NOT_THIS_POLICY);
        spec.when(end(ALLOWANCE, null, "2015-06-01", CHILD, CHILD)).refused(SAME_PERSON_TWICE);
        spec.when(end(Policy.EMPLOYMENT, null, "2015-06-01")).refused(HAS_NOT_THIS_POLICY);
    }

    @Test
    void what_ends_is_told_as_it_was_granted() {
        registeredWith(
                        granted(Policy.EMPLOYMENT, work("东莞", Work.AWAY), "2015-01-01", HEAD),
                        granted(Policy.EMPLOYMENT, work("本村", Work.NEARBY), "2015-01-01", CHILD))
                .when(end(Policy.EMPLOYMENT, null, "2015-06-01"))
                .then(
                        ended(
                                Policy.EMPLOYMENT,
                                work("东莞", Work.AWAY),
                                "2015-06-01",
                                PolicyEnd.NOT_ELIGIBLE,
                                HEAD),
                        ended(
                                Policy.EMPLOYMENT,
                                work("本村", Work.NEARBY),
                                "2015-06-01",
                                PolicyEnd.NOT_ELIGIBLE,
                                CHILD));
    }

    @Test
    void whoever_leaves_has_nothing_lasting_there_any_more() {
        var leaves =
                new LeaveHousehold(
                        HOUSEHOLD,
                        CHILD,
                        LeavingReason.MARRIAGE,
                        null,
                        false,
                        null,
                        day("2015-06-01"),
                        false,
                        RECEIVED,
                        null);
        registeredWith(
                        granted(ALLOWANCE, nothing(), "2015-01-01", HEAD, CHILD),
                        granted(Policy.TRAINING, course("养殖"), "2015-03-01", CHILD),
                        granted(Policy.OTHER, named("护林员"), "2015-08-01", CHILD))
                .when(leaves)
                .then(
                        new MemberEvent.MemberLeft(
                                HOUSEHOLD,
                                day("2015-06-01"),
                                CHILD,
                                LeavingReason.MARRIAGE,
                                null,
                                null,
                                1,
                                false,
                                null),
                        ended(ALLOWANCE, nothing(), "2015-06-01", PolicyEnd.LEFT_HOUSEHOLD, CHILD),
                        // from a day on which the child was gone, as is known by now
                        ended(
                                Policy.OTHER,
                                named("护林员"),
                                "2015-08-01",
                                PolicyEnd.LEFT_HOUSEHOLD,
                                CHILD));
    }

    @Test
    void what_comes_in_after_a_member_left_ends_on_that_day() {
        registeredWith(left(CHILD, "2015-06-01", null, 1))
                .when(grant(ALLOWANCE, nothing(), "2015-01-01", HEAD, CHILD))
                .then(
                        granted(ALLOWANCE, nothing(), "2015-01-01", HEAD, CHILD),
                        ended(ALLOWANCE, nothing(), "2015-06-01", PolicyEnd.LEFT_HOUSEHOLD, CHILD));
    }

    @Test
    void of_whoever_is_identified_it_is_the_same_persons() {
        var unknown = newborn(THIRD, Relation.CHILD);
        var joined =
                new MemberEvent.MemberJoined(
                        HOUSEHOLD,
                        day("2015-01-01"),
                        unknown,
                        MemberEvent.JoiningReason.BIRTH,
                        null,
                        3,
                        false,
                        null);
        var identified =
                new MemberIdentified(
                        HOUSEHOLD,
                        day("2015-03-01"),
                        THIRD,
                        FOURTH,
                        member(FOURTH, Relation.CHILD),
                        null,
                        false,
                        null);
        var spec =
                registeredWith(
                        joined, granted(ALLOWANCE, nothing(), "2015-02-01", THIRD), identified);
        spec.when(grant(ALLOWANCE, nothing(), "2015-04-01", FOURTH)).refused(HAS_THIS_POLICY);
        spec.when(end(ALLOWANCE, null, "2015-04-01", FOURTH)).accepted();
    }

    @Test
    void applied_for_once_in_its_year_and_not_when_it_is_had() {
        var applied =
                new PolicyAppliedFor(
                        HOUSEHOLD,
                        day("2015-06-01"),
                        Policy.RAIN_AND_DEW,
                        schoolYear(2015),
                        false,
                        List.of(CHILD),
                        false,
                        null);
        registeredWith()
                .when(apply(Policy.RAIN_AND_DEW, schoolYear(2015), "2015-06-01", CHILD))
                .then(applied);
        var spec = registeredWith(applied);
        spec.when(apply(Policy.RAIN_AND_DEW, schoolYear(2015), "2015-07-01", CHILD))
                .refused(ALREADY_APPLIED_FOR);
        spec.when(apply(Policy.RAIN_AND_DEW, schoolYear(2016), "2016-06-01", CHILD)).accepted();
        spec.when(grant(Policy.RAIN_AND_DEW, schoolYear(2015), "2015-09-01", CHILD)).accepted();
        registeredWith(granted(Policy.RAIN_AND_DEW, schoolYear(2015), "2015-09-01", CHILD))
                .when(apply(Policy.RAIN_AND_DEW, schoolYear(2015), "2015-09-02", CHILD))
                .refused(HAS_THIS_POLICY);
    }

    @Test
    void policy_goes_on_after_the_exit_and_reaches_who_is_on_file_but_no_candidate() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(grant(ALLOWANCE, nothing(), "2018-01-01", HEAD))
                .accepted();
        given(HouseholdDecider.INSTANCE, recorded())
                .when(grant(ALLOWANCE, nothing(), "2015-01-01", HEAD))
                .accepted();
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(grant(ALLOWANCE, nothing(), "2015-01-01", HEAD))
                .refused(NOT_ON_FILE);
        registeredWith(dissolved())
                .when(grant(ALLOWANCE, nothing(), "2015-01-01", HEAD))
                .refused(NOT_ON_FILE);
        registeredWith()
                .when(grant(ALLOWANCE, nothing(), "2014-03-31", HEAD))
                .refused(BEFORE_THE_OPENING);
        registeredWith()
                .when(grant(ALLOWANCE, nothing(), "2020-01-02", HEAD))
                .refused(IN_THE_FUTURE);
    }

    @ParameterizedTest
    @EnumSource(Policy.class)
    void each_is_told_by_its_own_and_nothing_else(Policy policy) {
        var full = Facts.detailsOf(policy, 2015);
        full.check(policy);
        for (var other : Policy.values()) {
            var same = other.told().equals(policy.told());
            var told = Facts.detailsOf(other, 2015);
            if (same) told.check(policy);
            else assertThatThrownBy(() -> told.check(policy)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_site_is_named_where_households_are_settled_together() {
        assertThatThrownBy(() -> moved(Placement.CONCENTRATED, null).check(Policy.RELOCATION))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        e -> assertThat(e.field()).isEqualTo("details.settlement"));
        moved(Placement.SCATTERED, null).check(Policy.RELOCATION);
        moved(Placement.SCATTERED, "县城").check(Policy.RELOCATION);
    }

    @Test
    void forms_ask_for_whom_it_is_and_who_decided_it() {
        var one = List.of(new Recipient(HEAD, null));
        assertMalformed("recipients", () -> granting(Policy.TRAINING, course("养殖"), null));
        assertMalformed(
                "recipients",
                () -> granting(Policy.RELOCATION, moved(Placement.SCATTERED, null), one));
        assertMalformed(
                "decidedBy",
                () ->
                        new PolicyForms.Granting(
                                HOUSEHOLD, ALLOWANCE, null, one, null, false, TODAY, RECEIVED,
                                null));
        assertMalformed("policy", () -> ending(Policy.TRAINING, null, PolicyEnd.EXPIRED));
        assertMalformed("name", () -> ending(Policy.OTHER, null, PolicyEnd.EXPIRED));
        assertMalformed("name", () -> ending(ALLOWANCE, "低保", PolicyEnd.EXPIRED));
        assertMalformed("reason", () -> ending(ALLOWANCE, null, PolicyEnd.LEFT_HOUSEHOLD));
    }

    private static PolicyForms.Granting granting(
            Policy policy, PolicyDetails details, @Nullable List<Recipient> recipients) {
        return new PolicyForms.Granting(
                HOUSEHOLD,
                policy,
                details,
                recipients,
                by("县"),
                false,
                LocalDate.of(2015, 1, 1),
                RECEIVED,
                null);
    }

    private static PolicyForms.Ending ending(
            Policy policy, @Nullable String name, PolicyEnd reason) {
        return new PolicyForms.Ending(
                HOUSEHOLD,
                policy,
                name,
                null,
                reason,
                null,
                null,
                false,
                LocalDate.of(2015, 1, 1),
                RECEIVED,
                null);
    }

    private static void assertMalformed(String field, Runnable form) {
        assertThatThrownBy(form::run)
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.field()).isEqualTo(field));
    }
}
