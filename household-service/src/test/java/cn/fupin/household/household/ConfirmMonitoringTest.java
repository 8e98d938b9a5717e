package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.household.household.ExitCommand.RecordRelapse;
import cn.fupin.household.household.HouseholdEvent.Cause;
import cn.fupin.household.household.MonitoringCommand.ConfirmMonitoring;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import cn.fupin.household.notice.NoticeKind;
import cn.fupin.household.notice.Notices.KnownNotice;
import cn.fupin.household.notice.Objection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfirmMonitoringTest {
    private static final List<HouseholdEvent> CHECKED = and(until(exited()), clue(), checked());

    /** Hung from the day after the check, over and closed on the 12th. */
    private static final KnownNotice HUNG = notice(NoticeKind.MONITORING, "2018-03-04");

    private static ConfirmMonitoring confirm(
            MonitoringKind kind,
            String on,
            @Nullable KnownNotice notice,
            @Nullable Integer daysMax) {
        return new ConfirmMonitoring(
                new ConfirmMonitoring.Asked(
                        HOUSEHOLD, kind, NOTICE, by("县"), false, day(on), RECEIVED, null),
                notice,
                daysMax,
                null);
    }

    private static ConfirmMonitoring confirm(String on) {
        return confirm(MonitoringKind.UNSTABLE_EXITED, on, HUNG, 15);
    }

    @Test
    void within_its_days_after_the_clue() {
        var spec = given(HouseholdDecider.INSTANCE, CHECKED);
        spec.when(confirm("2018-03-16")).then(monitored(MonitoringKind.UNSTABLE_EXITED));
        spec.when(confirm("2018-03-17")).refused(TOO_LONG_AFTER_THE_CLUE);
    }

    @Test
    void not_without_a_rule_that_says_how_many() {
        given(HouseholdDecider.INSTANCE, CHECKED)
                .when(confirm(MonitoringKind.UNSTABLE_EXITED, "2018-03-16", HUNG, null))
                .refused(NO_RULE_FOR_MONITORING);
    }

    @Test
    void a_household_that_exited_is_no_marginal_one_and_an_ordinary_one_no_unstable_one() {
        var exited = given(HouseholdDecider.INSTANCE, CHECKED);
        var ordinary =
                given(HouseholdDecider.INSTANCE, and(List.of(recorded()), clue(), checked()));
        exited.when(confirm(MonitoringKind.MARGINAL, "2018-03-16", HUNG, 15))
                .refused(KIND_OF_OTHER_HOUSEHOLDS);
        ordinary.when(confirm(MonitoringKind.UNSTABLE_EXITED, "2018-03-16", HUNG, 15))
                .refused(KIND_OF_OTHER_HOUSEHOLDS);
        ordinary.when(confirm(MonitoringKind.MARGINAL, "2018-03-16", HUNG, 15))
                .then(monitored(MonitoringKind.MARGINAL));
        for (var either : List.of(exited, ordinary)) {
            either.when(confirm(MonitoringKind.SUDDEN_HARDSHIP, "2018-03-16", HUNG, 15))
                    .then(monitored(MonitoringKind.SUDDEN_HARDSHIP));
        }
    }

    @Test
    void above_the_range_only_a_sudden_hardship() {
        var within =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(exited()), clue(), checked(4428_00, 4428_00L)));
        within.when(confirm("2018-03-16")).then(monitored(MonitoringKind.UNSTABLE_EXITED));
        var above =
                given(
                        HouseholdDecider.INSTANCE,
                        and(until(exited()), clue(), checked(4428_01, 4428_00L)));
        above.when(confirm("2018-03-16")).refused(INCOME_ABOVE_RANGE);
        above.when(confirm(MonitoringKind.SUDDEN_HARDSHIP, "2018-03-16", HUNG, 15))
                .then(monitored(MonitoringKind.SUDDEN_HARDSHIP));
    }

    @Test
    void after_its_own_notice_hung_for_its_days_and_no_objection_stands() {
        var spec = given(HouseholdDecider.INSTANCE, CHECKED);
        spec.when(withNotice(null)).refused(NOTICE_UNKNOWN);
        spec.when(withNotice(notice(NoticeKind.EXIT, "2018-03-04")))
                .refused(NOTICE_OF_ANOTHER_KIND);
        spec.when(withNotice(notice(NoticeKind.MONITORING, "2018-03-02")))
                .refused(NOTICE_BEFORE_PREVIOUS_STEP);
        spec.when(withNotice(notice(NoticeKind.MONITORING, "2018-03-09")))
                .refused(BEFORE_NOTICE_IS_OVER);
        spec.when(withNotice(notice(NoticeKind.MONITORING, "2018-03-04", null, Objection.NONE)))
                .refused(NOTICE_NOT_CLOSED);
        spec.when(
                        withNotice(
                                notice(
                                        NoticeKind.MONITORING,
                                        "2018-03-04",
                                        day("2018-03-12"),
                                        Objection.UPHELD)))
                .refused(OBJECTION_UPHELD);
    }

    private static ConfirmMonitoring withNotice(@Nullable KnownNotice notice) {
        return confirm(MonitoringKind.UNSTABLE_EXITED, "2018-03-16", notice, 15);
    }

    @Test
    void only_what_was_checked() {
        given(HouseholdDecider.INSTANCE, and(until(exited()), clue()))
                .when(confirm("2018-03-16"))
                .refused(NOT_CHECKED);
        given(HouseholdDecider.INSTANCE, and(CHECKED, monitored(MonitoringKind.UNSTABLE_EXITED)))
                .when(confirm("2018-03-16"))
                .refused(ALREADY_MONITORED);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(confirm("2018-03-16"))
                .refused(NOT_TO_BE_MONITORED);
        given(HouseholdDecider.INSTANCE, CHECKED)
                .when(confirm("2020-01-02"))
                .refused(IN_THE_FUTURE);
    }

    @Test
    void a_relapse_ends_the_watch() {
        var relapsed =
                given(
                                HouseholdDecider.INSTANCE,
                                and(CHECKED, monitored(MonitoringKind.UNSTABLE_EXITED)))
                        .when(
                                new RecordRelapse(
                                        new RecordRelapse.Asked(
                                                HOUSEHOLD,
                                                null,
                                                day("2018-05-01"),
                                                Cause.DISASTER,
                                                2017,
                                                1000_00,
                                                2018,
                                                by("县"),
                                                false,
                                                RECEIVED,
                                                null,
                                                null,
                                                null),
                                        null,
                                        null,
                                        line(2017, 2952_00),
                                        Screening.NOT_NEEDED,
                                        null,
                                        null))
                        .events()
                        .getFirst();
        given(
                        HouseholdDecider.INSTANCE,
                        and(CHECKED, monitored(MonitoringKind.UNSTABLE_EXITED), relapsed))
                .when(confirm("2018-05-16"))
                .refused(NOT_TO_BE_MONITORED);
    }
}
