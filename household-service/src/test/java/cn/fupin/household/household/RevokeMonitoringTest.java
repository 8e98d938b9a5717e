package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.ExitEvent.HouseholdRelapsed;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.MonitoringCommand.RaiseClue;
import cn.fupin.household.household.MonitoringCommand.RevokeMonitoring;
import cn.fupin.household.household.MonitoringEvent.*;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 撤销纳入监测. */
class RevokeMonitoringTest {
    private static final List<HouseholdEvent> WATCHED =
            and(until(exited()), clue(), checked(), monitored(MonitoringKind.UNSTABLE_EXITED));

    private static RevokeMonitoring revoke(
            String on, String approvedBy, RevokeMonitoring.@Nullable Entered confirmation) {
        return new RevokeMonitoring(
                new RevokeMonitoring.Asked(
                        HOUSEHOLD,
                        day(on),
                        "误登为另一户",
                        by("镇"),
                        approvedBy,
                        false,
                        "clerk-2",
                        RECEIVED,
                        null),
                confirmation);
    }

    private static RevokeMonitoring revoke(String on) {
        return revoke(on, "chief", entered("2018-03-16"));
    }

    private static RevokeMonitoring.Entered entered(String on) {
        return new RevokeMonitoring.Entered("event-monitored", day(on), "clerk-1");
    }

    private static MonitoringRevoked revoked() {
        return new MonitoringRevoked(
                HOUSEHOLD,
                day("2018-04-01"),
                "event-monitored",
                day("2018-03-16"),
                "误登为另一户",
                by("镇"),
                "chief",
                false,
                null);
    }

    @Test
    void it_is_watched_no_more_and_no_risk_was_eliminated() {
        given(HouseholdDecider.INSTANCE, WATCHED).when(revoke("2018-04-01")).then(revoked());
        var spec = given(HouseholdDecider.INSTANCE, and(WATCHED, revoked()));
        spec.when(revoke("2018-04-02")).refused(NOT_MONITORED);
        spec.when(
                        new RaiseClue(
                                HOUSEHOLD,
                                ClueSource.CADRE_CHECK,
                                false,
                                day("2018-04-02"),
                                RECEIVED,
                                null))
                .accepted();
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                List.of(recorded()),
                                clue(),
                                checked(),
                                monitored(MonitoringKind.MARGINAL)))
                .when(revoke("2018-04-01"))
                .then(revoked());
    }

    @Test
    void not_once_the_risk_was_eliminated_or_it_relapsed() {
        given(HouseholdDecider.INSTANCE, and(WATCHED, safe()))
                .when(revoke("2018-12-01"))
                .refused(NOT_MONITORED);
        var relapsed =
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
        given(HouseholdDecider.INSTANCE, and(WATCHED, relapsed))
                .when(revoke("2018-07-01"))
                .refused(LATER_STEP_STANDS_ON_IT);
        given(HouseholdDecider.INSTANCE, and(until(exited()), clue(), checked()))
                .when(revoke("2018-04-01"))
                .refused(NOT_MONITORED);
    }

    @Test
    void approved_by_neither_who_enters_it_nor_who_entered_the_monitoring() {
        var spec = given(HouseholdDecider.INSTANCE, WATCHED);
        spec.when(revoke("2018-04-01", "clerk-2", entered("2018-03-16")))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(revoke("2018-04-01", "clerk-1", entered("2018-03-16")))
                .refused(APPROVED_BY_WHOEVER_MONITORED);
        spec.when(revoke("2018-04-01", "chief", null)).refused(NOT_MONITORED);
        spec.when(revoke("2018-03-15")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(revoke("2020-01-02")).refused(IN_THE_FUTURE);
    }
}
