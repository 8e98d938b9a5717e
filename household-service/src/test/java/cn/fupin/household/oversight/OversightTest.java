package cn.fupin.household.oversight;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.oversight.OversightReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import cn.fupin.backbone.command.Decision;
import cn.fupin.household.household.HouseholdPlaces.Early;
import cn.fupin.household.household.HouseholdPlaces.OnFile;
import cn.fupin.household.oversight.AppraisalEvent.*;
import cn.fupin.household.oversight.SamplingDecider.Sampling;
import cn.fupin.household.oversight.SamplingEvent.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OversightTest {
    private static final String SAMPLING = "sampling-00000000-0000-7000-8000-000000000001";
    private static final String APPRAISAL = "appraisal-00000000-0000-7000-8000-000000000001";
    private static final String TOWN = "513423199000";
    private static final String ONE = "household-00000000-0000-7000-8000-000000000001";
    private static final String OTHER = "household-00000000-0000-7000-8000-000000000002";
    private static final Decision COUNTY = new Decision("县扶贫移民局", null);
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private static SampleArchives sample(
            String on, boolean listed, boolean onFileThere, Finding... found) {
        return sample(on, listed, new OnFile(onFileThere, null), found);
    }

    private static SampleArchives sample(
            String on, boolean listed, OnFile onFile, Finding... found) {
        return new SampleArchives(
                new SampleArchives.Asked(
                        SAMPLING,
                        TOWN,
                        List.of(ONE),
                        List.of(found),
                        "县扶贫移民局",
                        LocalDate.parse(on),
                        false,
                        RECEIVED),
                listed,
                onFile);
    }

    private static ArchivesSampled sampled(Finding... found) {
        return new ArchivesSampled(
                SAMPLING,
                LocalDate.parse("2014-12-10"),
                TOWN,
                List.of(ONE),
                List.of(found),
                "县扶贫移民局",
                false);
    }

    @Test
    void what_was_found_is_of_the_sample() {
        var spec = given(SamplingDecider.INSTANCE, List.<SamplingEvent>of());
        var finding = new Finding(ONE, "调查表无签字");
        spec.when(sample("2014-12-10", true, true, finding)).then(sampled(finding));
        spec.when(sample("2014-12-10", true, true)).then(sampled());
        spec.when(sample("2014-12-10", true, true, new Finding(OTHER, "缺照片")))
                .refused(FOUND_OUTSIDE_THE_SAMPLE);
    }

    private static RectifyFaults rectify(String household, String on) {
        return new RectifyFaults(
                new RectifyFaults.Asked(
                        SAMPLING,
                        household,
                        "镇扶贫办",
                        "已补签",
                        LocalDate.parse(on),
                        false,
                        RECEIVED,
                        null),
                TOWN);
    }

    private static FaultsRectified rectified(String on) {
        return new FaultsRectified(SAMPLING, LocalDate.parse(on), ONE, "镇扶贫办", "已补签", false, null);
    }

    @Test
    void what_was_found_is_put_right_once_and_no_earlier() {
        var finding = new Finding(ONE, "调查表无签字");
        var spec = given(SamplingDecider.INSTANCE, sampled(finding));
        spec.when(rectify(ONE, "2014-12-20")).then(rectified("2014-12-20"));
        spec.when(rectify(ONE, "2014-12-09")).refused(BEFORE_THE_SAMPLING);
        spec.when(rectify(OTHER, "2014-12-20")).refused(NO_FAULT_FOUND);
        spec.when(rectify(ONE, "2020-01-02")).refused(IN_THE_FUTURE);
        given(SamplingDecider.INSTANCE, sampled())
                .when(rectify(ONE, "2014-12-20"))
                .refused(NO_FAULT_FOUND);
        given(SamplingDecider.INSTANCE, sampled(finding), rectified("2014-12-20"))
                .when(rectify(ONE, "2014-12-21"))
                .refused(RECTIFIED_ALREADY);
        given(SamplingDecider.INSTANCE, List.<SamplingEvent>of())
                .when(rectify(ONE, "2014-12-20"))
                .refused(NOT_SAMPLED);
    }

    /** 县级抽查、乡镇整改: the township is entitled to what lies in it, whoever sampled. */
    @Test
    void what_was_found_is_put_right_where_the_household_lies() {
        var held = SamplingDecider.INSTANCE.evolve(new Sampling.NotHeld(), sampled());
        var asked = rectify(ONE, "2014-12-20").asked();
        for (var village : List.of("513423199201", "513423198201")) {
            assertThat(SamplingDecider.INSTANCE.region(held, new RectifyFaults(asked, village)))
                    .isEqualTo(village);
        }
        assertThat(SamplingDecider.INSTANCE.region(held, new RectifyFaults(asked, null)))
                .isEqualTo(TOWN);
        assertThat(SamplingDecider.INSTANCE.region(held)).isEqualTo(TOWN);
    }

    @Test
    void a_sample_is_recorded_once_of_households_on_file_there() {
        var spec = given(SamplingDecider.INSTANCE, List.<SamplingEvent>of());
        spec.when(sample("2014-12-10", true, false)).refused(HOUSEHOLD_NOT_ON_FILE_THERE);
        spec.when(sample("2014-12-10", false, true)).refused(REGION_NOT_LISTED);
        var early = new Early(ONE, LocalDate.parse("2014-12-11"));
        spec.when(sample("2014-12-10", true, new OnFile(true, early)))
                .refused(HOUSEHOLD_NOT_ON_FILE_YET);
        spec.when(sample("2020-01-02", true, true)).refused(IN_THE_FUTURE);
        given(SamplingDecider.INSTANCE, sampled())
                .when(sample("2014-12-10", true, true))
                .refused(ALREADY_RECORDED);
    }

    private static AppraiseHelper appraise(int year, String on, boolean listed) {
        return appraise(year, on, listed, LocalDate.parse("2014-06-01"));
    }

    private static AppraiseHelper appraise(
            int year, String on, boolean listed, @Nullable LocalDate knownSince) {
        return new AppraiseHelper(
                new AppraiseHelper.Asked(
                        APPRAISAL,
                        "helper-1",
                        TOWN,
                        year,
                        Grade.EXCELLENT,
                        "通报表扬",
                        COUNTY,
                        LocalDate.parse(on),
                        false,
                        RECEIVED),
                listed,
                knownSince);
    }

    private static HelperAppraised appraised() {
        return new HelperAppraised(
                APPRAISAL,
                LocalDate.parse("2016-01-15"),
                "helper-1",
                TOWN,
                2015,
                Grade.EXCELLENT,
                "通报表扬",
                COUNTY,
                false);
    }

    @Test
    void nobody_is_appraised_whom_nobody_knows_by_that_day() {
        var spec = given(AppraisalDecider.INSTANCE, List.<AppraisalEvent>of());
        spec.when(appraise(2015, "2016-01-15", true, null)).refused(HELPER_UNKNOWN);
        spec.when(appraise(2015, "2016-01-15", true, LocalDate.parse("2016-01-16")))
                .refused(HELPER_NOT_KNOWN_YET);
        spec.when(appraise(2015, "2016-01-15", true, LocalDate.parse("2016-01-15")))
                .then(appraised());
    }

    @Test
    void a_helper_is_appraised_for_a_year_that_has_begun() {
        var spec = given(AppraisalDecider.INSTANCE, List.<AppraisalEvent>of());
        spec.when(appraise(2015, "2016-01-15", true)).then(appraised());
        spec.when(appraise(2017, "2016-01-15", true)).refused(YEAR_AFTER_THE_APPRAISAL);
        spec.when(appraise(2015, "2016-01-15", false)).refused(REGION_NOT_LISTED);
        spec.when(appraise(2015, "2020-01-02", true)).refused(IN_THE_FUTURE);
        given(AppraisalDecider.INSTANCE, appraised())
                .when(appraise(2015, "2016-01-15", true))
                .refused(ALREADY_RECORDED);
    }
}
