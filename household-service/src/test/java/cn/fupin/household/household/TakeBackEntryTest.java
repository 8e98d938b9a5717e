package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.ClearExclusionTest.cleared;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.household.CorrectionCommand.TakeBackClearance;
import cn.fupin.household.household.CorrectionCommand.TakeBackEntry;
import cn.fupin.household.household.CorrectionCommand.TakingBack;
import cn.fupin.household.household.EntryTakenBack.*;
import cn.fupin.household.household.FileCommand.AssignMeasure;
import cn.fupin.household.household.FileEvent.*;
import cn.fupin.household.household.HelpCommand.IssueHandbook;
import cn.fupin.household.household.HelpEvent.*;
import cn.fupin.household.household.HouseholdEvent.Relation;
import cn.fupin.household.household.MemberCommand.LeaveHousehold;
import cn.fupin.household.household.MemberEvent.LeavingReason;
import cn.fupin.household.household.StandingCommand.Correction;
import cn.fupin.household.household.StandingCommand.MergeHousehold;
import cn.fupin.household.measure.MeasureItem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 撤销误登: what was entered wrongly of a household's help and papers never was. */
class TakeBackEntryTest {
    private static final String EVENT = "019b0000-0000-7000-8000-000000000007";
    private static final HouseholdVisited VISIT = visited("2018-06-01");
    private static final MeasureAssigned MEASURE =
            new MeasureAssigned(
                    HOUSEHOLD, day("2015-03-01"), MeasureItem.INDUSTRY, "五个一批", 2, false, null);
    private static final PlanAdopted PLAN =
            new PlanAdopted(
                    HOUSEHOLD,
                    day("2015-01-05"),
                    PlanKind.YEARLY,
                    2015,
                    2015,
                    List.of(MeasureItem.INDUSTRY),
                    false,
                    null,
                    null,
                    null);
    private static final HandbookIssued HANDBOOK = handbook("川002");
    private static final ClearCardIssued CARD =
            new ClearCardIssued(HOUSEHOLD, day("2015-02-01"), 2015, "镇", false, null);

    private static HouseholdVisited visited(String on) {
        return new HouseholdVisited(
                HOUSEHOLD,
                day(on),
                "zhang",
                VisitPurpose.VISIT,
                false,
                VisitChannel.PHONE,
                null,
                null);
    }

    private static HandbookIssued handbook(String number) {
        return new HandbookIssued(
                HOUSEHOLD, day("2015-01-10"), number, day("2014-12-01"), "镇", false, null);
    }

    private static ResultSigned signed(String signer) {
        return new ResultSigned(HOUSEHOLD, day("2015-12-20"), 2015, List.of(), signer, false, null);
    }

    private static QuarterChecked quarter(@Nullable String signer) {
        return new QuarterChecked(
                HOUSEHOLD,
                day("2015-04-02"),
                2015,
                1,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                2,
                "zhang",
                signer,
                false,
                null);
    }

    private static TakingBack asked(String on, String approvedBy) {
        return new TakingBack(
                HOUSEHOLD, EVENT, "登错户", approvedBy, day(on), "clerk", RECEIVED, null);
    }

    private static TakeBackEntry takeBack(@Nullable HouseholdEvent wrong, String on) {
        return new TakeBackEntry(asked(on, "chief"), wrong, List.of());
    }

    private static TakeBackClearance takeBackClearance(HouseholdEvent wrong) {
        return new TakeBackClearance(asked("2019-01-02", "chief"), wrong);
    }

    /** As the decider takes it back, found in a household that is registered. */
    private static EntryTakenBack takenBack(HouseholdEvent wrong) {
        return (EntryTakenBack)
                HouseholdDecider.INSTANCE
                        .decide(
                                takeBack(wrong, "2019-01-02"),
                                stateAfter(and(until(registered()), wrong)))
                        .getFirst();
    }

    private static VisitTakenBack visitTakenBack() {
        return new VisitTakenBack(
                HOUSEHOLD,
                day("2019-01-02"),
                EVENT,
                day("2018-06-01"),
                "zhang",
                VisitChannel.PHONE,
                "登错户",
                "chief",
                null);
    }

    private static MergeHousehold merge(String on) {
        return new MergeHousehold(
                HOUSEHOLD,
                OTHER_HOUSEHOLD,
                List.of(member(HEAD, Relation.SIBLING), member(CHILD, Relation.SIBLING)),
                new Correction(by("县"), "误登两户", "chief", null, false, day(on), "clerk", RECEIVED));
    }

    @Test
    void a_visit_that_was_none_is_taken_back() {
        given(HouseholdDecider.INSTANCE, and(until(registered()), VISIT))
                .when(takeBack(VISIT, "2019-01-02"))
                .then(visitTakenBack());
    }

