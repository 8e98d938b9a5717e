package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.Classification.Causes;
import cn.fupin.household.household.Classification.SaidBy;
import cn.fupin.household.household.DescriptionCommand.ReclassifyHousehold;
import cn.fupin.household.household.DescriptionEvent.HouseholdReclassified;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.povertyline.PovertyLines.Whose;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReclassifyHouseholdTest {
    private static ReclassifyHousehold reclassify(
            @Nullable HouseholdType type,
            @Nullable Cause main,
            @Nullable List<Cause> others,
            String on) {
        return reclassify(null, type, main, others, on, null);
    }

    private static ReclassifyHousehold reclassify(
            @Nullable Standard standard,
            @Nullable HouseholdType type,
            @Nullable Cause main,
            @Nullable List<Cause> others,
            String on,
            @Nullable KnownLine line) {
        return new ReclassifyHousehold(
                new ReclassifyHousehold.Asked(
                        HOUSEHOLD, standard, type, main, others, by("县"), false, day(on), RECEIVED,
                        null),
                line);
    }

    private static ReclassifyHousehold named(Standard standard, @Nullable KnownLine line) {
        return reclassify(standard, null, null, null, "2017-06-01", line);
    }

    @Test
    void by_a_standard_only_whose_line_its_income_is_below() {
        var income = registered().incomeFenPerHead();
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(named(Standard.PROVINCIAL, line(2013, income + 1, Whose.PROVINCE))).accepted();
        spec.when(named(Standard.PROVINCIAL, line(2013, income, Whose.PROVINCE)))
                .refused(INCOME_NOT_BELOW_LINE);
        spec.when(named(Standard.PROVINCIAL, line(2014, income + 1, Whose.PROVINCE)))
                .refused(POVERTY_LINE_UNKNOWN);
        spec.when(named(Standard.PROVINCIAL, line(2013, income + 1))).refused(POVERTY_LINE_UNKNOWN);
        spec.when(named(Standard.PROVINCIAL, null)).refused(POVERTY_LINE_UNKNOWN);
        spec.when(named(Standard.NATIONAL, null)).refused(CLASSIFIED_SO_ALREADY);
    }

    @Test
    void by_the_income_of_its_relapse_once_it_relapsed() {
        var relapsed = RelapseProcedureTest.relapsed("2017-03-01", NOTICE);
        var spec = given(HouseholdDecider.INSTANCE, and(until(exited()), relapsed));
        var above = line(relapsed.incomeYear(), relapsed.incomeFenPerHead() + 1, Whose.NEAREST);
        spec.when(named(Standard.CITY, above)).accepted();
        spec.when(named(Standard.CITY, line(2013, LINE, Whose.NEAREST)))
                .refused(POVERTY_LINE_UNKNOWN);
        var before = line(2013, LINE, Whose.NEAREST);
        spec.when(reclassify(Standard.CITY, null, null, null, "2017-02-28", before)).accepted();
        spec.when(reclassify(Standard.CITY, null, null, null, "2017-03-01", before))
                .refused(POVERTY_LINE_UNKNOWN);
    }

    static Classification classified(String since, Cause main, List<Cause> others) {
        var causes = new Causes(day(since), main, others, SaidBy.ITSELF);
        return new Classification(
                day(since), Standard.NATIONAL, HouseholdType.GENERAL, List.of(causes));
    }

    /** From then on the household stands registered by that standard. */
    static HouseholdReclassified restandardised(Standard standard, String on) {
        return new HouseholdReclassified(
                HOUSEHOLD,
                day(on),
                standard,
                HouseholdType.GENERAL,
                Cause.ILLNESS,
                List.of(Cause.SKILLS),
                by("县"),
                false,
                null);
    }

    private static HouseholdReclassified reclassified(
            HouseholdType type, Cause main, List<Cause> others, String on) {
        return new HouseholdReclassified(
                HOUSEHOLD, day(on), Standard.NATIONAL, type, main, others, by("县"), false, null);
    }

    @Test
    void what_is_not_named_stays() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(reclassify(HouseholdType.DIBAO_POOR, null, null, "2015-01-01"))
                .then(
                        reclassified(
                                HouseholdType.DIBAO_POOR,
                                Cause.ILLNESS,
                                List.of(Cause.SKILLS),
                                "2015-01-01"));
    }

    @Test
    void one_main_cause_and_at_most_two_others() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(reclassify(null, Cause.SKILLS, null, "2015-01-01")).refused(CAUSE_NAMED_TWICE);
        spec.when(
                        reclassify(
                                null,
                                null,
                                List.of(Cause.LAND, Cause.WATER, Cause.LABOUR),
                                "2015-01-01"))
                .refused(TOO_MANY_CAUSES);
        spec.when(reclassify(null, Cause.SKILLS, List.of(), "2015-01-01")).accepted();
    }

    @Test
    void only_when_something_changes_and_not_before_what_it_replaces() {
        var past =
                and(
                        until(registered()),
                        reclassified(HouseholdType.DIBAO, Cause.WATER, List.of(), "2015-01-01"));
        var spec = given(HouseholdDecider.INSTANCE, past);
        spec.when(reclassify(HouseholdType.DIBAO, null, null, "2016-01-01"))
                .refused(CLASSIFIED_SO_ALREADY);
        spec.when(reclassify(HouseholdType.GENERAL, null, null, "2014-12-31"))
                .refused(BEFORE_PREVIOUS_STEP);
        spec.when(reclassify(HouseholdType.GENERAL, null, null, "2015-01-01")).accepted();
    }

    @Test
    void of_one_that_was_ever_registered_and_has_not_ended() {
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(reclassify(HouseholdType.DIBAO, null, null, "2016-01-01"))
                .refused(NEVER_REGISTERED);
        given(HouseholdDecider.INSTANCE, recorded())
                .when(reclassify(HouseholdType.DIBAO, null, null, "2016-01-01"))
                .refused(NEVER_REGISTERED);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(reclassify(HouseholdType.DIBAO, null, null, "2017-01-01"))
                .accepted();
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(reclassify(HouseholdType.DIBAO, null, null, "2016-01-01"))
                .refused(HOUSEHOLD_ENDED);
    }
}
