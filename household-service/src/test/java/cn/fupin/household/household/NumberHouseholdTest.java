package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.CorrectionCommand.CorrectHouseholdNumber;
import cn.fupin.household.household.CorrectionEvent.HouseholdNumberCorrected;
import cn.fupin.household.household.DescriptionCommand.NumberHousehold;
import cn.fupin.household.household.DescriptionEvent.HouseholdNumbered;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.HouseholdType;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.IdentificationCommand.RegisterHousehold;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import cn.fupin.household.notice.NoticeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 户编号: given once, and corrected by two persons. */
class NumberHouseholdTest {
    private static final String NUMBER = "5134230007A";
    private static final KnownEvent GIVEN =
            new KnownEvent("e-1", "HouseholdNumbered", day("2014-06-01"), null);

    private static NumberHousehold number(String number, String on) {
        return new NumberHousehold(HOUSEHOLD, number, false, day(on), RECEIVED, null);
    }

    private static HouseholdNumbered numbered(String number, String on) {
        return new HouseholdNumbered(HOUSEHOLD, day(on), number, false, null);
    }

    private static CorrectHouseholdNumber correct(
            @Nullable String number, String on, String approvedBy, @Nullable KnownEvent corrected) {
        return new CorrectHouseholdNumber(
                new CorrectHouseholdNumber.Asked(
                        HOUSEHOLD,
                        day(on),
                        "e-1",
                        "抄录有误",
                        approvedBy,
                        number,
                        "clerk",
                        RECEIVED,
                        null),
                corrected,
                true);
    }

    private static HouseholdNumberCorrected corrected(@Nullable String number, String former) {
        return new HouseholdNumberCorrected(
                HOUSEHOLD,
                day("2015-02-01"),
                "e-1",
                "抄录有误",
                "chief",
                number,
                former,
                day("2014-06-01"),
                null);
    }

    private static List<HouseholdEvent> numbered() {
        return and(until(registered()), numbered(NUMBER, "2014-06-01"));
    }

    @Test
    void a_household_is_given_its_number_once() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(number(NUMBER, "2014-06-01"))
                .then(numbered(NUMBER, "2014-06-01"));
        var spec = given(HouseholdDecider.INSTANCE, numbered());
        spec.when(number(NUMBER, "2014-06-02")).refused(HOUSEHOLD_IS_NUMBERED);
        spec.when(number("OTHER", "2014-06-02")).refused(HOUSEHOLD_IS_NUMBERED);
    }

    @Test
    void at_any_stage_of_its_life_since_the_opening() {
        given(HouseholdDecider.INSTANCE, until(surveyed(200_00)))
                .when(number(NUMBER, "2014-04-01"))
                .then(numbered(NUMBER, "2014-04-01"));
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(number(NUMBER, "2014-03-31")).refused(BEFORE_THE_OPENING);
        spec.when(number(NUMBER, "2020-01-02")).refused(IN_THE_FUTURE);
        spec.when(number(NUMBER, "2014-05-01")).then(numbered(NUMBER, "2014-05-01"));
        given(HouseholdDecider.INSTANCE, and(until(registered()), removed()))
                .when(number(NUMBER, "2014-06-01"))
                .refused(HOUSEHOLD_ENDED);
    }

    /** What is dated before it, a merger or a division, is decided as if it were not there. */
    @Test
    void it_says_nothing_of_how_the_household_was_that_day() {
        assertThat(known(numbered()).file().entries().latest()).isNull();
    }

    @Test
    void the_registration_may_bring_it() {
        var spec = given(HouseholdDecider.INSTANCE, until(reviewed()));
        spec.when(registering(NUMBER)).then(registered(), numbered(NUMBER, "2014-05-09"));
        spec.when(registering(null)).then(registered());
        given(HouseholdDecider.INSTANCE, and(until(reviewed()), numbered("A1", "2014-04-20")))
                .when(registering(NUMBER))
                .refused(HOUSEHOLD_IS_NUMBERED);
    }

    private static RegisterHousehold registering(@Nullable String number) {
        return new RegisterHousehold(
                new RegisterHousehold.Asked(
                        HOUSEHOLD,
                        NOTICE,
                        day("2014-05-09"),
                        day("2014-05-10"),
                        by("县扶贫移民局"),
                        Standard.NATIONAL,
                        HouseholdType.GENERAL,
                        Cause.ILLNESS,
                        List.of(Cause.SKILLS),
                        2014,
                        "2014",
                        null,
                        null,
                        false,
                        RECEIVED,
                        null,
                        number),
                notice(NoticeKind.SECOND, "2014-05-01"),
                line(2013, LINE),
                null,
                Screening.NOT_NEEDED);
    }

    @Test
    void a_wrong_number_is_corrected_by_two_persons_or_taken_back() {
        var spec = given(HouseholdDecider.INSTANCE, numbered());
        spec.when(correct("B7", "2015-02-01", "chief", GIVEN)).then(corrected("B7", NUMBER));
        spec.when(correct(null, "2015-02-01", "chief", GIVEN)).then(corrected(null, NUMBER));
        spec.when(correct("B7", "2015-02-01", "clerk", GIVEN)).refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(correct(NUMBER, "2015-02-01", "chief", GIVEN)).refused(RECORDED_SO_ALREADY);
        spec.when(correct("B7", "2014-05-31", "chief", GIVEN)).refused(CORRECTION_BEFORE_FACT);
        spec.when(correct("B7", "2015-02-01", "chief", null)).refused(CORRECTED_EVENT_UNKNOWN);
        spec.when(
                        correct(
                                "B7",
                                "2015-02-01",
                                "chief",
                                new KnownEvent(
                                        "e-1", "HouseholdRegistered", day("2014-05-20"), null)))
                .refused(CORRECTS_ANOTHER_KIND);
    }

    @Test
    void a_number_that_was_taken_back_is_given_anew_and_one_of_a_household_that_ended_corrected() {
        var without = given(HouseholdDecider.INSTANCE, and(numbered(), corrected(null, NUMBER)));
        without.when(correct("B7", "2015-03-01", "chief", GIVEN))
                .refused(HOUSEHOLD_IS_NOT_NUMBERED);
        without.when(number("B7", "2014-05-01")).then(numbered("B7", "2014-05-01"));
        given(HouseholdDecider.INSTANCE, and(numbered(), removed()))
                .when(correct(null, "2015-02-01", "chief", GIVEN))
                .then(corrected(null, NUMBER));
    }

    @Test
    void the_number_before_the_one_it_has_is_not_corrected() {
        var asked = correct("C1", "2015-03-01", "chief", GIVEN);
        given(
                        HouseholdDecider.INSTANCE,
                        and(numbered(), corrected(null, NUMBER), numbered("B7", "2015-02-02")))
                .when(new CorrectHouseholdNumber(asked.asked(), GIVEN, false))
                .refused(NUMBERED_ANEW_SINCE);
    }

    @Test
    void it_is_capital_letters_and_digits_and_not_long() {
        for (var wrong : List.of("", " 1", "a1", "1-2", "户1", "1".repeat(21), "１")) {
            assertThatThrownBy(() -> number(wrong, "2014-06-01"))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            Malformed.class,
                            e -> assertThat(e.rule()).isEqualTo("household-number"));
            assertThatThrownBy(() -> correct(wrong, "2015-02-01", "chief", GIVEN))
                    .as(wrong)
                    .isInstanceOf(Malformed.class);
        }
    }
}
