package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.HouseholdEvent.Assurances;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.MonitoringCommand.EliminateRisk;
import cn.fupin.household.household.MonitoringCommand.RaiseClue;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import cn.fupin.household.household.MonitoringEvent.RiskEliminated;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.povertyline.PovertyLines.Whose;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EliminateRiskTest {
    private static final List<HouseholdEvent> WATCHED =
            and(until(exited()), clue(), checked(), monitored(MonitoringKind.UNSTABLE_EXITED));
    private static final KnownLine LINE_2018 = line(2018, 2995_00);

    private static EliminateRisk eliminate(
            String on, long fenPerHead, boolean water, @Nullable KnownLine line) {
        return eliminate(on, fenPerHead, water, line, null);
    }

    private static EliminateRisk eliminate(
            String on,
            long fenPerHead,
            boolean water,
            @Nullable KnownLine line,
            @Nullable Integer rangePercent) {
        return new EliminateRisk(
                new EliminateRisk.Asked(
                        HOUSEHOLD,
                        2018,
                        fenPerHead,
                        new Assurances(true, true, true, true, true, water),
                        by("县"),
                        false,
                        day(on),
                        RECEIVED,
                        null),
                line,
                rangePercent);
    }

    private static RiskEliminated eliminated() {
        return new RiskEliminated(
                HOUSEHOLD, day("2019-03-01"), 2018, 8000_00, assured(), by("县"), false, null);
    }

    @Test
    void income_above_the_line_and_every_assurance() {
        given(HouseholdDecider.INSTANCE, WATCHED)
                .when(eliminate("2019-03-01", 8000_00, true, LINE_2018))
                .then(eliminated());
    }

    @Test
    void income_above_the_range_where_a_rule_says_it() {
        var spec = given(HouseholdDecider.INSTANCE, WATCHED);
        spec.when(eliminate("2019-03-01", 4492_50, true, LINE_2018, 150))
                .refused(INCOME_NOT_ABOVE_RANGE);
        spec.when(eliminate("2019-03-01", 4492_51, true, LINE_2018, 150)).accepted();
        spec.when(eliminate("2019-03-01", 4492_51, true, null, 150)).refused(POVERTY_LINE_UNKNOWN);
    }

    @Test
    void by_the_line_of_its_standard_and_by_the_nearest_when_it_never_was_registered() {
        var nearest = line(2018, 2995_00, Whose.NEAREST);
        var stood = ReclassifyHouseholdTest.restandardised(Standard.PROVINCIAL, "2019-01-01");
        var spec = given(HouseholdDecider.INSTANCE, and(WATCHED, stood));
        spec.when(eliminate("2019-03-01", 8000_00, true, LINE_2018)).refused(POVERTY_LINE_UNKNOWN);
        var provincial = line(2018, 2995_00, Whose.PROVINCE);
        spec.when(eliminate("2019-03-01", 8000_00, true, provincial)).accepted();
        var onFile =
                given(
                        HouseholdDecider.INSTANCE,
                        and(
                                List.of(recorded()),
                                clue(),
                                checked(),
                                monitored(MonitoringKind.MARGINAL)));
        onFile.when(eliminate("2019-03-01", 8000_00, true, nearest)).accepted();
        onFile.when(eliminate("2019-03-01", 8000_00, true, LINE_2018))
                .refused(POVERTY_LINE_UNKNOWN);
    }

    @Test
    void not_by_the_income_of_a_year_before_the_one_that_was_checked() {
        var spec = given(HouseholdDecider.INSTANCE, WATCHED);
        spec.when(of(2016)).refused(INCOME_YEAR_BEFORE_THE_CHECK);
        spec.when(of(2017)).accepted();
    }

    private static EliminateRisk of(int year) {
        return new EliminateRisk(
                new EliminateRisk.Asked(
                        HOUSEHOLD,
                        year,
                        8000_00,
                        assured(),
                        by("县"),
                        false,
                        day("2019-03-01"),
                        RECEIVED,
                        null),
                line(year, 2995_00),
                null);
    }

    @Test
    void then_it_may_be_watched_again() {
        given(HouseholdDecider.INSTANCE, and(WATCHED, eliminated()))
                .when(
                        new RaiseClue(
                                HOUSEHOLD,
                                MonitoringEvent.ClueSource.CADRE_CHECK,
                                false,
                                day("2019-06-01"),
                                RECEIVED,
                                null))
                .accepted();
    }

    @Test
    void not_at_the_line_nor_with_an_assurance_missing_nor_by_no_line() {
        var spec = given(HouseholdDecider.INSTANCE, WATCHED);
        spec.when(eliminate("2019-03-01", 2995_00, true, LINE_2018)).refused(INCOME_NOT_ABOVE_LINE);
        spec.when(eliminate("2019-03-01", 8000_00, false, LINE_2018)).refused(ASSURANCE_MISSING);
        spec.when(eliminate("2019-03-01", 8000_00, true, null)).refused(POVERTY_LINE_UNKNOWN);
    }

    @Test
    void only_of_one_that_is_watched_in_order_of_time() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(eliminate("2019-03-01", 8000_00, true, LINE_2018))
                .refused(NOT_MONITORED);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(eliminate("2019-03-01", 8000_00, true, LINE_2018))
                .refused(NOT_TO_BE_MONITORED);
        var spec = given(HouseholdDecider.INSTANCE, WATCHED);
        spec.when(eliminate("2018-03-15", 8000_00, true, LINE_2018)).refused(BEFORE_PREVIOUS_STEP);
        spec.when(eliminate("2020-01-02", 8000_00, true, LINE_2018)).refused(IN_THE_FUTURE);
        spec.when(eliminate("2017-12-31", 8000_00, true, LINE_2018)).refused(YEAR_AFTER_THE_STEP);
    }
}
