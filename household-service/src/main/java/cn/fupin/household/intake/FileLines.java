package cn.fupin.household.intake;

import cn.fupin.backbone.command.Malformed;
import cn.fupin.documents.sheet.Cell;
import cn.fupin.documents.sheet.SheetRow;
import cn.fupin.documents.sheet.SheetVisitor;
import cn.fupin.documents.sheet.Texts;
import cn.fupin.household.vault.IdentityNumber;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sorts a file's rows by what their sheet is: households, members, both in one line, or the course
 * of a village. A sheet is known by its titles and never by its name.
 */
final class FileLines implements SheetVisitor {
    private static final int ROWS_ABOVE_A_HEADER = 15;
    private static final int LEAST_TITLES = 3;
    private static final Pattern PADDING = Pattern.compile("[\\s'‘’-]");

    /** By itself, or as the beginning of a disability certificate's. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)[1-9]\\d{16}[\\dXx](?=(?:\\d\\d)?(?!\\d))");

    final List<Line> households = new ArrayList<>();
    final List<Line> members = new ArrayList<>();
    final List<Line> courses = new ArrayList<>();
    private final Findings findings;

    /** Of everybody whose number stands anywhere in the file, also in lines that are not taken. */
    final Map<String, IdentityNumber> numbers = new HashMap<>();

    private final List<String> withoutTitles = new ArrayList<>();
    private final SheetNames names = new SheetNames();
    private String sheet = "";
    private Line.@Nullable Header header;
    private int rowsAbove;
    private boolean anyHeader;

    FileLines(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void sheet(String name) {
        unrecognised();
        sheet = names.next(name);
        header = null;
        rowsAbove = 0;
    }

    /** What stands in a sheet without titles is not read: that is said where others are read. */
    private void unrecognised() {
        if (header == null && rowsAbove > 0 && !sheet.equals(Template.EXPLANATION)) {
            withoutTitles.add(sheet);
        }
    }

    @Override
    public void row(SheetRow row) {
        row.cells().forEach(this::note);
        var under = header;
        if (under != null) sort(new Line(under, row));
        else if (rowsAbove++ < ROWS_ABOVE_A_HEADER) header = header(row);
    }

    private void note(@Nullable Cell cell) {
        if (cell == null || cell.text().length() < 18) return;
        var text = PADDING.matcher(Texts.halfWidth(cell.text())).replaceAll("");
        for (var found = NUMBER.matcher(text); found.find(); ) {
            var number = found.group().toUpperCase(Locale.ROOT);
            try {
                if (!numbers.containsKey(number)) {
                    numbers.put(number, IdentityNumber.parse("", number));
                }
            } catch (Malformed _) {
                // nobody's
            }
        }
    }

    private void sort(Line line) {
        var of = line.header();
        if (isOfCourses(of.at().keySet())) courses.add(line);
        else if (!of.has(Column.NAME)) households.add(line);
        else {
            members.add(line);
            if (of.has(Column.VILLAGE)) households.add(line);
        }
    }

    private Line.@Nullable Header header(SheetRow row) {
        var at = new EnumMap<Column, Integer>(Column.class);
        var unknown = new ArrayList<Integer>();
        var twice = new HashMap<Column, Integer>();
        for (var i = 0; i < row.cells().size(); i++) {
            var cell = row.cell(i);
            if (cell == null) continue;
            var column = Column.titled(cell.text());
            if (column == null) unknown.add(i);
            else if (at.putIfAbsent(column, i) != null) twice.put(column, i);
        }
        if (at.size() < LEAST_TITLES) return null;
        anyHeader = true;
        unknown.forEach(i -> findings.add(sheet, row.number(), i, ImportRule.COLUMN_UNKNOWN));
        twice.values()
                .forEach(
                        i -> findings.whole(sheet, row.number(), i, ImportRule.COLUMN_TWICE, null));
        missing(at.keySet(), row.number());
        var read = readIn(at.keySet());
        at.forEach((column, i) -> {
            if (!read.contains(column)) {
                findings.add(sheet, row.number(), i, ImportRule.COLUMN_ELSEWHERE);
            }
        });
        return new Line.Header(sheet, row.number(), Map.copyOf(at));
    }

    private static boolean isOfCourses(Set<Column> there) {
        return there.contains(Column.ASSESSED_ON) || there.contains(Column.APPROVED_ON);
    }

    /** By what a sheet is. */
    private static Set<Column> readIn(Set<Column> there) {
        var read = EnumSet.of(Column.VILLAGE);
        if (isOfCourses(there)) {
            read.addAll(Column.OF_COURSE);
            read.addAll(List.of(Column.BATCH, Column.VOTES_FOR, Column.VOTES_AGAINST));
            return read;
        }
        read.add(Column.NUMBER);
        if (there.contains(Column.NAME)) read.addAll(Column.OF_MEMBER);
        if (!there.contains(Column.NAME) || there.contains(Column.VILLAGE)) {
            read.addAll(Column.OF_HOUSEHOLD);
        }
        return read;
    }

    private void missing(Set<Column> there, int row) {
        var needed =
                isOfCourses(there)
                        ? List.of(Column.VILLAGE)
                        : there.contains(Column.NAME)
                                ? List.of(Column.NUMBER, Column.IDENTITY, Column.RELATION)
                                : List.of(Column.NUMBER, Column.VILLAGE);
        for (var column : needed) {
            if (!there.contains(column)) {
                findings.whole(sheet, row, 0, ImportRule.COLUMN_MISSING, column.title());
            }
        }
    }

    void end() {
        unrecognised();
        if (!anyHeader) findings.whole(sheet, 1, 0, ImportRule.NO_HEADER, null);
        else withoutTitles.forEach(name -> findings.add(name, 1, 0, ImportRule.SHEET_UNKNOWN));
    }
}