    @Test
    void what_is_taken_back_is_said_again() {
        assertThat(takenBack(MEASURE))
                .isEqualTo(
                        new MeasureTakenBack(
                                HOUSEHOLD,
                                day("2019-01-02"),
                                EVENT,
                                day("2015-03-01"),
                                MeasureItem.INDUSTRY,
                                "五个一批",
                                "登错户",
                                "chief",
                                null));
        assertThat(takenBack(PLAN))
                .isEqualTo(
                        new PlanTakenBack(
                                HOUSEHOLD,
                                day("2019-01-02"),
                                EVENT,
                                day("2015-01-05"),
                                PlanKind.YEARLY,
                                2015,
                                2015,
                                "登错户",
                                "chief",
                                null,
                                null));
        assertThat(takenBack(quarter(CHILD)))
                .isEqualTo(
                        new QuarterCheckTakenBack(
                                HOUSEHOLD,
                                day("2019-01-02"),
                                EVENT,
                                day("2015-04-02"),
                                2015,
                                1,
                                CHILD,
                                "登错户",
                                "chief",
                                null));
        assertThat(takenBack(HANDBOOK))
                .isEqualTo(
                        new HandbookTakenBack(
                                HOUSEHOLD,
                                day("2019-01-02"),
                                EVENT,
                                day("2015-01-10"),
                                "川002",
                                "登错户",
                                "chief",
                                null));
        assertThat(takenBack(CARD))
                .isEqualTo(
                        new ClearCardTakenBack(
                                HOUSEHOLD,
                                day("2019-01-02"),
                                EVENT,
                                day("2015-02-01"),
                                2015,
                                "登错户",
                                "chief",
                                null));
        assertThat(takenBack(signed(HEAD)))
                .isEqualTo(
                        new ResultTakenBack(
                                HOUSEHOLD,
                                day("2019-01-02"),
                                EVENT,
                                day("2015-12-20"),
                                2015,
                                HEAD,
                                "登错户",
                                "chief",
                                null));
    }

    @Test
    void a_contract_is_taken_back_once_nothing_rests_on_it() {
        var signed = BenefitLinkTest.signed("2015-17");
        var dividend = BenefitLinkTest.dividend(2015, 1_860_00);
        var ended = BenefitLinkTest.ended("2016-12-30");
        var life = and(until(registered()), signed, dividend, ended);
        var spec = given(HouseholdDecider.INSTANCE, life);
        spec.when(takeBack(signed, "2019-01-02")).refused(CONTRACT_IN_USE);
        var back =
                new DividendTakenBack(
                        HOUSEHOLD,
                        day("2019-01-02"),
                        EVENT,
                        day("2016-01-20"),
                        "2015-17",
                        "县茶叶公司",
                        2015,
                        1_860_00,
                        "登错户",
                        "chief",
                        null);
        spec.when(takeBack(dividend, "2019-01-02")).then(back);
        var runsOn =
                new BenefitLinkEndTakenBack(
                        HOUSEHOLD,
                        day("2019-01-02"),
                        EVENT,
                        day("2016-12-30"),
                        "2015-17",
                        "县茶叶公司",
                        "登错户",
                        "chief",
                        null);
        spec.when(takeBack(ended, "2019-01-02")).then(runsOn);
        given(HouseholdDecider.INSTANCE, and(life, other(back), other(runsOn)))
                .when(takeBack(signed, "2019-01-02"))
                .then(
                        new BenefitLinkTakenBack(
                                HOUSEHOLD,
                                day("2019-01-02"),
                                EVENT,
                                day("2015-03-10"),
                                "2015-17",
                                "县茶叶公司",
                                "登错户",
                                "chief",
                                null));
    }

    /** As if another event had been taken back by it, which the specs' one id does not tell. */
    private static DividendTakenBack other(DividendTakenBack e) {
        return new DividendTakenBack(
                e.householdId(),
                e.occurredOn(),
                "019b0000-0000-7000-8000-000000000008",
                e.receivedOn(),
                e.contract(),
                e.partner(),
                e.year(),
                e.amountFen(),
                e.reason(),
                e.approvedBy(),
                null);
    }

    private static BenefitLinkEndTakenBack other(BenefitLinkEndTakenBack e) {
        return new BenefitLinkEndTakenBack(
                e.householdId(),
                e.occurredOn(),
                "019b0000-0000-7000-8000-000000000009",
                e.endedOn(),
                e.contract(),
                e.partner(),
                e.reason(),
                e.approvedBy(),
                null);
    }

    @Test
    void the_household_may_be_merged_before_a_visit_that_was_none_but_not_before_one_that_was() {
        var life = and(until(registered()), visited("2017-03-01"), VISIT);
        given(HouseholdDecider.INSTANCE, life)
                .when(merge("2017-06-01"))
                .refused(ENDS_BEFORE_A_FACT);
        var spec = given(HouseholdDecider.INSTANCE, and(life, visitTakenBack()));
        spec.when(merge("2017-06-01")).accepted();
        spec.when(merge("2017-02-28")).refused(ENDS_BEFORE_A_FACT);
    }

    @Test
    void of_two_visits_of_one_day_the_other_one_was() {
        var life = and(until(registered()), VISIT, VISIT, visitTakenBack());
        given(HouseholdDecider.INSTANCE, life)
                .when(merge("2018-05-31"))
                .refused(ENDS_BEFORE_A_FACT);
    }

