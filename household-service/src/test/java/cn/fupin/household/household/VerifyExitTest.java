package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.ExitCommand.VerifyExit;
import cn.fupin.household.household.HouseholdEvent.Assurances;
import cn.fupin.household.household.HouseholdEvent.Standard;
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
