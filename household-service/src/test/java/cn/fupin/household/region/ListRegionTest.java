package cn.fupin.household.region;

import static cn.fupin.backbone.testing.DeciderSpec.given;
import static cn.fupin.household.region.RegionReason.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.household.division.NationalList;
import cn.fupin.household.region.RegionCommand.ListRegion;
import cn.fupin.household.region.RegionEvent.RegionListed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListRegionTest {
    private static final String TOWN = "513423106000";
    private static final Instant RECEIVED = Instant.parse("2020-01-01T00:00:00Z");

    private static ListRegion list(
            String name,
            boolean sample,
            @Nullable String officialName,
            boolean parentListed,
            String on) {
        return list(name, sample, officialName, parentListed, on, null);
    }

    private static ListRegion list(
            String name,
            boolean sample,
            @Nullable String officialName,
            boolean parentListed,
            String on,
            @Nullable String attestedBy) {
        return new ListRegion(
                new ListRegion.Asked(
                        "region-" + TOWN,
                        TOWN,
                        name,
                        Level.TOWNSHIP,
                        "513423000000",
                        sample,
                        LocalDate.parse(on),
                        null,
                        RECEIVED,
                        attestedBy),
                officialName,
                parentListed);
    }

    private static RegionListed listed(String name, boolean official, boolean sample) {
        return new RegionListed(
                TOWN,
                LocalDate.parse("2014-01-01"),
                name,
                Level.TOWNSHIP,
                "513423000000",
                official,
                sample,
                NationalList.AS_OF,
                null,
                null);
    }

    @Test
    void a_real_place_under_its_name_in_the_national_list() {
        given(RegionDecider.INSTANCE, List.of())
                .when(list("平川镇", false, "平川镇", true, "2014-01-01"))
                .then(listed("平川镇", true, false));
    }

    @Test
    void a_code_or_name_of_former_days_by_a_document_that_shows_it() {
        var spec = given(RegionDecider.INSTANCE, List.of());
        spec.when(list("平川乡", false, null, true, "2014-01-01", "川府民政〔2005〕1号")).accepted();
        spec.when(list("平川乡", false, "平川镇", true, "2014-01-01", "川府民政〔2005〕1号")).accepted();
        spec.when(list("平川乡", true, null, true, "2014-01-01", "川府民政〔2005〕1号"))
                .refused(SAMPLE_IS_NOT_ATTESTED);
    }

    @Test
    void a_sample_under_a_code_that_nobody_has() {
        given(RegionDecider.INSTANCE, List.of())
                .when(list("__镇", true, null, true, "2014-01-01"))
                .then(listed("__镇", false, true));
    }

    @Test
    void not_under_another_name_nor_a_code_that_is_not_listed_nor_a_sample_on_a_real_code() {
        var spec = given(RegionDecider.INSTANCE, List.<RegionEvent>of());
        spec.when(list("平地镇", false, "平川镇", true, "2014-01-01"))
                .refused(NAME_DIFFERS_FROM_NATIONAL_LIST);
        spec.when(list("平川镇", false, null, true, "2014-01-01")).refused(CODE_NOT_IN_NATIONAL_LIST);
        spec.when(list("平川镇", true, "平川镇", true, "2014-01-01")).refused(SAMPLE_HAS_A_REAL_CODE);
    }

    @Test
    void not_twice_not_before_the_place_above_and_not_in_the_future() {
        given(RegionDecider.INSTANCE, listed("平川镇", true, false))
                .when(list("平川镇", false, "平川镇", true, "2014-01-01"))
                .refused(ALREADY_LISTED);
        var spec = given(RegionDecider.INSTANCE, List.<RegionEvent>of());
        spec.when(list("平川镇", false, "平川镇", false, "2014-01-01")).refused(PARENT_NOT_LISTED);
        spec.when(list("平川镇", false, "平川镇", true, "2020-01-02")).refused(IN_THE_FUTURE);
    }

    @Test
    void level_and_parent_follow_from_the_code() {
        assertThatThrownBy(() -> asked(TOWN, Level.VILLAGE, "513423106000"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("level"));
        assertThatThrownBy(() -> asked(TOWN, Level.TOWNSHIP, "513424000000"))
                .isInstanceOfSatisfying(
                        Malformed.class, m -> assertThat(m.field()).isEqualTo("parent"));
        assertThatThrownBy(() -> asked(TOWN, Level.TOWNSHIP, null)).isInstanceOf(Malformed.class);
        asked("513423000000", Level.COUNTY, null);
    }

    private static void asked(String code, Level level, @Nullable String parent) {
        new ListRegion.Asked(
                "region-" + code,
                code,
                "名",
                level,
                parent,
                false,
                LocalDate.parse("2014-01-01"),
                null,
                RECEIVED,
                null);
    }
}