    @Test
    void once_and_by_two_persons_and_no_earlier_than_the_fact() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), VISIT));
        spec.when(new TakeBackEntry(asked("2019-01-02", "clerk"), VISIT, List.of()))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(takeBack(VISIT, "2018-05-31")).refused(CORRECTION_BEFORE_FACT);
        spec.when(takeBack(VISIT, "2020-01-02")).refused(IN_THE_FUTURE);
        spec.when(takeBack(null, "2019-01-02")).refused(CORRECTED_EVENT_UNKNOWN);
        given(HouseholdDecider.INSTANCE, and(until(registered()), VISIT, visitTakenBack()))
                .when(takeBack(VISIT, "2019-01-03"))
                .refused(TAKEN_BACK_ALREADY);
    }

    @Test
    void a_step_is_not_taken_back_this_way_nor_what_has_a_correction_of_its_own() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(takeBack(registered(), "2019-01-02")).refused(CORRECTS_ANOTHER_KIND);
        spec.when(takeBack(visitTakenBack(), "2019-01-02")).refused(CORRECTS_ANOTHER_KIND);
        spec.when(takeBack(cleared(CHILD, ExclusionItem.CAR, "2014-04-15"), "2019-01-02"))
                .refused(CORRECTS_ANOTHER_KIND);
        spec.when(takeBackClearance(VISIT)).refused(CORRECTS_ANOTHER_KIND);
    }

    @Test
    void also_after_the_life_is_over() {
        given(HouseholdDecider.INSTANCE, and(until(exited()), HANDBOOK, VISIT, dissolved()))
                .when(takeBack(VISIT, "2019-01-02"))
                .accepted();
        var over = and(until(exited()), HANDBOOK, dissolved(), takenBack(HANDBOOK));
        given(HouseholdDecider.INSTANCE, over)
                .when(takeBack(HANDBOOK, "2019-01-02"))
                .refused(TAKEN_BACK_ALREADY);
    }

    @Test
    void a_measure_may_be_assigned_again() {
        var again =
                new AssignMeasure(
                        HOUSEHOLD,
                        MeasureItem.INDUSTRY,
                        "五个一批",
                        false,
                        day("2016-01-01"),
                        RECEIVED,
                        null);
        given(HouseholdDecider.INSTANCE, and(until(registered()), MEASURE))
                .when(again)
                .refused(SAME_MEASURE);
        given(HouseholdDecider.INSTANCE, and(until(registered()), MEASURE, takenBack(MEASURE)))
                .when(again)
                .accepted();
    }

    @Test
    void the_handbook_before_it_is_the_one_it_has() {
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(registered()), handbook("川001"), HANDBOOK, takenBack(HANDBOOK)));
        spec.when(issue("川001")).refused(SAME_HANDBOOK);
        spec.when(issue("川002")).accepted();
    }

    private static IssueHandbook issue(String number) {
        return new IssueHandbook(
                HOUSEHOLD,
                number,
                day("2014-12-01"),
                "镇",
                day("2015-02-10"),
                false,
                null,
                RECEIVED);
    }

    @Test
    void nobody_is_held_by_a_signature_that_was_none() {
        for (var wrong : List.of(signed(CHILD), quarter(CHILD))) {
            var life = and(until(registered()), wrong);
            given(HouseholdDecider.INSTANCE, life)
                    .when(leave("2015-03-01"))
                    .refused(SIGNED_AS_A_MEMBER);
            given(HouseholdDecider.INSTANCE, and(life, takenBack(wrong)))
                    .when(leave("2015-03-01"))
                    .accepted();
        }
        // of two the other one stands
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(registered()),
                                signed(CHILD),
                                quarter(CHILD),
                                takenBack(signed(CHILD))))
                .when(leave("2015-04-02"))
                .refused(SIGNED_AS_A_MEMBER);
    }

    private static LeaveHousehold leave(String on) {
        return new LeaveHousehold(
                HOUSEHOLD,
                CHILD,
                LeavingReason.MARRIAGE,
                null,
                false,
                null,
                day(on),
                false,
                RECEIVED,
                null);
    }

    @Test
    void a_clearance_that_was_none_stands_in_the_way_again() {
        var cleared = cleared(CHILD, ExclusionItem.CAR, "2014-04-15");
        var life = and(until(reviewed()), cleared);
        var takenBack =
                new ClearanceTakenBack(
                        HOUSEHOLD,
                        day("2019-01-02"),
                        EVENT,
                        day("2014-04-15"),
                        CHILD,
                        ExclusionItem.CAR,
                        "登错户",
                        "chief",
                        null);
        given(HouseholdDecider.INSTANCE, life).when(takeBackClearance(cleared)).then(takenBack);
        var other = cleared(CHILD, ExclusionItem.CAR, "2014-04-14");
        assertThat(isCleared(life)).isTrue();
        assertThat(isCleared(and(life, takenBack))).isFalse();
        assertThat(isCleared(and(until(reviewed()), cleared, other, takenBack))).isTrue();
    }

    private static boolean isCleared(List<HouseholdEvent> life) {
        return ((Household.Known) stateAfter(life))
                .file()
                .isCleared(CHILD, ExclusionItem.CAR, day("2014-05-01"));
    }
}
