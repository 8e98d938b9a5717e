package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.CorrectionCommand.CorrectCauses;
import cn.fupin.household.household.CorrectionEvent.CausesCorrected;
import cn.fupin.household.household.DescriptionCommand.ReclassifyHousehold;
import cn.fupin.household.household.DescriptionEvent.HouseholdReclassified;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.HouseholdEvent.HouseholdType;
import cn.fupin.household.household.HouseholdEvent.Standard;
import cn.fupin.household.household.RecordedEvents.KnownEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectCausesTest {
    private static final KnownEvent REGISTRATION =
            new KnownEvent("e-5", "HouseholdRegistered", day("2014-05-09"), null);

    private static CorrectCauses correct(
            String on, String approvedBy, @Nullable KnownEvent corrected, Cause... others) {
        return new CorrectCauses(
                new CorrectCauses.Asked(
                        HOUSEHOLD,
                        day(on),
                        "e-5",
                        "误填",
                        approvedBy,
                        Cause.WATER,
                        List.of(others),
                        "clerk",
                        RECEIVED,
                        null),
                corrected);
    }

    @Test
    void the_causes_are_told_anew() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(correct("2014-06-01", "chief", REGISTRATION, Cause.LAND))
                .then(
                        new CausesCorrected(
                                HOUSEHOLD,
                                day("2014-06-01"),
                                "e-5",
                                "误填",
                                "chief",
                                Cause.WATER,
                                List.of(Cause.LAND),
                                null,
                                null));
    }

    /** The decider refuses nobody who says what stands, so that shows what stands. */
    @Test
    void what_was_said_after_the_registration_stands() {
        var corrected =
                new CausesCorrected(
                        HOUSEHOLD,
                        day("2016-02-01"),
                        "e-5",
                        "误填",
                        "chief",
                        Cause.WATER,
                        List.of(Cause.LAND),
                        null,
                        null);
        var reclassified =
                new HouseholdReclassified(
                        HOUSEHOLD,
                        day("2015-05-01"),
                        Standard.NATIONAL,
                        HouseholdType.GENERAL,
                        Cause.DISABILITY,
                        List.of(),
                        by("县"),
                        false,
                        null);
        given(HouseholdDecider.INSTANCE, and(until(registered()), corrected))
                .when(reclassify(Cause.WATER, List.of(Cause.LAND)))
                .refused(CLASSIFIED_SO_ALREADY);
        var later = and(until(registered()), reclassified, corrected);
        given(HouseholdDecider.INSTANCE, later)
                .when(reclassify(Cause.DISABILITY, List.of()))
                .refused(CLASSIFIED_SO_ALREADY);
        given(HouseholdDecider.INSTANCE, and(until(registered()), corrected, reclassified))
                .when(reclassify(Cause.DISABILITY, List.of()))
                .refused(CLASSIFIED_SO_ALREADY);
        given(HouseholdDecider.INSTANCE, later)
                .when(correct("2016-03-01", "chief", REGISTRATION, Cause.LAND))
                .accepted();
    }

    /** The registration named skills beside illness, the relapse illness alone. */
    @Test
    void a_relapse_is_corrected_by_itself() {
        var relapsed = RelapseProcedureTest.relapsed("2017-03-01", NOTICE);
        var past = and(until(exited()), relapsed);
        var ofRelapse =
                new KnownEvent(
                        "e-9", "HouseholdRelapsed", relapsed.occurredOn(), day("2017-03-01"));
        var corrected =
                new CausesCorrected(
                        HOUSEHOLD,
                        day("2017-06-01"),
                        "e-5",
                        "误填",
                        "chief",
                        Cause.WATER,
                        List.of(Cause.LAND),
                        null,
                        day("2017-03-01"));
        given(HouseholdDecider.INSTANCE, past)
                .when(correct("2017-06-01", "chief", ofRelapse, Cause.LAND))
                .then(corrected);
        given(HouseholdDecider.INSTANCE, past)
                .when(reclassify(relapsed.cause(), List.of()))
                .refused(CLASSIFIED_SO_ALREADY);
        given(HouseholdDecider.INSTANCE, and(past, corrected))
                .when(reclassify(Cause.WATER, List.of(Cause.LAND)))
                .refused(CLASSIFIED_SO_ALREADY);
        var again =
                new KnownEvent(
                        "e-10", "CausesCorrected", corrected.occurredOn(), day("2017-03-01"));
        given(HouseholdDecider.INSTANCE, and(past, corrected))
                .when(correct("2017-07-01", "chief", again))
                .accepted();
        given(HouseholdDecider.INSTANCE, past)
                .when(correct("2017-02-28", "chief", ofRelapse))
                .refused(CORRECTION_BEFORE_FACT);
    }

    @Test
    void a_correction_of_the_registration_leaves_a_relapse_alone() {
        var relapsed = RelapseProcedureTest.relapsed("2017-03-01", NOTICE);
        var corrected =
                new CausesCorrected(
                        HOUSEHOLD,
                        day("2017-06-01"),
                        "e-5",
                        "误填",
                        "chief",
                        Cause.WATER,
                        List.of(),
                        null,
                        null);
        given(HouseholdDecider.INSTANCE, and(until(exited()), relapsed, corrected))
                .when(reclassify(relapsed.cause(), List.of()))
                .refused(CLASSIFIED_SO_ALREADY);
    }

    private static ReclassifyHousehold reclassify(Cause main, List<Cause> others) {
        return new ReclassifyHousehold(
                new ReclassifyHousehold.Asked(
                        HOUSEHOLD,
                        null,
                        null,
                        main,
                        others,
                        by("县"),
                        false,
                        day("2017-08-01"),
                        RECEIVED,
                        null),
                null);
    }

    @Test
    void they_obey_the_rule_of_registration() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(correct("2014-06-01", "chief", REGISTRATION, Cause.WATER))
                .refused(CAUSE_NAMED_TWICE);
        spec.when(
                        correct(
                                "2014-06-01",
                                "chief",
                                REGISTRATION,
                                Cause.LAND,
                                Cause.LABOUR,
                                Cause.OTHER))
                .refused(TOO_MANY_CAUSES);
    }

    @Test
    void by_two_persons_and_of_a_registration_of_this_stream() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(correct("2014-06-01", "clerk", REGISTRATION))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(correct("2014-06-01", "chief", null)).refused(CORRECTED_EVENT_UNKNOWN);
        spec.when(
                        correct(
                                "2014-06-01",
                                "chief",
                                new KnownEvent(
                                        "e-5", "HouseholdSurveyed", day("2014-04-05"), null)))
                .refused(CORRECTS_ANOTHER_KIND);
    }

    @Test
    void not_before_what_it_corrects_nor_in_the_future() {
        var spec = given(HouseholdDecider.INSTANCE, until(registered()));
        spec.when(correct("2014-05-08", "chief", REGISTRATION)).refused(CORRECTION_BEFORE_FACT);
        spec.when(correct("2020-01-02", "chief", REGISTRATION)).refused(IN_THE_FUTURE);
    }

    @Test
    void another_spelling_of_ones_own_id_is_not_a_second_person() {
        for (var other : List.of("clerk ", "Clerk", " clerk", "clerk\u200b", "ｃlerk")) {
            assertThatThrownBy(() -> correct("2014-06-01", other, REGISTRATION))
                    .isInstanceOfSatisfying(
                            Malformed.class,
                            m ->
                                    assertThat(m.field() + " " + m.rule())
                                            .isEqualTo("approvedBy actor-id"));
        }
    }
}
