package cn.fupin.documents.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes sheets that people fill in: every cell is text, so that no program takes an identity
 * number for a number and loses its last digits.
 */
public final class SheetBook {
    private static final String LISTS = "选项";
    private static final int WIDEST_TEXT = 40;
    private static final int ROWS_AT_ONCE = 500;

    private SheetBook() {}

    public static byte[] of(List<NewSheet> sheets) {
        var out = new ByteArrayOutputStream();
        write(sheets, out);
        return out.toByteArray();
    }

    public static void write(List<NewSheet> sheets, OutputStream out) {
        try (var book = new Workbook(out, "fupin", "1.0")) {
            var lists = book.newWorksheet(LISTS);
            var choices = lists(lists, sheets);
            for (var sheet : sheets) {
                var to = book.newWorksheet(sheet.name());
                if (sheet.columns().isEmpty()) writeText(to, sheet);
                else writeTable(to, sheet, choices);
                to.finish();
            }
            book.setActiveTab(1);
            lists.setVisibilityState(VisibilityState.HIDDEN);
            lists.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The drop-downs refer to cells: a list written into the rule itself may be 255 long. */
    private static Map<List<String>, Range> lists(Worksheet lists, List<NewSheet> sheets) {
        var ranges = new HashMap<List<String>, Range>();
        for (var sheet : sheets) {
            for (var column : sheet.columns()) {
                if (column.choices().isEmpty() || ranges.containsKey(column.choices())) continue;
                var at = ranges.size();
                for (var i = 0; i < column.choices().size(); i++) {
                    lists.value(i, at, column.choices().get(i));
                }
                ranges.put(column.choices(), lists.range(0, at, column.choices().size() - 1, at));
            }
        }
        lists.value(0, ranges.size(), "-");
        return ranges;
    }

    private static void writeText(Worksheet to, NewSheet sheet) {
        var at = 0;
        for (var row : sheet.rows()) {
            for (var column = 0; column < row.values().size(); column++) {
                var value = row.values().get(column);
                if (value == null) continue;
                to.value(at, column, value);
                to.style(at, column).wrapText(true).verticalAlignment("top").set();
            }
            at++;
        }
        to.width(0, 24);
        to.width(1, 16);
        to.width(2, 70);
        to.width(3, 70);
    }

    private static void writeTable(Worksheet to, NewSheet sheet, Map<List<String>, Range> choices)
            throws IOException {
        for (var column = 0; column < sheet.columns().size(); column++) {
            var of = sheet.columns().get(column);
            to.width(column, Math.min(of.width(), WIDEST_TEXT));
            to.style(column).format("@").set();
            to.value(0, column, of.title());
            to.style(0, column)
                    .bold()
                    .wrapText(true)
                    .fillColor("DDE6F0")
                    .borderStyle("thin")
                    .format("@")
                    .set();
            if (of.note() != null) to.comment(0, column, of.note());
        }
        to.freezePane(2, 1);
        var at = 1;
        for (var row : sheet.rows()) {
            writeRow(to, at++, row);
            if (at % ROWS_AT_ONCE == 0) to.flush();
        }
        for (var column = 0; column < sheet.columns().size(); column++) {
            var range = choices.get(sheet.columns().get(column).choices());
            if (range == null || sheet.emptyRows() == 0) continue;
            to.range(1, column, at + sheet.emptyRows(), column)
                    .validateWithList(range)
                    .allowBlank(true)
                    .showErrorMessage(true)
                    .error("请从下拉列表中选择 choose from the list");
        }
    }

    private static void writeRow(Worksheet to, int at, NewRow row) {
        for (var column = 0; column < row.values().size(); column++) {
            var value = row.values().get(column);
            if (value != null) to.value(at, column, value);
            if (value != null || row.marked().containsKey(column)) {
                var style = to.style(at, column).format("@");
                if (row.marked().containsKey(column)) style = style.fillColor("FFC7CE");
                style.set();
            }
            var said = row.marked().get(column);
            if (said != null) to.comment(at, column, said);
        }
    }
}
