package cn.fupin.documents.sheet;

import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Text with separators in UTF-8, with or without its mark, in GBK (as GB 18030) or in UTF-16. It is
 * decoded line by line: as one text it would take its place in the memory three times over.
 */
final class CsvFile {
    /** The name under which its only sheet is spoken of. */
    static final String SHEET = "CSV";

    private static final Charset GB = Charset.forName("GB18030");
    private static final int FIRST_LINE = 1 << 16;
    private static final int LONGEST_LINE = 1 << 20;

    private record Text(byte[] file, int from, Charset charset) {
        Reader reader() {
            return new InputStreamReader(
                    new ByteArrayInputStream(file, from, file.length - from), charset);
        }

        boolean isInCharset() {
            var decoder = charset.newDecoder();
            var in = ByteBuffer.wrap(file, from, file.length - from);
            var out = CharBuffer.allocate(1 << 13);
            while (true) {
                var result = decoder.decode(in, out, true);
                if (result.isError()) return false;
                if (result.isUnderflow()) return true;
                out.clear();
            }
        }
    }

    /** A line that has no end, or a quotation that has none, is not taken in whole. */
    private static final class Lines extends FilterReader {
        private int ofLine;

        Lines(Reader text) {
            super(text);
        }

        void next() {
            ofLine = 0;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            if (one >= 0) spend(1);
            return one;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            if (read > 0) spend(read);
            return read;
        }

        private void spend(int characters) throws Budget.Spent {
            ofLine += characters;
            if (ofLine > LONGEST_LINE) throw new Budget.Spent();
        }
    }

    private CsvFile() {}

    static void read(byte[] file, Limits limits, SheetVisitor visitor) throws Unreadable {
        var text = text(file);
        var pool = new Pool(new Budget(limits, file));
        visitor.sheet(SHEET);
        try (var lines = new Lines(text.reader());
                var records = format(delimiter(text)).parse(lines)) {
            for (var line : records) {
                lines.next();
                if (line.getRecordNumber() > limits.rows()) {
                    throw new Unreadable(Unreadable.Why.TOO_MANY_ROWS);
                }
                if (line.size() > limits.columns()) {
                    throw new Unreadable(Unreadable.Why.TOO_MANY_COLUMNS);
                }
                var cells = cells(line, pool);
                if (!cells.isEmpty()) {
                    visitor.row(pool.held(new SheetRow((int) line.getRecordNumber(), cells)));
                }
            }
        } catch (IOException | UncheckedIOException damaged) {
            throw new Unreadable(
                    Budget.isSpent(damaged) ? Unreadable.Why.TOO_LARGE : Unreadable.Why.DAMAGED);
        }
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.Builder.create()
                .setDelimiter(delimiter)
                .setQuote('"')
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
    }

    private static List<@Nullable Cell> cells(CSVRecord line, Pool pool) throws Unreadable {
        var cells = new ArrayList<@Nullable Cell>(line.size());
        for (var value : line) {
            var text = Texts.trimmed(asTyped(value.strip()));
            cells.add(text.isEmpty() ? null : pool.held(Cell.text(text)));
        }
        while (!cells.isEmpty() && cells.getLast() == null) cells.removeLast();
        cells.trimToSize();
        return cells;
    }

    /** {@code ="510…"} and {@code '510…}: how people keep a program from taking it for a number. */
    private static String asTyped(String value) {
        if (value.length() > 3 && value.startsWith("=\"") && value.endsWith("\"")) {
            return value.substring(2, value.length() - 1);
        }
        return value.startsWith("'") ? value.substring(1) : value;
    }

    private static char delimiter(Text text) throws Unreadable {
        var first = firstLine(text);
        var best = ',';
        for (var candidate : new char[] {',', '\t', ';', '，'}) {
            if (count(first, candidate) > count(first, best)) best = candidate;
        }
        return best;
    }

    private static String firstLine(Text text) throws Unreadable {
        var line = new StringBuilder();
        try (var reader = text.reader()) {
            for (var one = reader.read(); one >= 0 && one != '\n'; one = reader.read()) {
                if (line.length() == FIRST_LINE) break;
                line.append((char) one);
            }
        } catch (IOException damaged) {
            throw new Unreadable(Unreadable.Why.DAMAGED);
        }
        return line.toString();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static Text text(byte[] file) throws Unreadable {
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return only(new Text(file, 2, StandardCharsets.UTF_16LE));
        }
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return only(new Text(file, 2, StandardCharsets.UTF_16BE));
        }
        if (file.length >= 3
                && (file[0] & 0xFF) == 0xEF
                && (file[1] & 0xFF) == 0xBB
                && (file[2] & 0xFF) == 0xBF) {
            return only(new Text(file, 3, StandardCharsets.UTF_8));
        }
        var utf8 = new Text(file, 0, StandardCharsets.UTF_8);
        return utf8.isInCharset() ? utf8 : only(new Text(file, 0, GB));
    }

    private static Text only(Text text) throws Unreadable {
        if (text.isInCharset()) return text;
        throw new Unreadable(Unreadable.Why.ENCODING_UNKNOWN);
    }
}
