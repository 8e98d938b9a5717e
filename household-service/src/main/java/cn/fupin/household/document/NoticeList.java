package cn.fupin.household.document;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.household.notice.NoticeEvent.NoticePosted;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 公示名单: the households as they were on the day it was posted.
 *
 * @param matters what its households are proposed for
 */
record NoticeList(
        NoticePosted notice,
        Set<Matter> matters,
        @Nullable LocalDate withdrawnOn,
        String place,
        PublicLines lines,
        Paper.Source source) {
    NoticeList {
        matters = Set.copyOf(matters);
    }

    /** A first and a second notice hang of whoever is identified and of whoever relapses. */
    enum Matter {
        IDENTIFICATION("贫困户识别"),
        RELAPSE("返贫");

        private final String zh;

        Matter(String zh) {
            this.zh = zh;
        }

        String zh() {
            return zh;
        }

        /** Of a household as it stood when it was hung up: what has exited can only relapse. */
        static Matter of(Dossier household) {
            return household.status() == Dossier.Status.EXITED ? RELAPSE : IDENTIFICATION;
        }
    }

    Paper paper() {
        var over = Shanghai.dayAfterDuration(notice.occurredOn(), notice.lastDays());
        return new Paper(
                "公示名单-" + notice.noticeId(),
                PublicLines.mark(withdrawnOn),
                Chinese.of(notice.kind(), matters) + "名单",
                place,
                Format.PORTRAIT,
                List.of(
                        new Part.Words(
                                "按照规定程序，现将下列 %d 户予以公示，公示期 %d 日（自 %s 张贴，至 %s 止）。如有异议，请在公示期内反映。"
                                        .formatted(
                                                lines.households(),
                                                notice.lastDays(),
                                                Chinese.of(notice.occurredOn()),
                                                Chinese.of(over.minusDays(1)))),
                        new Part.Line(
                                "公示地点：" + notice.place(),
                                "监督电话：" + (notice.hotline() == null ? "" : notice.hotline())),
                        lines.grid(),
                        lines.sums(notice.householdIds().size()),
                        new Part.Signatures(List.of("村民委员会（盖章）", "日期"))),
                source);
    }
}
