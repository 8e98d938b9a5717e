package cn.fupin.documents.page;

import cn.fupin.documents.page.Paper.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A paper as a sheet. Grids of different columns share the sheet: its columns are all their edges.
 * Text is always text: what looks like a formula is none.
 */
public final class Xlsx {
    private static final double PORTRAIT_CHARACTERS = 92;
    private static final double LANDSCAPE_CHARACTERS = 136;
    private static final double LINE_POINTS = 15;
    private static final double LEAST_ROW_POINTS = 21;

    /** Excel shows, and keeps, no more digits of a number. */
    private static final int MOST_DIGITS = 15;

    private final Worksheet sheet;
    private final List<Integer> edges;
    private final double characters;
    private int row;

    private Xlsx(Worksheet sheet, Paper paper) {
        this.sheet = sheet;
        this.edges = edges(paper);
        this.characters =
                paper.format() == Format.LANDSCAPE ? LANDSCAPE_CHARACTERS : PORTRAIT_CHARACTERS;
    }

    public static byte[] of(Paper paper) {
        return of(List.of(paper));
    }

    /** Each paper is a sheet of its own. */
    public static byte[] of(List<Paper> papers) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Fupin", "1.0")) {
            workbook.setGlobalDefaultFont("宋体", 11);
            for (var paper : papers) {
                try (var sheet = workbook.newWorksheet(sheetName(paper.name()))) {
                    new Xlsx(sheet, paper).write(paper);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return SettledZip.of(out.toByteArray());
    }

    /** What a sheet may be called. */
    private static String sheetName(String name) {
        var allowed = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return allowed.length() > 31 ? allowed.substring(0, 31) : allowed;
    }

    private static List<Integer> edges(Paper paper) {
        var edges = new TreeSet<>(List.of(0, 50, 100));
        for (var part : paper.parts()) {
            if (!(part instanceof Part.Grid grid)) continue;
            if (edges.size() == 3) edges.remove(50);
            var edge = 0;
            for (var width : grid.widths()) edges.add(edge += width);
        }
        return List.copyOf(edges);
    }

    private int last() {
        return edges.size() - 2;
    }

    private void write(Paper paper) {
        page(paper);
        if (paper.mark() instanceof String mark) {
            across(mark, 18).horizontalAlignment("right").bold().set();
        }
        across(paper.title(), 32)
                .horizontalAlignment("center")
                .bold()
                .fontSize(18)
                .fontName("黑体")
                .set();
        if (paper.subtitle() instanceof String subtitle) {
            across(subtitle, 20).horizontalAlignment("center").set();
        }
        for (var part : paper.parts()) write(part);
        across(paper.source().text(), 18).fontSize(8).wrapText(true).set();
        across("SHA-256 " + paper.source().sha256(), 14).fontSize(8).set();
    }

    private void page(Paper paper) {
        for (var i = 0; i <= last(); i++) {
            sheet.width(i, characters * (edges.get(i + 1) - edges.get(i)) / 100);
        }
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation(paper.format() == Format.LANDSCAPE ? "landscape" : "portrait");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.55f);
        sheet.rightMargin(0.55f);
        sheet.hideGridLines();
        sheet.footer("第 &P 页  共 &N 页", Position.RIGHT);
    }

    private void write(Part part) {
        switch (part) {
            case Part.Line line -> line(line);
            case Part.Heading heading -> across(heading.text(), 22).bold().set();
            case Part.Words words ->
                    across(words.text(), LINE_POINTS * lines(words.text(), 100) + 6)
                            .wrapText(true)
                            .verticalAlignment("center")
                            .set();
            case Part.Signatures signatures -> {
                var text =
                        String.join(
                                "    ",
                                signatures.labels().stream()
                                        .map(l -> l + "：____________")
                                        .toList());
                across(text, 34).verticalAlignment("bottom").set();
            }
            case Part.Grid grid -> grid(grid);
        }
    }

