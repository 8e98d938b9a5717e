package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.household.MonitoringCommand.DismissClue;
import cn.fupin.household.household.MonitoringCommand.RaiseClue;
import cn.fupin.household.household.MonitoringEvent.ClueSource;
import cn.fupin.household.household.MonitoringEvent.MonitoringDismissed;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DismissClueTest {
    private static DismissClue dismiss(String on, String reason) {
        return new DismissClue(HOUSEHOLD, reason, by("村两委"), false, day(on), RECEIVED, null);
    }

    private static DismissClue dismiss(String on) {
        return dismiss(on, "住院费用已全额报销");
    }

    private static MonitoringDismissed dismissed() {
        return new MonitoringDismissed(
                HOUSEHOLD, day("2018-03-05"), "住院费用已全额报销", by("村两委"), false, null);
    }

    @Test
    void whether_the_home_was_checked_or_not() {
        given(HouseholdDecider.INSTANCE, and(until(exited()), clue()))
                .when(dismiss("2018-03-05"))
                .then(dismissed());
        given(HouseholdDecider.INSTANCE, and(until(exited()), clue(), checked()))
                .when(dismiss("2018-03-05"))
                .then(dismissed());
        given(HouseholdDecider.INSTANCE, and(List.of(recorded()), clue()))
                .when(dismiss("2018-03-05"))
                .then(dismissed());
    }

    @Test
    void then_there_is_none_to_check_until_a_new_one_comes() {
        var spec = given(HouseholdDecider.INSTANCE, and(until(exited()), clue(), dismissed()));
        spec.when(dismiss("2018-03-06")).refused(NO_CLUE);
        spec.when(
                        new RaiseClue(
                                HOUSEHOLD,
                                ClueSource.CADRE_CHECK,
                                false,
                                day("2018-06-01"),
                                RECEIVED,
                                null))
                .accepted();
    }

    @Test
    void nothing_to_dismiss_where_no_clue_is_open_and_nobody_unwatched_this_way() {
        given(HouseholdDecider.INSTANCE, until(exited()))
                .when(dismiss("2018-03-05"))
                .refused(NO_CLUE);
        given(
                        HouseholdDecider.INSTANCE,
                        and(
                                until(exited()),
                                clue(),
                                checked(),
                                monitored(MonitoringKind.UNSTABLE_EXITED)))
                .when(dismiss("2018-04-01"))
                .refused(ALREADY_MONITORED);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(dismiss("2018-03-05"))
                .refused(NOT_TO_BE_MONITORED);
    }

    @Test
    void with_a_reason_and_in_order_of_time() {
        assertThatThrownBy(() -> dismiss("2018-03-05", " ")).isInstanceOf(Malformed.class);
        var spec = given(HouseholdDecider.INSTANCE, and(until(exited()), clue()));
        spec.when(dismiss("2018-02-28")).refused(BEFORE_PREVIOUS_STEP);
        spec.when(dismiss("2020-01-02")).refused(IN_THE_FUTURE);
    }
}
