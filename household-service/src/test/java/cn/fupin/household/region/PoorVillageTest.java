package cn.fupin.household.region;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.region.RegionFacts.*;
import static cn.fupin.household.region.RegionReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.region.PlaceCommand.CorrectPoorVillageFigures;
import cn.fupin.household.region.PlaceCommand.CorrectPoorVillageFigures.Stated;
import cn.fupin.household.region.PlaceCommand.ExitPoorVillage;
import cn.fupin.household.region.PlaceCommand.IdentifyPoorVillage;
import cn.fupin.household.region.PlaceCommand.IdentifyPoorVillage.Measured;
import cn.fupin.household.region.PlaceEvent.*;
import cn.fupin.household.region.RegionEvent.PoorVillageIdentified;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 一高一低一无, and out of poverty by incidence. */
class PoorVillageTest {
    /** Twice the province's incidence, sixty percent of its income, no income of its own. */
    private static final VillageRules RULES = new VillageRules(200, 60, 0, 300, 7, false, false);

    private static IdentifyPoorVillage identify(
            @Nullable Measured measured, VillageRules rules, @Nullable VillageNotice notice) {
        return new IdentifyPoorVillage(
                new IdentifyPoorVillage.Asked(
                        PLACE, day("2014-06-01"), by("县"), false, measured, notice, null, RECEIVED),
                rules);
    }

    /** Of 1000 persons, in a province of 10 % and 7000 yuan. */
    private static Measured measured(int poor, long income, long collective) {
        return new Measured(poor, 1000, Denominator.RURAL, 1000, income, 7000_00, collective);
    }

    private static ExitPoorVillage exit(
            int poor, String on, VillageRules rules, @Nullable VillageNotice notice) {
        return new ExitPoorVillage(
                new ExitPoorVillage.Asked(
                        PLACE,
                        poor,
                        1400,
                        Denominator.TOTAL,
                        notice,
                        by("县"),
                        day(on),
                        false,
                        null,
                        RECEIVED),
                rules,
                null);
    }

    /** 合村并居: of a village into which another has ended that is poor since that day. */
    private static ExitPoorVillage exitOfTheHeir(String on, @Nullable String poorBefore) {
        return new ExitPoorVillage(
                exit(30, on, RULES, null).asked(),
                RULES,
                poorBefore == null ? null : day(poorBefore));
    }

    private static VillageNotice hung(String from, String to, @Nullable String announced) {
        return new VillageNotice(
                "村务公开栏", day(from), day(to), announced == null ? null : day(announced));
    }

    @Test
    void all_three_by_the_rules_of_the_day() {
        var spec = given(RegionDecider.INSTANCE, village());
        assertThat(spec.when(identify(measured(201, 4199_99, 0), RULES, null)).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        PoorVillageIdentified.class,
                        e ->
                                assertThat(
                                                Objects.requireNonNull(e.criteria())
                                                        .incidenceBasisPoints())
                                        .isEqualTo(2010));
        spec.when(identify(measured(200, 4199_99, 0), RULES, null))
                .refused(INCIDENCE_NOT_HIGH_ENOUGH);
        spec.when(identify(measured(201, 4200_00, 0), RULES, null)).refused(INCOME_NOT_LOW_ENOUGH);
        spec.when(identify(measured(201, 4199_99, 1), RULES, null))
                .refused(COLLECTIVE_INCOME_TOO_HIGH);
    }

    @Test
    void rules_that_nobody_enacted_bind_nobody_and_one_that_is_asks_for_the_measures() {
        var spec = given(RegionDecider.INSTANCE, village());
        spec.when(identify(measured(1, 9000_00, 500), VillageRules.NONE, null)).accepted();
        spec.when(identify(null, VillageRules.NONE, null)).accepted();
        spec.when(identify(null, RULES, null)).refused(VILLAGE_NOT_MEASURED);
        var noticesOnly = new VillageRules(null, null, null, 300, 7, false, false);
        spec.when(identify(null, noticesOnly, null)).accepted();
    }