    /** One row with one text. */
    private StyleSetter across(String text, double points) {
        sheet.inlineString(row, 0, clean(text));
        sheet.rowHeight(row, points);
        var range = sheet.range(row, 0, row, last());
        if (last() > 0) range.merge();
        row++;
        return range.style();
    }

    private void line(Part.Line line) {
        var middle = Math.max(0, column(50) - 1);
        sheet.inlineString(row, 0, clean(line.left()));
        if (middle > 0) sheet.range(row, 0, row, middle).merge();
        if (middle < last()) {
            sheet.inlineString(row, middle + 1, clean(line.right()));
            if (middle + 1 < last()) sheet.range(row, middle + 1, row, last()).merge();
            sheet.style(row, middle + 1).horizontalAlignment("right").set();
        }
        sheet.rowHeight(row, 20);
        row++;
    }

    /** The first column of the sheet that begins at that hundredth of the page or after it. */
    private int column(int hundredth) {
        for (var i = 0; i < edges.size(); i++) if (edges.get(i) >= hundredth) return i;
        return last();
    }

    private void grid(Part.Grid grid) {
        var starts = new ArrayList<Integer>(List.of(0));
        for (var width : grid.widths()) starts.add(starts.getLast() + width);
        var reaching = new int[grid.widths().size()];
        if (grid.headings() > 0) sheet.repeatRows(row, row + grid.headings() - 1);
        for (var cells : grid.rows()) {
            var at = 0;
            var points = LEAST_ROW_POINTS;
            for (var cell : cells) {
                while (reaching[at] > 0) at++;
                var from = starts.get(at);
                var to = starts.get(at + cell.columns());
                cell(cell, column(from), column(to) - 1);
                for (var k = at; k < at + cell.columns(); k++) reaching[k] = cell.rows();
                at += cell.columns();
                if (cell.rows() == 1) {
                    points = Math.max(points, LINE_POINTS * lines(cell.text(), to - from) + 6);
                }
            }
            for (var k = 0; k < reaching.length; k++) if (reaching[k] > 0) reaching[k]--;
            sheet.rowHeight(row, Math.min(points, Worksheet.MAX_ROW_HEIGHT));
            row++;
        }
    }

    private void cell(Cell cell, int from, int to) {
        var range = sheet.range(row, from, row + cell.rows() - 1, to);
        if (to > from || cell.rows() > 1) range.merge();
        var style =
                range.style()
                        .borderStyle(BorderStyle.THIN)
                        .wrapText(true)
                        .verticalAlignment("center");
        var number = cell.kind() == Cell.Kind.NUMBER ? number(cell.text()) : null;
        if (number == null) sheet.inlineString(row, from, clean(cell.text()));
        else sheet.value(row, from, number);
        switch (cell.kind()) {
            case LABEL -> style.horizontalAlignment("center").fillColor("F0F0F0");
            case CENTRED -> style.horizontalAlignment("center");
            case TEXT -> style.horizontalAlignment("left");
            case NUMBER -> style.horizontalAlignment("right");
        }
        if (number != null && number.scale() > 0) style.format("#,##0.00");
        style.set();
    }

    private static @Nullable BigDecimal number(String text) {
        if (!text.matches("-?\\d+(\\.\\d+)?")) return null;
        var number = new BigDecimal(text);
        return number.precision() > MOST_DIGITS ? null : number;
    }

    /** How many lines a text takes in a cell that wide; a Chinese character is two letters wide. */
    private long lines(String text, int hundredths) {
        var room = Math.max(2, characters * hundredths / 100 - 1);
        return text.lines()
                .mapToLong(line -> {
                    var width = line.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
                    return Math.max(1, (long) Math.ceil(width / room));
                })
                .sum();
    }

    /** XML has no place for control characters. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\p{Cs}\\uFFFE\\uFFFF]", "");
    }
}
