package cn.fupin.household.document;

import static cn.fupin.household.document.Sheets.row;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.household.region.PlaceEvent.NoticeFigures;
import cn.fupin.household.region.VillageNoticeEvent.VillageNoticePosted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
                parts(notice, over.minusDays(1)),
                source);
    }

    private static List<Part> parts(VillageNoticePosted notice, LocalDate last) {
        var parts = new ArrayList<Part>();
        parts.add(
                new Part.Words(
                        "按照规定程序，现将本村拟%s予以公示，公示期 %d 日（自 %s 张贴，至 %s 止）。如有异议，请在公示期内反映。"
                                .formatted(
                                        Chinese.intended(notice.step()),
                                        notice.lastDays(),
                                        Chinese.of(notice.occurredOn()),
                                        Chinese.of(last))));
        if (notice.figures() != null) parts.add(figures(notice.figures()));
        parts.add(
                new Part.Line(
                        "公示地点：" + notice.place(),
                        "监督电话：" + (notice.hotline() == null ? "" : notice.hotline())));
        parts.add(new Part.Signatures(List.of("村民委员会（盖章）", "乡镇人民政府（盖章）", "日期")));
        return parts;
    }

    /** A line for what was measured: what the village is to be, or to be no more, by. */
    private static Part.Grid figures(NoticeFigures f) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheets.labels("指标", "本村", "全省"));
        rows.add(line("贫困人口（人）", Cell.number(f.poorPersons()), null));
        rows.add(
                line(
                        Chinese.of(f.denominator()) + "（人）",
                        Cell.number(f.denominatorPersons()),
                        null));
        rows.add(
                line(
                        "贫困发生率",
                        percent(f.incidenceBasisPoints()),
                        percent(f.provincialIncidenceBasisPoints())));
        if (f.incomeFenPerHead() != null) {
            rows.add(
                    line(
                            "人均纯收入（元）",
                            yuan(f.incomeFenPerHead()),
                            yuan(f.provincialIncomeFenPerHead())));
        }
        if (f.collectiveIncomeFen() != null) {
            rows.add(line("村集体经济收入（元）", yuan(f.collectiveIncomeFen()), null));
        }
        return new Part.Grid(List.of(40, 30, 30), 1, rows);
    }

    private static List<Cell> line(String what, @Nullable Cell here, @Nullable Cell province) {
        return row(Cell.label(what), cell(here), cell(province));
    }

    private static Cell cell(@Nullable Cell said) {
        return said == null ? Cell.centred("—") : said;
    }

    private static @Nullable Cell percent(@Nullable Integer basisPoints) {
        return basisPoints == null
                ? null
                : Cell.centred(BigDecimal.valueOf(basisPoints, 2).toPlainString() + "%");
    }

    private static @Nullable Cell yuan(@Nullable Long fen) {
        return fen == null ? null : Cell.yuan(fen);
    }
}
