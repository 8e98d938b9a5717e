package cn.fupin.documents.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * An xlsx of whichever program, read twice: first what the sheets refer to (texts, date formats,
 * merged cells), then the sheets row by row. Nothing is written to disk, where it would lie open.
 */
final class ExcelFile {
    private static final Pattern MERGED =
            Pattern.compile(
                    "<(?:\\w{1,20}:)?mergeCell\\s[^<>]{0,100}?ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");
    private static final Pattern DATE_FORMAT = Pattern.compile("[yY]|[dD]|年|月(?!份数)");
    private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
    private static final Set<Integer> BUILT_IN_DATES =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    private static final int BYTES_OF_A_NAME = 150;
    private static final int BYTES_OF_A_NUMBER = 64;
    private static final int BYTES_OF_A_MERGE = 16;
    private static final int LONGEST_NAME = 255;

    private record Listed(String name, String file) {}

    private final byte[] file;
    private final Limits limits;
    private final Budget budget;
    private final Pool pool;
    private final XMLInputFactory xml = safeXml();

    /** A cell for each text that cells share; null for an empty one. */
    private final List<@Nullable Cell> texts = new ArrayList<>();

    private final Set<Integer> dateStyles = new HashSet<>();
    private final Map<String, Merges> merges = new HashMap<>();
    private boolean days1904;
    private int rows;

    ExcelFile(byte[] file, Limits limits) {
        this.file = file;
        this.limits = limits;
        this.budget = new Budget(limits, file);
        this.pool = new Pool(budget);
    }

    /** No document type, nothing from outside: a sheet has neither. */
    private static XMLInputFactory safeXml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // a text in pieces, so that none is held whole before its length is known
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    void read(SheetVisitor visitor) throws Unreadable {
        refuseTooManyParts();
        try {
            var sheets = readWhatSheetsReferTo();
            if (sheets.isEmpty()) throw new Unreadable(Unreadable.Why.NOT_A_SHEET);
            // each in its turn, whatever the order inside of the file
            for (var sheet : sheets) {
                visitor.sheet(sheet.name());
                eachPart((name, part) -> {
                    if (name.equals(sheet.file())) {
                        readSheet(part, merges.getOrDefault(name, new Merges()), visitor);
                    }
                });
            }
        } catch (IOException | XMLStreamException | NumberFormatException damaged) {
            throw new Unreadable(
                    Budget.isSpent(damaged) ? Unreadable.Why.TOO_LARGE : Unreadable.Why.DAMAGED);
        }
    }

