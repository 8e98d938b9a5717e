package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.assessment.Assessments.KnownAssessment;
import cn.fupin.household.household.ExitCommand.RecordRelapse;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.RelapseCommand.AssessRelapse;
import cn.fupin.household.household.RelapseCommand.ProposeRelapse;
import cn.fupin.household.household.RelapseCommand.ReviewRelapse;
import cn.fupin.household.household.RelapseCommand.WithdrawRelapse;
import cn.fupin.household.household.RelapseEvent.*;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.notice.Objection;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 返贫: proposed, assessed, hung out, reviewed; and where a rule asks for that, not without it. */
class RelapseProcedureTest {
    private static final String SECOND = "notice-00000000-0000-7000-8000-000000000002";
    private static final List<HouseholdEvent> PROPOSED = and(until(exited()), proposed());
    private static final List<HouseholdEvent> ASSESSED = and(PROPOSED, assessedAgain());
    private static final List<HouseholdEvent> REVIEWED = and(ASSESSED, reviewedAgain());

    private static RelapseProposed proposed() {
        return new RelapseProposed(
                HOUSEHOLD, day("2017-02-01"), Cause.ILLNESS, by("村两委"), false, null);
    }

    private static RelapseAssessed assessedAgain() {
        return new RelapseAssessed(HOUSEHOLD, day("2017-02-05"), ASSESSMENT, 40, 30, 2, false);
    }

    private static RelapseReviewed reviewedAgain() {
        return new RelapseReviewed(HOUSEHOLD, day("2017-02-14"), NOTICE, by("镇"), false, null);
    }

    private static ProposeRelapse propose(String on) {
        return new ProposeRelapse(
                HOUSEHOLD, day(on), Cause.ILLNESS, by("村两委"), false, RECEIVED, null);
    }

    private static AssessRelapse assess(@Nullable KnownAssessment meeting) {
        return new AssessRelapse(new StepByVote.Asked(HOUSEHOLD, ASSESSMENT, RECEIVED), meeting);
    }

    private static ReviewRelapse review(String on, @Nullable KnownNotice notice) {
        return new ReviewRelapse(
                new ReviewRelapse.Asked(HOUSEHOLD, NOTICE, day(on), by("镇"), false, RECEIVED, null),
                notice);
    }

    private static RecordRelapse relapse(
            String on, @Nullable String noticeId, @Nullable KnownNotice notice, int required) {
        return relapse(on, noticeId, notice, null, required);
    }

    private static RecordRelapse relapse(
            String on,
            @Nullable String noticeId,
            @Nullable KnownNotice notice,
            @Nullable KnownNotice second,
            int required) {
        return new RecordRelapse(
                new RecordRelapse.Asked(
                        HOUSEHOLD,
                        noticeId,
                        day(on),
                        Cause.ILLNESS,
                        2016,
                        1000_00,
                        2017,
                        by("县"),
                        false,
                        RECEIVED,
                        null,
                        null,
                        null),
                notice,
                second,
                line(2016, 2952_00),
                Screening.NOT_NEEDED,
                required,
                null);
    }

    static HouseholdRelapsed relapsed(String on, String noticeId) {
        return new HouseholdRelapsed(
                HOUSEHOLD,
                day(on),
                noticeId,
                Cause.ILLNESS,
                2016,
                1000_00,
                "povertyline-510000000000-2016",
                2952_00,
                2,
                2017,
                by("县"),
                false,
                null,
                null,
                null);
    }

