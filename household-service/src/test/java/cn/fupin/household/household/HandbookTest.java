package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.HelpCommand.*;
import cn.fupin.household.household.HelpEvent.*;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 扶贫手册, 明白卡, and the household's signature for what help came to. */
class HandbookTest {
    private static IssueHandbook handbook(String number, String printedOn, String on) {
        return new IssueHandbook(
                HOUSEHOLD, number, day(printedOn), "镇", day(on), false, null, RECEIVED);
    }

    private static HandbookIssued issued(String number) {
        return new HandbookIssued(
                HOUSEHOLD, day("2015-01-10"), number, day("2014-12-01"), "镇", false, null);
    }

    private static IssueClearCard card(int year, String on) {
        return new IssueClearCard(HOUSEHOLD, year, "镇", day(on), false, null, RECEIVED);
    }

    private static SignResult sign(int year, String on, @Nullable String signer) {
        return new SignResult(
                HOUSEHOLD,
                year,
                List.of(ProjectType.MICROCREDIT),
                signer,
                false,
                null,
                day(on),
                RECEIVED);
    }

    @Test
    void a_handbook_is_issued_and_another_takes_its_place_but_not_the_same_again() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(handbook("川001", "2014-12-01", "2015-01-10"))
                .then(issued("川001"));
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), issued("川001")));
        spec.when(handbook("川001", "2014-12-01", "2015-02-10")).refused(SAME_HANDBOOK);
        spec.when(handbook("川002", "2014-12-01", "2015-01-10")).then(issued("川002"));
    }

    @Test
    void no_handbook_before_it_is_printed_nor_before_the_registration() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(handbook("川001", "2015-01-11", "2015-01-10")).refused(ISSUED_BEFORE_PRINTED);
        spec.when(handbook("川001", "2014-01-11", "2014-05-08")).refused(NOT_YET_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(handbook("川001", "2014-12-01", "2015-01-10"))
                .refused(NOT_ON_THE_REGISTER);
        given(HouseholdDecider.INSTANCE, recorded())
                .when(handbook("川001", "2014-12-01", "2015-01-10"))
                .refused(NOT_ON_THE_REGISTER);
    }

    @Test
    void a_clear_card_of_a_year_that_has_begun() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(card(2015, "2015-02-01"))
                .then(new ClearCardIssued(HOUSEHOLD, day("2015-02-01"), 2015, "镇", false, null));
        spec.when(card(2016, "2015-12-31")).refused(YEAR_AFTER_THE_STEP);
        given(HouseholdDecider.INSTANCE, until(exited())).when(card(2017, "2017-02-01")).accepted();
    }

    @Test
    void a_member_signs_for_what_help_of_the_year_came_to_after_an_exit_too() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(sign(2016, "2016-12-20", CHILD))
                .then(
                        new ResultSigned(
                                HOUSEHOLD,
                                day("2016-12-20"),
                                2016,
                                List.of(ProjectType.MICROCREDIT),
                                CHILD,
                                false,
                                null));
        spec.when(sign(2016, "2016-12-20", THIRD)).refused(SIGNER_NOT_A_MEMBER);
        spec.when(sign(2016, "2016-12-20", null)).refused(SIGNER_NOT_A_MEMBER);
        spec.when(sign(2017, "2016-12-20", HEAD)).refused(YEAR_AFTER_THE_STEP);
    }
}
