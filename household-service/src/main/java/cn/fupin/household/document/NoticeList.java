package cn.fupin.household.document;

import static cn.fupin.household.document.Sheets.row;

import cn.fupin.backbone.event.Shanghai;
import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Paper;
import cn.fupin.documents.page.Paper.Format;
import cn.fupin.documents.page.Part;
import cn.fupin.household.notice.NoticeEvent.NoticePosted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 公示名单: what hangs on the wall. A line has room for a masked name, a group and a number of persons;
 * an identity, phone, card or certificate number or a cause of poverty cannot be said in it.
 */
record NoticeList(NoticePosted notice, String place, List<Line> lines, Paper.Source source) {
    NoticeList {
        lines = List.copyOf(lines);
    }

    record Line(PublicName head, @Nullable String group, int persons) {}

    /** A surname with stars, or that somebody's data were erased; nothing else is one. */
    record PublicName(String shown) {
        private static final Pattern MASKED = Pattern.compile("\\P{N}{0,2}\\*+");

        PublicName {
            if (!MASKED.matcher(shown).matches() && !shown.equals(Names.ERASED)) {
                throw new IllegalArgumentException("not a masked name");
            }
        }
    }

    Paper paper() {
        var over = Shanghai.dayAfterDuration(notice.occurredOn(), notice.lastDays());
        return new Paper(
                "公示名单-" + notice.noticeId(),
                null,
                Chinese.of(notice.kind()) + "名单",
                place,
                Format.PORTRAIT,
                List.of(
                        new Part.Words(
                                "按照规定程序，现将下列 %d 户予以公示，公示期 %d 日（自 %s 张贴，至 %s 止）。如有异议，请在公示期内反映。"
                                        .formatted(
                                                lines.size(),
                                                notice.lastDays(),
                                                Chinese.of(notice.occurredOn()),
                                                Chinese.of(over.minusDays(1)))),
                        new Part.Line(
                                "公示地点：" + notice.place(),
                                "监督电话：" + (notice.hotline() == null ? "" : notice.hotline())),
                        grid(),
                        new Part.Words(
                                "合计 %d 户 %d 人。"
                                        .formatted(
                                                lines.size(),
                                                lines.stream().mapToInt(Line::persons).sum())),
                        new Part.Signatures(List.of("村民委员会（盖章）", "日期"))),
                source);
    }

    private Part.Grid grid() {
        var rows = new ArrayList<List<Cell>>();
        rows.add(Sheets.labels("序号", "村民小组", "户主姓名", "家庭人口（人）", "备注"));
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            rows.add(
                    row(
                            Cell.number(i + 1),
                            Cell.centred(line.group() == null ? "" : line.group()),
                            Cell.centred(line.head().shown()),
                            Cell.number(line.persons()),
                            Cell.text("")));
        }
        return new Part.Grid(List.of(10, 25, 25, 20, 20), 1, rows);
    }
}
