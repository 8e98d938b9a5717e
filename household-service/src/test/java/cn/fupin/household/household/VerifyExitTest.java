package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Refused;
import cn.fupin.household.household.CorrectionEvent.SurveyCorrected;
import cn.fupin.household.household.ExitCommand.VerifyExit;
import cn.fupin.household.household.ExitEvent.ExitProposed;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import cn.fupin.household.household.StandingEvent.Standing;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.povertyline.PovertyLines.Whose;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifyExitTest {
    private static final KnownLine LINE_2015 = line(2015, 2855_00);

    private static VerifyExit verify(
            String on,
            long fenPerHead,
            Assurances assurances,
            @Nullable KnownLine line,
            String... verifiers) {
        return new VerifyExit(
                new VerifyExit.Asked(
                        HOUSEHOLD,
                        day(on),
                        List.of(verifiers),
                        2015,
                        fenPerHead,
                        assurances,
                        false,
                        RECEIVED,
                        null),
                line,
                null,
                null);
    }

    private static VerifyExit verify(long fenPerHead) {
        return verify("2016-10-05", fenPerHead, assured(), LINE_2015, "甲", "乙", "丙");
    }

    @Test
    void income_above_the_line_and_every_assurance() {
        given(HouseholdDecider.INSTANCE, until(exitProposed()))
                .when(verify(3000_00))
                .then(exitVerified());
    }

    @Test
    void at_the_line_is_not_above_it() {
        var spec = given(HouseholdDecider.INSTANCE, until(exitProposed()));
        spec.when(verify(2855_00)).refused(INCOME_NOT_ABOVE_LINE);
        spec.when(verify(2855_01)).events();
    }

    @Test
    void not_with_any_one_assurance_missing() {
        var spec = given(HouseholdDecider.INSTANCE, until(exitProposed()));
        IntStream.range(0, 6)
                .forEach(missing ->
                        spec.when(
                                        verify(
                                                "2016-10-05",
                                                3000_00,
                                                new Assurances(
                                                        missing != 0,
                                                        missing != 1,
                                                        missing != 2,
                                                        missing != 3,
                                                        missing != 4,
                                                        missing != 5),
                                                LINE_2015,
                                                "甲",
                                                "乙",
                                                "丙"))
                                .refused(ASSURANCE_MISSING));
    }

    @Test
    void not_by_fewer_than_three_persons() {
        var spec = given(HouseholdDecider.INSTANCE, until(exitProposed()));
        spec.when(verify("2016-10-05", 3000_00, assured(), LINE_2015, "甲", "乙"))
                .refused(TOO_FEW_VERIFIERS);
        spec.when(verify("2016-10-05", 3000_00, assured(), LINE_2015, "甲", "乙", "乙"))
                .refused(TOO_FEW_VERIFIERS);
    }

    @Test
    void not_without_the_line_of_that_year() {
        var spec = given(HouseholdDecider.INSTANCE, until(exitProposed()));
        spec.when(verify("2016-10-05", 3000_00, assured(), null, "甲", "乙", "丙"))
                .refused(POVERTY_LINE_UNKNOWN);
        spec.when(verify("2016-10-05", 3000_00, assured(), line(2014, 2800_00), "甲", "乙", "丙"))
                .refused(POVERTY_LINE_UNKNOWN);
    }

    @Test
    void by_the_line_of_the_standard_it_stood_by_that_day() {
        var provincial = line(2015, 2900_00, Whose.PROVINCE);
        var stood = ReclassifyHouseholdTest.restandardised(Standard.PROVINCIAL, "2016-10-05");
        var spec = given(HouseholdDecider.INSTANCE, and(until(exitProposed()), stood));
        spec.when(verify(3000_00)).refused(POVERTY_LINE_UNKNOWN);
        spec.when(verify("2016-10-05", 3000_00, assured(), provincial, "甲", "乙", "丙")).accepted();
        spec.when(verify("2016-10-04", 3000_00, assured(), LINE_2015, "甲", "乙", "丙")).accepted();
        spec.when(verify("2016-10-04", 3000_00, assured(), provincial, "甲", "乙", "丙"))
                .refused(POVERTY_LINE_UNKNOWN);
    }

    private static VerifyExit byIncomeOf(int year, String on) {
        return new VerifyExit(
                new VerifyExit.Asked(
                        HOUSEHOLD,
                        day(on),
                        List.of("甲", "乙", "丙"),
                        year,
                        3000_00,
                        assured(),
                        false,
                        RECEIVED,
                        null),
                line(year, 2900_00),
                null,
                null);
    }

    /** It was registered by the income of 2013, which was below the line. */
    @Test
    void not_by_the_income_of_the_year_by_which_it_came_in() {
        var spec = given(HouseholdDecider.INSTANCE, until(exitProposed()));
        spec.when(byIncomeOf(2013, "2016-10-05")).refused(INCOME_YEAR_NOT_AFTER_ENTRY);
        spec.when(byIncomeOf(2012, "2016-10-05")).refused(INCOME_YEAR_NOT_AFTER_ENTRY);
        spec.when(byIncomeOf(2014, "2016-10-05")).accepted();
        assertThatThrownBy(() -> spec.when(byIncomeOf(2012, "2016-10-05")).events())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.facts())
                                        .containsEntry("incomeYear", 2012)
                                        .containsEntry("entryIncomeYear", 2013));
    }

    @Test
    void after_a_relapse_by_a_later_income_than_that_of_the_relapse() {
        var again =
                and(
                        until(exited()),
                        RelapseProcedureTest.relapsed("2017-03-01", NOTICE),
                        new ExitProposed(HOUSEHOLD, day("2018-03-01"), by("村两委"), false, null));
        var spec = given(HouseholdDecider.INSTANCE, again);
        spec.when(byIncomeOf(2016, "2018-03-05")).refused(INCOME_YEAR_NOT_AFTER_ENTRY);
        spec.when(byIncomeOf(2017, "2018-03-05")).accepted();
    }

    /** The income was all right; what was wrong with the exit was something else. */
    @Test
    void after_a_revocation_as_if_the_exit_had_not_been() {
        var again =
                and(
                        until(exited()),
                        RevokeExitTest.revoked(),
                        new ExitProposed(HOUSEHOLD, day("2017-10-01"), by("村两委"), false, null));
        var spec = given(HouseholdDecider.INSTANCE, again);
        spec.when(byIncomeOf(2013, "2017-10-05")).refused(INCOME_YEAR_NOT_AFTER_ENTRY);
        spec.when(byIncomeOf(2015, "2017-10-05")).accepted();
    }

    @Test
    void what_was_split_off_came_in_by_the_income_of_the_one_it_was_part_of() {
        var proposed = new ExitProposed(HOUSEHOLD, day("2016-10-01"), by("村两委"), false, null);
        given(HouseholdDecider.INSTANCE, List.of(splitOff(2013), proposed))
                .when(byIncomeOf(2013, "2016-10-05"))
                .refused(INCOME_YEAR_NOT_AFTER_ENTRY);
        // recorded before a split said it
        given(HouseholdDecider.INSTANCE, List.of(splitOff(null), proposed))
                .when(byIncomeOf(2013, "2016-10-05"))
                .accepted();
    }

    private static HouseholdSplitOff splitOff(@Nullable Integer entryIncomeYear) {
        return new HouseholdSplitOff(
                HOUSEHOLD,
                day("2016-01-01"),
                OTHER_HOUSEHOLD,
                VILLAGE,
                null,
                HEAD,
                List.of(member(HEAD, Relation.HEAD)),
                1,
                Standing.REGISTERED,
                day("2014-05-09"),
                Standard.NATIONAL,
                HouseholdType.GENERAL,
                Cause.ILLNESS,
                List.of(),
                by("县"),
                "误登一户",
                "chief",
                false,
                day("2014-05-09"),
                null,
                entryIncomeYear,
                null);
    }

    /** The survey is corrected: neither to an earlier year nor to a later one is it a way round. */
    @Test
    void a_correction_of_the_survey_is_no_way_round() {
        for (var corrected : List.of(2012, 2013)) {
            given(HouseholdDecider.INSTANCE, and(until(exitProposed()), surveyOf(corrected)))
                    .when(byIncomeOf(2013, "2016-10-05"))
                    .refused(INCOME_YEAR_NOT_AFTER_ENTRY);
        }
        var later = given(HouseholdDecider.INSTANCE, and(until(exitProposed()), surveyOf(2014)));
        later.when(byIncomeOf(2014, "2016-10-05")).refused(INCOME_YEAR_NOT_AFTER_ENTRY);
        later.when(byIncomeOf(2015, "2016-10-05")).accepted();
    }

    private static SurveyCorrected surveyOf(int year) {
        return new SurveyCorrected(
                HOUSEHOLD,
                day("2016-02-01"),
                "e-1",
                "录入错误",
                "chief",
                year,
                200_00,
                0,
                0,
                0,
                0,
                200_00,
                100_00,
                null,
                null,
                null);
    }

    @Test
    void only_what_was_proposed_and_after_that() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(verify(3000_00))
                .refused(EXIT_NOT_PROPOSED);
        given(HouseholdDecider.INSTANCE, until(exitVerified()))
                .when(verify(3000_00))
                .refused(EXIT_NOT_PROPOSED);
        given(HouseholdDecider.INSTANCE, until(exitProposed()))
                .when(verify("2016-09-30", 3000_00, assured(), LINE_2015, "甲", "乙", "丙"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, until(exitProposed()))
                .when(verify("2020-01-02", 3000_00, assured(), LINE_2015, "甲", "乙", "丙"))
                .refused(IN_THE_FUTURE);
    }
}
