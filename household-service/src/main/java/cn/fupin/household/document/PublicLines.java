package cn.fupin.household.document;

import static cn.fupin.household.document.Sheets.row;

import cn.fupin.documents.page.Cell;
import cn.fupin.documents.page.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What hangs on the wall of households. A line has room for a masked name, a group and a number of
 * persons; an identity, phone, card or certificate number or a cause of poverty cannot be said in
 * it.
 */
record PublicLines(List<Line> lines) {
    PublicLines {
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

    int households() {
        return lines.size();
    }

    /**
     * @param named how many households it names; one that had no file yet on its day has no line
     */
    Part.Words sums(int named) {
        var sums =
                "合计 %d 户 %d 人。"
                        .formatted(households(), lines.stream().mapToInt(Line::persons).sum());
        return new Part.Words(
                named <= households()
                        ? sums
                        : sums + "另有 %d 户当日尚无档案，未列入。".formatted(named - households()));
    }

    Part.Grid grid() {
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

    /** Above the title of what was taken down: nobody may hang it up again. */
    static @Nullable String mark(@Nullable LocalDate withdrawnOn) {
        return withdrawnOn == null ? null : "已于" + Chinese.of(withdrawnOn) + "撤回，不得张贴";
    }
}