    @Test
    void a_notice_hangs_for_its_days_before_the_decision() {
        var spec = given(RegionDecider.INSTANCE, village());
        var measured = measured(300, 1000_00, 0);
        spec.when(identify(measured, RULES, hung("2014-05-20", "2014-05-27", null)))
                .refused(VILLAGE_NOTICE_TOO_SHORT);
        spec.when(identify(measured, RULES, hung("2014-05-20", "2014-05-28", null))).accepted();
        spec.when(identify(measured, RULES, hung("2014-05-20", "2014-06-02", null)))
                .refused(BEFORE_NOTICE_IS_OVER);
        spec.when(identify(measured, RULES, hung("2014-05-20", "2014-05-28", "2014-05-31")))
                .refused(ANNOUNCED_BEFORE_THE_DECISION);
        spec.when(identify(measured, RULES, hung("2014-05-20", "2014-05-28", "2020-01-02")))
                .refused(IN_THE_FUTURE);
        assertThatThrownBy(() -> identify(measured, RULES, hung("2014-05-20", "2014-05-19", null)))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void out_of_poverty_at_the_threshold_or_below_it() {
        var spec = given(RegionDecider.INSTANCE, village(), poorVillage());
        spec.when(exit(42, "2017-10-01", RULES, null))
                .then(
                        new PoorVillageExited(
                                VILLAGE,
                                day("2017-10-01"),
                                42,
                                1400,
                                Denominator.TOTAL,
                                300,
                                300,
                                null,
                                by("县"),
                                false,
                                null));
        spec.when(exit(43, "2017-10-01", RULES, null)).refused(INCIDENCE_TOO_HIGH);
        spec.when(exit(0, "2017-10-01", VillageRules.NONE, null)).refused(NO_RULE_FOR_VILLAGE_EXIT);
    }

    @Test
    void once_of_a_poor_village_after_its_identification_and_never_in_the_future() {
        given(RegionDecider.INSTANCE, village())
                .when(exit(10, "2017-10-01", RULES, null))
                .refused(NOT_A_POOR_VILLAGE);
        given(RegionDecider.INSTANCE, village(), poorVillage(), exited())
                .when(exit(10, "2018-10-01", RULES, null))
                .refused(NOT_A_POOR_VILLAGE);
        var spec = given(RegionDecider.INSTANCE, village(), poorVillage());
        spec.when(exit(10, "2014-05-31", RULES, null)).refused(BEFORE_THE_LATEST_CHANGE);
        spec.when(exit(10, "2020-01-02", RULES, null)).refused(IN_THE_FUTURE);
        assertThatThrownBy(() -> exit(1401, "2017-10-01", RULES, null))
                .isInstanceOf(Malformed.class);
    }

    private static final Stated EXIT = new Stated(VillageStep.EXIT, day("2017-10-01"), null);

    private static Stated identification(@Nullable Criteria criteria) {
        return new Stated(VillageStep.IDENTIFICATION, day("2014-06-01"), criteria);
    }

    private static CorrectPoorVillageFigures correct(
            int poor, @Nullable Stated stated, String on, String approvedBy) {
        return new CorrectPoorVillageFigures(
                new CorrectPoorVillageFigures.Asked(
                        PLACE,
                        "event-1",
                        poor,
                        1000,
                        Denominator.RURAL,
                        "误录",
                        approvedBy,
                        day(on),
                        null,
                        "li",
                        RECEIVED),
                stated,
                RULES);
    }

    @Test
    void a_village_comes_out_of_the_poverty_of_one_that_ended_into_it() {
        var spec = given(RegionDecider.INSTANCE, village());
        spec.when(exitOfTheHeir("2017-12-01", null)).refused(NOT_A_POOR_VILLAGE);
        spec.when(exitOfTheHeir("2014-05-31", "2014-06-01")).refused(BEFORE_THE_LATEST_CHANGE);
        assertThat(spec.when(exitOfTheHeir("2017-12-01", "2014-06-01")).events())
                .singleElement()
                .isInstanceOf(PoorVillageExited.class);
    }

    @Test
    void a_figure_is_corrected_and_held_against_the_rules_of_the_steps_own_day() {
        var spec = given(RegionDecider.INSTANCE, village(), poorVillage(), exited());
        spec.when(correct(30, EXIT, "2018-01-01", "wang"))
                .then(
                        new PoorVillageFiguresCorrected(
                                VILLAGE,
                                day("2018-01-01"),
                                "event-1",
                                VillageStep.EXIT,
                                day("2017-10-01"),
                                30,
                                1000,
                                Denominator.RURAL,
                                300,
                                "误录",
                                "wang",
                                null));
        spec.when(correct(31, EXIT, "2018-01-01", "wang")).refused(INCIDENCE_TOO_HIGH);
        var identified = identification(measured(300, 1000_00, 0).criteria());
        spec.when(correct(201, identified, "2018-01-01", "wang")).accepted();
        spec.when(correct(200, identified, "2018-01-01", "wang"))
                .refused(INCIDENCE_NOT_HIGH_ENOUGH);
    }

    @Test
    void corrected_is_what_was_stated_later_and_by_two_persons() {
        var spec = given(RegionDecider.INSTANCE, village(), poorVillage(), exited());
        spec.when(correct(30, EXIT, "2018-01-01", "li")).refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(correct(30, null, "2018-01-01", "wang")).refused(NO_SUCH_VILLAGE_STEP);
        spec.when(correct(30, EXIT, "2017-09-30", "wang")).refused(CORRECTION_BEFORE_FACT);
        spec.when(correct(30, EXIT, "2020-01-02", "wang")).refused(IN_THE_FUTURE);
        spec.when(correct(300, identification(null), "2018-01-01", "wang"))
                .refused(NO_FIGURES_STATED);
        given(
                        RegionDecider.INSTANCE,
                        village(),
                        poorVillage(),
                        exited(),
                        new PlaceTakenBack.PoorVillageExitTakenBack(
                                VILLAGE,
                                day("2017-12-01"),
                                "event-1",
                                day("2017-10-01"),
                                "误登",
                                "wang",
                                null))
                .when(correct(30, EXIT, "2018-01-01", "wang"))
                .refused(TAKEN_BACK_ALREADY);
        assertThatThrownBy(() -> correct(1001, EXIT, "2018-01-01", "wang"))
                .isInstanceOf(Malformed.class);
    }
}
