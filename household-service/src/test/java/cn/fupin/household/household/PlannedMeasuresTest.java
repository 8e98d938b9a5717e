package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.CorrectionCommand.TakeBackEntry;
import cn.fupin.household.household.CorrectionCommand.TakingBack;
import cn.fupin.household.household.EntryTakenBack.PlanTakenBack;
import cn.fupin.household.household.EntryTakenBack.PlannedMeasureTakenBack;
import cn.fupin.household.household.FileCommand.AdoptPlan;
import cn.fupin.household.household.FileCommand.DoPlannedMeasure;
import cn.fupin.household.household.FileEvent.PlanAdopted;
import cn.fupin.household.household.FileEvent.PlanKind;
import cn.fupin.household.household.FileEvent.PlannedMeasureDone;
import cn.fupin.household.household.PlanDetails.PlanGoal;
import cn.fupin.household.household.PlanDetails.PlannedMeasure;
import cn.fupin.household.measure.MeasureItem;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 一户一策 with contents: goals by year, what is planned, and what of it is done. */
class PlannedMeasuresTest {
    private static final PlanGoal GOAL = new PlanGoal(2015, 3000_00);

    private static PlannedMeasure pigs(String code, int year, @Nullable String ofCode) {
        return new PlannedMeasure(
                code,
                year,
                MeasureItem.INDUSTRY,
                "五个一批",
                "养猪",
                BigDecimal.TEN,
                "头",
                8000_00L,
                "镇农技站",
                ofCode);
    }

    private static PlannedMeasure school(String code, int year) {
        return new PlannedMeasure(
                code, year, MeasureItem.INDUSTRY, null, "技术培训", null, null, null, null, null);
    }

    private static AdoptPlan adopt(PlanKind kind, int from, PlannedMeasure... planned) {
        return adopt(kind, from, List.of(GOAL), planned);
    }

    private static AdoptPlan adopt(
            PlanKind kind, int from, @Nullable List<PlanGoal> goals, PlannedMeasure... planned) {
        return new AdoptPlan(
                HOUSEHOLD,
                kind,
                from,
                kind == PlanKind.YEARLY ? from : from + 2,
                List.of(MeasureItem.INDUSTRY),
                false,
                day("2015-01-05"),
                RECEIVED,
                null,
                goals,
                List.of(planned));
    }

    private static PlanAdopted adopted(PlanKind kind, String on, PlannedMeasure... planned) {
        return new PlanAdopted(
                HOUSEHOLD,
                day(on),
                kind,
                2015,
                kind == PlanKind.YEARLY ? 2015 : 2017,
                List.of(MeasureItem.INDUSTRY),
                false,
                null,
                List.of(GOAL),
                List.of(planned));
    }

    private static DoPlannedMeasure doing(String code, @Nullable Integer quantity, String on) {
        return new DoPlannedMeasure(
                HOUSEHOLD,
                PlanKind.YEARLY,
                2015,
                code,
                quantity == null ? null : BigDecimal.valueOf(quantity),
                null,
                null,
                false,
                day(on),
                RECEIVED,
                null);
    }

    private static PlannedMeasureDone done(String code, @Nullable Integer quantity, String on) {
        return new PlannedMeasureDone(
                HOUSEHOLD,
                day(on),
                PlanKind.YEARLY,
                2015,
                code,
                quantity == null ? null : BigDecimal.valueOf(quantity),
                null,
                null,
                false,
                null);
    }