    @Test
    void step_by_step() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(propose("2017-02-01"))
                .then(proposed());
        given(HouseholdDecider.INSTANCE, PROPOSED)
                .when(assess(meeting("2017-02-05", 30, 2)))
                .then(assessedAgain());
        given(HouseholdDecider.INSTANCE, ASSESSED)
                .when(review("2017-02-14", notice(NoticeKind.FIRST, "2017-02-06")))
                .then(reviewedAgain());
        given(HouseholdDecider.INSTANCE, REVIEWED)
                .when(relapse("2017-03-01", null, null, 1))
                .then(relapsed("2017-03-01", NOTICE));
    }

    @Test
    void the_county_may_name_the_reviewed_notice_or_a_second_one() {
        var spec = given(HouseholdDecider.INSTANCE, REVIEWED);
        spec.when(relapse("2017-03-01", NOTICE, notice(NoticeKind.FIRST, "2017-02-06"), 1))
                .then(relapsed("2017-03-01", NOTICE));
        spec.when(relapse("2017-03-01", SECOND, second("2017-02-15"), 1))
                .then(relapsed("2017-03-01", SECOND));
        spec.when(relapse("2017-03-01", SECOND, second("2017-02-13"), 1))
                .refused(NOTICE_BEFORE_PREVIOUS_STEP);
        spec.when(relapse("2017-03-01", SECOND, second("2017-02-22"), 1))
                .refused(BEFORE_NOTICE_IS_OVER);
        spec.when(relapse("2017-03-01", SECOND, null, 1)).refused(NOTICE_UNKNOWN);
        spec.when(relapse("2017-03-01", SECOND, notice(NoticeKind.FIRST, "2017-02-15"), 1))
                .refused(NOTICE_OF_ANOTHER_KIND);
        spec.when(relapse("2017-03-01", SECOND, second("2017-02-15", Objection.UPHELD), 1))
                .refused(OBJECTION_UPHELD);
    }

    private static KnownNotice second(String postedOn) {
        return notice(NoticeKind.SECOND, postedOn);
    }

    private static KnownNotice second(String postedOn, Objection objection) {
        return notice(NoticeKind.SECOND, postedOn, day(postedOn).plusDays(8), objection);
    }

    /** A clue after the review is a step of its own. */
    @Test
    void a_second_notice_hangs_from_the_review_on_whatever_step_of_a_watch_came_after() {
        var clue =
                new MonitoringEvent.MonitoringClueRaised(
                        HOUSEHOLD,
                        day("2017-02-18"),
                        MonitoringEvent.ClueSource.CADRE_CHECK,
                        false,
                        null);
        given(HouseholdDecider.INSTANCE, and(REVIEWED, clue))
                .when(relapse("2017-03-01", SECOND, second("2017-02-15"), 1))
                .then(relapsed("2017-03-01", SECOND));
    }

    @Test
    void an_objection_to_a_second_notice_counts_also_when_nobody_names_it() {
        var spec = given(HouseholdDecider.INSTANCE, REVIEWED);
        for (var named : Arrays.asList(null, NOTICE)) {
            spec.when(besides(named, second("2017-02-15", Objection.UPHELD)))
                    .refused(OBJECTION_UPHELD);
            spec.when(besides(named, second("2017-02-15", Objection.OPEN))).refused(OBJECTION_OPEN);
            spec.when(besides(named, second("2017-02-15", Objection.DISMISSED)))
                    .then(relapsed("2017-03-01", NOTICE));
            // it hung for a relapse before this one
            spec.when(besides(named, second("2017-01-01", Objection.UPHELD)))
                    .then(relapsed("2017-03-01", NOTICE));
        }
    }

    private static RecordRelapse besides(@Nullable String named, KnownNotice second) {
        return relapse("2017-03-01", named, null, second, 1);
    }

    @Test
    void without_a_review_it_goes_by_a_first_notice() {
        for (var past : List.of(until(exited()), PROPOSED, ASSESSED)) {
            var spec = given(HouseholdDecider.INSTANCE, past);
            spec.when(relapse("2017-03-01", NOTICE, notice(NoticeKind.FIRST, "2017-02-15"), 0))
                    .then(relapsed("2017-03-01", NOTICE));
            spec.when(relapse("2017-03-01", NOTICE, second("2017-02-15"), 0))
                    .refused(NOTICE_OF_ANOTHER_KIND);
        }
    }

    private static WithdrawRelapse withdraw(String on) {
        return new WithdrawRelapse(HOUSEHOLD, day(on), "收入稳定", by("村两委"), false, RECEIVED, null);
    }

    private static RelapseWithdrawn withdrawn(String on) {
        return new RelapseWithdrawn(HOUSEHOLD, day(on), "收入稳定", by("村两委"), false, null);
    }

    @Test
    void one_that_comes_to_nothing_is_withdrawn_at_any_step_and_the_household_stays_as_exited() {
        for (var past : List.of(PROPOSED, ASSESSED, REVIEWED)) {
            given(HouseholdDecider.INSTANCE, past)
                    .when(withdraw("2017-02-20"))
                    .then(withdrawn("2017-02-20"));
            var spec = given(HouseholdDecider.INSTANCE, and(past, withdrawn("2017-02-20")));
            spec.when(relapse("2017-03-01", null, null, 1)).refused(RELAPSE_NOT_PROPOSED);
            spec.when(assess(meeting("2017-02-21", 30, 2)))
                    .refused(RELAPSE_NOT_WAITING_FOR_ASSESSMENT);
            spec.when(withdraw("2017-02-21")).refused(NO_RELAPSE_UNDER_WAY);
            spec.when(propose("2017-02-21")).accepted();
            spec.when(relapse("2017-03-01", null, null, 0)).accepted();
        }
    }

    @Test
    void nothing_is_withdrawn_that_is_not_under_way_nor_before_its_last_step() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(withdraw("2017-02-20"))
                .refused(NO_RELAPSE_UNDER_WAY);
        given(HouseholdDecider.INSTANCE, and(REVIEWED, relapsed("2017-03-01", NOTICE)))
                .when(withdraw("2017-03-02"))
                .refused(NOT_EXITED);
        given(HouseholdDecider.INSTANCE, REVIEWED)
                .when(withdraw("2017-02-13"))
                .refused(BEFORE_PREVIOUS_STEP);
    }

    @Test
    void where_the_rule_is_in_force_the_missing_step_is_named() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(relapse("2017-03-01", null, null, 1))
                .refused(RELAPSE_NOT_PROPOSED);
        given(HouseholdDecider.INSTANCE, PROPOSED)
                .when(relapse("2017-03-01", null, null, 1))
                .refused(RELAPSE_NOT_ASSESSED);
        given(HouseholdDecider.INSTANCE, ASSESSED)
                .when(relapse("2017-03-01", null, null, 1))
                .refused(RELAPSE_NOT_REVIEWED);
    }

    @Test
    void where_it_is_not_or_no_more_in_force_the_steps_are_free() {
        for (var past : List.of(until(exited()), PROPOSED, ASSESSED)) {
            given(HouseholdDecider.INSTANCE, past)
                    .when(relapse("2017-03-01", null, null, 0))
                    .accepted();
        }
    }

    @Test
    void steps_of_before_the_exit_do_not_count_nor_those_of_an_earlier_relapse() {
        var anew =
                and(
                        and(REVIEWED, relapsed("2017-03-01", NOTICE)),
                        ofYear(2017, exitProposed()),
                        ofYear(2017, exitVerified()),
                        ofYear(2017, exitAgreed()),
                        ofYear(2017, exited()));
        given(HouseholdDecider.INSTANCE, anew)
                .when(
                        new AssessRelapse(
                                new StepByVote.Asked(HOUSEHOLD, ASSESSMENT, RECEIVED),
                                meeting("2017-12-05", 30, 2)))
                .refused(RELAPSE_NOT_WAITING_FOR_ASSESSMENT);
    }

    private static HouseholdEvent ofYear(int year, HouseholdEvent step) {
        var on = step.occurredOn().withYear(year);
        return switch (step) {
            case ExitEvent.ExitProposed e ->
                    new ExitEvent.ExitProposed(HOUSEHOLD, on, e.decidedBy(), e.assumed(), null);
            case ExitEvent.ExitVerified e ->
                    new ExitEvent.ExitVerified(
                            HOUSEHOLD,
                            on,
                            e.verifiers(),
                            e.incomeYear(),
                            e.incomeFenPerHead(),
                            e.povertyLineId(),
                            e.lineFenPerYear(),
                            e.assurances(),
                            e.assumed(),
                            null);
            case ExitEvent.ExitAgreed e ->
                    new ExitEvent.ExitAgreed(HOUSEHOLD, on, e.signedBy(), e.assumed(), null);
            default ->
                    new ExitEvent.HouseholdExited(
                            HOUSEHOLD, on, NOTICE, by("县"), 2, false, null, null);
        };
    }

    @Test
    void a_meeting_after_the_proposal_that_voted_for_it() {
        var spec = given(HouseholdDecider.INSTANCE, PROPOSED);
        spec.when(assess(null)).refused(ASSESSMENT_UNKNOWN);
        spec.when(assess(meeting("2017-02-05", 2, 2))).refused(VOTED_DOWN);
        spec.when(assess(meeting("2017-02-05", null, null))).refused(NOT_ON_THE_BALLOT);
        spec.when(assess(meeting("2017-01-31", 30, 2))).refused(BEFORE_PREVIOUS_STEP);
        spec.when(assess(meeting("513423198201", "2017-02-05", 30, 2)))
                .refused(ASSESSMENT_ELSEWHERE);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(assess(meeting("2017-02-05", 30, 2)))
                .refused(RELAPSE_NOT_WAITING_FOR_ASSESSMENT);
    }

    @Test
    void a_notice_after_the_meeting_that_ended_without_an_upheld_objection() {
        var spec = given(HouseholdDecider.INSTANCE, ASSESSED);
        spec.when(review("2017-02-14", null)).refused(NOTICE_UNKNOWN);
        spec.when(review("2017-02-14", notice(NoticeKind.FIRST, "2017-02-04")))
                .refused(NOTICE_BEFORE_PREVIOUS_STEP);
        spec.when(review("2017-02-13", notice(NoticeKind.FIRST, "2017-02-06")))
                .refused(BEFORE_NOTICE_IS_OVER);
        spec.when(review("2017-02-14", notice(NoticeKind.EXIT, "2017-02-06")))
                .refused(NOTICE_OF_ANOTHER_KIND);
        var closed = day("2017-02-14");
        spec.when(
                        review(
                                "2017-02-14",
                                notice(NoticeKind.FIRST, "2017-02-06", closed, Objection.UPHELD)))
                .refused(OBJECTION_UPHELD);
        spec.when(
                        review(
                                "2017-02-14",
                                notice(NoticeKind.FIRST, "2017-02-06", closed, Objection.OPEN)))
                .refused(OBJECTION_OPEN);
        given(HouseholdDecider.INSTANCE, PROPOSED)
                .when(review("2017-02-14", notice(NoticeKind.FIRST, "2017-02-06")))
                .refused(RELAPSE_NOT_WAITING_FOR_REVIEW);
    }

    /** The notice hung through a clue, which is a step of its own. */
    @Test
    void a_watch_goes_on_beside_it() {
        var clue =
                new MonitoringEvent.MonitoringClueRaised(
                        HOUSEHOLD,
                        day("2017-02-10"),
                        MonitoringEvent.ClueSource.CADRE_CHECK,
                        false,
                        null);
        given(HouseholdDecider.INSTANCE, and(ASSESSED, clue))
                .when(review("2017-02-14", notice(NoticeKind.FIRST, "2017-02-06")))
                .accepted();
    }

    @Test
    void a_new_proposal_begins_anew() {
        var again =
                new RelapseProposed(
                        HOUSEHOLD, day("2017-03-01"), Cause.ILLNESS, by("村两委"), false, null);
        given(HouseholdDecider.INSTANCE, and(REVIEWED, again))
                .when(relapse("2017-03-02", null, null, 1))
                .refused(RELAPSE_NOT_ASSESSED);
    }

    @Test
    void only_of_one_that_exited() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(propose("2017-02-01"))
                .refused(NOT_EXITED);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(propose("2016-10-18"))
                .refused(BEFORE_PREVIOUS_STEP);
    }
}
