package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.CorrectionCommand.CorrectRelapseIncome;
import cn.fupin.household.household.CorrectionEvent.RelapseIncomeCorrected;
import cn.fupin.household.household.ExitCommand.VerifyExit;
import cn.fupin.household.household.ExitEvent.ExitAgreed;
import cn.fupin.household.household.ExitEvent.ExitProposed;
import cn.fupin.household.household.ExitEvent.ExitVerified;
import cn.fupin.household.household.ExitEvent.HouseholdExited;
import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.povertyline.PovertyLines.Whose;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** It left by the income of 2015 and relapsed on 2018-03-01 by that of 2017. */
class CorrectRelapseIncomeTest {
    private static final String ON = "2018-03-01";
    private static final KnownEvent RELAPSE = of(ON);
    private static final List<HouseholdEvent> RELAPSED = and(until(exited()), relapsed(ON, 2017));

    private static KnownEvent of(String relapsedOn) {
        return new KnownEvent("e-1", "HouseholdRelapsed", day(relapsedOn), day(relapsedOn));
    }

    private static HouseholdRelapsed relapsed(String on, int incomeYear) {
        return new HouseholdRelapsed(
                HOUSEHOLD,
                day(on),
                null,
                Cause.ILLNESS,
                incomeYear,
                1000_00,
                "povertyline-510000000000-" + incomeYear,
                2952_00,
                2,
                day(on).getYear(),
                by("县"),
                false,
                null,
                null,
                null);
    }

    private static CorrectRelapseIncome correct(int incomeYear) {
        return correct("2019-02-01", incomeYear, RELAPSE);
    }

    private static CorrectRelapseIncome correct(
            String on, int incomeYear, @Nullable KnownEvent corrected) {
        return correct(on, "chief", incomeYear, 1200_00, corrected, line(incomeYear, 2952_00));
    }

    private static CorrectRelapseIncome correct(
            String on,
            String approvedBy,
            int incomeYear,
            long fenPerHead,
            @Nullable KnownEvent corrected,
            @Nullable KnownLine line) {
        return new CorrectRelapseIncome(
                new CorrectRelapseIncome.Asked(
                        HOUSEHOLD,
                        day(on),
                        "e-1",
                        "录入错误",
                        approvedBy,
                        incomeYear,
                        fenPerHead,
                        "clerk",
                        RECEIVED,
                        null),
                corrected,
                line);
    }

    private static RelapseIncomeCorrected corrected(int incomeYear) {
        return corrected(ON, incomeYear);
    }

    private static RelapseIncomeCorrected corrected(String relapsedOn, int incomeYear) {
        return new RelapseIncomeCorrected(
                HOUSEHOLD,
                day("2019-02-01"),
                "e-1",
                "录入错误",
                "chief",
                day(relapsedOn),
                incomeYear,
                1200_00,
                "povertyline-510000000000-" + incomeYear,
                2952_00,
                null);
    }

    @Test
    void year_and_income_are_told_anew() {
        given(HouseholdDecider.INSTANCE, RELAPSED).when(correct(2016)).then(corrected(2016));
    }

    @Test
    void a_correction_is_corrected_too() {
        var again = new KnownEvent("e-2", "RelapseIncomeCorrected", day("2019-02-01"), day(ON));
        given(HouseholdDecider.INSTANCE, and(RELAPSED, corrected(2016)))
                .when(correct("2019-03-01", 2017, again))
                .accepted();
    }

    @Test
    void an_income_at_or_above_the_line_would_undo_the_relapse() {
        var spec = given(HouseholdDecider.INSTANCE, RELAPSED);
        spec.when(correct(ON, "chief", 2016, 2952_00, RELAPSE, line(2016, 2952_00)))
                .refused(INCOME_NOT_BELOW_LINE);
        spec.when(correct(ON, "chief", 2016, 2951_99, RELAPSE, line(2016, 2952_00))).accepted();
        spec.when(correct(ON, "chief", 2016, 1200_00, RELAPSE, null)).refused(POVERTY_LINE_UNKNOWN);
    }

    @Test
    void by_the_line_of_the_standard_of_the_day_of_the_relapse() {
        var before = ReclassifyHouseholdTest.restandardised(Standard.CITY, "2018-02-01");
        var after = ReclassifyHouseholdTest.restandardised(Standard.CITY, "2018-04-01");
        var citys = line(2016, 3100_00, Whose.NEAREST);
        given(HouseholdDecider.INSTANCE, and(until(exited()), before, relapsed(ON, 2017)))
                .when(correct("2019-02-01", "chief", 2016, 3000_00, RELAPSE, citys))
                .accepted();
        given(HouseholdDecider.INSTANCE, and(RELAPSED, after))
                .when(correct("2019-02-01", "chief", 2016, 3000_00, RELAPSE, citys))
                .refused(POVERTY_LINE_UNKNOWN);
    }

    @Test
    void of_a_later_year_than_that_of_the_exit_and_no_later_one_than_that_of_its_day() {
        var spec = given(HouseholdDecider.INSTANCE, RELAPSED);
        spec.when(correct(2015)).refused(INCOME_YEAR_NOT_AFTER_EXIT);
        spec.when(correct(2018)).accepted();
        spec.when(correct(2019)).refused(YEAR_AFTER_THE_STEP);
        given(HouseholdDecider.INSTANCE, List.of(RevokeExitTest.splitOff(), relapsed(ON, 2017)))
                .when(correct(2015))
                .refused(INCOME_YEAR_NOT_AFTER_EXIT);
    }