    @Test
    void a_plan_says_what_is_earned_and_done_in_which_year() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(adopt(PlanKind.THREE_YEAR, 2015, pigs("A1", 2015, null), school("A2", 2017)))
                .then(
                        adopted(
                                PlanKind.THREE_YEAR,
                                "2015-01-05",
                                pigs("A1", 2015, null),
                                school("A2", 2017)));
    }

    @Test
    void a_years_plan_is_part_of_the_three_years() {
        var past =
                and(
                        until(registered()),
                        adopted(PlanKind.THREE_YEAR, "2015-01-02", pigs("A1", 2015, null)));
        var spec = given(HouseholdDecider.INSTANCE, past);
        spec.when(adopt(PlanKind.YEARLY, 2015, pigs("1", 2015, "A1"))).accepted();
        spec.when(adopt(PlanKind.YEARLY, 2015, pigs("1", 2015, "A9")))
                .refused(NOT_IN_THE_THREE_YEAR_PLAN);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(adopt(PlanKind.YEARLY, 2015, pigs("1", 2015, "A1")))
                .refused(NOT_IN_THE_THREE_YEAR_PLAN);
    }

    @Test
    void what_is_done_adds_up_to_what_was_planned() {
        var past =
                and(
                        until(registered()),
                        adopted(
                                PlanKind.YEARLY,
                                "2015-01-05",
                                pigs("1", 2015, null),
                                school("2", 2015)));
        var spec = given(HouseholdDecider.INSTANCE, past);
        spec.when(doing("1", 6, "2015-06-01")).then(done("1", 6, "2015-06-01"));
        spec.when(doing("2", null, "2015-06-01")).then(done("2", null, "2015-06-01"));
        spec.when(doing("1", null, "2015-06-01")).refused(COUNTED_IN_THE_PLAN);
        spec.when(doing("2", 1, "2015-06-01")).refused(NOT_COUNTED_IN_THE_PLAN);
        spec.when(doing("3", 1, "2015-06-01")).refused(NO_SUCH_PLANNED_MEASURE);
        spec.when(doing("1", 1, "2014-12-31")).refused(BEFORE_THE_PLAN);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(doing("1", 6, "2015-06-01"))
                .refused(NO_SUCH_PLAN);
        given(HouseholdDecider.INSTANCE, and(past, done("1", 6, "2015-06-01")))
                .when(doing("1", 4, "2015-07-01"))
                .accepted();
        spec.when(doing("1", 11, "2015-06-01")).refused(MORE_THAN_PLANNED);
        given(HouseholdDecider.INSTANCE, and(past, done("1", 6, "2015-06-01")))
                .when(doing("1", 5, "2015-07-01"))
                .refused(MORE_THAN_PLANNED);
        // reported before that was asked: it stays, and nothing is left
        given(HouseholdDecider.INSTANCE, and(past, done("1", 500, "2015-06-01")))
                .when(doing("1", 1, "2015-07-01"))
                .refused(PLANNED_MEASURE_DONE);
        given(
                        HouseholdDecider.INSTANCE,
                        and(past, done("1", 6, "2015-06-01"), done("1", 4, "2015-07-01")))
                .when(doing("1", 1, "2015-08-01"))
                .refused(PLANNED_MEASURE_DONE);
        given(HouseholdDecider.INSTANCE, and(past, done("2", null, "2015-06-01")))
                .when(doing("2", null, "2015-08-01"))
                .refused(PLANNED_MEASURE_DONE);
    }

    @Test
    void the_plan_adopted_last_counts_and_what_is_done_stays_done() {
        var past =
                and(
                        until(registered()),
                        adopted(PlanKind.YEARLY, "2015-03-01", pigs("1", 2015, null)),
                        done("1", 10, "2015-04-01"),
                        adopted(PlanKind.YEARLY, "2015-01-05", school("9", 2015)));
        given(HouseholdDecider.INSTANCE, past)
                .when(doing("9", null, "2015-06-01"))
                .refused(NO_SUCH_PLANNED_MEASURE);
        given(
                        HouseholdDecider.INSTANCE,
                        and(past, adopted(PlanKind.YEARLY, "2015-05-01", pigs("1", 2015, null))))
                .when(doing("1", 1, "2015-06-01"))
                .refused(PLANNED_MEASURE_DONE);
    }

    @Test
    void what_was_entered_wrongly_is_taken_back_and_never_was() {
        var wrong = done("2", null, "2015-06-01");
        var past =
                and(
                        until(registered()),
                        adopted(PlanKind.YEARLY, "2015-01-05", school("2", 2015)),
                        wrong);
        var takenBack =
                new PlannedMeasureTakenBack(
                        HOUSEHOLD,
                        day("2015-08-01"),
                        "e1",
                        day("2015-06-01"),
                        PlanKind.YEARLY,
                        2015,
                        "2",
                        null,
                        "误登",
                        "chief",
                        null);
        given(HouseholdDecider.INSTANCE, past)
                .when(
                        new TakeBackEntry(
                                new TakingBack(
                                        HOUSEHOLD,
                                        "e1",
                                        "误登",
                                        "chief",
                                        day("2015-08-01"),
                                        "clerk",
                                        RECEIVED,
                                        null),
                                wrong,
                                List.of()))
                .then(takenBack);
        given(HouseholdDecider.INSTANCE, and(past, takenBack))
                .when(doing("2", null, "2015-08-02"))
                .accepted();
        var noPlan =
                new PlanTakenBack(
                        HOUSEHOLD,
                        day("2015-08-01"),
                        "e0",
                        day("2015-01-05"),
                        PlanKind.YEARLY,
                        2015,
                        2015,
                        "误登",
                        "chief",
                        null,
                        null);
        given(HouseholdDecider.INSTANCE, and(past, takenBack, noPlan))
                .when(doing("2", null, "2015-08-02"))
                .refused(NO_SUCH_PLAN);
    }

    /**
     * Of three plans of one kind, year and day that one goes which is named, and the last counts.
     */
    @Test
    void of_plans_of_one_day_the_one_that_is_named_goes() {
        var first = adopted(PlanKind.YEARLY, "2015-01-05", pigs("1", 2015, null));
        var second = adopted(PlanKind.YEARLY, "2015-01-05", school("2", 2015));
        var third = adopted(PlanKind.YEARLY, "2015-01-05", school("3", 2015));
        var past = and(until(registered()), first, second, third);
        given(HouseholdDecider.INSTANCE, past)
                .when(takeBack("e3", third, "e1", "e2"))
                .then(takenBack("e3", 2));
        var one = and(past, takenBack("e1", 0));
        given(HouseholdDecider.INSTANCE, one).when(doing("3", null, "2015-06-01")).accepted();
        given(HouseholdDecider.INSTANCE, one)
                .when(takeBack("e3", third, "e1", "e2"))
                .then(takenBack("e3", 1));
        var two = and(one, takenBack("e3", 1));
        given(HouseholdDecider.INSTANCE, two).when(doing("2", null, "2015-06-01")).accepted();
        given(HouseholdDecider.INSTANCE, two)
                .when(takeBack("e2", second, "e1"))
                .then(takenBack("e2", null));
        // one that was written before plans were told apart takes the last
        given(HouseholdDecider.INSTANCE, and(past, takenBack("e1", null)))
                .when(doing("2", null, "2015-06-01"))
                .accepted();
    }

    private static TakeBackEntry takeBack(String eventId, PlanAdopted plan, String... before) {
        return new TakeBackEntry(
                new TakingBack(
                        HOUSEHOLD,
                        eventId,
                        "误登",
                        "chief",
                        day("2015-08-01"),
                        "clerk",
                        RECEIVED,
                        null),
                plan,
                List.of(before));
    }

    private static PlanTakenBack takenBack(String eventId, @Nullable Integer before) {
        return new PlanTakenBack(
                HOUSEHOLD,
                day("2015-08-01"),
                eventId,
                day("2015-01-05"),
                PlanKind.YEARLY,
                2015,
                2015,
                "误登",
                "chief",
                null,
                before);
    }

    @Test
    void what_does_not_fit_its_plan_is_named() {
        malformed("planned.year", () -> adopt(PlanKind.YEARLY, 2015, pigs("1", 2016, null)));
        malformed(
                "goals.year",
                () -> adopt(PlanKind.YEARLY, 2016, List.of(GOAL), pigs("1", 2016, null)));
        malformed(
                "planned.code",
                () -> adopt(PlanKind.YEARLY, 2015, pigs("1", 2015, null), school("1", 2015)));
        malformed("planned.ofCode", () -> adopt(PlanKind.THREE_YEAR, 2015, pigs("1", 2015, "A1")));
        malformed(
                "planned.measure",
                () ->
                        adopt(
                                PlanKind.YEARLY,
                                2015,
                                new PlannedMeasure(
                                        "1",
                                        2015,
                                        MeasureItem.MEDICAL,
                                        null,
                                        "住院",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null)));
        malformed(
                "planned.unit",
                () ->
                        adopt(
                                PlanKind.YEARLY,
                                2015,
                                new PlannedMeasure(
                                        "1",
                                        2015,
                                        MeasureItem.INDUSTRY,
                                        null,
                                        "养猪",
                                        BigDecimal.ONE,
                                        null,
                                        null,
                                        null,
                                        null)));
    }

    private static void malformed(String field, ThrowingCallable made) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(made)
                .satisfies(malformed -> assertThat(malformed.field()).startsWith(field));
    }
}