    /** Counted before the archive's list of them is taken in. */
    private void refuseTooManyParts() throws Unreadable {
        var parts = 0;
        for (var i = 0; i < file.length - 3; i++) {
            if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] == 1 && file[i + 3] == 2) {
                parts++;
            }
        }
        if (parts > Limits.PARTS) throw new Unreadable(Unreadable.Why.TOO_LARGE);
    }

    private XMLStreamReader reader(Budget.Part part) throws XMLStreamException {
        return new Pieces(xml.createXMLStreamReader(part), part);
    }

    private interface PartReader {
        void read(String name, Budget.Part part) throws IOException, XMLStreamException, Unreadable;
    }

    private void eachPart(PartReader reader) throws IOException, XMLStreamException, Unreadable {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                var name = entry.getName().replace('\\', '/');
                if (entry.isDirectory() || !zip.canReadEntryData(entry)) continue;
                try (var part = budget.of(zip.getInputStream(entry))) {
                    reader.read(name.startsWith("/") ? name.substring(1) : name, part);
                }
            }
        }
    }

    private List<Listed> readWhatSheetsReferTo()
            throws IOException, XMLStreamException, Unreadable {
        var listed = new ArrayList<Map.Entry<String, String>>();
        var targets = new HashMap<String, String>();
        eachPart((name, part) -> {
            if (name.equals("xl/workbook.xml")) readWorkbook(part, listed);
            else if (name.equals("xl/_rels/workbook.xml.rels")) readTargets(part, targets);
            else if (name.equals("xl/sharedStrings.xml")) readTexts(part);
            else if (name.equals("xl/styles.xml")) readStyles(part);
            else if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
                merges.put(name, mergesIn(part));
            }
        });
        var sheets = new ArrayList<Listed>();
        for (var sheet : listed) {
            var target = targets.get(sheet.getValue());
            if (target != null) sheets.add(new Listed(sheet.getKey(), target));
        }
        return sheets;
    }

    /** Hidden sheets are a program's own, such as the lists behind its drop-downs. */
    private void readWorkbook(Budget.Part part, List<Map.Entry<String, String>> listed)
            throws XMLStreamException, Unreadable {
        var reader = reader(part);
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) continue;
            switch (reader.getLocalName()) {
                case "workbookPr" -> {
                    var flag = attribute(reader, "date1904");
                    days1904 = flag.equals("1") || flag.equals("true");
                }
                case "sheet" -> {
                    if (attribute(reader, "state").isEmpty()
                            || attribute(reader, "state").equals("visible")) {
                        if (listed.size() == Limits.SHEETS) {
                            throw new Unreadable(Unreadable.Why.TOO_LARGE);
                        }
                        listed.add(Map.entry(name(reader, "name"), name(reader, "id")));
                    }
                }
                default -> {}
            }
        }
    }

    private String name(XMLStreamReader reader, String attribute) throws Unreadable {
        var name = attribute(reader, attribute);
        if (name.length() > LONGEST_NAME) throw new Unreadable(Unreadable.Why.DAMAGED);
        budget.hold(BYTES_OF_A_NAME + 2L * name.length());
        return name;
    }

    private void readTargets(Budget.Part part, Map<String, String> targets)
            throws XMLStreamException, Unreadable {
        var reader = reader(part);
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) continue;
            if (!reader.getLocalName().equals("Relationship")) continue;
            var target = name(reader, "Target").replace('\\', '/');
            targets.put(
                    name(reader, "Id"),
                    target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
    }

    /** Without the reading aids (rPh) that stand beside Japanese texts. */
    private void readTexts(Budget.Part part) throws XMLStreamException, Unreadable {
        var reader = reader(part);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("si")) {
                var cell = SheetCells.words(Texts.trimmed(richText(reader, "si")), false);
                budget.hold(Long.BYTES);
                texts.add(cell == null ? null : pool.held(cell));
            }
        }
    }

    static String richText(XMLStreamReader reader, String end)
            throws XMLStreamException, Unreadable {
        var text = new StringBuilder();
        var aside = 0;
        var inText = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (reader.getLocalName().equals("rPh")) aside++;
                    inText = reader.getLocalName().equals("t") && aside == 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inText) append(reader, text);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    if (reader.getLocalName().equals("rPh")) aside--;
                    if (reader.getLocalName().equals(end)) return Texts.unescaped(text.toString());
                }
                default -> {}
            }
        }
        return Texts.unescaped(text.toString());
    }

    /** What stands in the element that was just entered, whatever else is in it left out. */
    static String plainText(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        var text = new StringBuilder();
        var depth = 1;
        while (depth > 0 && reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth == 1) append(reader, text);
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private static void append(XMLStreamReader reader, StringBuilder text) throws Unreadable {
        if (text.length() + reader.getTextLength() > Limits.TEXT_CHARACTERS) {
            throw new Unreadable(Unreadable.Why.TOO_LARGE);
        }
        text.append(reader.getText());
    }

    private void readStyles(Budget.Part part) throws XMLStreamException, Unreadable {
        var reader = reader(part);
        var dateFormats = new HashSet<>(BUILT_IN_DATES);
        var inCellFormats = false;
        var style = 0;
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("cellXfs")) {
                inCellFormats = false;
            }
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (reader.getLocalName()) {
                case "numFmt" -> {
                    var code = IN_QUOTES.matcher(attribute(reader, "formatCode")).replaceAll("");
                    if (DATE_FORMAT.matcher(code).find()) {
                        budget.hold(BYTES_OF_A_NUMBER);
                        dateFormats.add(Integer.valueOf(attribute(reader, "numFmtId")));
                    }
                }
                case "cellXfs" -> inCellFormats = true;
                case "xf" -> {
                    if (inCellFormats) {
                        var format = attribute(reader, "numFmtId");
                        if (!format.isEmpty() && dateFormats.contains(Integer.valueOf(format))) {
                            budget.hold(BYTES_OF_A_NUMBER);
                            dateStyles.add(style);
                        }
                        style++;
                    }
                }
                default -> {}
            }
        }
    }

    /** They stand behind the rows, so they are looked for without reading these. */
    private Merges mergesIn(Budget.Part part) throws IOException, Unreadable {
        var found = new Merges();
        var buffer = new byte[1 << 16];
        var rest = "";
        for (var read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            var text = rest + new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
            var matcher = MERGED.matcher(text);
            var end = 0;
            while (matcher.find()) {
                end = matcher.end();
                var first = Integer.parseInt(matcher.group(2));
                var last = Integer.parseInt(matcher.group(4));
                if (last > first && last <= Limits.LAST_ROW) {
                    budget.hold(BYTES_OF_A_MERGE);
                    found.add(column(matcher.group(1)), first, last);
                }
            }
            part.nextPiece();
            rest = text.substring(Math.max(end, text.length() - 200));
        }
        found.sort();
        return found;
    }

    private void readSheet(Budget.Part part, Merges merged, SheetVisitor visitor)
            throws XMLStreamException, Unreadable {
        var cells = new SheetCells(reader(part), limits, pool, texts, dateStyles, days1904);
        var down = new MergedDown(merged);
        for (var row = cells.next(); row != null; row = cells.next()) {
            if (++rows > limits.rows()) throw new Unreadable(Unreadable.Why.TOO_MANY_ROWS);
            var whole = down.filled(row);
            if (whole != null) visitor.row(pool.held(whole));
        }
    }

    /** An attribute whatever its prefix, or an empty text. */
    static String attribute(XMLStreamReader reader, String name) {
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) return reader.getAttributeValue(i);
        }
        return "";
    }

    static int column(String letters) {
        var column = 0;
        for (var i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
            if (column > 20_000) throw new NumberFormatException();
        }
        return column - 1;
    }
}
