package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.exclusion.ExclusionEffect;
import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.household.ExitCommand.RecordRelapse;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.povertyline.PovertyLines.Whose;
import cn.fupin.household.round.RoundEvent.Direction;
import cn.fupin.household.round.Rounds.KnownRound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordRelapseTest {
    private static final KnownLine LINE_2016 = line(2016, 2952_00);

    private static RecordRelapse relapse(
            String on, long fenPerHead, int quotaYear, @Nullable KnownLine line) {
        return new RecordRelapse(
                asked(on, fenPerHead, quotaYear, null),
                null,
                null,
                line,
                Screening.NOT_NEEDED,
                null,
                null);
    }

    private static RecordRelapse screened(Screening screening) {
        return new RecordRelapse(
                asked("2017-03-01", 1000_00, 2017, null),
                null,
                null,
                LINE_2016,
                screening,
                null,
                null);
    }

    private static RecordRelapse.Asked asked(
            String on, long fenPerHead, int quotaYear, @Nullable String noticeId) {
        return new RecordRelapse.Asked(
                HOUSEHOLD,
                noticeId,
                day(on),
                Cause.ILLNESS,
                2016,
                fenPerHead,
                quotaYear,
                by("县扶贫移民局"),
                false,
                RECEIVED,
                null,
                null,
                null);
    }

    @Test
    void an_exited_household_falls_below_the_line_again() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(relapse("2017-03-01", 1000_00, 2017, LINE_2016))
                .then(
                        new HouseholdRelapsed(
                                HOUSEHOLD,
                                day("2017-03-01"),
                                null,
                                Cause.ILLNESS,
                                2016,
                                1000_00,
                                "povertyline-510000000000-2016",
                                2952_00,
                                2,
                                2017,
                                by("县扶贫移民局"),
                                false,
                                null,
                                null,
                                null));
    }

    @Test
    void at_the_line_is_not_below_it() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(relapse("2017-03-01", 2952_00, 2017, LINE_2016))
                .refused(INCOME_NOT_BELOW_LINE);
    }

    private static RecordRelapse byIncomeOf(int year) {
        return new RecordRelapse(
                new RecordRelapse.Asked(
                        HOUSEHOLD,
                        null,
                        day("2017-03-01"),
                        Cause.ILLNESS,
                        year,
                        1000_00,
                        2017,
                        by("县扶贫移民局"),
                        false,
                        RECEIVED,
                        null,
                        null,
                        null),
                null,
                null,
                line(year, 2900_00),
                Screening.NOT_NEEDED,
                null,
                null);
    }

    /** Its exit was verified by the income of 2015, which was above the line. */
    @Test
    void not_by_the_income_of_the_year_by_which_its_exit_was_verified() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(byIncomeOf(2015)).refused(INCOME_YEAR_NOT_AFTER_EXIT);
        spec.when(byIncomeOf(2014)).refused(INCOME_YEAR_NOT_AFTER_EXIT);
        spec.when(byIncomeOf(2016)).accepted();
        given(HouseholdDecider.INSTANCE, List.of(RevokeExitTest.splitOff()))
                .when(byIncomeOf(2015))
                .refused(INCOME_YEAR_NOT_AFTER_EXIT);
    }

    @Test
    void by_the_line_of_the_standard_it_stands_by() {
        var stood = ReclassifyHouseholdTest.restandardised(Standard.CITY, "2017-01-01");
        var spec = given(HouseholdDecider.INSTANCE, and(until(exited()), stood));
        spec.when(relapse("2017-03-01", 3000_00, 2017, line(2016, 3100_00, Whose.NEAREST)))
                .accepted();
        spec.when(relapse("2017-03-01", 1000_00, 2017, LINE_2016)).refused(POVERTY_LINE_UNKNOWN);
    }

    @Test
    void only_in_the_quota_of_the_year_of_the_relapse() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(relapse("2017-03-01", 1000_00, 2014, LINE_2016)).refused(QUOTA_OF_ANOTHER_YEAR);
        spec.when(relapse("2017-03-01", 1000_00, 2018, LINE_2016)).refused(QUOTA_OF_ANOTHER_YEAR);
    }

    @Test
    void not_with_a_member_on_a_list_of_an_exclusion_rule_until_that_was_cleared() {
        var car = carOf(CHILD, ExclusionEffect.REFUSE);
        given(HouseholdDecider.INSTANCE, until(exited())).when(screened(car)).refused(EXCLUDED);
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(exited()),
                                ClearExclusionTest.cleared(CHILD, ExclusionItem.CAR, "2017-02-28")))
                .when(screened(car))
                .accepted();
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(screened(carOf(CHILD, ExclusionEffect.ASK)))
                .accepted();
    }

    @Test
    void a_notice_that_is_named_must_hold() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(withNotice(null)).refused(NOTICE_UNKNOWN);
        spec.when(withNotice(notice(NoticeKind.FIRST, "2017-02-25")))
                .refused(BEFORE_NOTICE_IS_OVER);
        spec.when(withNotice(notice(NoticeKind.FIRST, "2017-02-21"))).events();
    }

    private static RecordRelapse withNotice(@Nullable KnownNotice notice) {
        return new RecordRelapse(
                asked("2017-03-01", 1000_00, 2017, NOTICE),
                notice,
                null,
                LINE_2016,
                Screening.NOT_NEEDED,
                null,
                null);
    }

    @Test
    void only_after_an_exit_in_order_of_time_and_by_a_known_line() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(relapse("2017-03-01", 1000_00, 2017, LINE_2016))
                .refused(NOT_EXITED);
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(relapse("2016-10-18", 1000_00, 2016, LINE_2016)).refused(BEFORE_PREVIOUS_STEP);
        spec.when(relapse("2020-01-02", 1000_00, 2017, LINE_2016)).refused(IN_THE_FUTURE);
        spec.when(relapse("2017-03-01", 1000_00, 2017, null)).refused(POVERTY_LINE_UNKNOWN);
    }

    private static RecordRelapse inARound(String on, @Nullable KnownRound round) {
        return new RecordRelapse(
                new RecordRelapse.Asked(
                        HOUSEHOLD,
                        null,
                        day(on),
                        Cause.ILLNESS,
                        2016,
                        1000_00,
                        2017,
                        by("县扶贫移民局"),
                        false,
                        RECEIVED,
                        null,
                        ROUND,
                        "BELOW_LINE"),
                null,
                null,
                LINE_2016,
                Screening.NOT_NEEDED,
                null,
                round);
    }

    private static KnownRound roundFrom(String openedOn, Direction direction) {
        return new KnownRound(
                ROUND,
                "513423199000",
                Lineage.UNDIVIDED,
                day(openedOn),
                day("2017-12-31"),
                direction);
    }

    /** 动态管理: who relapses by a round says so, and is counted among those it brought in. */
    @Test
    void by_a_round_only_in_its_days_and_by_a_rule_that_leads_in() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        var event =
                (HouseholdRelapsed)
                        spec.when(inARound("2017-03-01", roundFrom("2017-01-01", Direction.ENTER)))
                                .events()
                                .getFirst();
        assertThat(event.roundId()).isEqualTo(ROUND);
        assertThat(event.roundRule()).isEqualTo("BELOW_LINE");
        spec.when(inARound("2017-03-01", null)).refused(ROUND_UNKNOWN);
        spec.when(inARound("2017-03-01", roundFrom("2017-01-01", Direction.LEAVE)))
                .refused(NO_SUCH_RULE_IN_THE_ROUND);
        spec.when(inARound("2017-03-01", roundFrom("2017-03-02", Direction.ENTER)))
                .refused(OUTSIDE_THE_ROUND);
    }
}
