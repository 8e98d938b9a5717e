package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.household.ExitCommand.ProposeExit;
import cn.fupin.household.household.ExitEvent.*;
import cn.fupin.household.household.HouseholdEvent.*;
import cn.fupin.household.household.MonitoringCommand.RaiseClue;
import cn.fupin.household.household.MonitoringEvent.*;
import cn.fupin.household.household.StandingCommand.RevokeExit;
import cn.fupin.household.household.StandingEvent.ExitRevoked;
import cn.fupin.household.household.StandingEvent.HouseholdSplitOff;
import cn.fupin.household.household.StandingEvent.Standing;
import cn.fupin.household.round.RoundEvent.Direction;
import cn.fupin.household.round.Rounds.KnownRound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevokeExitTest {
    private static final Decision ORDER = new Decision("县脱贫攻坚领导小组", "县扶领〔2017〕3号");

    private static RevokeExit revoke(
            String on,
            String approvedBy,
            @Nullable String roundId,
            @Nullable String rule,
            @Nullable KnownRound round) {
        return new RevokeExit(
                new RevokeExit.Asked(
                        HOUSEHOLD,
                        day(on),
                        "收入核实有误，住房不安全",
                        ORDER,
                        approvedBy,
                        roundId,
                        rule,
                        false,
                        "officer-2",
                        RECEIVED,
                        null),
                round,
                "officer-1");
    }

    private static RevokeExit revoke(String on) {
        return revoke(on, "chief", null, null, null);
    }

    static ExitRevoked revoked() {
        return new ExitRevoked(
                HOUSEHOLD,
                day("2017-05-01"),
                day("2016-10-19"),
                2,
                "收入核实有误，住房不安全",
                ORDER,
                "chief",
                null,
                null,
                false,
                null);
    }

    @Test
    void it_is_on_the_register_again_and_has_not_relapsed() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(revoke("2017-05-01"))
                .then(revoked());
        var state = Evolution.evolve(evolved(until(exited())), revoked());
        assertThat(state).isInstanceOf(Household.Registered.class);
        var help = ((Household.Registered) state).registration().help();
        assertThat(help.enteredOn()).isEqualTo(day("2014-05-09"));
        assertThat(help.exitedOn()).isNull();
    }

    @Test
    void it_exits_anew_by_all_the_steps() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(exited()), revoked()));
        spec.when(new ProposeExit(HOUSEHOLD, day("2017-10-01"), by("村两委"), false, RECEIVED, null))
                .accepted();
        spec.when(revoke("2017-06-01")).refused(NOT_EXITED);
    }

    @Test
    void what_watched_it_as_exited_has_nothing_to_watch() {
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(exited()),
                                clue(),
                                checked(),
                                monitored(MonitoringKind.UNSTABLE_EXITED)))
                .when(revoke("2018-05-01"))
                .accepted();
        given(HouseholdDecider.INSTANCE, and(until(exited()), revoked()))
                .when(
                        new RaiseClue(
                                HOUSEHOLD,
                                ClueSource.CADRE_CHECK,
                                false,
                                day("2018-06-01"),
                                RECEIVED,
                                null))
                .refused(NOT_TO_BE_MONITORED);
    }

    @Test
    void not_one_after_which_it_relapsed() {
        var again =
                new HouseholdRelapsed(
                        HOUSEHOLD,
                        day("2017-03-01"),
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
        given(HouseholdDecider.INSTANCE, and(until(exited()), again))
                .when(revoke("2017-05-01"))
                .refused(NOT_EXITED);
    }

    @Test
    void by_a_rule_of_entry_of_a_round_of_its_place_and_in_its_days() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        var round =
                new KnownRound(
                        ROUND,
                        "513423199000",
                        Lineage.UNDIVIDED,
                        day("2017-01-01"),
                        day("2017-12-31"),
                        Direction.ENTER);
        spec.when(revoke("2017-05-01", "chief", ROUND, "WRONGLY_EXITED", round)).accepted();
        spec.when(revoke("2018-05-01", "chief", ROUND, "WRONGLY_EXITED", round))
                .refused(OUTSIDE_THE_ROUND);
        spec.when(revoke("2017-05-01", "chief", ROUND, "WRONGLY_EXITED", null))
                .refused(ROUND_UNKNOWN);
        spec.when(revoke("2017-05-01", "chief", ROUND, "HAS_CAR", round(Direction.LEAVE)))
                .refused(NO_SUCH_RULE_IN_THE_ROUND);
        assertThatThrownBy(() -> revoke("2017-05-01", "chief", ROUND, null, round))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void approved_by_neither_who_enters_it_nor_who_confirmed_the_exit() {
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(revoke("2017-05-01", "officer-2", null, null, null))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(revoke("2017-05-01", "officer-1", null, null, null))
                .refused(APPROVED_BY_WHOEVER_CONFIRMED);
        var lookedTooEarly = new RevokeExit(revoke("2017-05-01").asked(), null, null);
        spec.when(lookedTooEarly).refused(NOT_EXITED);
    }

    @Test
    void by_an_order_with_a_number() {
        assertThatThrownBy(() ->
                        new RevokeExit.Asked(
                                HOUSEHOLD,
                                day("2017-05-01"),
                                "误",
                                by("县"),
                                "chief",
                                null,
                                null,
                                false,
                                "officer-2",
                                RECEIVED,
                                null))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        m -> assertThat(m.field()).isEqualTo("decidedBy.documentNo"));
    }

    @Test
    void only_an_exit_of_its_own_in_order_of_time() {
        given(HouseholdDecider.INSTANCE, until(exitAgreed()))
                .when(revoke("2017-05-01"))
                .refused(NOT_EXITED);
        given(HouseholdDecider.INSTANCE, List.of(splitOff()))
                .when(revoke("2018-05-01"))
                .refused(NO_EXIT_OF_ITS_OWN);
        var spec = given(HouseholdDecider.INSTANCE, until(exited()));
        spec.when(revoke("2016-10-18")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(revoke("2020-01-02")).refused(IN_THE_FUTURE);
    }

    static HouseholdSplitOff splitOff() {
        return new HouseholdSplitOff(
                HOUSEHOLD,
                day("2017-01-01"),
                OTHER_HOUSEHOLD,
                VILLAGE,
                null,
                HEAD,
                List.of(member(HEAD, Relation.HEAD)),
                1,
                Standing.EXITED,
                day("2014-05-09"),
                Standard.NATIONAL,
                HouseholdType.GENERAL,
                Cause.ILLNESS,
                List.of(),
                by("县"),
                "误登一户",
                "chief",
                false,
                day("2014-05-09"),
                day("2016-10-19"),
                2013,
                2015);
    }

    private static Household evolved(List<HouseholdEvent> past) {
        var state = HouseholdDecider.INSTANCE.initial();
        for (var event : past) state = Evolution.evolve(state, event);
        return state;
    }
}
