package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.CorrectionCommand.CorrectSurvey;
import cn.fupin.household.household.CorrectionEvent.SurveyCorrected;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectSurveyTest {
    private static final KnownEvent SURVEY =
            new KnownEvent("e-1", "HouseholdSurveyed", day("2014-04-05"), null);

    private static CorrectSurvey correct(
            String on, String approvedBy, @Nullable KnownEvent corrected) {
        return correct(on, approvedBy, 2013, corrected);
    }

    private static CorrectSurvey correct(
            String on, String approvedBy, int incomeYear, @Nullable KnownEvent corrected) {
        return new CorrectSurvey(
                new CorrectSurvey.Asked(
                        HOUSEHOLD,
                        day(on),
                        "e-1",
                        "录入错误",
                        approvedBy,
                        incomeYear,
                        301,
                        0,
                        0,
                        0,
                        0,
                        "clerk",
                        RECEIVED,
                        null,
                        true,
                        null),
                corrected);
    }

    @Test
    void the_income_is_told_anew_and_may_be_dated_back_to_the_survey() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(correct("2014-04-05", "chief", SURVEY))
                .then(
                        new SurveyCorrected(
                                HOUSEHOLD,
                                day("2014-04-05"),
                                "e-1",
                                "录入错误",
                                "chief",
                                2013,
                                301,
                                0,
                                0,
                                0,
                                0,
                                301,
                                150,
                                null,
                                true,
                                null));
    }

    @Test
    void not_approved_by_whoever_entered_it() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(correct("2014-04-06", "clerk", SURVEY))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
    }

    @Test
    void it_names_a_survey_of_this_stream() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(correct("2014-04-06", "chief", null)).refused(CORRECTED_EVENT_UNKNOWN);
        spec.when(
                        correct(
                                "2014-06-06",
                                "chief",
                                new KnownEvent(
                                        "e-1", "HouseholdRegistered", day("2014-05-09"), null)))
                .refused(CORRECTS_ANOTHER_KIND);
        spec.when(
                        correct(
                                "2014-04-06",
                                "chief",
                                new KnownEvent("e-1", "SurveyCorrected", day("2014-04-05"), null)))
                .events();
    }

    @Test
    void not_before_what_it_corrects_nor_in_the_future() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(correct("2014-04-04", "chief", SURVEY)).refused(CORRECTION_BEFORE_FACT);
        spec.when(correct("2020-01-02", "chief", SURVEY)).refused(IN_THE_FUTURE);
    }

    /** The exit was verified by the income of 2015. */
    @Test
    void not_to_the_year_of_the_income_by_which_it_left() {
        for (var past : List.of(until(exitVerified()), until(exited()))) {
            var spec = given(HouseholdDecider.INSTANCE, past);
            spec.when(correct("2017-04-04", "chief", 2015, SURVEY))
                    .refused(INCOME_YEAR_NOT_BEFORE_EXIT);
            spec.when(correct("2017-04-04", "chief", 2014, SURVEY)).accepted();
        }
        given(HouseholdDecider.INSTANCE, and(until(exited()), RevokeExitTest.revoked()))
                .when(correct("2017-06-04", "chief", 2015, SURVEY))
                .accepted();
        given(HouseholdDecider.INSTANCE, and(until(exitVerified()), suspendedLater()))
                .when(correct("2017-04-04", "chief", 2015, SURVEY))
                .accepted();
    }

    /**
     * It left by the income of 2015 and relapsed by that of 2016: the first exit stays what it was.
     */
    @Test
    void nor_once_it_has_relapsed() {
        var relapsed =
                new ExitEvent.HouseholdRelapsed(
                        HOUSEHOLD,
                        day("2017-03-01"),
                        null,
                        HouseholdEvent.Cause.ILLNESS,
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
        var spec = given(HouseholdDecider.INSTANCE, and(until(exited()), relapsed));
        for (var year : List.of(2015, 2016)) {
            spec.when(correct("2017-04-04", "chief", year, SURVEY))
                    .refused(INCOME_YEAR_NOT_BEFORE_EXIT);
        }
        spec.when(correct("2017-04-04", "chief", 2014, SURVEY)).accepted();
    }

    private static StandingEvent.HouseholdSuspended suspendedLater() {
        return new StandingEvent.HouseholdSuspended(
                HOUSEHOLD, day("2016-10-06"), 2, "UNDER_INVESTIGATION", by("县"), false, null);
    }

    @Test
    void nothing_of_a_household_that_never_applied() {
        given(HouseholdDecider.INSTANCE, List.of())
                .when(correct("2014-04-06", "chief", SURVEY))
                .refused(NOT_APPLIED);
    }

    @Test
    void another_spelling_of_ones_own_id_is_not_a_second_person() {
        for (var other : List.of("clerk ", "Clerk", " clerk", "clerk\u200b", "ｃlerk")) {
            assertThatThrownBy(() -> correct("2014-04-05", other, SURVEY))
                    .isInstanceOfSatisfying(
                            Malformed.class,
                            m ->
                                    assertThat(m.field() + " " + m.rule())
                                            .isEqualTo("approvedBy actor-id"));
        }
    }
}
