package cn.fupin.household.intake;

import cn.fupin.documents.sheet.Cell;
import cn.fupin.documents.sheet.Limits;
import cn.fupin.documents.sheet.NewColumn;
import cn.fupin.documents.sheet.NewRow;
import cn.fupin.documents.sheet.NewSheet;
import cn.fupin.documents.sheet.SheetBook;
import cn.fupin.documents.sheet.SheetFile;
import cn.fupin.documents.sheet.SheetRow;
import cn.fupin.documents.sheet.SheetVisitor;
import cn.fupin.documents.sheet.Unreadable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file as it came, each bad cell coloured, and at the end of its row what is to be done. */
final class Annotated implements SheetVisitor {
    private static final String CHECKED = "核查结果 check";

    private static final int MOST_EMPTY = 10_000;
    private static final NewRow NOTHING = NewRow.of(List.of());

    private static final class Copied {
        final String title;
        final List<SheetRow> rows = new ArrayList<>();
        int columns = 1;

        Copied(String title) {
            this.title = title;
        }
    }

    /** By the names under which findings are kept. */
    private final Map<String, Copied> sheets = new LinkedHashMap<>();

    private final SheetNames names = new SheetNames();
    private Copied now = new Copied("");

    private Annotated() {}

    static byte[] file(byte[] original, List<Finding> findings) throws Unreadable {
        var copy = new Annotated();
        SheetFile.read(original, Limits.USUAL, copy);
        var bySheet = new HashMap<String, Map<Integer, List<Finding>>>();
        for (var finding : findings) {
            bySheet.computeIfAbsent(finding.sheet(), _ -> new HashMap<>())
                    .computeIfAbsent(finding.row(), _ -> new ArrayList<>())
                    .add(finding);
        }
        var sheets = new ArrayList<NewSheet>();
        copy.sheets.forEach(
                (name, sheet) -> sheets.add(sheet(sheet, bySheet.getOrDefault(name, Map.of()))));
        return SheetBook.of(sheets);
    }

    @Override
    public void sheet(String name) {
        now = new Copied(name);
        sheets.put(names.next(name), now);
    }

    @Override
    public void row(SheetRow row) {
        now.rows.add(row);
        now.columns = Math.max(now.columns, row.cells().size());
    }

    private static NewSheet sheet(Copied sheet, Map<Integer, List<Finding>> findings) {
        var columns = new ArrayList<NewColumn>();
        var first = sheet.rows.isEmpty() || sheet.rows.getFirst().number() > 1;
        for (var i = 0; i < sheet.columns; i++) {
            var title = first ? null : sheet.rows.getFirst().cell(i);
            columns.add(NewColumn.of(title == null ? "" : title.text(), 14));
        }
        columns.add(NewColumn.of(CHECKED, 40));
        return new NewSheet(sheet.title, columns, rows(sheet, findings), 0);
    }

    /** Each is made when it is written: beside the file's own they would not fit. */
    private static List<NewRow> rows(Copied sheet, Map<Integer, List<Finding>> findings) {
        var lines = new ArrayList<@Nullable SheetRow>();
        for (var row : sheet.rows) {
            if (row.number() == 1) continue;
            var missing = row.number() - lines.size() - 2;
            if (missing < MOST_EMPTY) for (var i = 0; i < missing; i++) lines.add(null);
            lines.add(row);
        }
        return new AbstractList<>() {
            @Override
            public NewRow get(int i) {
                var row = lines.get(i);
                return row == null
                        ? NOTHING
                        : row(row, sheet.columns, findings.getOrDefault(row.number(), List.of()));
            }

            @Override
            public int size() {
                return lines.size();
            }
        };
    }

    private static NewRow row(SheetRow row, int columns, List<Finding> findings) {
        var values = new ArrayList<@Nullable String>();
        for (var i = 0; i < columns; i++) values.add(text(row.cell(i)));
        var marked = new TreeMap<Integer, String>();
        for (var finding : findings) {
            marked.merge(finding.column(), say(finding), (a, b) -> a + "\n" + b);
        }
        values.add(
                findings.isEmpty()
                        ? null
                        : findings.stream()
                                .map(f -> SheetRow.letters(f.column()) + "：" + say(f))
                                .collect(Collectors.joining("；")));
        return new NewRow(values, marked);
    }

    private static @Nullable String text(@Nullable Cell cell) {
        return cell == null ? null : cell.text();
    }

    private static String say(Finding finding) {
        var also = finding.also();
        return finding.rule().zh() + (also == null ? "" : "（" + also + "）");
    }
}
