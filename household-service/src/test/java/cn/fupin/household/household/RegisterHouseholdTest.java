package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.exclusion.ExclusionEffect;
import cn.fupin.household.exclusion.ExclusionItem;
import cn.fupin.household.household.CorrectionEvent.*;
import cn.fupin.household.household.HelpEvent.HouseholdMoved;
import cn.fupin.household.household.HelpEvent.MoveReason;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.IdentificationCommand.RegisterHousehold;
import cn.fupin.household.household.IdentificationEvent.HouseholdRegistered;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.povertyline.PovertyLines.KnownLine;
import cn.fupin.household.round.RoundEvent.Direction;
import cn.fupin.household.round.Rounds.KnownRound;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterHouseholdTest {
    private static RegisterHousehold register(
            String approvedOn,
            @Nullable String announcedOn,
            List<Cause> others,
            int quotaYear,
            @Nullable KnownNotice notice,
            @Nullable KnownLine line) {
        return new RegisterHousehold(
                new RegisterHousehold.Asked(
                        HOUSEHOLD,
                        NOTICE,
                        day(approvedOn),
                        announcedOn == null ? null : day(announcedOn),
                        by("县扶贫移民局"),
                        Standard.NATIONAL,
                        HouseholdType.GENERAL,
                        Cause.ILLNESS,
                        others,
                        quotaYear,
                        "2014",
                        null,
                        null,
                        false,
                        RECEIVED,
                        null,
                        null),
                notice,
                line,
                null,
                Screening.NOT_NEEDED);
    }

    private static RegisterHousehold screened(Screening screening) {
        var order = register(List.of(), line(2013, LINE));
        return new RegisterHousehold(order.asked(), order.notice(), order.line(), null, screening);
    }

    @Test
    void not_with_a_member_on_a_list_of_an_exclusion_rule_until_that_was_cleared() {
        var car = carOf(CHILD, ExclusionEffect.REFUSE);
        given(HouseholdDecider.INSTANCE, until(reviewed())).when(screened(car)).refused(EXCLUDED);
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(reviewed()),
                                ClearExclusionTest.cleared(CHILD, ExclusionItem.CAR, "2014-05-09")))
                .when(screened(car))
                .accepted();
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(reviewed()),
                                ClearExclusionTest.cleared(
                                        CHILD, ExclusionItem.HOUSE, "2014-05-09"),
                                ClearExclusionTest.cleared(CHILD, ExclusionItem.CAR, "2014-05-10")))
                .when(screened(car))
                .refused(EXCLUDED);
    }

    @Test
    void a_rule_that_only_asks_and_a_person_who_is_no_member_stand_in_nobodys_way() {
        var spec = given(HouseholdDecider.INSTANCE, until(reviewed()));
        spec.when(screened(carOf(CHILD, ExclusionEffect.ASK))).accepted();
        spec.when(screened(carOf(THIRD, ExclusionEffect.REFUSE))).accepted();
    }

    @Test
    void who_was_not_looked_up_is_looked_up_again() {
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(screened(new Screening(true, Set.of(HEAD), List.of())))
                .refused(MEMBERS_CHANGED_MEANWHILE);
    }

    @Test
    void by_a_rule_of_entry_of_a_round() {
        var order = register(List.of(), line(2013, LINE));
        var spec = given(HouseholdDecider.INSTANCE, until(reviewed()));
        spec.when(entering(order, round(Direction.ENTER))).accepted();
        spec.when(entering(order, round(Direction.LEAVE))).refused(NO_SUCH_RULE_IN_THE_ROUND);
        spec.when(entering(order, null)).refused(ROUND_UNKNOWN);
    }

    private static RegisterHousehold entering(RegisterHousehold order, @Nullable KnownRound round) {
        var asked = order.asked();
        return new RegisterHousehold(
                new RegisterHousehold.Asked(
                        HOUSEHOLD,
                        NOTICE,
                        asked.approvedOn(),
                        asked.announcedOn(),
                        asked.decidedBy(),
                        asked.standard(),
                        asked.householdType(),
                        asked.mainCause(),
                        asked.otherCauses(),
                        asked.quotaYear(),
                        null,
                        ROUND,
                        "ILLNESS_OF_A_MEMBER",
                        false,
                        RECEIVED,
                        null,
                        null),
                order.notice(),
                order.line(),
                round,
                Screening.NOT_NEEDED);
    }

    private static KnownNotice second() {
        return notice(NoticeKind.SECOND, "2014-05-01");
    }

    private static RegisterHousehold register(List<Cause> others, @Nullable KnownLine line) {
        return register("2014-05-09", "2014-05-10", others, 2014, second(), line);
    }

    private static List<HouseholdEvent> reviewedWith(long fenPerHead) {
        return List.of(applied(), surveyed(2 * fenPerHead), assessed(), reviewed());
    }

    @Test
    void approved_by_the_county_the_household_is_on_the_register() {
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(register(List.of(Cause.SKILLS), line(2013, LINE)))
                .then(registered());
    }

    /** Approved on the 9th, it is on the register though the list is published days later. */
    @Test
    void before_it_is_announced() {
        var said = (HouseholdRegistered) registered();
        given(HouseholdDecider.INSTANCE, until(reviewed()))
                .when(
                        register(
                                "2014-05-09",
                                null,
                                List.of(Cause.SKILLS),
                                2014,
                                second(),
                                line(2013, LINE)))
                .then(
                        new HouseholdRegistered(
                                said.householdId(),
                                said.occurredOn(),
                                said.region(),
                                said.noticeId(),
                                said.decidedBy(),
                                null,
                                said.standard(),
                                said.householdType(),
                                said.mainCause(),
                                said.otherCauses(),
                                said.povertyLineId(),
                                said.lineFenPerYear(),
                                said.incomeYear(),
                                said.incomeFenPerHead(),
                                said.quotaYear(),
                                said.persons(),
                                said.batch(),
                                said.assumed(),
                                said.roundId(),
                                said.roundRule(),
                                said.evidence()));
    }

    @Test
    void before_a_move_that_was_entered_already_it_is_registered_where_it_lay() {
        var moved =
                new HouseholdMoved(
                        HOUSEHOLD,
                        day("2014-06-01"),
                        "513423106201",
                        VILLAGE,
                        null,
                        MoveReason.RELOCATION,
                        2,
                        null,
                        false,
                        null);
        given(HouseholdDecider.INSTANCE, and(until(reviewed()), moved))
                .when(register(List.of(Cause.SKILLS), line(2013, LINE)))
                .then(registered());
    }

    @Test
    void an_income_of_2735_99_is_below_the_line_and_2736_00_is_not() {
        given(HouseholdDecider.INSTANCE, reviewedWith(2735_99))
                .when(register(List.of(), line(2013, LINE)))
                .events();
        given(HouseholdDecider.INSTANCE, reviewedWith(2736_00))
                .when(register(List.of(), line(2013, LINE)))
                .refused(INCOME_NOT_BELOW_LINE);
    }

    @Test
    void the_line_is_that_of_the_incomes_year() {
        var spec = given(HouseholdDecider.INSTANCE, until(reviewed()));
        spec.when(register(List.of(), null)).refused(POVERTY_LINE_UNKNOWN);
        spec.when(register(List.of(), line(2014, 2800_00))).refused(POVERTY_LINE_UNKNOWN);
    }

    @Test
    void a_corrected_income_is_the_one_that_counts() {
        var corrected =
                new SurveyCorrected(
                        HOUSEHOLD,
                        day("2014-04-06"),
                        "e",
                        "r",
                        "chief",
                        2013,
                        600_000,
                        0,
                        0,
                        0,
                        0,
                        600_000,
                        300_000,
                        null,
                        null,
                        null);
        given(HouseholdDecider.INSTANCE, and(until(reviewed()), corrected))
                .when(register(List.of(), line(2013, LINE)))
                .refused(INCOME_NOT_BELOW_LINE);
    }

    @Test
    void at_most_two_other_causes_and_none_twice() {
        var spec = given(HouseholdDecider.INSTANCE, until(reviewed()));
        spec.when(register(List.of(Cause.SKILLS, Cause.WATER), line(2013, LINE))).events();
        spec.when(register(List.of(Cause.SKILLS, Cause.WATER, Cause.LAND), line(2013, LINE)))
                .refused(TOO_MANY_CAUSES);
        spec.when(register(List.of(Cause.SKILLS, Cause.SKILLS), line(2013, LINE)))
                .refused(CAUSE_NAMED_TWICE);
        spec.when(register(List.of(Cause.ILLNESS), line(2013, LINE))).refused(CAUSE_NAMED_TWICE);
    }

    @Test
    void not_announced_before_it_is_approved_nor_in_the_future() {
        var spec = given(HouseholdDecider.INSTANCE, until(reviewed()));
        spec.when(register("2014-05-09", "2014-05-08", List.of(), 2014, second(), line(2013, LINE)))
                .refused(ANNOUNCED_BEFORE_APPROVAL);
        spec.when(register("2014-05-09", "2020-01-02", List.of(), 2014, second(), line(2013, LINE)))
                .refused(IN_THE_FUTURE);
        spec.when(register("2020-01-02", "2020-01-02", List.of(), 2014, second(), line(2013, LINE)))
                .refused(IN_THE_FUTURE);
    }

    @Test
    void only_in_the_quota_of_the_year_of_the_approval() {
        var spec = given(HouseholdDecider.INSTANCE, until(reviewed()));
        for (var year : List.of(2013, 2015)) {
            spec.when(
                            register(
                                    "2014-05-09",
                                    "2014-05-09",
                                    List.of(),
                                    year,
                                    second(),
                                    line(2013, LINE)))
                    .refused(QUOTA_OF_ANOTHER_YEAR);
        }
    }

    @Test
    void the_second_notice_hung_after_the_review_for_its_days() {
        var spec = given(HouseholdDecider.INSTANCE, until(reviewed()));
        spec.when(register("2014-05-08", "2014-05-09", List.of(), 2014, second(), line(2013, LINE)))
                .refused(BEFORE_NOTICE_IS_OVER);
        spec.when(
                        register(
                                "2014-05-09",
                                "2014-05-09",
                                List.of(),
                                2014,
                                notice(NoticeKind.SECOND, "2014-04-28"),
                                line(2013, LINE)))
                .refused(NOTICE_BEFORE_PREVIOUS_STEP);
        spec.when(
                        register(
                                "2014-05-09",
                                "2014-05-09",
                                List.of(),
                                2014,
                                notice(NoticeKind.FIRST, "2014-04-30"),
                                line(2013, LINE)))
                .refused(NOTICE_OF_ANOTHER_KIND);
    }

    @Test
    void only_after_the_township_and_once() {
        given(HouseholdDecider.INSTANCE, until(assessed()))
                .when(register(List.of(), line(2013, LINE)))
                .refused(NOT_REVIEWED);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(register(List.of(), line(2013, LINE)))
                .refused(ALREADY_REGISTERED);
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(register(List.of(), line(2013, LINE)))
                .refused(ALREADY_REGISTERED);
    }
}
