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
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.household.StandingCommand.RevokeExit;
import cn.fupin.household.household.StandingCommand.RevokeRelapse;
import cn.fupin.household.household.StandingEvent.HouseholdSuspended;
import cn.fupin.household.household.StandingEvent.RelapseRevoked;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 撤销返贫. */
class RevokeRelapseTest {
    private static final Decision ORDER = new Decision("县脱贫攻坚领导小组", "县扶领〔2017〕3号");
    private static final String RELAPSE = "event-relapse";

    private static RevokeRelapse revoke(
            String on, String approvedBy, RevokeRelapse.@Nullable Entered relapse) {
        return new RevokeRelapse(asked(on, approvedBy, ORDER), relapse);
    }

    private static RevokeRelapse.Asked asked(String on, String approvedBy, Decision decidedBy) {
        return new RevokeRelapse.Asked(
                HOUSEHOLD,
                day(on),
                "误登为另一户",
                decidedBy,
                approvedBy,
                false,
                "officer-2",
                RECEIVED,
                null);
    }

    private static RevokeRelapse revoke(String on) {
        return revoke(on, "chief", entered("2017-03-01"));
    }

    private static RevokeRelapse.Entered entered(String relapsedOn) {
        return new RevokeRelapse.Entered(RELAPSE, day(relapsedOn), 2017, "officer-1");
    }

    static HouseholdRelapsed relapsed() {
        return new HouseholdRelapsed(
                HOUSEHOLD,
                day("2017-03-01"),
                null,
                Cause.DISASTER,
                2016,
                1000_00,
                "povertyline-510000000000-2016",
                2952_00,
                2,
                2017,
                by("县"),
                false,
                null,
                null,
                null);
    }

    static RelapseRevoked revoked() {
        return new RelapseRevoked(
                HOUSEHOLD,
                day("2017-05-01"),
                RELAPSE,
                day("2017-03-01"),
                2017,
                2,
                "误登为另一户",
                ORDER,
                "chief",
                false,
                null);
    }

    private static Household evolved(List<HouseholdEvent> past) {
        var state = HouseholdDecider.INSTANCE.initial();
        for (var event : past) state = Evolution.evolve(state, event);
        return state;
    }

    @Test
    void it_has_exited_again_as_if_it_had_not_come_back() {
        given(HouseholdDecider.INSTANCE, and(until(exited()), relapsed()))
                .when(revoke("2017-05-01"))
                .then(revoked());
        var before = (Household.Exited) evolved(until(exited()));
        var after = (Household.Exited) evolved(and(until(exited()), relapsed(), revoked()));
        assertThat(after.registration()).isEqualTo(before.registration());
        assertThat(after.monitoring()).isEqualTo(before.monitoring());
        assertThat(after.file().lastOn()).isEqualTo(day("2017-05-01"));
    }

    @Test
    void it_may_relapse_again_by_the_same_income_and_be_taken_back_again() {
        var past = and(until(exited()), relapsed(), revoked());
        given(HouseholdDecider.INSTANCE, past).when(revoke("2017-06-01")).refused(NOT_RELAPSED);
        var again =
                new HouseholdRelapsed(
                        HOUSEHOLD,
                        day("2017-06-01"),
                        null,
                        Cause.ILLNESS,
                        2016,
                        1000_00,
                        "povertyline-510000000000-2016",
                        2952_00,
                        2,
                        2017,
                        by("县"),
                        false,
                        null,
                        null,
                        null);
        given(HouseholdDecider.INSTANCE, and(past, again))
                .when(revoke("2017-07-01", "chief", entered("2017-06-01")))
                .accepted();
    }

