package cn.fupin.household.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Readback;
import cn.fupin.documents.page.Xlsx;
import cn.fupin.household.region.PlaceEvent.Denominator;
import cn.fupin.household.region.PlaceEvent.NoticeFigures;
import cn.fupin.household.region.PlaceEvent.VillageStep;
import cn.fupin.household.region.VillageNoticeEvent.VillageNoticePosted;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever reads it in the village sees what could be objected to. */
class VillageNoticePaperTest {
    @Test
    void an_identification_shows_by_what_the_village_is_to_be_poor() {
        var words =
                words(
                        VillageStep.IDENTIFICATION,
                        new NoticeFigures(
                                425, 1401, Denominator.RURAL, 3033, 950, 1800_50L, 7000_00L, 0L));
        assertThat(words)
                .contains("425", "农村户籍人口（人）", "1401", "30.33%", "9.50%")
                .contains("人均纯收入（元）", "1800.5", "7000", "村集体经济收入（元）");
        assertThatCode(() -> LastLook.at(words))
                .as("and no number of anybody")
                .doesNotThrowAnyException();
    }

    @Test
    void an_exit_shows_its_incidence_and_what_is_not_stated_is_not_there() {
        var words =
                words(
                        VillageStep.EXIT,
                        new NoticeFigures(
                                20, 1400, Denominator.TOTAL, 142, null, null, null, null));
        assertThat(words).contains("总人口（人）", "1.42%", "—").doesNotContain("人均纯收入", "集体经济");
        assertThat(words(VillageStep.EXIT, null))
                .as("as it was before figures could be stated")
                .contains("公示期 7 日")
                .doesNotContain("贫困发生率");
    }

    private static String words(VillageStep step, @Nullable NoticeFigures figures) {
        var posted =
                new VillageNoticePosted(
                        "513423104201",
                        LocalDate.parse("2014-05-01"),
                        step,
                        "村务公开栏",
                        "12317",
                        7,
                        false,
                        null,
                        figures);
        return Readback.ofXlsx(
                Xlsx.of(
                        VillageNoticePaper.of(
                                posted,
                                null,
                                "盐源县 __镇 __村",
                                new Paper.Source("来源", "0".repeat(64)))));
    }
}
