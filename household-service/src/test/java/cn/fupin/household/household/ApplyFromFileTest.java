package cn.fupin.household.household;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.household.Facts.*;
import static cn.fupin.household.household.HouseholdReason.*;

import cn.fupin.backbone.division.Lineage;
import cn.fupin.household.batch.Batches.KnownBatch;
import cn.fupin.household.household.FileCommand.RecordIncome;
import cn.fupin.household.household.IdentificationCommand.*;
import cn.fupin.household.household.IdentificationEvent.*;
import cn.fupin.household.household.MonitoringCommand.EliminateRisk;
import cn.fupin.household.household.MonitoringCommand.RaiseClue;
import cn.fupin.household.household.MonitoringEvent.ClueSource;
import cn.fupin.household.household.MonitoringEvent.MonitoringKind;
import cn.fupin.household.povertyline.PovertyLines.Whose;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 在档的一般农户申请建档立卡: with the file it has, and back to it when nothing comes of it. */
class ApplyFromFileTest {
    private static final List<HouseholdEvent> ON_FILE =
            List.of(recorded(), joined(THIRD, "2018-01-05", 3));
    private static final List<HouseholdEvent> WATCHED =
            and(ON_FILE, clue(), checked(), monitored(MonitoringKind.MARGINAL));

    private static ApplyFromFile apply(String on) {
        return apply(on, null, null, null);
    }

    private static ApplyFromFile apply(
            String on,
            @Nullable String batchId,
            @Nullable KnownBatch batch,
            @Nullable LocalDate villageEndedOn) {
        return new ApplyFromFile(
                new ApplyFromFile.Asked(HOUSEHOLD, day(on), batchId, null, false, RECEIVED, null),
                new Village(day("2000-01-01"), villageEndedOn, List.of()),
                batch == null ? null : new BatchThere(batch, Lineage.UNDIVIDED));
    }

    private static HouseholdOnFileApplied applied(String on) {
        return new HouseholdOnFileApplied(HOUSEHOLD, day(on), VILLAGE, 3, false, null, null, null);
    }

    private static HouseholdBackOnFile back(String on) {
        return new HouseholdBackOnFile(
                HOUSEHOLD, day(on), Stage.APPLIED, "收入高", by("村"), null, false, null);
    }

    private static RejectHousehold reject(String on) {
        return new RejectHousehold(HOUSEHOLD, day(on), by("村"), "收入高", RECEIVED, null);
    }

    private static RaiseClue raise(String on) {
        return new RaiseClue(HOUSEHOLD, ClueSource.CADRE_CHECK, false, day(on), RECEIVED, null);
    }

    @Test
    void with_the_members_of_the_day_it_goes_through_every_step() {
        given(HouseholdDecider.INSTANCE, ON_FILE)
                .when(apply("2018-04-01"))
                .then(applied("2018-04-01"));
        given(HouseholdDecider.INSTANCE, and(ON_FILE, applied("2018-04-01")))
                .when(
                        new SurveyHousehold(
                                HOUSEHOLD,
                                day("2018-04-05"),
                                List.of("李某"),
                                2017,
                                300_00,
                                0,
                                0,
                                0,
                                0,
                                true,
                                true,
                                false,
                                RECEIVED,
                                null))
                .accepted();
    }

    @Test
    void only_of_a_household_on_file_and_of_no_earlier_day_than_its_last_step() {
        given(HouseholdDecider.INSTANCE, and(ON_FILE, applied("2018-04-01")))
                .when(apply("2018-04-02"))
                .refused(ALREADY_APPLIED);
        given(HouseholdDecider.INSTANCE, until(registered()))
                .when(apply("2018-04-02"))
                .refused(ALREADY_APPLIED);
        given(HouseholdDecider.INSTANCE, and(ON_FILE, dissolved()))
                .when(apply("2018-07-02"))
                .refused(HOUSEHOLD_ENDED);
        given(HouseholdDecider.INSTANCE, ON_FILE)
                .when(apply("2014-03-31"))
                .refused(BEFORE_PREVIOUS_STEP);
        given(HouseholdDecider.INSTANCE, ON_FILE).when(apply("2020-01-02")).refused(IN_THE_FUTURE);
    }