    @Test
    void the_watch_that_it_ended_goes_on() {
        var watched =
                and(until(exited()), clue(), checked(), monitored(MonitoringKind.UNSTABLE_EXITED));
        var relapse =
                new HouseholdRelapsed(
                        HOUSEHOLD,
                        day("2018-06-01"),
                        null,
                        Cause.ILLNESS,
                        2017,
                        1000_00,
                        "povertyline-510000000000-2017",
                        2952_00,
                        2,
                        2018,
                        by("县"),
                        false,
                        null,
                        null,
                        null);
        var revoked =
                new RelapseRevoked(
                        HOUSEHOLD,
                        day("2018-07-01"),
                        RELAPSE,
                        day("2018-06-01"),
                        2018,
                        2,
                        "误登",
                        ORDER,
                        "chief",
                        false,
                        null);
        var after = (Household.Exited) evolved(and(watched, relapse, revoked));
        assertThat(after.monitoring())
                .isEqualTo(((Household.Exited) evolved(watched)).monitoring());
    }

    @Test
    void what_was_corrected_of_the_registration_meanwhile_stays_corrected() {
        var corrected =
                new CausesCorrected(
                        HOUSEHOLD,
                        day("2017-04-01"),
                        "event-registration",
                        "误录",
                        "chief",
                        Cause.SCHOOLING,
                        List.of(),
                        null,
                        null);
        var after =
                (Household.Exited) evolved(and(until(exited()), relapsed(), corrected, revoked()));
        assertThat(after.registration().classification().mainCause()).isEqualTo(Cause.SCHOOLING);
    }

    @Test
    void a_later_step_that_stands_on_it_is_named() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(revoke("2017-05-01")).refused(NOT_RELAPSED);
        given(HouseholdDecider.INSTANCE, until(exitAgreed()))
                .when(revoke("2017-05-01"))
                .refused(NOT_RELAPSED);
        var suspended =
                new HouseholdSuspended(
                        HOUSEHOLD,
                        day("2017-04-01"),
                        2,
                        "UNDER_INVESTIGATION",
                        by("县"),
                        false,
                        null);
        var underWay = new ExitProposed(HOUSEHOLD, day("2017-04-01"), by("村"), false, null);
        for (var step : List.of(suspended, underWay)) {
            given(HouseholdDecider.INSTANCE, and(until(exited()), relapsed(), step))
                    .when(revoke("2017-05-01"))
                    .refused(LATER_STEP_STANDS_ON_IT);
        }
    }

    @Test
    void its_exit_may_be_taken_back_afterwards() {
        given(HouseholdDecider.INSTANCE, and(until(exited()), relapsed(), revoked()))
                .when(
                        new RevokeExit(
                                new RevokeExit.Asked(
                                        HOUSEHOLD,
                                        day("2017-06-01"),
                                        "错退",
                                        ORDER,
                                        "chief",
                                        null,
                                        null,
                                        false,
                                        "officer-2",
                                        RECEIVED,
                                        null),
                                null,
                                "officer-1"))
                .accepted();
        given(HouseholdDecider.INSTANCE, and(until(exited()), relapsed(), revoked()))
                .when(new ProposeExit(HOUSEHOLD, day("2017-10-01"), by("村"), false, RECEIVED, null))
                .refused(NOT_ON_THE_REGISTER);
    }

    @Test
    void by_an_order_with_a_number_and_approved_by_neither_who_entered_either() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(exited()), relapsed()));
        spec.when(revoke("2017-05-01", "officer-2", entered("2017-03-01")))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(revoke("2017-05-01", "officer-1", entered("2017-03-01")))
                .refused(APPROVED_BY_WHOEVER_RELAPSED);
        spec.when(revoke("2017-05-01", "chief", null)).refused(NOT_RELAPSED);
        spec.when(revoke("2017-05-01", "chief", entered("2015-03-01"))).refused(NOT_RELAPSED);
        spec.when(revoke("2017-02-28")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(revoke("2020-01-02")).refused(IN_THE_FUTURE);
        assertThatThrownBy(() -> asked("2017-05-01", "chief", by("县")))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        m -> assertThat(m.field()).isEqualTo("decidedBy.documentNo"));
    }
}
