package cn.fupin.documents.sheet;

import java.io.IOException;
import java.io.InputStream;
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
            Pattern.compile("<(?:\\w+:)?mergeCell\\s[^>]*?ref=\"([A-Z]+)(\\d+):([A-Z]+)(\\d+)\"");
    private static final Pattern DATE_FORMAT = Pattern.compile("[yY]|[dD]|年|月(?!份数)");
    private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
    private static final Set<Integer> BUILT_IN_DATES =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    /** Cells of one column that show the topmost's value. */
    record Merge(int column, int firstRow, int lastRow) {}

    private record Listed(String name, String file) {}

    private final byte[] file;
    private final Limits limits;
    private final XMLInputFactory xml = safeXml();

    /** A cell for each text that cells share; null for an empty one. */
    private final List<@Nullable Cell> texts = new ArrayList<>();

    private final Set<Integer> dateStyles = new HashSet<>();
    private final Map<String, List<Merge>> merges = new HashMap<>();
    private boolean days1904;
    private int rows;

    ExcelFile(byte[] file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** No document type, nothing from outside: a sheet has neither. */
    private static XMLInputFactory safeXml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    void read(SheetVisitor visitor) throws Unreadable {
        try {
            var sheets = readWhatSheetsReferTo();
            if (sheets.isEmpty()) throw new Unreadable(Unreadable.Why.NOT_A_SHEET);
            // each in its turn, whatever the order inside of the file
            for (var sheet : sheets) {
                visitor.sheet(sheet.name());
                eachPart((name, part) -> {
                    if (name.equals(sheet.file())) {
                        readSheet(part, merges.getOrDefault(name, List.of()), visitor);
                    }
                });
            }
        } catch (IOException | XMLStreamException | NumberFormatException damaged) {
            throw new Unreadable(
                    isSpent(damaged) ? Unreadable.Why.TOO_LARGE : Unreadable.Why.DAMAGED);
        }
    }

    /** Whoever parses wraps what goes wrong while reading. */
    private static boolean isSpent(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Budget.Spent) return true;
        }
        return false;
    }

    private interface PartReader {
        void read(String name, InputStream part) throws IOException, XMLStreamException, Unreadable;
    }

    private void eachPart(PartReader reader) throws IOException, XMLStreamException, Unreadable {
        var budget = new Budget(limits.unpackedBytes());
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
    private void readWorkbook(InputStream part, List<Map.Entry<String, String>> listed)
            throws XMLStreamException {
        var reader = xml.createXMLStreamReader(part);
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
                        listed.add(Map.entry(attribute(reader, "name"), attribute(reader, "id")));
                    }
                }
                default -> {}
            }
        }
    }

    private void readTargets(InputStream part, Map<String, String> targets)
            throws XMLStreamException {
        var reader = xml.createXMLStreamReader(part);
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) continue;
            if (!reader.getLocalName().equals("Relationship")) continue;
            var target = attribute(reader, "Target").replace('\\', '/');
            targets.put(
                    attribute(reader, "Id"),
                    target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
    }

    /** Without the reading aids (rPh) that stand beside Japanese texts. */
    private void readTexts(InputStream part) throws XMLStreamException {
        var reader = xml.createXMLStreamReader(part);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("si")) {
                texts.add(SheetCells.words(Texts.trimmed(richText(reader, "si")), false));
            }
        }
    }

    static String richText(XMLStreamReader reader, String end) throws XMLStreamException {
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
                    if (inText) text.append(reader.getText());
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

    private void readStyles(InputStream part) throws XMLStreamException {
        var reader = xml.createXMLStreamReader(part);
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
                        dateFormats.add(Integer.valueOf(attribute(reader, "numFmtId")));
                    }
                }
                case "cellXfs" -> inCellFormats = true;
                case "xf" -> {
                    if (inCellFormats) {
                        var format = attribute(reader, "numFmtId");
                        if (!format.isEmpty() && dateFormats.contains(Integer.valueOf(format))) {
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
    private static List<Merge> mergesIn(InputStream part) throws IOException {
        var found = new ArrayList<Merge>();
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
                if (last > first) {
                    found.add(new Merge(column(matcher.group(1)), first, last));
                }
            }
            rest = text.substring(Math.max(end, text.length() - 200));
        }
        return found;
    }

    private void readSheet(InputStream part, List<Merge> merged, SheetVisitor visitor)
            throws XMLStreamException, Unreadable {
        var cells =
                new SheetCells(
                        xml.createXMLStreamReader(part), limits, texts, dateStyles, days1904);
        var down = new MergedDown(merged);
        for (var row = cells.next(); row != null; row = cells.next()) {
            if (++rows > limits.rows()) throw new Unreadable(Unreadable.Why.TOO_MANY_ROWS);
            var whole = down.filled(row);
            if (whole != null) visitor.row(whole);
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
