package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.CorrectionEvent.CausesCorrected;
import cn.fupin.household.household.ExitCommand.ProposeExit;
import cn.fupin.household.household.FileCommand.RecordIncome;
import cn.fupin.household.household.Household.*;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import cn.fupin.household.household.StandingCommand.RevokeEnd;
import cn.fupin.household.household.StandingEvent.End;
import cn.fupin.household.household.StandingEvent.EndRevoked;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RevokeEndTest {
    private static final Decision ORDER = new Decision("县脱贫攻坚领导小组", "县扶领〔2014〕9号");

    private static RevokeEnd revoke(String on, String approvedBy) {
        return new RevokeEnd(
                new RevokeEnd.Asked(
                        HOUSEHOLD,
                        day(on),
                        "误登",
                        ORDER,
                        approvedBy,
                        false,
                        "officer-2",
                        RECEIVED,
                        null),
                "officer-1");
    }

    private static RevokeEnd revoke(String on) {
        return revoke(on, "chief");
    }

    private static EndRevoked revoked(String on, String endedOn, End ended) {
        return new EndRevoked(
                HOUSEHOLD,
                day(on),
                day(endedOn),
                ended,
                List.of(HEAD, CHILD),
                2,
                "误登",
                ORDER,
                "chief",
                false,
                null);
    }

    private static Household evolved(List<HouseholdEvent> past) {
        return Facts.known(past);
    }

    @Test
    void a_removal_taken_back_leaves_it_registered_as_it_was_and_due_a_helper() {
        var ended = and(until(registered()), helped("helper-1"), removed());
        var back = revoked("2014-08-01", "2014-07-01", End.REMOVAL);
        given(HouseholdDecider.INSTANCE, ended).when(revoke("2014-08-01")).then(back);
        var state = evolved(and(ended, back));
        assertThat(state).isInstanceOf(Registered.class);
        var registration = Objects.requireNonNull(Household.registration(state));
        assertThat(registration.since()).isEqualTo(day("2014-05-09"));
        assertThat(registration.help().helperId()).isNull();
        assertThat(registration.help().helperSince()).isEqualTo(day("2014-08-01"));
        given(HouseholdDecider.INSTANCE, and(ended, back))
                .when(
                        new ProposeExit(
                                HOUSEHOLD, day("2016-10-01"), by("村两委"), false, RECEIVED, null))
                .accepted();
    }

    @Test
    void a_dissolution_taken_back_leaves_it_as_whatever_it_was() {
        var back = revoked("2018-07-01", "2018-06-01", End.DISSOLUTION);
        for (var past :
                List.of(
                        until(exited()),
                        until(exitAgreed()),
                        until(applied()),
                        until(assessed()),
                        and(List.of(), recorded()),
                        and(
                                until(exited()),
                                clue(),
                                checked(),
                                monitored(MonitoringKind.UNSTABLE_EXITED)))) {
            var ended = and(past, dissolved());
            given(HouseholdDecider.INSTANCE, ended).when(revoke("2018-07-01")).accepted();
            var was = evolved(past);
            var is = evolved(and(ended, back));
            assertThat(is.getClass()).isEqualTo(was.getClass());
            if (was instanceof ExitUnderWay exit) {
                assertThat(((ExitUnderWay) is).stage()).isEqualTo(exit.stage());
            }
            if (was instanceof OffRegister off) {
                assertThat(((OffRegister) is).monitoring()).isEqualTo(off.monitoring());
            }
        }
    }

    @Test
    void what_was_corrected_meanwhile_stays_corrected() {
        var corrected =
                new CausesCorrected(
                        HOUSEHOLD,
                        day("2014-07-10"),
                        "event-1",
                        "抄错",
                        "chief",
                        Cause.DISABILITY,
                        List.of(),
                        null,
                        null);
        var state =
                evolved(
                        and(
                                until(registered()),
                                removed(),
                                corrected,
                                revoked("2014-08-01", "2014-07-01", End.REMOVAL)));
        var registration = Objects.requireNonNull(Household.registration(state));
        assertThat(registration.classification().mainCause()).isEqualTo(Cause.DISABILITY);
    }

    @Test
    void only_what_was_removed_or_dissolved_and_once() {
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(revoke("2014-08-01"))
                .refused(NOT_ENDED);
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(registered()),
                                removed(),
                                revoked("2014-08-01", "2014-07-01", End.REMOVAL)))
                .when(revoke("2014-09-01"))
                .refused(NOT_ENDED);
    }

    @Test
    void by_two_of_whom_neither_entered_the_end() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), removed()));
        spec.when(revoke("2014-08-01", "officer-2")).refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(revoke("2014-08-01", "officer-1")).refused(APPROVED_BY_WHOEVER_ENDED);
        spec.when(new RevokeEnd(revoke("2014-08-01").asked(), null)).refused(NOT_ENDED);
    }

    @Test
    void in_order_of_time_and_by_an_order_with_a_number() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(registered()), removed()));
        spec.when(revoke("2014-06-30")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(revoke("2020-01-02")).refused(IN_THE_FUTURE);
        spec.when(revoke("2014-07-01")).accepted();
        assertThatThrownBy(() ->
                        new RevokeEnd.Asked(
                                HOUSEHOLD,
                                day("2014-08-01"),
                                "误",
                                by("县"),
                                "chief",
                                false,
                                "officer-2",
                                RECEIVED,
                                null))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        m -> assertThat(m.field()).isEqualTo("decidedBy.documentNo"));
    }

    /** As if it had not ended: also what is entered late of a day between. */
    @Test
    void what_happened_meanwhile_is_entered_afterwards() {
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(registered()),
                                removed(),
                                revoked("2014-08-01", "2014-07-01", End.REMOVAL)))
                .when(
                        new RecordIncome(
                                HOUSEHOLD,
                                2013,
                                100_00,
                                0,
                                0,
                                0,
                                0,
                                false,
                                day("2014-07-15"),
                                RECEIVED,
                                null))
                .accepted();
    }
}
