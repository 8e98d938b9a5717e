package cn.fupin.household.quota;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.quota.QuotaReason.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Decision;
import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.quota.QuotaCommand.*;
import cn.fupin.household.quota.QuotaEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdjustQuotaTest {
    private static final Decision COUNTY = new Decision("县扶贫移民局", "盐扶贫〔2014〕9号");
    private static final String QUOTA = "quota-513423199201-2014";
    private static final String VILLAGE = "513423199201";
    private static final Instant NOW = Instant.parse("2015-01-01T00:00:00Z");

    private static QuotaAllocated allocated() {
        return new QuotaAllocated(
                QUOTA, LocalDate.parse("2014-03-01"), VILLAGE, 2014, 20, 22, COUNTY, false);
    }

    private static QuotaAdjusted adjusted(String on, int persons, int ceiling) {
        return new QuotaAdjusted(
                QUOTA,
                LocalDate.parse(on),
                VILLAGE,
                2014,
                persons,
                ceiling,
                "余额调剂",
                "盐扶贫〔2014〕9号",
                "513423199202",
                COUNTY,
                false);
    }

    private static AdjustQuota adjust(String on, int persons, int ceiling, @Nullable Integer rise) {
        return new AdjustQuota(
                new Adjustment.Asked(
                        QUOTA,
                        persons,
                        ceiling,
                        "余额调剂",
                        "盐扶贫〔2014〕9号",
                        "513423199202",
                        COUNTY,
                        LocalDate.parse(on),
                        false,
                        NOW),
                rise);
    }

    private static CorrectQuota correct(
            @Nullable String amountOn, int persons, int ceiling, String on, String approvedBy) {
        return new CorrectQuota(
                new CorrectQuota.Asked(
                        QUOTA,
                        "event-1",
                        persons,
                        ceiling,
                        "数字颠倒",
                        approvedBy,
                        LocalDate.parse(on),
                        "officer-1",
                        NOW),
                amountOn == null ? null : LocalDate.parse(amountOn),
                10);
    }

    private static QuotaCorrected corrected(
            String amountOn, int persons, int ceiling, int ceilingBefore) {
        return new QuotaCorrected(
                QUOTA,
                LocalDate.parse("2014-12-01"),
                VILLAGE,
                2014,
                "event-1",
                LocalDate.parse(amountOn),
                persons,
                ceiling,
                "数字颠倒",
                "officer-2",
                ceilingBefore);
    }

    @Test
    void from_a_day_on_after_the_amount_in_force_and_not_in_the_future() {
        var spec = given(QuotaDecider.INSTANCE, allocated());
        spec.when(adjust("2014-06-01", 16, 17, null)).then(adjusted("2014-06-01", 16, 17));
        spec.when(adjust("2014-03-01", 16, 17, null)).refused(NOT_AFTER_THE_AMOUNT_IN_FORCE);
        spec.when(adjust("2015-01-02", 16, 17, null)).refused(IN_THE_FUTURE);
        spec.when(adjust("2014-06-01", 20, 22, null)).refused(NOTHING_CHANGES);
        given(QuotaDecider.INSTANCE, allocated(), adjusted("2014-06-01", 16, 17))
                .when(adjust("2014-05-31", 15, 15, null))
                .refused(NOT_AFTER_THE_AMOUNT_IN_FORCE);
        given(QuotaDecider.INSTANCE, List.of())
                .when(adjust("2014-06-01", 16, 17, null))
                .refused(NOT_ALLOCATED);
    }

    @Test
    void its_ceiling_lies_no_further_above_it_than_the_rule_allows() {
        var spec = given(QuotaDecider.INSTANCE, allocated());
        spec.when(adjust("2014-06-01", 927, 1019, 10)).accepted();
        spec.when(adjust("2014-06-01", 927, 1020, 10)).refused(CEILING_ABOVE_THE_RISE);
        assertThatThrownBy(() -> adjust("2014-06-01", 9, 8, null)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_township_hands_down_only_what_it_has() {
        var asked =
                new Allocation.Asked(
                        QUOTA,
                        VILLAGE,
                        2014,
                        20,
                        22,
                        COUNTY,
                        LocalDate.parse("2014-03-01"),
                        false,
                        NOW);
        given(QuotaDecider.INSTANCE, List.of())
                .when(new HandDownQuota(asked, true, null, true))
                .then(allocated());
        given(QuotaDecider.INSTANCE, List.of())
                .when(new HandDownQuota(asked, true, null, false))
                .refused(NOTHING_TO_HAND_DOWN);
    }

    @Test
    void what_was_entered_wrongly_is_corrected_by_two_from_its_own_day_on() {
        var spec = given(QuotaDecider.INSTANCE, allocated(), adjusted("2014-06-01", 16, 17));
        spec.when(correct("2014-03-01", 20, 20, "2014-12-01", "officer-2"))
                .then(corrected("2014-03-01", 20, 20, 22));
        given(
                        QuotaDecider.INSTANCE,
                        allocated(),
                        adjusted("2014-06-01", 16, 17),
                        corrected("2014-03-01", 20, 20, 22))
                .when(correct("2014-03-01", 21, 21, "2014-12-01", "officer-2"))
                .then(corrected("2014-03-01", 21, 21, 20));
        spec.when(correct("2014-06-01", 16, 16, "2014-12-01", "officer-1"))
                .refused(APPROVED_BY_WHOEVER_ENTERED);
        spec.when(correct(null, 16, 16, "2014-12-01", "officer-2")).refused(NO_SUCH_AMOUNT);
        spec.when(correct("2014-06-01", 16, 16, "2014-05-31", "officer-2"))
                .refused(CORRECTION_BEFORE_FACT);
        spec.when(correct("2014-06-01", 16, 16, "2015-01-02", "officer-2")).refused(IN_THE_FUTURE);
        spec.when(correct("2014-06-01", 16, 18, "2014-12-01", "officer-2"))
                .refused(CEILING_ABOVE_THE_RISE);
    }

    @Test
    void after_a_correction_the_amount_in_force_is_the_corrected_one() {
        given(
                        QuotaDecider.INSTANCE,
                        allocated(),
                        adjusted("2014-06-01", 16, 17),
                        corrected("2014-06-01", 18, 19, 17))
                .when(adjust("2014-12-02", 18, 19, null))
                .refused(NOTHING_CHANGES);
        given(
                        QuotaDecider.INSTANCE,
                        allocated(),
                        adjusted("2014-06-01", 16, 17),
                        corrected("2014-03-01", 18, 19, 22))
                .when(adjust("2014-12-02", 16, 17, null))
                .refused(NOTHING_CHANGES);
    }

    @Test
    void a_correction_changes_something() {
        var spec = given(QuotaDecider.INSTANCE, allocated(), adjusted("2014-06-01", 16, 17));
        spec.when(correct("2014-03-01", 20, 22, "2014-12-01", "officer-2"))
                .refused(NOTHING_CHANGES);
        spec.when(correct("2014-06-01", 16, 17, "2014-12-01", "officer-2"))
                .refused(NOTHING_CHANGES);
        // what the other amount reads
        spec.when(correct("2014-03-01", 16, 17, "2014-12-01", "officer-2")).accepted();
        var corrected =
                given(
                        QuotaDecider.INSTANCE,
                        allocated(),
                        adjusted("2014-06-01", 16, 17),
                        corrected("2014-03-01", 18, 19, 22));
        corrected
                .when(correct("2014-03-01", 18, 19, "2014-12-01", "officer-2"))
                .refused(NOTHING_CHANGES);
        corrected.when(correct("2014-03-01", 20, 22, "2014-12-01", "officer-2")).accepted();
    }

    /** What the county gave the village itself is not the township's to set. */
    @Test
    void a_township_without_places_of_its_own_adjusts_nothing() {
        var asked = adjust("2014-06-01", 30, 30, null).asked();
        var spec = given(QuotaDecider.INSTANCE, List.of(allocated()));
        spec.when(new AdjustHandedDown(asked, null, false)).refused(NOTHING_TO_HAND_DOWN);
        spec.when(new AdjustHandedDown(asked, null, true)).accepted();
    }
}