    /** Verified by the income of 2018. */
    @Test
    void of_an_earlier_year_than_that_of_the_exit_since() {
        var proposed = new ExitProposed(HOUSEHOLD, day("2019-01-01"), by("村委会"), false, null);
        var verified = exitVerified();
        var leaving =
                and(
                        RELAPSED,
                        proposed,
                        new ExitVerified(
                                HOUSEHOLD,
                                day("2019-01-05"),
                                verified.verifiers(),
                                2018,
                                9000_00,
                                verified.povertyLineId(),
                                verified.lineFenPerYear(),
                                verified.assurances(),
                                false,
                                null));
        var gone =
                and(
                        leaving,
                        new ExitAgreed(HOUSEHOLD, day("2019-01-06"), HEAD, false, null),
                        new HouseholdExited(
                                HOUSEHOLD,
                                day("2019-01-20"),
                                NOTICE,
                                by("县"),
                                2,
                                false,
                                null,
                                null));
        for (var past : List.of(leaving, gone, and(gone, relapsed("2019-11-01", 2019)))) {
            var spec = given(HouseholdDecider.INSTANCE, past);
            spec.when(correct("2019-12-01", 2018, RELAPSE)).refused(INCOME_YEAR_NOT_BEFORE_EXIT);
            spec.when(correct("2019-12-01", 2016, RELAPSE)).accepted();
        }
        given(HouseholdDecider.INSTANCE, and(gone, relapsed("2019-11-01", 2019)))
                .when(correct("2019-12-01", 2018, of("2019-11-01")))
                .refused(INCOME_YEAR_NOT_AFTER_EXIT);
    }

    /** Its next exit is by a later year's income than the right one. */
    @Test
    void the_next_exit_is_held_against_the_year_as_corrected() {
        var proposed = new ExitProposed(HOUSEHOLD, day("2019-06-01"), by("村委会"), false, null);
        given(HouseholdDecider.INSTANCE, and(RELAPSED, proposed))
                .when(exitBy(2017))
                .refused(INCOME_YEAR_NOT_AFTER_ENTRY);
        given(HouseholdDecider.INSTANCE, and(RELAPSED, corrected(2016), proposed))
                .when(exitBy(2017))
                .accepted();
        given(HouseholdDecider.INSTANCE, and(RELAPSED, corrected(2018), proposed))
                .when(exitBy(2018))
                .refused(INCOME_YEAR_NOT_AFTER_ENTRY);
    }

    private static VerifyExit exitBy(int year) {
        return new VerifyExit(
                new VerifyExit.Asked(
                        HOUSEHOLD,
                        day("2019-06-05"),
                        List.of("甲", "乙", "丙"),
                        year,
                        9000_00,
                        assured(),
                        false,
                        RECEIVED,
                        null),
                line(year, 2952_00),
                null,
                null);
    }

    @Test
    void by_two_persons_and_of_a_relapse_of_this_stream() {
        var spec = given(HouseholdDecider.INSTANCE, RELAPSED);
        spec.when(correct(ON, "clerk", 2016, 1200_00, RELAPSE, line(2016, 2952_00)))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(correct(ON, 2016, null)).refused(CORRECTED_EVENT_UNKNOWN);
        spec.when(correct(ON, 2016, of("2018-02-28"))).refused(CORRECTED_EVENT_UNKNOWN);
        for (var other : List.of("HouseholdRegistered", "CausesCorrected", "ExitVerified")) {
            spec.when(correct(ON, 2016, new KnownEvent("e-1", other, day(ON), day(ON))))
                    .refused(CORRECTS_ANOTHER_KIND);
        }
    }

    @Test
    void not_before_the_relapse_nor_in_the_future() {
        var spec = given(HouseholdDecider.INSTANCE, RELAPSED);
        spec.when(correct("2018-02-28", 2016, RELAPSE)).refused(CORRECTION_BEFORE_FACT);
        spec.when(correct("2020-01-02", 2016, RELAPSE)).refused(IN_THE_FUTURE);
    }

    @Test
    void nothing_of_a_household_that_ended_or_never_applied() {
        given(HouseholdDecider.INSTANCE, and(RELAPSED, dissolved()))
                .when(correct(2016))
                .refused(HOUSEHOLD_ENDED);
        given(HouseholdDecider.INSTANCE, List.of()).when(correct(2016)).refused(NOT_APPLIED);
    }

    @Test
    void another_spelling_of_ones_own_id_is_not_a_second_person() {
        for (var other : List.of("clerk ", "Clerk", "clerk\u200b")) {
            assertThatThrownBy(
                            () -> correct(ON, other, 2016, 1200_00, RELAPSE, line(2016, 2952_00)))
                    .isInstanceOfSatisfying(
                            Malformed.class, m -> assertThat(m.field()).isEqualTo("approvedBy"));
        }
    }

    @Test
    void a_year_no_register_knows_is_malformed() {
        assertThatThrownBy(() -> correct(1900))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("incomeYear"));
    }
}
