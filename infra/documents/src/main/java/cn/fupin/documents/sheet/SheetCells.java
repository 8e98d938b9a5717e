package cn.fupin.documents.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet's XML, one after the other. */
final class SheetCells {
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final double LAST_DAY = 2_958_465;

    private final XMLStreamReader reader;
    private final Limits limits;
    private final Pool pool;
    private final List<@Nullable Cell> texts;
    private final Set<Integer> dateStyles;
    private final boolean days1904;
    private int number;

    SheetCells(
            XMLStreamReader reader,
            Limits limits,
            Pool pool,
            List<@Nullable Cell> texts,
            Set<Integer> dateStyles,
            boolean days1904) {
        this.reader = reader;
        this.limits = limits;
        this.pool = pool;
        this.texts = texts;
        this.dateStyles = dateStyles;
        this.days1904 = days1904;
    }

    @Nullable SheetRow next() throws XMLStreamException, Unreadable {
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("row")) {
                return row();
            }
            if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("sheetData")) {
                return null;
            }
        }
        return null;
    }

    private SheetRow row() throws XMLStreamException, Unreadable {
        var said = ExcelFile.attribute(reader, "r");
        number = said.isEmpty() ? number + 1 : Integer.parseInt(said);
        if (number < 1 || number > Limits.LAST_ROW) throw new NumberFormatException();
        var cells = new ArrayList<@Nullable Cell>();
        var following = 0;
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("c")) {
                var place = ExcelFile.attribute(reader, "r");
                var column = place.isEmpty() ? following : columnOf(place);
                following = column + 1;
                var cell = cell();
                if (cell == null) continue;
                if (column >= limits.columns()) {
                    throw new Unreadable(Unreadable.Why.TOO_MANY_COLUMNS);
                }
                while (cells.size() < column) cells.add(null);
                if (column == cells.size()) cells.add(cell);
                else cells.set(column, cell);
            }
        }
        cells.trimToSize();
        return new SheetRow(number, cells);
    }

    private static int columnOf(String place) {
        var digits = 0;
        while (digits < place.length() && !Character.isDigit(place.charAt(digits))) digits++;
        return ExcelFile.column(place.substring(0, digits));
    }

    private @Nullable Cell cell() throws XMLStreamException, Unreadable {
        var type = ExcelFile.attribute(reader, "t");
        var style = ExcelFile.attribute(reader, "s");
        var formula = false;
        var text = "";
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) break;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (reader.getLocalName()) {
                case "f" -> formula = true;
                case "v" -> text = ExcelFile.plainText(reader);
                case "is" -> text = ExcelFile.richText(reader, "is");
                default -> {}
            }
        }
        // a formula that was never computed has no value to take
        if (text.isEmpty()) return formula ? new Cell("#?", Cell.Kind.ERROR, true) : null;
        // counted with the texts, once for all who share it
        if (type.equals("s")) return shared(Integer.parseInt(text.strip()), formula);
        var cell = ofType(type, text, style, formula);
        return cell == null ? null : pool.held(cell);
    }

    private @Nullable Cell ofType(String type, String text, String style, boolean formula) {
        return switch (type) {
            case "str", "inlineStr" -> words(Texts.trimmed(Texts.unescaped(text)), formula);
            case "b" -> new Cell(text.equals("1") ? "是" : "否", Cell.Kind.TEXT, formula);
            case "e" -> new Cell(text, Cell.Kind.ERROR, formula);
            case "d" ->
                    new Cell(
                            text.length() > 10 ? text.substring(0, 10) : text,
                            Cell.Kind.DATE,
                            formula);
            default -> number(text.strip(), style, formula);
        };
    }

    private @Nullable Cell shared(int index, boolean formula) throws Unreadable {
        if (index < 0 || index >= texts.size()) throw new NumberFormatException();
        var cell = texts.get(index);
        return cell == null || !formula
                ? cell
                : pool.held(new Cell(cell.text(), Cell.Kind.TEXT, true));
    }

    static @Nullable Cell words(String text, boolean formula) {
        return text.isEmpty() ? null : new Cell(text, Cell.Kind.TEXT, formula);
    }

    private Cell number(String text, String style, boolean formula) {
        var value = Double.parseDouble(text);
        if (!Double.isFinite(value)) throw new NumberFormatException();
        if (!style.isEmpty()
                && dateStyles.contains(Integer.valueOf(style))
                && value >= 1
                && value <= LAST_DAY) {
            return new Cell(day(value).toString(), Cell.Kind.DATE, formula);
        }
        // 36.600000000000001 is how the file writes 36.6
        var plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        if (plain.length() > 40) plain = text;
        return new Cell(plain, Cell.Kind.NUMBER, formula);
    }

    /** Day 60 is the 29th of February 1900, which spreadsheets believe in. */
    private LocalDate day(double serial) {
        var days = (long) Math.floor(serial);
        if (days1904) return DAY_ZERO_1904.plusDays(days);
        return days < 60 ? DAY_ZERO.plusDays(days + 1) : DAY_ZERO.plusDays(days);
    }
}
