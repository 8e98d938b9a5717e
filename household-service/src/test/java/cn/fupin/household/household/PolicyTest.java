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
import java.util.stream.Stream;
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

    /** Before texts had one spelling, a blank at the end made another policy. */
    @Test
    void a_policy_that_is_stored_in_another_spelling_is_the_same_and_ends() {
        var before = named("公益岗\u3000");
        var spec = registeredWith(granted(Policy.OTHER, before, "2015-06-01", HEAD));
        spec.when(grant(Policy.OTHER, named("公益岗"), "2015-07-01", HEAD)).refused(HAS_THIS_POLICY);
        spec.when(end(Policy.OTHER, "公益岗", "2016-01-01", HEAD))
                .then(ended(Policy.OTHER, before, "2016-01-01", PolicyEnd.NOT_ELIGIBLE, HEAD));
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

    private static PolicyAppliedFor applied(
            Policy policy, PolicyDetails details, String on, String... by) {
        return new PolicyAppliedFor(
                HOUSEHOLD, day(on), policy, details, false, List.of(by), false, null);
    }

    private static DeclinePolicy decline(
            Policy policy, PolicyDetails details, String on, String... of) {
        return new DeclinePolicy(
                HOUSEHOLD,
                policy,
                details,
                persons(of),
                "不在校",
                by("县教育局"),
                false,
                day(on),
                RECEIVED,
                null);
    }

    private static PolicyApplicationDeclined declined(
            Policy policy, PolicyDetails details, String on, String... of) {
        return new PolicyApplicationDeclined(
                HOUSEHOLD, day(on), policy, details, List.of(of), "不在校", by("县教育局"), false, null);
    }

    private static WithdrawPolicyApplication withdraw(
            Policy policy, PolicyDetails details, String on, String... of) {
        return new WithdrawPolicyApplication(
                HOUSEHOLD, policy, details, persons(of), "外出打工", false, day(on), RECEIVED, null);
    }

    @Test
    void an_application_that_waits_is_declined_and_one_may_apply_again() {
        var year = schoolYear(2015);
        var waits = applied(Policy.RAIN_AND_DEW, year, "2015-06-01", CHILD, HEAD);
        var spec = registeredWith(waits);
        spec.when(decline(Policy.RAIN_AND_DEW, year, "2015-07-01", CHILD))
                .then(declined(Policy.RAIN_AND_DEW, year, "2015-07-01", CHILD));
        spec.when(decline(Policy.RAIN_AND_DEW, year, "2015-07-01"))
                .then(declined(Policy.RAIN_AND_DEW, year, "2015-07-01", CHILD, HEAD));
        spec.when(decline(Policy.RAIN_AND_DEW, year, "2015-05-31")).refused(NO_APPLICATION_WAITS);
        spec.when(decline(Policy.RAIN_AND_DEW, schoolYear(2016), "2015-07-01"))
                .refused(NO_APPLICATION_WAITS);
        spec.when(decline(Policy.RAIN_AND_DEW, year, "2015-07-01", THIRD))
                .refused(NO_APPLICATION_WAITS);
        spec.when(decline(Policy.RAIN_AND_DEW, year, "2015-07-01", CHILD, CHILD))
                .refused(SAME_PERSON_TWICE);
        var after = registeredWith(waits, declined(Policy.RAIN_AND_DEW, year, "2015-07-01", CHILD));
        after.when(decline(Policy.RAIN_AND_DEW, year, "2015-07-02", CHILD))
                .refused(NO_APPLICATION_WAITS);
        after.when(apply(Policy.RAIN_AND_DEW, year, "2015-07-02", CHILD)).accepted();
        after.when(apply(Policy.RAIN_AND_DEW, year, "2015-07-02", HEAD))
                .refused(ALREADY_APPLIED_FOR);
    }

    @Test
    void an_application_is_withdrawn_before_anybody_decided() {
        var waits = applied(Policy.TRAINING, course("养殖"), "2015-06-01", HEAD);
        registeredWith(waits)
                .when(withdraw(Policy.TRAINING, course("养殖"), "2015-06-05"))
                .then(
                        new PolicyApplicationWithdrawn(
                                HOUSEHOLD,
                                day("2015-06-05"),
                                Policy.TRAINING,
                                course("养殖"),
                                List.of(HEAD),
                                "外出打工",
                                false,
                                null));
        registeredWith(waits, granted(Policy.TRAINING, course("养殖"), "2015-06-04", HEAD))
                .when(withdraw(Policy.TRAINING, course("养殖"), "2015-06-05"))
                .refused(NO_APPLICATION_WAITS);
        registeredWith()
                .when(withdraw(ALLOWANCE, nothing(), "2015-06-05"))
                .refused(NO_APPLICATION_WAITS);
    }

    /** What lasts and ended is applied for anew: the grant of before does not decide on it. */
    @Test
    void an_application_after_what_had_ended_waits() {
        var spec =
                registeredWith(
                        granted(ALLOWANCE, nothing(), "2015-01-01", HEAD),
                        ended(ALLOWANCE, nothing(), "2015-06-01", PolicyEnd.EXPIRED, HEAD),
                        applied(ALLOWANCE, nothing(), "2015-09-01", HEAD));
        spec.when(decline(ALLOWANCE, nothing(), "2015-10-01"))
                .then(declined(ALLOWANCE, nothing(), "2015-10-01", HEAD));
    }

    private static TakeBackPolicy takeBack(
            @Nullable HouseholdEvent corrected, String on, String... from) {
        return new TakeBackPolicy(
                HOUSEHOLD,
                "event-1",
                persons(from),
                "登错学年",
                "chief",
                "clerk",
                day(on),
                RECEIVED,
                null,
                corrected,
                List.of());
    }

    private static PolicyTakenBack takenBack(PolicyGranted grant, String on, String... from) {
        return new PolicyTakenBack(
                HOUSEHOLD,
                day(on),
                "event-1",
                grant.occurredOn(),
                grant.policy(),
                grant.details(),
                List.of(from),
                "登错学年",
                "chief",
                null,
                null);
    }

    @Test
    void a_grant_that_was_entered_wrongly_is_taken_back_and_never_was() {
        var year = schoolYear(2015);
        var wrong = granted(Policy.RAIN_AND_DEW, year, "2015-09-01", CHILD);
        registeredWith(wrong)
                .when(takeBack(wrong, "2016-01-10"))
                .then(takenBack(wrong, "2016-01-10", CHILD));
        var after = registeredWith(wrong, takenBack(wrong, "2016-01-10", CHILD));
        after.when(takeBack(wrong, "2016-01-11")).refused(TAKEN_BACK_ALREADY);
        after.when(grant(Policy.RAIN_AND_DEW, year, "2015-09-10", CHILD)).accepted();
        after.when(apply(Policy.RAIN_AND_DEW, year, "2015-08-01", CHILD)).accepted();
        // nor is what was granted again instead, on the same day
        registeredWith(wrong, takenBack(wrong, "2016-01-10", CHILD), wrong)
                .when(takeBack(wrong, "2016-01-11"))
                .refused(TAKEN_BACK_ALREADY);
        var lasting = granted(ALLOWANCE, nothing(), "2015-01-01", HEAD);
        var free = registeredWith(lasting, takenBack(lasting, "2016-01-10", HEAD));
        free.when(end(ALLOWANCE, null, "2015-06-01")).refused(HAS_NOT_THIS_POLICY);
        free.when(grant(ALLOWANCE, nothing(), "2014-12-01", HEAD)).accepted();
    }

    /** Granted, ended and granted anew on one day: what is had hangs on which of them was wrong. */
    @Test
    void of_equal_grants_of_a_day_the_one_that_is_named_is_taken_back() {
        var grant = granted(ALLOWANCE, nothing(), "2015-01-01", HEAD, CHILD);
        var end = ended(ALLOWANCE, nothing(), "2015-01-01", PolicyEnd.OTHER, HEAD);
        var again = granted(ALLOWANCE, nothing(), "2015-01-01", HEAD);
        var spec = registeredWith(grant, end, again);
        // of the child there is but one
        spec.when(takeBack("event-1", grant, List.of(), CHILD))
                .then(takenBack("event-1", grant, null, CHILD));
        spec.when(takeBack("event-1", grant, List.of(), HEAD, CHILD))
                .then(takenBack("event-1", grant, List.of(0, 0), HEAD, CHILD));
        var before = List.of(new TakeBackPolicy.Grant("event-1", List.of(HEAD, CHILD)));
        spec.when(takeBack("event-2", again, before))
                .then(takenBack("event-2", again, List.of(1), HEAD));

        var first =
                registeredWith(grant, end, again, takenBack("event-1", grant, List.of(0), HEAD));
        first.when(grant(ALLOWANCE, nothing(), "2015-02-01", HEAD)).refused(HAS_THIS_POLICY);
        first.when(end(ALLOWANCE, null, "2015-02-01")).accepted();
        // the other one is the only one that is left
        first.when(takeBack("event-2", again, before))
                .then(takenBack("event-2", again, null, HEAD));
        var second =
                registeredWith(grant, end, again, takenBack("event-2", again, List.of(1), HEAD));
        second.when(grant(ALLOWANCE, nothing(), "2015-02-01", HEAD)).accepted();
        second.when(takeBack("event-1", grant, List.of(), HEAD))
                .then(takenBack("event-1", grant, null, HEAD));
        var third =
                registeredWith(
                        grant,
                        end,
                        again,
                        end,
                        again,
                        takenBack("event-1", grant, List.of(0), HEAD));
        third.when(takeBack("event-3", again, with(before, "event-2")))
                .then(takenBack("event-3", again, List.of(1), HEAD));
    }

    private static List<TakeBackPolicy.Grant> with(
            List<TakeBackPolicy.Grant> before, String eventId) {
        return Stream.concat(
                        before.stream(),
                        Stream.of(new TakeBackPolicy.Grant(eventId, List.of(HEAD))))
                .toList();
    }

    private static TakeBackPolicy takeBack(
            String eventId,
            PolicyGranted grant,
            List<TakeBackPolicy.Grant> before,
            String... from) {
        return new TakeBackPolicy(
                HOUSEHOLD,
                eventId,
                persons(from),
                "登错学年",
                "chief",
                "clerk",
                day("2016-01-10"),
                RECEIVED,
                null,
                grant,
                before);
    }

    private static PolicyTakenBack takenBack(
            String eventId, PolicyGranted grant, @Nullable List<Integer> before, String... from) {
        return new PolicyTakenBack(
                HOUSEHOLD,
                day("2016-01-10"),
                eventId,
                grant.occurredOn(),
                grant.policy(),
                grant.details(),
                List.of(from),
                "登错学年",
                "chief",
                null,
                before);
    }

    @Test
    void of_some_a_grant_is_taken_back_and_of_the_others_it_stands() {
        var both = granted(ALLOWANCE, nothing(), "2015-01-01", HEAD, CHILD);
        var spec = registeredWith(both);
        spec.when(takeBack(both, "2015-02-01", CHILD)).then(takenBack(both, "2015-02-01", CHILD));
        spec.when(takeBack(both, "2015-02-01", THIRD)).refused(GRANT_OF_OTHERS);
        spec.when(takeBack(both, "2015-02-01", CHILD, CHILD)).refused(SAME_PERSON_TWICE);
        var after = registeredWith(both, takenBack(both, "2015-02-01", CHILD));
        after.when(takeBack(both, "2015-02-02", CHILD)).refused(GRANT_OF_OTHERS);
        after.when(takeBack(both, "2015-02-02")).then(takenBack(both, "2015-02-02", HEAD));
        after.when(grant(ALLOWANCE, nothing(), "2015-03-01", HEAD)).refused(HAS_THIS_POLICY);
        after.when(grant(ALLOWANCE, nothing(), "2015-03-01", CHILD)).accepted();
    }

    @Test
    void what_is_taken_back_is_a_grant_of_this_household_and_two_persons_stand_for_it() {
        var wrong = granted(ALLOWANCE, nothing(), "2015-01-01", CHILD);
        var spec = registeredWith(wrong);
        spec.when(takeBack(null, "2015-02-01")).refused(CORRECTED_EVENT_UNKNOWN);
        spec.when(takeBack(registered(), "2015-02-01")).refused(CORRECTS_ANOTHER_KIND);
        spec.when(takeBack(wrong, "2014-12-31")).refused(CORRECTION_BEFORE_FACT);
        spec.when(takeBack(wrong, "2020-01-02")).refused(IN_THE_FUTURE);
        spec.when(
                        new TakeBackPolicy(
                                HOUSEHOLD,
                                "event-1",
                                null,
                                "登错",
                                "clerk",
                                "clerk",
                                day("2015-02-01"),
                                RECEIVED,
                                null,
                                wrong,
                                List.of()))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
    }

    @Test
    void it_comes_to_light_after_the_household_is_no_more_and_who_it_was_under_another_id() {
        var wrong = granted(ALLOWANCE, nothing(), "2015-01-01", HEAD);
        registeredWith(wrong, dissolved())
                .when(takeBack(wrong, "2016-01-10"))
                .then(takenBack(wrong, "2016-01-10", HEAD));
        registeredWith(wrong, dissolved(), takenBack(wrong, "2016-01-10", HEAD))
                .when(takeBack(wrong, "2016-01-11"))
                .refused(TAKEN_BACK_ALREADY);
        var joined =
                new MemberEvent.MemberJoined(
                        HOUSEHOLD,
                        day("2015-01-01"),
                        newborn(THIRD, Relation.CHILD),
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
        var ofTheChild = granted(ALLOWANCE, nothing(), "2015-02-01", THIRD);
        var spec = registeredWith(joined, ofTheChild, identified);
        spec.when(takeBack(ofTheChild, "2015-04-01", FOURTH))
                .then(takenBack(ofTheChild, "2015-04-01", THIRD));
        registeredWith(joined, ofTheChild, identified, takenBack(ofTheChild, "2015-04-01", THIRD))
                .when(grant(ALLOWANCE, nothing(), "2015-05-01", FOURTH))
                .accepted();
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

    @Test
    void an_application_is_told_by_its_occasion_alone() {
        new PolicyDetails(2015, null, null, null, null, null, null, null)
                .checkOccasion(Policy.RAIN_AND_DEW);
        PolicyDetails.NOTHING.checkOccasion(Policy.EMPLOYMENT);
        assertMalformed(
                "details.schoolYear",
                () -> PolicyDetails.NOTHING.checkOccasion(Policy.RAIN_AND_DEW));
        assertMalformed(
                "details.workplace", () -> work("东莞", Work.AWAY).checkOccasion(Policy.EMPLOYMENT));
        assertMalformed("details.course", () -> course("养殖").checkOccasion(ALLOWANCE));
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
