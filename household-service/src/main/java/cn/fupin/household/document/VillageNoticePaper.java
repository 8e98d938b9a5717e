package cn.fupin.household.document;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.household.region.VillageNoticeEvent.VillageNoticePosted;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 贫困村公示: of the village alone, as it hangs there. */
final class VillageNoticePaper {
    private VillageNoticePaper() {}

    static Paper of(
            VillageNoticePosted notice,
            @Nullable LocalDate withdrawnOn,
            String place,
            Paper.Source source) {
        var over = Shanghai.dayAfterDuration(notice.occurredOn(), notice.lastDays());
        return new Paper(
                "贫困村公示-" + notice.region() + "-" + notice.occurredOn(),
                PublicLines.mark(withdrawnOn),
                Chinese.of(notice.step()) + "公示",
                place,
                Format.PORTRAIT,
                List.of(
                        new Part.Words(
                                "按照规定程序，现将本村拟%s予以公示，公示期 %d 日（自 %s 张贴，至 %s 止）。如有异议，请在公示期内反映。"
                                        .formatted(
                                                Chinese.intended(notice.step()),
                                                notice.lastDays(),
                                                Chinese.of(notice.occurredOn()),
                                                Chinese.of(over.minusDays(1)))),
                        new Part.Line(
                                "公示地点：" + notice.place(),
                                "监督电话：" + (notice.hotline() == null ? "" : notice.hotline())),
                        new Part.Signatures(List.of("村民委员会（盖章）", "乡镇人民政府（盖章）", "日期"))),
                source);
    }
}