    @Test
    void in_a_village_there_is_and_a_batch_of_it() {
        var spec = given(HouseholdDecider.INSTANCE, ON_FILE);
        spec.when(apply("2018-04-01", null, null, day("2018-04-01"))).refused(VILLAGE_SUPERSEDED);
        spec.when(apply("2018-04-01", BATCH, null, null)).refused(BATCH_UNKNOWN);
        spec.when(apply("2018-04-01", BATCH, batch(null), null)).refused(OUTSIDE_THE_BATCH);
        spec.when(apply("2014-04-10", BATCH, batch(null), null)).accepted();
    }

    @Test
    void rejected_or_withdrawn_it_is_on_file_as_before_and_may_apply_again() {
        given(HouseholdDecider.INSTANCE, and(ON_FILE, applied("2018-04-01")))
                .when(reject("2018-04-10"))
                .then(back("2018-04-10"));
        given(HouseholdDecider.INSTANCE, and(ON_FILE, applied("2018-04-01")))
                .when(
                        new WithdrawApplication(
                                HOUSEHOLD, HEAD, "外出", day("2018-04-10"), false, RECEIVED, null))
                .then(
                        new HouseholdBackOnFile(
                                HOUSEHOLD,
                                day("2018-04-10"),
                                Stage.APPLIED,
                                "外出",
                                null,
                                HEAD,
                                false,
                                null));
        var spec =
                given(
                        HouseholdDecider.INSTANCE,
                        and(ON_FILE, applied("2018-04-01"), back("2018-04-10")));
        spec.when(apply("2018-05-01")).then(applied("2018-05-01"));
        spec.when(raise("2018-05-01")).accepted();
    }

    @Test
    void its_file_goes_on_meanwhile() {
        var income =
                new RecordIncome(
                        HOUSEHOLD,
                        2017,
                        300_00,
                        0,
                        0,
                        0,
                        0,
                        false,
                        day("2018-04-02"),
                        RECEIVED,
                        null);
        given(HouseholdDecider.INSTANCE, and(ON_FILE, applied("2018-04-01")))
                .when(income)
                .accepted();
        given(HouseholdDecider.INSTANCE, List.of(Facts.applied()))
                .when(income)
                .refused(NOT_ON_FILE);
    }

    /** Whether its risk is gone is not asked while it is looked at as poor. */
    @Test
    void whoever_was_watched_is_watched_again_when_nothing_comes_of_it() {
        var looked = and(WATCHED, applied("2018-04-01"));
        given(HouseholdDecider.INSTANCE, looked)
                .when(raise("2018-04-02"))
                .refused(NOT_TO_BE_MONITORED);
        given(HouseholdDecider.INSTANCE, and(looked, back("2018-04-10")))
                .when(raise("2018-04-11"))
                .refused(ALREADY_MONITORED);
        given(HouseholdDecider.INSTANCE, and(looked, back("2018-04-10")))
                .when(
                        new EliminateRisk(
                                new EliminateRisk.Asked(
                                        HOUSEHOLD,
                                        2017,
                                        3500_00,
                                        assured(),
                                        by("县"),
                                        false,
                                        day("2018-04-11"),
                                        RECEIVED,
                                        null),
                                line(2017, 2952_00, Whose.NEAREST),
                                null))
                .accepted();
    }

    @Test
    void by_an_application_of_new_persons_it_is_told_where_to_apply() {
        given(HouseholdDecider.INSTANCE, ON_FILE)
                .when(
                        new ApplyForRegistration(
                                HOUSEHOLD,
                                VILLAGE,
                                null,
                                Facts.applied().members(),
                                new Village(day("2000-01-01"), null, List.of()),
                                null,
                                null,
                                day("2018-04-01"),
                                false,
                                Enclosures.NONE,
                                RECEIVED))
                .refused(ON_FILE_ALREADY);
    }
}
